/** Sheets for printing: pages that keep themselves (islands/sheets/keep-sheet.ts). The worker only reads them, so that guides without printers pay nothing. */
import { INTEGRITY_HEADER, printCacheName } from '../guide/print-cache.ts';
import { absolute, basePath, readKept, type Site } from './keep.ts';

/** A kept sheet or what it needs, `url` relative to the base; undefined when it is not kept or is damaged. Asking must not create the cache. */
export async function readPrint(site: Site, url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const name = printCacheName(basePath(site));
  if (!(await site.caches.has(name))) return undefined;
  const cache = await site.caches.open(name);
  const integrity = (await cache.match(absolute(site, url)))?.headers.get(INTEGRITY_HEADER);
  return integrity ? readKept(site, cache, { url, integrity }) : undefined;
}
