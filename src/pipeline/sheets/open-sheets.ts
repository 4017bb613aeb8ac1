/** Sheets for who prints without a browser at hand: whole pages that need no file beside them. */
import path from 'node:path';
import { build, type Rolldown, runnerImport } from 'vite';
import type { Sheet } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import type * as Pages from '../../pages/render.ts';
import { asData, fontFaces, paperFonts } from '../fonts/paper-fonts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGES = path.join(ROOT, 'src/pages/render.ts');
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
 * Fonts are in the page as data, so it may be opened from anywhere.
 */
export async function openSheets(guide: Guide, site: string): Promise<(sheet: Sheet, wishes: SheetWishes) => string> {
  const { module } = await runnerImport<typeof Pages>(PAGES, shared);
  const css = fontFaces(await paperFonts(guide), asData) + (await sheetStyle());
  return (sheet, wishes) => module.renderSheet(guide, sheet, { ...wishes, base: '/', css, site });
}

async function sheetStyle(): Promise<string> {
  const built = await build({ ...shared, publicDir: false, build: { write: false, rolldownOptions: { input: STYLE } } });
  const { output } = built as Rolldown.RolldownOutput;
  const style = output.find((one) => one.type === 'asset' && one.fileName.endsWith('.css'));
  if (style?.type !== 'asset') throw new Error('The style of sheets was not built.');
  return String(style.source).trim();
}
