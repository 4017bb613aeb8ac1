import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { codeTargets } from '../../src/guide/code-targets.ts';
import { shortPath } from '../../src/guide/routes.ts';
import { PAPERS, type Sheet, sheetName } from '../../src/guide/sheets.ts';
import { photocopy } from './photocopy.ts';
import { codesOf, comparable, openPress, poppler, SITE } from './printed-sheets.ts';
import { type Grey, rasterPages } from './raster.ts';
import { readCodes } from './read-codes.ts';

const press = await openPress();
const { guide } = press;
afterAll(() => press.close());

/** Of each kind one or more, in letters of all directions and heights, on every paper of the kind. */
const CHOSEN: readonly Sheet[] = [
  { kind: 'poster', rest: '' },
  { kind: 'poster', rest: 'calais/food/' },
  { kind: 'stickers', rest: 's/calais-pass/' },
  { kind: 'leaflet', lang: 'ar', town: 'calais' },
  { kind: 'leaflet', lang: 'ti', town: 'dunkirk' },
  { kind: 'booklet', lang: 'ar' },
  { kind: 'cards', lang: 'ti' },
];

const onEachPaper = CHOSEN.flatMap((sheet) =>
  PAPERS[sheet.kind].map((paper) => [`${sheetName(sheet)} on ${paper}`, sheet, paper] as const),
);

/** Where a code of this guide may lead. */
const KNOWN = new Set(codeTargets(guide).map(({ rest }) => SITE + (shortPath(rest) ?? '')));

async function readPages(pages: readonly Grey[]): Promise<string[]> {
  const texts: string[] = [];
  for (const page of pages) texts.push(...(await readCodes(page)));
  return texts.sort();
}

const sheetLang = (sheet: Sheet) => ('lang' in sheet ? sheet.lang : guide.sourceLang);

describe.each(onEachPaper)('%s', (_, sheet, paper) => {
  const printed = press.print(sheet, { paper });

  it('has a code, and each leads to a page of the guide', async () => {
    const codes = codesOf((await printed).html);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !KNOWN.has(code))).toEqual([]);
  });

  it.each([150, 300])('is read back from its print at %i pixels per inch', async (dpi) => {
    const { html, file } = await printed;
    expect(await readPages(rasterPages(file, dpi))).toEqual(codesOf(html));
  });

  it('is read back from a photocopy', async () => {
    const { html, file } = await printed;
    expect(await readPages(rasterPages(file, 300).map(photocopy))).toEqual(codesOf(html));
  });

  it('says its language and title, has tags for screen readers and all its fonts', async () => {
    const { file } = await printed;
    expect(await facts(file)).toEqual({
      lang: sheetLang(sheet),
      title: expect.stringContaining(sheetName(sheet)),
      isTagged: true,
      notEmbedded: [],
    });
  });
});

async function facts(file: string) {
  const pdf = await PDFDocument.load(readFileSync(file));
  return {
    lang: pdf.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText(),
    title: pdf.getTitle(),
    isTagged: /^Tagged:\s+yes$/m.test(poppler('pdfinfo', file)),
    notEmbedded: fontsOf(file).filter((font) => !/ yes \w+ \w+ +\d+ +\d+$/.test(font)),
  };
}

/** A line for each font, with whether it is embedded, a subset, and can be read as text; two lines of heading come before. */
const fontsOf = (file: string) => poppler('pdffonts', file).trimEnd().split('\n').slice(2);

it('posters name every need in all languages, and letters can be read out of them', async () => {
  const text = comparable(poppler('pdftotext', (await press.print({ kind: 'poster', rest: 'calais/food/' })).file, '-'));
  const names = guide.languages.map(({ lang }) => guide.words[lang]?.['need.food']?.value ?? '');
  expect(names.filter((name) => !text.includes(comparable(name)))).toEqual([]);
});
