import type { Guide } from '../../../src/guide/types.ts';
import * as pages from '../../../src/pages/render.ts';
import { makeSite, type SiteParts } from '../../../src/pipeline/make-site.ts';

/** As if the bundler had made almost nothing: each style another, so that each page can be seen to have its own. */
const PARTS: SiteParts = {
  pages,
  base: '/',
  styles: { page: 'a{}', places: 'c{}', neutral: 'b{}', lastResort: 'i{}', calendar: 'td{}', file: 'tr{}' },
  inline: { beforePaint: '', calendar: '', file: '' },
  start: { script: 'main.js', hours: 'hours.js' },
  scripts: {},
  fonts: new Map(),
};

/** Every file of a guide's site as text, by its path relative to the base. */
export async function publishGuide(guide: Guide): Promise<Map<string, string>> {
  const files = new Map<string, string | Uint8Array>();
  await makeSite(guide, PARTS, files);
  return new Map([...files].map(([path, content]) => [path, String(content)]));
}
