/** Takes all that the guide stored off the phone, and sees to it that nothing comes back by itself. */
import { cachePrefix } from '../guide/cache-names.ts';
import type { ToWorker } from '../guide/offline-messages.ts';
import { canKeep, keepNothing, presentWorker } from './keeping.ts';
import { ownKey } from './remembered.ts';
import { base } from './trusted-url.ts';

/** Nothing of the guide is left on the phone. Other sites of the origin keep theirs. */
export async function removeEverything(until: 'visit' | 'ever'): Promise<void> {
  keepNothing(until);
  empty(() => localStorage);
  empty(() => sessionStorage);
  if (await canKeep()) await removeCopies();
  await removeDatabases().catch(() => undefined);
}

/** Even to name a storage is an error in some windows. */
function empty(open: () => Storage): void {
  try {
    const storage = open();
    for (const key of Object.keys(storage)) if (key.startsWith(ownKey())) storage.removeItem(key);
  } catch {
    // Then nothing was stored there either.
  }
}

async function removeCopies(): Promise<void> {
  const worker = await presentWorker();
  // The worker first: it may be in the middle of saving.
  if (worker) await askAndWait(worker, { type: 'remove', lang: 'all' });
  const registration = await navigator.serviceWorker.getRegistration(base());
  if (registration?.scope === new URL(base(), location.href).href) await registration.unregister();
  const own = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(base())));
  await Promise.all(own.map((name) => caches.delete(name)));
}

/** Browsers that cannot list their databases are older than any that the guide makes. */
async function removeDatabases(): Promise<void> {
  const all = (await indexedDB.databases?.()) ?? [];
  for (const { name } of all) if (name?.startsWith(ownKey())) indexedDB.deleteDatabase(name);
}

/** Waits for the worker to have done it, but not for a worker that hangs. */
const askAndWait = (worker: ServiceWorker, message: ToWorker) =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, 3000);
    worker.postMessage(message, [port2]);
  });
