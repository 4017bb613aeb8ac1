/** The map that moves: kept once somebody has opened it, in a cache of its own, so that what is not used costs nothing. */
import { mapCacheName } from '../guide/cache-names.ts';
import { absolute, basePath, forEachFew, keepFile, openSound, readKept, type Site } from './keep.ts';
import type { ShellEntry } from './shell.ts';

const LIMIT = 5_000_000;

/** Its files stand in the worker's own list, with their hashes (pipeline/map-files.ts). */
export const isOfMap = ({ url }: ShellEntry) => url.startsWith('assets/atlas-');

const nameOf = (site: Site) => mapCacheName(basePath(site));

/** Stores every file of this build's map, verified. Just fetched by a page, they come from the browser's own cache. */
export async function keepMap(site: Site, entries: readonly ShellEntry[]): Promise<void> {
  const cache = await openSound(site, nameOf(site));
  await forEachFew(entries.filter(isOfMap), async ({ url, integrity = '' }) => {
    if (!(await readKept(site, cache, { url, integrity })))
      await keepFile(site, cache, { url, integrity, bytes: LIMIT }, 'default');
  });
}

/** Before this worker takes over: who keeps the map keeps the new one. What did not change is not fetched. */
export async function renewMap(site: Site, entries: readonly ShellEntry[]): Promise<void> {
  if (await site.caches.has(nameOf(site))) await keepMap(site, entries);
}

/** After it took over: no page asks for the files of the build before any more. */
export async function pruneMap(site: Site, entries: readonly ShellEntry[]): Promise<void> {
  if (!(await site.caches.has(nameOf(site)))) return;
  const cache = await site.caches.open(nameOf(site));
  const needed = new Set(entries.filter(isOfMap).map(({ url }) => absolute(site, url)));
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url);
}

/** A kept file of the map, undefined when it is not kept or is damaged; asking must not create the cache. */
export async function readMap(site: Site, { url, integrity = '' }: ShellEntry): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!(await site.caches.has(nameOf(site)))) return undefined;
  return readKept(site, await site.caches.open(nameOf(site)), { url, integrity });
}
