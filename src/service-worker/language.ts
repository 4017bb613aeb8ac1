/**
 * Keeping a language: stage all its files, check them all, then move one pointer.
 * Whatever goes wrong before that last step, the version in use stays as whole as it was.
 */
import { languageCacheName, otherFormats } from '../guide/cache-names.ts';
import type { OfflineState } from '../guide/offline-messages.ts';
import { filesToKeep, isInPieces, type PackFile, type PackList, packListUrl } from '../guide/packs.ts';
import { isSameFile } from '../guide/pieces.ts';
import type { Lang } from '../guide/types.ts';
import { countKept, keepsFonts, languageCache, listInUse, pointers, readPointer } from './edition.ts';
import { keepFromPieces } from './from-pieces.ts';
import {
  absolute,
  basePath,
  fetchChecked,
  forEachFew,
  isNoRoom,
  keepFile,
  openSound,
  Refused,
  readKept,
  type Site,
} from './keep.ts';
import { LIST_LIMIT, readList } from './read-list.ts';

export interface Saving {
  /** This phone lacks letters of the language: its font is kept too. Once kept, it stays so. */
  fonts?: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number, of: number) => void;
}

/** Saves, updates or repairs a language. True when a kept version was replaced by another. Throws when it could not be done. */
export async function saveLanguage(site: Site, lang: Lang, saving: Saving = {}): Promise<boolean> {
  const { text, list } = await fetchList(site, lang, saving.signal);
  const cache = await openSound(site, languageCacheName(basePath(site), lang));
  const files = filesToKeep(list, saving.fonts || (await keepsFonts(site, cache, lang)));
  const inUse = (await listInUse(site, cache, lang))?.list.files ?? [];
  try {
    await stage(site, cache, { files, inUse }, saving);
    if (!(await countKept(site, cache, files)).whole) throw new Error(`${lang} was not stored whole`);
    if (saving.signal?.aborted) throw new Error('called off');
  } catch (problem) {
    // Half a download is a head start for the next try, unless there is no room for it.
    if (isNoRoom(problem)) await prune(site, cache, lang);
    throw problem;
  }
  const replaced = await commit(site, cache, lang, text);
  await prune(site, cache, lang);
  return replaced;
}

async function fetchList(site: Site, lang: Lang, signal?: AbortSignal): Promise<{ text: string; list: PackList }> {
  const url = packListUrl(lang);
  return fetchChecked(site, { url, limit: LIST_LIMIT, first: 'no-cache', signal }, (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const list = readList(text, lang);
    if (!list) throw new Refused(`${url} is not a list that this worker can read`);
    return { text, list };
  });
}

/** Brings every file into the cache. Names hold hashes, so nothing of the version in use is overwritten. */
async function stage(
  site: Site,
  cache: Cache,
  { files, inUse }: Record<'files' | 'inUse', readonly PackFile[]>,
  { signal, onProgress }: Saving,
): Promise<void> {
  let done = 0;
  onProgress?.(done, files.length);
  await forEachFew(files, async (file) => {
    const old = inUse.find(({ url }) => url !== file.url && isSameFile(url, file.url));
    const isKept =
      (await readKept(site, cache, file)) ??
      (old && isInPieces(file) && (await keepFromPieces(site, cache, { file, old, signal })));
    if (!isKept) await keepFile(site, cache, file, 'default', signal);
    done += 1;
    onProgress?.(done, files.length);
  });
}

/** The old list first becomes the previous one: should the very last write be cut off, that one still opens. */
async function commit(site: Site, cache: Cache, lang: Lang, text: string): Promise<boolean> {
  const { current, previous } = pointers(site, lang);
  const old = await listInUse(site, cache, lang);
  if (old?.text === text && (await readPointer(cache, current, lang))) return false;
  if (old && old.text !== text) await cache.put(previous, new Response(old.text));
  await cache.put(current, new Response(text));
  return old !== undefined && old.text !== text;
}

/** Drops the files that neither the version in use nor the one before needs. */
async function prune(site: Site, cache: Cache, lang: Lang): Promise<void> {
  const needed = new Set<string>();
  for (const pointer of Object.values(pointers(site, lang))) {
    needed.add(pointer);
    const pointed = await readPointer(cache, pointer, lang);
    for (const file of pointed ? filesToKeep(pointed.list, true) : []) needed.add(absolute(site, file.url));
  }
  for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
}

/** Nothing of the language is left. */
export const removeLanguage = (site: Site, lang: Lang) => site.caches.delete(languageCacheName(basePath(site), lang));

/** Before a worker with a new pack format takes over: keep anew, in that format, what is kept in an old one. */
export async function carryOver(site: Site): Promise<void> {
  for (const { lang } of otherFormats(basePath(site), await site.caches.keys())) await saveLanguage(site, lang);
}

/** After it took over. */
export async function dropOtherFormats(site: Site): Promise<void> {
  for (const { name } of otherFormats(basePath(site), await site.caches.keys())) await site.caches.delete(name);
}

/** What is really there, counted now. `fonts`: the phone lacks letters, so without the font it is not whole. */
export async function languageState(site: Site, lang: Lang, fonts = false): Promise<OfflineState> {
  const cache = await languageCache(site, lang);
  const kept = cache && (await listInUse(site, cache, lang));
  if (!cache || !kept) return { type: 'state', lang, kind: cache ? 'failed' : 'removed', files: 0, bytes: 0, made: '' };
  const { whole, files, bytes } = await countKept(
    site,
    cache,
    filesToKeep(kept.list, fonts || (await keepsFonts(site, cache, lang))),
  );
  return { type: 'state', lang, kind: whole ? 'ready' : 'failed', files, bytes, made: kept.list.made };
}
