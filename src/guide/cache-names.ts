/**
 * What the guide's caches on a phone are called.
 * The origin may be shared with other sites, and one origin may hold two guides: only names with our own prefix are ever touched.
 */
import { PACK_FORMAT } from './packs.ts';
import type { Lang } from './types.ts';

/** `cachePrefix('/a/b/')` -> `arrival-guide:/a/b/:` */
export const cachePrefix = (base: string) => `arrival-guide:${base}:`;

const languagePrefix = (base: string) => `${cachePrefix(base)}language-${PACK_FORMAT}-`;

/** `languageCacheName('/', 'ar')` -> `arrival-guide:/:language-2-ar` */
export const languageCacheName = (base: string, lang: Lang) => languagePrefix(base) + lang;

/** Shell of one build of the worker: `shellCacheName('/', 'Zx3…')` -> `arrival-guide:/:shell-Zx3…` */
export const shellCacheName = (base: string, version: string) => `${cachePrefix(base)}shell-${version}`;

/**
 * Languages that have a cache, among all cache names of the origin.
 * @example languagesInCaches('/', ['arrival-guide:/:language-2-ar', 'shop']) -> ['ar']
 */
export function languagesInCaches(base: string, names: readonly string[]): Lang[] {
  const prefix = languagePrefix(base);
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Language caches that a worker with another pack format wrote, which this one cannot read. */
export function otherFormats(base: string, names: readonly string[]): { name: string; lang: Lang }[] {
  const prefix = `${cachePrefix(base)}language-`;
  return names
    .filter((name) => name.startsWith(prefix) && !name.startsWith(languagePrefix(base)))
    .map((name) => ({ name, lang: name.slice(prefix.length).replace(/^\d+-/, '') }));
}

/** `mapCacheName('/')` -> `arrival-guide:/:map`: the files of the map that moves, of one build. */
export const mapCacheName = (base: string) => `${cachePrefix(base)}map`;

/** `streetsCacheName('/')` -> `arrival-guide:/:streets`: the street map, which a reader saved on purpose. */
export const streetsCacheName = (base: string) => `${cachePrefix(base)}streets`;
