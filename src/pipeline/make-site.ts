/** The whole published site as one map from path to content. Pure: nothing is read or written here. */
import { brotliCompressSync, constants } from 'node:zlib';
import {
  composeNeutral,
  composePage,
  EDITION_SIGNS,
  inEdition,
  NO_PARTS,
  type PageParts,
  withSigns,
} from '../guide/compose-page.ts';
import {
  fontPrefix,
  NEUTRAL_SHELL_URL,
  PACK_FORMAT,
  type Pack,
  type PackFile,
  type PackList,
  packListUrl,
  templatePrefix,
} from '../guide/packs.ts';
import { SHEET_LIST, type SheetList } from '../guide/print-cache.ts';
import { CALENDAR, guideFileUrl, noticesUrl, shortPath } from '../guide/routes.ts';
import { allSheets, PRINT, sheetPath } from '../guide/sheets.ts';
import type { Guide, Lang, Language } from '../guide/types.ts';
import type * as Pages from '../pages/render.ts';
import { coastPicture } from './base-map/coast-picture.ts';
import { ALL_OR_NONE } from './fonts/language-fonts.ts';
import { fontFaces, type PaperFont } from './fonts/paper-fonts.ts';
import { makeGuideFile } from './guide-file.ts';
import { hashedName, hashOf, keptHashOf } from './hashes.ts';
import type { MapFiles } from './map-files.ts';
import { publishedPieces } from './published-pieces.ts';
import { headersFile, metaPolicy, securityHeaders } from './security-headers.ts';

export interface SiteParts {
  /** The renderer; handed in because only Vite can load it. */
  pages: typeof Pages;
  base: string;
  /** Minified CSS: of a page, of the pages without a language, of the worker's last resort, of the page to leave to, of the guide in one file. */
  styles: { page: string; neutral: string; lastResort: string; calendar: string; file: string };
  /** Scripts that stand in the pages themselves. */
  inline: { beforePaint: string; calendar: string; file: string };
  /** Address of the entry script, relative to the base. */
  script: string;
  /** All scripts a page may ask for, by address relative to the base. */
  scripts: Readonly<Record<string, string>>;
  /** The map that moves; a guide without a base map has none. */
  map?: MapFiles | undefined;
  /** Fonts of languages whose letters a phone may lack. */
  fonts: ReadonlyMap<Lang, Uint8Array>;
  /** Font of the languages' names, for pages in other letters. */
  names?: Uint8Array | undefined;
  /** Style, script and fonts of the sheets for paper; without them there is nothing to print. */
  paper?: { style: string; script: string; fonts: readonly PaperFont[] };
}

/** Path relative to the base -> content. */
type Files = Map<string, string | Uint8Array>;

export interface PublishedSite {
  files: Files;
  /** Goes into the text of the service worker. */
  lastResort: string;
}

/** @example makeSite(guide, parts).files.get('ar/calais/index.html') -> '<!doctype html>...' */
export function makeSite(guide: Guide, parts: SiteParts): PublishedSite {
  const { base, pages, styles, inline } = parts;
  const site = { base, script: base + parts.script, names: namesOf(guide, parts), ...inPage(styles.page, inline.beforePaint) };
  const neutralSite = { ...site, ...inPage(styles.neutral, inline.beforePaint) };
  const sheets = sheetFiles(guide, parts);
  const styleHashes = [...Object.values(styles), sheets.css].filter(Boolean).map(hashOf);
  const scriptHashes = Object.values(inline).map(hashOf);
  const neutral = neutralPages(guide, parts, neutralSite);
  const files: Files = new Map([
    ['index.html', composeNeutral(neutral.neutral)],
    ['404.html', neutral.notFound],
    [
      'translate/index.html',
      wholePage(pages, pages.renderTranslatePage(guide, { ...site, ...inPage(styles.neutral, ''), script: '' })),
    ],
    [NEUTRAL_SHELL_URL, neutral.neutral],
    [`${CALENDAR}index.html`, pages.renderCalendar({ ...site, ...inPage(styles.calendar, inline.calendar) })],
    ['_headers', headersFile(securityHeaders(styleHashes, scriptHashes), base)],
    ...sheets.files,
    ['robots.txt', 'User-agent: *\nAllow: /\n'],
  ]);
  const coast = coastFile(guide);
  if (coast) files.set(coast.url, coast.text);
  const assets = { ...parts.scripts, ...(coast && { [coast.url]: coast.text }) };
  if (parts.names) files.set(namesUrl(parts.names), parts.names);
  for (const [url, content] of parts.map?.files ?? []) files.set(url, content);
  for (const language of guide.languages) {
    const rendered = pages.renderPages(guide, language, base, parts.map?.offer);
    const { sections } = rendered;
    const font = fontFile(parts, language);
    const shellHtml = pages.renderShell(guide, language, {
      ...site,
      ...(font && { font: base + font.url }),
      ...(language.script === ALL_OR_NONE && { names: undefined }),
    });
    const all = Object.values(sections).flat();
    const texts = all.map(({ main }) => main);
    const shell = shellOf(pages, shellHtml, all, coast && pages.mapSigns(guide, language, { base, coast: coast.url }, texts));
    const day = pages.daySigns(guide, language, base);
    const file = makeGuideFile(guide, language, {
      pages,
      base,
      css: styles.file,
      script: inline.file,
      rendered,
      shell: inEdition(shell, day),
      coast: coast?.text ?? '',
      font: font?.bytes,
    });
    files.set(guideFileUrl(language.lang), file.html);
    const signs = { ...day, [EDITION_SIGNS.fileSize]: sizeInWords(file.html) };
    addPages(files, language, inEdition(shell, signs), all);
    addPacks(files, guide, language, { shell, signs, sections, template: file.template, assets, font });
    files.set(noticesUrl(language.lang), wholePage(pages, pages.renderNotices(guide, language, base)));
    files.set(`manifest-${language.lang}.webmanifest`, webManifest(guide, language, base));
  }
  addShortPages(files, guide, neutral.neutral);
  return { files, lastResort: neutralPages(guide, parts, { ...site, ...inPage(styles.lastResort, '') }).lastResort };
}

/** In kB, as the words say; to ten, so that it seldom changes. */
const sizeInWords = (text: string) => String(Math.ceil(Buffer.byteLength(text) / 10_000) * 10);

/** Only a phone that cannot draw those names fetches their font; its worker then keeps it. */
function namesOf({ languages }: Guide, { base, names }: SiteParts): Pages.Site['names'] {
  const written = languages.filter(({ script }) => script === ALL_OR_NONE).map(({ name }) => name);
  return names && { letters: [...new Set(written.join(''))].join(''), font: base + namesUrl(names) };
}

const namesUrl = (names: Uint8Array) => hashedName('assets/names', 'woff2', names);

/** Every sheet for paper with its fonts and script, and the list by which a browser keeps those that were opened. */
function sheetFiles(guide: Guide, { pages, base, paper }: SiteParts): { css: string; files: Files } {
  if (!paper) return { css: '', files: new Map() };
  const fontUrl = ({ script, weight, bytes }: PaperFont) =>
    hashedName(`assets/paper-${script.toLowerCase()}-${weight}`, 'woff2', bytes);
  const css = fontFaces(paper.fonts, (font) => base + fontUrl(font)) + paper.style;
  const script = hashedName('assets/sheet', 'js', paper.script);
  const { made } = guide;
  const site = guide.site && guide.site + base;
  const options = { base, css, site, made, script: base + script, desk: true, policy: metaPolicy([hashOf(css)]) };
  const kept: [url: string, content: string | Uint8Array][] = [
    [PRINT, pages.renderPrintPage(guide, options)],
    ...allSheets(guide).map((sheet): [string, string] => [sheetPath(sheet), pages.renderSheet(guide, sheet, options)]),
    [script, paper.script],
    ...paper.fonts.map((font): [string, Uint8Array] => [fontUrl(font), font.bytes]),
  ];
  const list: SheetList = Object.fromEntries(kept.map(([url, content]) => [url, hashOf(content)]));
  const files: Files = new Map(kept.map(([url, content]) => [url.replace(/\/$/, '/index.html'), content]));
  files.set(SHEET_LIST, JSON.stringify(list));
  return { css, files };
}

/** The picture of the coast, the same in every language and page. */
function coastFile(guide: Guide): { url: string; text: string } | undefined {
  const text = coastPicture(guide);
  return text === undefined ? undefined : { url: hashedName('assets/coast', 'svg', text), text };
}

/** What stands inline in a page, and a policy that allows just that: hosts' headers have to allow it for all pages at once. */
const inPage = (css: string, beforePaint: string) => ({
  css,
  beforePaint,
  policy: metaPolicy([hashOf(css)], beforePaint ? [hashOf(beforePaint)] : []),
});

/** Pages of no language, whole but for the neutral one, which stays a shell. */
function neutralPages(guide: Guide, { pages }: SiteParts, site: Pages.Site): Pages.NeutralPages {
  const { neutral, notFound, lastResort } = pages.renderNeutral(guide, site);
  return {
    neutral: shellOf(pages, neutral, []),
    notFound: wholePage(pages, notFound),
    lastResort: composePage(lastResort, NO_PARTS),
  };
}

const wholePage = (pages: typeof Pages, html: string) => composePage(shellOf(pages, html, []), NO_PARTS);

/** The shell with every pictogram and map that a page of its language draws, and what else is the same on all of them. */
const shellOf = (pages: typeof Pages, html: string, all: readonly PageParts[], others: Record<string, string> = {}) =>
  withSigns(html, { ...pages.signsIn([html, ...all.flatMap(({ main, card = '' }) => [main, card])]), ...others });

function addPages(files: Files, { lang }: Language, shell: string, pages: readonly PageParts[]) {
  const cards = Object.fromEntries(pages.map((page) => [page.rest, page]));
  for (const page of pages) files.set(`${lang}/${page.rest}index.html`, composePage(shell, page, cards));
}

/** Only a phone that lacks letters fetches and keeps it. */
function fontFile({ fonts }: SiteParts, { lang }: Language): FontFile | undefined {
  const bytes = fonts.get(lang);
  return bytes && { url: hashedName(fontPrefix(lang).slice(0, -1), 'woff2', bytes), bytes };
}

interface FontFile {
  url: string;
  bytes: Uint8Array;
}

interface LanguageParts {
  shell: string;
  /** Of this edition alone. */
  signs: Record<string, string>;
  sections: Pages.Sections;
  /** Of the guide in one file, which a phone puts together itself. */
  template: string;
  /** Scripts, and the picture behind all maps. */
  assets: Readonly<Record<string, string>>;
  font: FontFile | undefined;
}

/** The files a phone keeps of one language, named after their content, and the list of them. */
function addPacks(files: Files, guide: Guide, { lang, letters }: Language, parts: LanguageParts) {
  const { shell, signs, sections, template, assets, font } = parts;
  const kept: [url: string, kind: PackFile['kind'], text: string][] = [
    [hashedName(`packs/${lang}/shell`, 'html', shell), 'shell', shell],
    ...Object.entries(sections).map(([section, pages]): [string, 'pack', string] => {
      const text = packText(pages);
      return [hashedName(`packs/${lang}/${section}`, 'json', text), 'pack', text];
    }),
    [hashedName(templatePrefix(lang).slice(0, -1), 'html', template), 'asset', template],
  ];
  for (const [url, kind, text] of kept) {
    files.set(url, text);
    if (kind !== 'asset') for (const [name, piece] of publishedPieces(url, text)) files.set(name, piece);
  }
  kept.push(...Object.entries(assets).map(([url, text]): [string, 'asset', string] => [url, 'asset', text]));
  if (font) files.set(font.url, font.bytes);
  const list: PackList = {
    format: PACK_FORMAT,
    lang,
    made: guide.made,
    signs,
    transfer: kept.reduce((sum, [, , text]) => sum + brotliLength(text), 0),
    files: kept.map(([url, kind, text]) => ({ url, kind, bytes: Buffer.byteLength(text), integrity: keptHashOf(text) })),
    ...(font && letters && { letters, fonts: [packFont(font)] }),
  };
  files.set(packListUrl(lang), JSON.stringify(list));
}

const packFont = ({ url, bytes }: FontFile): PackFile => ({
  url,
  kind: 'font',
  bytes: bytes.length,
  integrity: keptHashOf(bytes),
});

function packText(pages: readonly PageParts[]): string {
  const pack: Pack = Object.fromEntries(pages.map(({ rest, ...page }) => [rest, page]));
  return JSON.stringify(pack);
}

/** Every address printed on paper, for all pages of the first language (all languages have the same pages). */
function addShortPages(files: Files, guide: Guide, shell: string) {
  const prefix = `${guide.languages[0]?.lang}/`;
  const pages = [...files.keys()].filter((path) => path.startsWith(prefix) && path.endsWith('index.html'));
  for (const page of pages) {
    const rest = page.slice(prefix.length, -'index.html'.length);
    const short = shortPath(rest);
    if (short) files.set(`${short}index.html`, composeNeutral(shell, rest));
  }
}

function webManifest(guide: Guide, { lang, dir }: Language, base: string): string {
  const word = (key: string) => guide.words[lang]?.[key]?.value ?? '';
  const icon = (name: string, size: number, purpose: string) => ({
    src: `${base}icons/${name}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return JSON.stringify({
    id: base,
    lang,
    dir,
    name: word('guide.name'),
    short_name: word('guide.short_name'),
    description: word('guide.description'),
    start_url: `${base}${lang}/`,
    scope: base,
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0a4a5c',
    icons: [
      icon('guide', 192, 'any'),
      icon('guide', 512, 'any'),
      icon('guide-maskable', 192, 'maskable'),
      icon('guide-maskable', 512, 'maskable'),
    ],
  });
}

/** Bytes over the air from a good host: brotli at its best. */
export const brotliLength = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
