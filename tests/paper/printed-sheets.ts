/** Sheets of the real guide, printed as `npm run print` does, each once for all tests of a file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presentChromium } from '../../src/cli/find-chromium.ts';
import { allSheets, LAID_OUT, type Sheet, sheetName } from '../../src/guide/sheets.ts';
import type { Guide } from '../../src/guide/types.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { startPrinter } from '../../src/pipeline/paper/printer.ts';
import { openSheets, type SheetWishes } from '../../src/pipeline/sheets/open-sheets.ts';

/** As long as names of sites are, which makes codes finer. */
export const SITE = 'https://arrival-guide.example/';

export interface Press {
  guide: Guide;
  print(sheet: Sheet, wishes?: Partial<SheetWishes>): Promise<Printed>;
  close(): Promise<void>;
}

export interface Printed {
  html: string;
  /** The PDF's path. */
  file: string;
}

/** `EVERY_SHEET=1 npm test -- --only paper` looks at every sheet of the guide, not at a few of each kind. */
const isLongRun = Boolean(process.env.EVERY_SHEET);

/** @example fewOrAll(guide, (sheet) => sheet.kind === 'booklet' && sheet.lang === 'ar') */
export const fewOrAll = (guide: Guide, isOneOfFew: (sheet: Sheet) => boolean): Sheet[] =>
  allSheets(guide).filter((sheet) => isLongRun || isOneOfFew(sheet));

export async function openPress(): Promise<Press> {
  const { guide } = await readGuide({ content: 'content', locales: 'locales', made: '2026-11-22' });
  const place = presentChromium();
  if (!guide || !place) throw new Error('Printing needs a guide without errors and a Chromium: npm run check, npm run browser.');
  const render = await openSheets(guide, SITE);
  const printer = await startPrinter(place);
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  return {
    guide,
    async print(sheet, wishes = {}) {
      const html = render(sheet, { made: guide.made, ...wishes });
      const file = join(folder, `${sheetName(sheet)}-${Object.values(wishes).join('-')}.pdf`);
      writeFileSync(file, await printer.pdf(html, LAID_OUT));
      return { html, file };
    },
    async close() {
      await printer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * What codes on a sheet should say, from its HTML: one for each place of a code, in order of the alphabet.
 * @example codesOf('<svg data-code="n/calais/">') -> ['https://arrival-guide.example/n/calais/']
 */
export const codesOf = (html: string): string[] =>
  [...html.matchAll(/ data-code(?:="([^"]*)")?(?=[ >])/g)].map(([, path = '']) => SITE + path).sort();

/** What one of poppler's programs says of a PDF. */
export const poppler = (program: 'pdftotext' | 'pdfinfo' | 'pdffonts', ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });

/**
 * A text as it can be compared: its letters and digits only, those of the same meaning made one (NFKC: a PDF may hold the joined shapes
 * of Arabic letters). Poppler finds spaces between letters that stand wide, joins words that a line end parts at a hyphen, and
 * puts brackets, commas and vowel signs between Arabic and Latin words on the other side; none of that is on the paper.
 * @example comparable('ﻏﺬا · آب') -> 'غذاآب'
 */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
