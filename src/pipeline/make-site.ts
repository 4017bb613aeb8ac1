/** The whole published site, file by file. Nothing is read or written here: whoever asks for it says where the files go. */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import {
  composeNeutral,
  composePage,
  EDITION_SIGNS,
  inEdition,
  NO_PARTS,
  type PageParts,
  PLACES_SIGN,
  withSigns,
} from '../guide/compose-page.ts';
import {
  COSTS_URL,
  type Cost,
  fontPrefix,
  NEUTRAL_PREFIX,
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
  /** Minified CSS: of a page, of one with places besides, of the pages without a language, of the worker's last resort, of the page to leave to, of the guide in one file. */
  styles: { page: string; places: string; neutral: string; lastResort: string; calendar: string; file: string };
  /** Scripts that stand in the pages themselves. */
  inline: { beforePaint: string; calendar: string; file: string };
  /** Addresses relative to the base: of the script that starts the islands, of the one that pages with places have besides. */
  start: { script: string; hours: string };
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

type Content = string | Uint8Array;

/** Where files go, by their path relative to the base: a map, or a folder where a large guide would not fit into memory. */
export interface Files {
  set(path: string, content: Content): unknown;
}

export interface PublishedSite {
  /** Goes into the text of the service worker. */
  lastResort: string;
}

/** @example await makeSite(guide, parts, files); files.get('ar/calais/index.html') -> '<!doctype html>...' */
export async function makeSite(guide: Guide, parts: SiteParts, files: Files): Promise<PublishedSite> {
  const { base, pages, styles, inline } = parts;
  const site = {
    base,
    script: base + parts.start.script,
    names: namesOf(guide, parts),
    ...inPage([styles.page, styles.places], inline.beforePaint),
  };
  const neutralSite = { ...site, ...inPage([styles.neutral], inline.beforePaint) };
  const sheetStyle = addSheets(files, guide, parts);
  const styleHashes = [...Object.values(styles), sheetStyle].filter(Boolean).map(hashOf);
  const scriptHashes = Object.values(inline).map(hashOf);
  const neutral = neutralPages(guide, parts, neutralSite);
  files.set('index.html', composeNeutral(neutral.neutral));
  files.set('404.html', neutral.notFound);
  const translateSite = { ...site, ...inPage([styles.neutral], ''), script: '' };
  files.set('translate/index.html', wholePage(pages, pages.renderTranslatePage(guide, translateSite)));
  files.set(`${CALENDAR}index.html`, pages.renderCalendar({ ...site, ...inPage([styles.calendar], inline.calendar) }));
  files.set('_headers', headersFile(securityHeaders(styleHashes, scriptHashes), base));
  files.set('robots.txt', 'User-agent: *\nAllow: /\n');
  const coast = coastFile(guide);
  if (coast) files.set(coast.url, coast.text);
  const shared = { ...parts.scripts, ...(coast && { [coast.url]: coast.text }) };
  const assets = [
    ...Object.entries(shared).map(([url, text]) => keptFile(url, 'asset', text)),
    addKept(files, NEUTRAL_PREFIX, 'asset', neutral.neutral),
  ];
  if (parts.names) files.set(namesUrl(parts.names), parts.names);
  for (const [url, content] of parts.map?.files ?? []) files.set(url, content);
  const costs: Record<Lang, Cost> = {};
  let packs = Promise.resolve();
  for (const language of guide.languages) {
    // While the packs of one language are compressed, beside this thread, the pages of the next are drawn; no further, for the memory.
    const own = addLanguage(files, guide, language, { parts, site, neutral: neutral.neutral, coast, assets });
    await packs;
    packs = own.then((cost) => {
      costs[language.lang] = cost;
    });
  }
  await packs;
  files.set(COSTS_URL, JSON.stringify(costs));
  return { lastResort: neutralPages(guide, parts, { ...site, ...inPage([styles.lastResort], '') }).lastResort };
}

/** What all languages have in common. */
interface Common {
  parts: SiteParts;
  site: Pages.Site;
  /** Shell of the pages without a language. */
  neutral: string;
  coast: { url: string; text: string } | undefined;
  assets: readonly KeptFile[];
}

/** All files of a language; resolves when the last is weighed. */
function addLanguage(files: Files, guide: Guide, language: Language, common: Common): Promise<Cost> {
  const { parts, site, neutral, coast, assets } = common;
  const { base, pages, styles, inline } = parts;
  const rendered = pages.renderPages(guide, language, base, parts.map?.offer);
  const { sections } = rendered;
  const font = fontFile(parts, language);
  const shellHtml = pages.renderShell(guide, language, {
    ...site,
    ...(font && { font: base + font.url }),
    ...(language.script === ALL_OR_NONE && { names: undefined }),
  });
  const places = { base, css: styles.places, script: base + parts.start.hours };
  const all = Object.values(sections).flat();
  const texts = all.map(({ main }) => main);
  const shell = withSigns(shellHtml, {
    ...pages.signsIn([shellHtml, ...all.flatMap(({ main, card = '' }) => [main, card])]),
    ...(coast && pages.mapSigns(guide, language, { base, coast: coast.url }, texts)),
    [PLACES_SIGN]: pages.renderPlacesHead(guide, language, places),
  });
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
  if (language === guide.languages[0]) addShortPages(files, neutral, all);
  files.set(noticesUrl(language.lang), wholePage(pages, pages.renderNotices(guide, language, base)));
  files.set(`manifest-${language.lang}.webmanifest`, webManifest(guide, language, base));
  return addPacks(files, guide, language, { shell, signs, sections, template: file.template, assets, font });
}

/** In kB, as the words say; to ten, so that it seldom changes. */
const sizeInWords = (text: string) => String(Math.ceil(Buffer.byteLength(text) / 10_000) * 10);

/** Only a phone that cannot draw those names fetches their font; its worker then keeps it. */
function namesOf({ languages }: Guide, { base, names }: SiteParts): Pages.Site['names'] {
  const written = languages.filter(({ script }) => script === ALL_OR_NONE).map(({ name }) => name);
  return names && { letters: [...new Set(written.join(''))].join(''), font: base + namesUrl(names) };
}

const namesUrl = (names: Uint8Array) => hashedName('assets/names', 'woff2', names);

/** Every sheet for paper with its fonts and script, and the list by which a browser keeps those that were opened. Gives their style. */
function addSheets(files: Files, guide: Guide, { pages, base, paper }: SiteParts): string {
  if (!paper) return '';
  const fontUrl = ({ script, weight, bytes }: PaperFont) =>
    hashedName(`assets/paper-${script.toLowerCase()}-${weight}`, 'woff2', bytes);
  const css = fontFaces(paper.fonts, (font) => base + fontUrl(font)) + paper.style;
  const script = hashedName('assets/sheet', 'js', paper.script);
  const { made } = guide;
  const site = guide.site && guide.site + base;
  const options = { base, css, site, made, script: base + script, desk: true, policy: metaPolicy([hashOf(css)]) };
  const list: Record<string, string> = {};
  const keep = (url: string, content: Content) => {
    list[url] = hashOf(content);
    files.set(url.replace(/\/$/, '/index.html'), content);
  };
  keep(PRINT, pages.renderPrintPage(guide, options));
  for (const sheet of allSheets(guide)) keep(sheetPath(sheet), pages.renderSheet(guide, sheet, options));
  keep(script, paper.script);
  for (const font of paper.fonts) keep(fontUrl(font), font.bytes);
  files.set(SHEET_LIST, JSON.stringify(list satisfies SheetList));
  return css;
}

/** The picture of the coast, the same in every language and page. */
function coastFile(guide: Guide): { url: string; text: string } | undefined {
  const text = coastPicture(guide);
  return text === undefined ? undefined : { url: hashedName('assets/coast', 'svg', text), text };
}

/**
 * What stands inline in a page, and a policy that allows just that: hosts' headers have to allow it for all pages at once.
 * The first style stands in every page, the others in some.
 */
const inPage = (styles: readonly [string, ...string[]], beforePaint: string) => ({
  css: styles[0],
  beforePaint,
  policy: metaPolicy(styles.map(hashOf), beforePaint ? [hashOf(beforePaint)] : []),
});

/** Pages of no language, whole but for the neutral one, which stays a shell. */
function neutralPages(guide: Guide, { pages }: SiteParts, site: Pages.Site): Pages.NeutralPages {
  const { neutral, notFound, lastResort } = pages.renderNeutral(guide, site);
  return {
    neutral: shellOf(pages, neutral),
    notFound: wholePage(pages, notFound),
    lastResort: composePage(lastResort, NO_PARTS),
  };
}

const wholePage = (pages: typeof Pages, html: string) => composePage(shellOf(pages, html), NO_PARTS);

/** A shell that stands alone, with every pictogram in it. */
const shellOf = (pages: typeof Pages, html: string) => withSigns(html, pages.signsIn([html]));

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
  /** The same for all languages: scripts, the picture behind all maps, the shell of the pages without a language. */
  assets: readonly KeptFile[];
  font: FontFile | undefined;
}

/** A file that phones keep, without its text: of all files of a large guide that would be too much to remember. */
interface KeptFile extends PackFile {
  /** Bytes over the air. */
  transfer: Promise<number>;
}

const keptFile = (url: string, kind: PackFile['kind'], text: string): KeptFile => ({
  url,
  kind,
  bytes: Buffer.byteLength(text),
  integrity: keptHashOf(text),
  transfer: brotliLength(text),
});

/** Publishes a file that phones keep, whole and in pieces, at an address that begins so. */
function addKept(files: Files, prefix: string, kind: PackFile['kind'], text: string): KeptFile {
  const url = hashedName(prefix.slice(0, -1), kind === 'pack' ? 'json' : 'html', text);
  files.set(url, text);
  for (const [name, piece] of publishedPieces(url, text)) files.set(name, piece);
  return keptFile(url, kind, text);
}

/** The files a phone keeps of one language, named after their content, and the list of them. */
function addPacks(files: Files, guide: Guide, { lang, letters }: Language, parts: LanguageParts): Promise<Cost> {
  const { shell, signs, sections, template, assets, font } = parts;
  const kept = [
    addKept(files, `packs/${lang}/shell-`, 'shell', shell),
    ...Object.entries(sections).map(([section, pages]) => addKept(files, `packs/${lang}/${section}-`, 'pack', packText(pages))),
    addKept(files, templatePrefix(lang), 'asset', template),
    ...assets,
  ];
  if (font) files.set(font.url, font.bytes);
  const list: PackList = {
    format: PACK_FORMAT,
    lang,
    made: guide.made,
    signs,
    files: kept.map(({ url, kind, bytes, integrity }) => ({ url, kind, bytes, integrity })),
    ...(font && letters && { fonts: [packFont(font)] }),
  };
  files.set(packListUrl(lang), JSON.stringify(list));
  return costOf(kept, font && letters ? { bytes: font.bytes.length, letters } : undefined);
}

async function costOf(kept: readonly KeptFile[], font: Cost['font']): Promise<Cost> {
  const transfers = await Promise.all(kept.map(({ transfer }) => transfer));
  return { transfer: transfers.reduce((sum, bytes) => sum + bytes, 0), ...(font && { font }) };
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

/** Every address printed on paper, for all pages of one language (all languages have the same pages). */
function addShortPages(files: Files, shell: string, pages: readonly PageParts[]) {
  for (const { rest } of pages) {
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

/** Bytes over the air from a good host: brotli at its best, which takes seconds for a megabyte. Of long files hosts are content with less. */
export function brotliLength(text: string): Promise<number> {
  const quality = text.length > LONG ? 5 : 11;
  return compress(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).then(({ length }) => length);
}

const LONG = 1_200_000;
const compress = promisify(brotliCompress);
