import { afterEach, expect, test, vi } from 'vitest';
import { cachePrefix, languageCacheName, shellCacheName } from '../../../src/guide/cache-names.ts';
import { MemoryCaches } from './phone.ts';

type Handler = (event: { waitUntil: (work: Promise<void>) => void }) => void;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Runs the kill switch as a browser would, and tells in which order it did what. */
async function runKillSwitch(caches: MemoryCaches): Promise<string[]> {
  const did: string[] = [];
  const handlers = new Map<string, Handler>();
  const page = { url: 'https://guide.test/a/b/ar/', navigate: async (url: string) => void did.push(`navigate ${url}`) };
  vi.stubGlobal('self', {
    addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
    skipWaiting: async () => void did.push('skipWaiting'),
    caches: { keys: caches.keys, delete: async (name: string) => did.push(`delete ${name}`) && caches.delete(name) },
    clients: { matchAll: async () => [page] },
    registration: { scope: 'https://guide.test/a/b/', unregister: async () => did.push('unregister') },
  });
  await import('../../../src/service-worker/kill.ts');
  for (const type of ['install', 'activate']) {
    let work: Promise<void> | undefined;
    handlers.get(type)?.({ waitUntil: (promise) => (work = promise) });
    await work;
  }
  return did;
}

test('the way out deletes all our caches and no others, then unregisters, then loads the open pages anew', async () => {
  const caches = new MemoryCaches();
  const own = [languageCacheName('/a/b/', 'ar'), shellCacheName('/a/b/', 'x'), `${cachePrefix('/a/b/')}of-a-build-to-come`];
  const foreign = ['shop', languageCacheName('/', 'ar'), languageCacheName('/a/', 'ar')];
  for (const name of [...own, ...foreign]) await caches.open(name);
  const did = await runKillSwitch(caches);
  expect(await caches.keys()).toEqual(foreign);
  expect(did).toEqual([
    'skipWaiting',
    ...own.map((name) => `delete ${name}`),
    'unregister',
    'navigate https://guide.test/a/b/ar/',
  ]);
});
