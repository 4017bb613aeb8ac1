/**
 * The way out. Published under the worker's own name, it takes the worker off every phone that comes by:
 * deletes our caches and no others, unregisters, and shows each open page anew, from the network.
 * It depends on nothing, so that nothing can break it.
 */
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  // As `cachePrefix` in guide/cache-names.ts has it.
  const own = `arrival-guide:${new URL(self.registration.scope).pathname}:`;
  const names = await self.caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(own)).map((name) => self.caches.delete(name)));
  // Only pages that the old worker controlled: a page loaded afterwards has none, so this ends.
  const pages = await self.clients.matchAll({ type: 'window' });
  await self.registration.unregister();
  // Safari before 16 cannot turn a page; there the next page comes from the network.
  await Promise.all(pages.map((page) => 'navigate' in page && page.navigate(page.url).catch(() => undefined)));
}

export {};
