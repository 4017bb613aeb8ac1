/** Sheets for who prints without a browser at hand: whole pages that need no file beside them. */
import path from 'node:path';
import { build, type Rolldown, runnerImport } from 'vite';
import type { Sheet } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import type * as Pages from '../../pages/render.ts';
import { asData, fontFaces, paperFonts } from '../fonts/paper-fonts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGES = path.join(ROOT, 'src/pages/render.ts');
const SCRIPT = path.join(ROOT, 'src/islands/sheets/sheet.ts');
const STYLE = path.join(ROOT, 'src/styles/sheets.css');

const shared = {
  root: ROOT,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
} as const;

/** What changes from sheet to sheet. */
export type SheetWishes = Pick<Pages.SheetOptions, 'paper' | 'bw' | 'made'>;

/**
 * Makes `(sheet, wishes) => html`. `site` is the address of the site's first page, with the slash at its end (see site-address.ts).
 * Fonts and script are in the page, so it may be opened from anywhere. It is ready for paper once `<html data-ready>` stands there.
 */
export async function openSheets(guide: Guide, site: string): Promise<(sheet: Sheet, wishes: SheetWishes) => string> {
  const { module } = await runnerImport<typeof Pages>(PAGES, shared);
  const css = fontFaces(await paperFonts(guide), asData) + (await bundled(STYLE));
  const inline = await bundled(SCRIPT);
  return (sheet, wishes) => module.renderSheet(guide, sheet, { ...wishes, base: '/', css, site, inline });
}

/** One style or script with all that it imports, as text. */
async function bundled(entry: string): Promise<string> {
  const built = await build({ ...shared, publicDir: false, build: { write: false, rolldownOptions: { input: entry } } });
  const { output } = built as Rolldown.RolldownOutput;
  const found = output.find((one) => one.fileName.endsWith(entry.endsWith('.css') ? '.css' : '.js'));
  if (!found) throw new Error(`${entry} was not built.`);
  return String(found.type === 'asset' ? found.source : found.code).trim();
}
