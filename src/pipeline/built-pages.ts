/** The pages of a built site by kind, for tests that walk all of them and for measuring one of each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideFileUrl, RESERVED_NEEDS, RESERVED_PARTS, readPath } from '../guide/routes.ts';
import { PRINT } from '../guide/sheets.ts';
import type { Lang } from '../guide/types.ts';
import { builtLanguages, filesBelow } from './site-weight.ts';

export interface BuiltPage {
  /** Address within the site: `ar/s/pass/`, '' for the chooser, `404.html`. */
  path: string;
  /** `town`, `need`, `s`, `t`, `cards/one`, `short`, `moved` ... */
  kind: string;
  lang?: Lang;
  html: string;
}

/** Every page of a built site; a new one is tested unasked. */
export function builtPages(dist: string): BuiltPage[] {
  const langs = builtLanguages(dist);
  const files = new Set(langs.map(guideFileUrl));
  return filesBelow(dist)
    .filter((file) => file.endsWith('.html') && !/^(packs|notices)\//.test(file) && !files.has(file))
    .map((file) => readPage(dist, file, langs));
}

/** `print/poster/calais/food/` -> `print/poster` */
const kindOfPrint = (path: string) => path.split('/').slice(0, 2).filter(Boolean).join('/');

/** The guide in one file, of every language. */
export const builtGuideFiles = (dist: string): BuiltPage[] =>
  builtLanguages(dist).map((lang) => {
    const path = guideFileUrl(lang);
    return { path, lang, kind: 'file', html: readFileSync(join(dist, path), 'utf8') };
  });

function readPage(dist: string, file: string, langs: Lang[]): BuiltPage {
  const path = file.replace(/(^|\/)index\.html$/, '$1');
  const html = readFileSync(join(dist, file), 'utf8');
  const address = readPath('/', `/${path}`, langs);
  if (address.kind === 'page')
    return { path, html, lang: address.lang, kind: isMoved(html) ? 'moved' : kindOfRest(address.rest) };
  if (path.startsWith(PRINT)) return { path, html, kind: kindOfPrint(path) };
  return { path, html, kind: address.kind === 'other' ? path : address.kind };
}

/** Whether another page is shown at its address, below a sentence that says so. */
const isMoved = (html: string) => html.includes('<p class="note" data-moved');

/** `''` -> `language`, `calais/` -> `town`, `calais/food/` -> `need`, `calais/today/` -> `town/today`, `s/pass/` -> `s`, `cards/x/` -> `cards/one` */
function kindOfRest(rest: string): string {
  const [first = '', second] = rest.split('/').filter(Boolean);
  if (!first) return 'language';
  if (RESERVED_NEEDS.includes(second ?? '')) return `town/${second}`;
  if (!RESERVED_PARTS.includes(first)) return second ? 'need' : 'town';
  return second && first.length > 1 ? `${first}/one` : first;
}

/** The heaviest page of each kind: where something goes wrong, it goes wrong there first. */
export function onePagePerKind(pages: readonly BuiltPage[]): BuiltPage[] {
  const heaviest = new Map<string, BuiltPage>();
  for (const page of pages) {
    if (page.html.length > (heaviest.get(page.kind)?.html.length ?? 0)) heaviest.set(page.kind, page);
  }
  return [...heaviest.values()];
}
