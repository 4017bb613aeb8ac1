import { cachePrefix } from './cache-names.ts';

/** `mapCacheName('/')` -> `arrival-guide:/:map`: the files of the map that moves, of one build. */
export const mapCacheName = (base: string) => `${cachePrefix(base)}map`;

/** `streetsCacheName('/')` -> `arrival-guide:/:streets`: the street map, which a reader saved on purpose. */
export const streetsCacheName = (base: string) => `${cachePrefix(base)}streets`;
