/** What a phone needs of a release, as the release itself says. */
import type { Release } from './releases.ts';

/** The entries in the worker's own list, as the build has written it. */
const ENTRY = /"url":"([^"]+)"/g;

/** Paths of everything that keeping `lang` fetches: the worker, its own files, the language's list and all that stands in it. */
export function neededBy({ files, lists }: Release, lang = 'en'): string[] {
  const own = [...String(files.get('sw.js')).matchAll(ENTRY)]
    .map(([, url]) => url ?? '')
    .filter((url) => !url.endsWith('.woff2'));
  const kept = lists[lang]?.files.map(({ url }) => url) ?? [];
  return ['sw.js', ...own, `packs/${lang}.json`, ...kept];
}

export function bytesOf(release: Release, path: string): Buffer {
  const bytes = release.files.get(path);
  if (!bytes) throw new Error(`${release.name} has no ${path}`);
  return bytes;
}

/** The file that stood in its place before: same name, or same name but for the hash, or else any other of its kind. */
export function formerOf(old: Release, path: string): Buffer {
  const stem = path.replace(/-[\w-]{8,12}(?=\.\w+$)/, '-');
  const same = [...old.files.keys()].find((other) => other !== path && other.startsWith(stem));
  const named = old.files.get(path) ?? (same === undefined ? undefined : old.files.get(same));
  return named && !named.equals(Buffer.alloc(0)) ? named : Buffer.from('of another release');
}
