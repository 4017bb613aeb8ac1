/** The files that come with the worker itself, of no language: the page to leave to, the icon, letters of the languages' names, the map. */
import { cachePrefix, shellCacheName } from '../guide/cache-names.ts';
import { basePath, forEachFew, integrityOf, keepFile, openSound, readKept, type Site } from './keep.ts';
import { isOfMap } from './map.ts';

/** As vite-plugin-pwa writes it; `integrity` is added by our configuration, and says all that its `revision` would. */
export interface ShellEntry {
  url: string;
  integrity?: string;
}

const LIMIT = 2_000_000;

/** A font is for phones that lack its letters: it is kept when one asks for it. The map is for who opens it (map.ts). */
const isForAll = (entry: ShellEntry) => !entry.url.endsWith('.woff2') && !isOfMap(entry);

/** Stores every entry that all phones need, verified. One that cannot be had makes the whole fail, and the worker before stays. */
export async function keepShell(site: Site, entries: readonly ShellEntry[]): Promise<void> {
  const cache = await openSound(site, await shellName(site, entries));
  await forEachFew(entries.filter(isForAll), async ({ url, integrity }) => {
    if (!integrity) throw new Error(`${url} has no integrity in the worker's list`);
    if (await readKept(site, cache, { url, integrity })) return;
    await keepFile(site, cache, { url, integrity, bytes: LIMIT }, 'no-cache');
  });
}

/** The bytes of an entry. One that is not there yet, was lost or is damaged is fetched. Undefined when neither worked, or there is no such entry. */
export async function readShell(
  site: Site,
  entries: readonly ShellEntry[],
  url: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const entry = entries.find((one) => one.url === url);
  if (!entry?.integrity) return undefined;
  const file = { url, integrity: entry.integrity, bytes: LIMIT };
  try {
    const cache = await openShell(site, entries);
    const kept = await readKept(site, cache, file);
    if (kept) return kept;
    // A font has its hash in its name, so the browser's own copy will do, also without a connection.
    await keepFile(site, cache, file, isForAll(entry) ? 'no-cache' : 'default');
    return await readKept(site, cache, file);
  } catch {
    return undefined;
  }
}

/** Deletes the shells of other builds. Safe to run at any time after this build took over, any number of times. */
export async function pruneShells(site: Site, entries: readonly ShellEntry[]): Promise<void> {
  const own = await shellName(site, entries);
  const shells = (await site.caches.keys()).filter((name) => name.startsWith(`${cachePrefix(basePath(site))}shell-`));
  await Promise.all(shells.filter((name) => name !== own).map((name) => site.caches.delete(name)));
}

const openShell = async (site: Site, entries: readonly ShellEntry[]) => site.caches.open(await shellName(site, entries));

/** The name says which files are in it, so two builds never share a cache unless they have the very same shell. */
async function shellName(site: Site, entries: readonly ShellEntry[]): Promise<string> {
  const hash = await integrityOf(new TextEncoder().encode(JSON.stringify(entries)));
  return shellCacheName(basePath(site), hash.slice('sha256-'.length, 'sha256-'.length + 12));
}
