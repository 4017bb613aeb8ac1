/** How heavy the built site is on the line; tests and `npm run bench` read their numbers here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { COSTS_URL, type Costs, type PackList, packListUrl } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';
import { isCompressible, typeOf } from './site-files.ts';

/**
 * One saved language may weigh this many times its bare words, plus a fixed part for worker, shell and scripts.
 * What a page fetches only when somebody uses it (TOOLS) has a limit of its own: it is kept too, so that it works offline.
 * So has the picture behind all maps, which holds no words of the language, and what the phone needs to put the guide together in
 * one file and pass it on: everything else of that file is kept already.
 */
export const LANGUAGE_BUDGET = { times: 2.5, plus: 25 * 1024, tools: 15 * 1024, coast: 2 * 1024, file: 8 * 1024 };

const TOOLS = ['search', 'near', 'compass', 'distance', 'map-list', 'open-map', 'today', 'share', 'code', 'listen', 'read-aloud'];
const isTool = (url: string) => TOOLS.some((tool) => url.startsWith(`assets/${tool}-`));
const isCoast = (url: string) => url.startsWith('assets/coast-');
const isOfFile = (url: string) => /^(assets\/pass-on|packs\/[^/]+\/file)-/.test(url);

export interface LanguageWeight {
  lang: Lang;
  /** Everything a phone fetches to keep the language but what has a limit of its own, each file brotli'd. */
  saved: number;
  tools: number;
  coast: number;
  file: number;
  files: number;
  /** The words of all its pages without markup, as one brotli'd file. */
  words: number;
  /** `saved` may not be more. */
  budget: number;
}

/** Bytes on the line from a host that compresses as well as it can. */
export function brotliBytes(raw: Buffer | string): number {
  const bytes = Buffer.from(raw);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

export function fileWeight(file: string): number {
  const raw = readFileSync(file);
  return isCompressible(typeOf(file)) ? brotliBytes(raw) : raw.length;
}

/** Bytes of a page of `dist` and of its scripts: what has to arrive before it can be read and tapped. */
export const beforeUsable = (dist: string, html: string): number =>
  scriptsBefore(dist, html).reduce((sum, script) => sum + fileWeight(script), brotliBytes(html));

/** Files of the scripts that a page names, and of those that they cannot do without. */
export function scriptsBefore(dist: string, html: string): string[] {
  const scripts = new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => join(dist, src)));
  // A set that grows while it is walked is walked to its end.
  for (const script of scripts)
    for (const [, name = ''] of readFileSync(script, 'utf8').matchAll(/\b(?:from|import)\s*"(\.\/[^"]+)"/g))
      scripts.add(join(dirname(script), name));
  return [...scripts];
}

/** All files of a folder by their path in it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export const readPackList = (dist: string, lang: Lang) =>
  JSON.parse(readFileSync(join(dist, packListUrl(lang)), 'utf8')) as PackList;

/** What saving each language costs, as the page "On this phone" tells it. */
export const readCosts = (dist: string) => JSON.parse(readFileSync(join(dist, COSTS_URL), 'utf8')) as Costs;

/** Languages of a built site, in the order of their tags. */
export const builtLanguages = (dist: string): Lang[] =>
  readdirSync(join(dist, 'packs'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

export function languageWeight(dist: string, lang: Lang): LanguageWeight {
  const own = readPackList(dist, lang).files.map(({ url }) => url);
  const files = new Set(['sw.js', ...keptByWorker(dist), packListUrl(lang), ...own]);
  const weigh = (some: string[]) => some.reduce((sum, url) => sum + fileWeight(join(dist, url)), 0);
  const saved = weigh([...files].filter((url) => !isTool(url) && !isCoast(url) && !isOfFile(url)));
  const tools = weigh([...files].filter(isTool));
  const coast = weigh([...files].filter(isCoast));
  const file = weigh([...files].filter(isOfFile));
  const words = brotliBytes(wordsOfLanguage(dist, lang));
  return {
    lang,
    saved,
    tools,
    coast,
    file,
    files: files.size,
    words,
    budget: LANGUAGE_BUDGET.times * words + LANGUAGE_BUDGET.plus,
  };
}

/** What the worker stores when it is installed, read from the worker itself; fonts wait for a phone that lacks their letters, the map for who opens it. */
export function keptByWorker(dist: string): string[] {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  return [...worker.matchAll(/\burl"?:\s*["'`]([^"'`]+)["'`]/g)]
    .map(([, url = '']) => url)
    .filter((url) => !url.endsWith('.woff2') && !isOfMap(url) && existsSync(join(dist, url)));
}

const isOfMap = (url: string) => url.startsWith('assets/atlas-');

/** The map that moves, gzipped as the plainest hosts do: what a tap on it costs at most. */
export function mapWeight(dist: string): number {
  const files = filesBelow(dist).filter(isOfMap);
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

/** The words of every page; what stands around them on each page counts once. */
function wordsOfLanguage(dist: string, lang: Lang): string {
  const pages = filesBelow(join(dist, lang))
    .filter((file) => file.endsWith('index.html'))
    .map((file) => readFileSync(join(dist, lang, file), 'utf8'));
  const around = bareWords((pages[0] ?? '').replace(/<main[\s>].*<\/main>/s, ''));
  return [around, ...pages.map((html) => `${titleOf(html)}\n${bareWords(mainOf(html))}`)].join('\n');
}

const titleOf = (html: string) => /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
const mainOf = (html: string) => /<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '';

/** `<p class="a">Open <b>now</b></p>` -> `Open now` */
export const bareWords = (html: string): string =>
  html
    .replace(/<(script|style|svg)[\s>].*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
