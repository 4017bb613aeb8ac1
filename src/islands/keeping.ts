/** A page's side of keeping the guide: what the reader allowed, the registration, and talking with the worker. */
import { Workbox } from 'workbox-window';
import { type FromWorker, readFromWorker, type ToWorker } from '../guide/offline-messages.ts';
import type { Lang } from '../guide/types.ts';
import { base, trustedUrl } from './trusted-url.ts';

/** Whether this browser has all that is needed. Private windows, old browsers and plain http have not. */
export async function canKeep(): Promise<boolean> {
  try {
    return window.isSecureContext && !!navigator.serviceWorker && !!(await caches.keys());
  } catch {
    return false;
  }
}

/** What the reader removed stays removed: `no` for everything, else languages with points between them. */
const removed = () => /(?:^|; )keep=([^;]*)/.exec(document.cookie)?.[1]?.split('.') ?? [];

export const mayKeep = (lang: Lang) => !removed().some((one) => one === 'no' || one === lang);

/** For ever, or until the browser is closed. */
export const keepNothing = (until: 'visit' | 'ever') => setCookie(['no'], until);
export const keepNot = (lang: Lang) => mayKeep(lang) && setCookie([...removed(), lang]);
export const keepAgain = (lang: Lang) => setCookie(removed().filter((one) => one !== 'no' && one !== lang));

function setCookie(langs: readonly string[], until: 'visit' | 'ever' = 'ever'): void {
  const age = until === 'visit' ? '' : `max-age=${langs.length ? 31_536_000 : 0}; `;
  // biome-ignore lint/suspicious/noDocumentCookie: browsers that need this guide have no cookie store, and the worker need not know.
  document.cookie = `keep=${langs.join('.')}; ${age}path=${base()}; samesite=strict`;
}

/** Registers the worker and waits until one is at work. Rejects when the browser, the network or a bad file prevents it. */
export async function startWorker(): Promise<ServiceWorker> {
  const workbox = new Workbox(trustedUrl(`${base()}sw.js`), { scope: base(), updateViaCache: 'none' });
  const failed = new Promise<never>((_, reject) => {
    workbox.addEventListener('redundant', () => reject(new Error('the worker could not be installed')));
  });
  failed.catch(() => {});
  const registration = await workbox.register({ immediate: true });
  if (registration?.active) return registration.active;
  const ready = await Promise.race([navigator.serviceWorker.ready, failed]);
  if (!ready.active) throw new Error('no worker is active');
  return ready.active;
}

/** The worker that is at work already, without starting one. */
export async function presentWorker(): Promise<ServiceWorker | undefined> {
  if (!(await canKeep())) return undefined;
  const registration = await navigator.serviceWorker.getRegistration(base()).catch(() => undefined);
  return registration?.scope === new URL(base(), location.href).href ? (registration.active ?? undefined) : undefined;
}

export const send = (worker: ServiceWorker, message: ToWorker) => worker.postMessage(message);

/** Calls back for each message of the worker until the returned function is called. */
export function listen(hear: (message: FromWorker) => void): () => void {
  const onMessage = (event: MessageEvent) => {
    const message = readFromWorker(event.data);
    if (message) hear(message);
  };
  navigator.serviceWorker.addEventListener('message', onMessage);
  return () => navigator.serviceWorker.removeEventListener('message', onMessage);
}

/** Lets a newer worker that waits take over; the page is to be loaded anew afterwards. */
export async function letNewWorkerIn(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base()).catch(() => undefined);
  if (registration?.waiting) send(registration.waiting, { type: 'activate' });
}
