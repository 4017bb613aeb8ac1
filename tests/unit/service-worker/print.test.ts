import { expect, test } from 'vitest';
import { INTEGRITY_HEADER, printCacheName } from '../../../src/guide/print-cache.ts';
import type { Site } from '../../../src/service-worker/keep.ts';
import { readPrint } from '../../../src/service-worker/print.ts';
import { integrity, newPhone } from './phone.ts';

const SHEET = 'print/poster/';

/** A phone on which a sheet was kept by its own page, with that hash beside it. */
function phoneWith(text: string, hash: string): Site {
  const { site } = newPhone();
  const name = printCacheName(new URL(site.scope).pathname);
  const cache = {
    match: async (url: string) =>
      url === site.scope + SHEET ? new Response(text, { headers: { [INTEGRITY_HEADER]: hash } }) : undefined,
  };
  return { ...site, caches: { has: async (one: string) => one === name, open: async () => cache } as unknown as CacheStorage };
}

const read = async (site: Site, url = SHEET) => {
  const bytes = await readPrint(site, url);
  return bytes && new TextDecoder().decode(bytes);
};

test('a sheet that was kept is read', async () => {
  expect(await read(phoneWith('a poster', integrity('a poster')))).toBe('a poster');
});

test('one that was damaged since, or never kept, is not', async () => {
  expect(await read(phoneWith('a post', integrity('a poster')))).toBeUndefined();
  expect(await read(phoneWith('a poster', integrity('a poster')), 'print/leaflet/ar/calais/')).toBeUndefined();
});

test('asking makes no cache on the phone of somebody who never prints', async () => {
  const phone = newPhone();
  expect(await readPrint(phone.site, SHEET)).toBeUndefined();
  expect(await phone.caches.keys()).toEqual([]);
});
