/**
 * Reading what is kept of a language.
 * An edition is one published version of it: a list (the pointer), its shell and its packs, each checked against its hash.
 */
import { languageCacheName, languagesInCaches } from '../guide/cache-names.ts';
import { composePage, inEdition, needsOthers } from '../guide/compose-page.ts';
import { fontPrefix, type Pack, type PackFile, type PackList, packListUrl } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';
import { absolute, basePath, readKept, type Site } from './keep.ts';
import { readList } from './read-list.ts';

export interface Edition {
  list: PackList;
  shell: string | undefined;
  pages: Pack;
  /** Nothing needed to compose its pages is missing. */
  whole: boolean;
}

/** Where the list of the version in use is stored, and that of the one before. */
export const pointers = (site: Site, lang: Lang) => {
  const current = absolute(site, packListUrl(lang));
  return { current, previous: `${current}?previous` };
};

export const keptLanguages = async (site: Site) => languagesInCaches(basePath(site), await site.caches.keys());

/** The language's cache if there is one; asking must not create it. */
export async function languageCache(site: Site, lang: Lang): Promise<Cache | undefined> {
  const name = languageCacheName(basePath(site), lang);
  return (await site.caches.has(name)) ? site.caches.open(name) : undefined;
}

/** The list behind a pointer, and its very text. */
export async function readPointer(
  cache: Cache,
  pointer: string,
  lang: Lang,
): Promise<{ text: string; list: PackList } | undefined> {
  try {
    const text = await (await cache.match(pointer))?.text();
    const list = text === undefined ? undefined : readList(text, lang);
    return text !== undefined && list ? { text, list } : undefined;
  } catch {
    return undefined;
  }
}

/** The list in use; when its pointer was damaged, the one before. */
export async function listInUse(site: Site, cache: Cache, lang: Lang) {
  const { current, previous } = pointers(site, lang);
  return (await readPointer(cache, current, lang)) ?? (await readPointer(cache, previous, lang));
}

/** Every list on the phone, of a language's version in use before that of the one before, with the cache that has its files. */
export async function* keptLists(site: Site): AsyncGenerator<{ list: PackList; cache: Cache }> {
  for (const lang of await keptLanguages(site)) {
    const cache = await languageCache(site, lang);
    if (!cache) continue;
    for (const pointer of Object.values(pointers(site, lang))) {
      const pointed = await readPointer(cache, pointer, lang);
      if (pointed) yield { list: pointed.list, cache };
    }
  }
}

/**
 * Composes a page of a kept language.
 * `sure` is false when something of the language is damaged, so that the page may be missing only for that reason.
 */
export async function composeKept(site: Site, lang: Lang, rest: string): Promise<{ html?: string; sure: boolean }> {
  const cache = await languageCache(site, lang);
  if (!cache) return { sure: false };
  for (const pointer of Object.values(pointers(site, lang))) {
    const edition = await openEdition(site, cache, pointer, lang);
    const page = edition?.pages[rest];
    // A list with a damaged pack behind it would leave out services without a word.
    if (edition?.shell !== undefined && page && (edition.whole || !needsOthers(page)))
      return { html: composePage(edition.shell, { ...page, rest }, edition.pages), sure: edition.whole };
    if (edition?.whole) return { sure: true };
  }
  return { sure: false };
}

/** The edition opened last: its files were read and hashed, which need not be done again for the next page. */
let opened: { pointer: string; text: string; edition: Edition } | undefined;

async function openEdition(site: Site, cache: Cache, pointer: string, lang: Lang): Promise<Edition | undefined> {
  const pointed = await readPointer(cache, pointer, lang);
  if (!pointed) return undefined;
  if (opened?.pointer === pointer && opened.text === pointed.text) return opened.edition;
  const edition = await readEdition(site, cache, pointed.list);
  if (edition.whole) opened = { pointer, text: pointed.text, edition };
  return edition;
}

async function readEdition(site: Site, cache: Cache, list: PackList): Promise<Edition> {
  const read = async (file: PackFile) => {
    const bytes = await readKept(site, cache, file);
    return { file, text: bytes && new TextDecoder().decode(bytes) };
  };
  const texts = await Promise.all(list.files.filter(({ kind }) => kind !== 'asset').map(read));
  const shell = texts.find(({ file }) => file.kind === 'shell')?.text;
  return {
    list,
    shell: shell === undefined ? undefined : inEdition(shell, list.signs),
    pages: Object.assign({}, ...texts.map(({ file, text }) => (file.kind === 'pack' && text ? JSON.parse(text) : {}))) as Pack,
    whole: texts.every(({ text }) => text !== undefined),
  };
}

/** Whether the language's own font was kept once: then this phone lacks letters, and the next version's font is kept as well. */
export async function keepsFonts(site: Site, cache: Cache, lang: Lang): Promise<boolean> {
  const beginning = absolute(site, fontPrefix(lang));
  return (await cache.keys()).some(({ url }) => url.startsWith(beginning));
}

/** How many of the files are really on the phone: every one is read to its end and hashed. */
export async function countKept(
  site: Site,
  cache: Cache,
  wanted: readonly PackFile[],
): Promise<{ files: number; bytes: number; whole: boolean }> {
  const there = await Promise.all(wanted.map(async (file) => ((await readKept(site, cache, file)) ? file.bytes : undefined)));
  const lengths = there.filter((bytes) => bytes !== undefined);
  return {
    files: lengths.length,
    bytes: lengths.reduce((sum, bytes) => sum + bytes, 0),
    whole: lengths.length === wanted.length,
  };
}
