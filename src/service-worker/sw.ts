/**
 * The service worker: when it does what. How a language is kept is in language.ts, how a file is in keep.ts.
 * It never asks what day it is, and deletes nothing because of its age: clocks of phones are wrong.
 */
import { type OfflineState, readToWorker, type ToWorker } from '../guide/offline-messages.ts';
import type { Lang } from '../guide/types.ts';
import { answerPage, keptFile } from './answer.ts';
import { keptLanguages } from './edition.ts';
import { basePath, type Site } from './keep.ts';
import { carryOver, dropOtherFormats, languageState, removeLanguage, saveLanguage } from './language.ts';
import { keepMap, pruneMap, renewMap } from './map.ts';
import { keepShell, pruneShells, type ShellEntry } from './shell.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: ShellEntry[] };

const entries = self.__WB_MANIFEST;
const site: Site = {
  scope: self.registration.scope,
  caches: self.caches,
  fetch: (url, init) => self.fetch(url, init),
  idle: 20_000,
};

self.addEventListener('install', (event) => {
  askNothingAtStart(event);
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(site.scope) || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    event.respondWith(page(event));
    event.waitUntil(letWaitingWorkerIn());
  } else if (request.headers.get('accept') === 'text/html') {
    // A page asks for itself in another language, to show it beside its own.
    event.respondWith(page(event));
  } else if (isKeptKind(request.url)) {
    event.respondWith(file(request));
  }
});

self.addEventListener('message', (event) => {
  const message = readToWorker(event.data);
  if (message) event.waitUntil(obey(message, event.source).finally(() => event.ports[0]?.postMessage(true)));
});

/** Chromium otherwise asks the network for the page at each cold start, and throws the answer away. */
function askNothingAtStart(event: ExtendableEvent): void {
  const { addRoutes } = event as ExtendableEvent & { addRoutes?: (rules: object) => Promise<void> };
  const { URLPattern } = self as { URLPattern?: new (init: object) => object };
  if (!addRoutes || !URLPattern) return;
  const rules = { condition: { urlPattern: new URLPattern({}) }, source: 'fetch-event' };
  event.waitUntil(addRoutes.call(event, rules).catch(() => undefined));
}

/** Fails as a whole when any part does: then the worker before stays, with all that it has. */
async function install(): Promise<void> {
  await keepShell(site, entries);
  await carryOver(site);
  await renewMap(site, entries).catch(() => undefined);
}

/** Nothing here is needed for a right answer: a browser may cut it short or run it again. */
async function takeOver(): Promise<void> {
  await self.clients.claim();
  // A still newer worker may be storing its shell at this moment; it will tidy up in its turn.
  if (self.registration.installing || self.registration.waiting) return;
  await pruneShells(site, entries);
  await dropOtherFormats(site);
  await pruneMap(site, entries);
}

function page(event: FetchEvent): Promise<Response> {
  return answerPage(new URL(event.request.url).pathname, {
    site,
    entries,
    fromNetwork: () => self.fetch(event.request),
    onDamage: (lang) => event.waitUntil(keep({ type: 'refresh', lang }).catch(() => undefined)),
  });
}

/** Only what never changes under its name, and what came with the worker; lists and all else are the network's. */
function isKeptKind(href: string): boolean {
  const url = withinBase(href);
  return /^(assets|packs\/[^/]+)\//.test(url) || entries.some((entry) => entry.url === url);
}

async function file(request: Request): Promise<Response> {
  return (await keptFile(withinBase(request.url), { site, entries })) ?? self.fetch(request);
}

const withinBase = (href: string) => new URL(href).pathname.slice(basePath(site).length);

/** With a single tab, and that one on its way to another page, nobody is left whom a new worker could surprise. */
async function letWaitingWorkerIn(): Promise<void> {
  const { waiting } = self.registration;
  if (waiting && (await self.clients.matchAll({ type: 'window' })).length <= 1) waiting.postMessage({ type: 'activate' });
}

type Source = ExtendableMessageEvent['source'];

async function obey(message: ToWorker, source: Source): Promise<void> {
  switch (message.type) {
    case 'activate':
      return self.skipWaiting();
    case 'keep-map':
      return keepMap(site, entries).catch(() => undefined);
    case 'status':
      return tell(await state(message.lang, message.fonts), source);
    case 'save':
    case 'refresh':
      return tell(await keep(message, source), source);
    case 'remove':
      return remove(message.lang, source);
  }
}

/** What is being saved at this moment, so that two tabs do not save the same. */
const running = new Map<Lang, { stop: AbortController; end: Promise<OfflineState> }>();

type Keep = Extract<ToWorker, { type: 'save' | 'refresh' }>;

async function keep({ type, lang, fonts = false }: Keep, source: Source = null): Promise<OfflineState> {
  const already = running.get(lang);
  if (already) return already.end;
  if (type === 'refresh' && !(await keptLanguages(site)).includes(lang)) return state(lang, fonts);
  const stop = new AbortController();
  const end = save(lang, { signal: stop.signal, fonts }, source).finally(() => running.delete(lang));
  running.set(lang, { stop, end });
  return end;
}

async function save(lang: Lang, asked: { signal: AbortSignal; fonts: boolean }, source: Source): Promise<OfflineState> {
  const onProgress = (done: number, of: number) => void tell({ type: 'progress', lang, done, of }, source);
  // After a removal the browser may revive this worker without installing it anew.
  await keepShell(site, entries).catch(() => undefined);
  const newer = await saveLanguage(site, lang, { ...asked, onProgress }).catch(() => undefined);
  // Whatever happened, say what is there now: after a failed update that is still the whole old version.
  const now = await languageState(site, lang, asked.fonts);
  const failed = newer === undefined && now.kind === 'removed' && !asked.signal.aborted;
  return { ...now, kind: failed ? 'failed' : now.kind, newer: newer === true };
}

async function state(lang: Lang, fonts = false): Promise<OfflineState> {
  const counted = await languageState(site, lang, fonts);
  return running.has(lang) && counted.kind !== 'ready' ? { ...counted, kind: 'saving' } : counted;
}

async function remove(which: Lang | 'all', source: Source): Promise<void> {
  const langs = which === 'all' ? [...(await keptLanguages(site)), ...running.keys()] : [which];
  for (const lang of new Set(langs)) {
    const saving = running.get(lang);
    saving?.stop.abort();
    await saving?.end.catch(() => undefined);
    await removeLanguage(site, lang);
    await tell(await languageState(site, lang), source);
  }
}

/** To whoever asked, who may not be ours yet, and to every open page of the guide. */
async function tell(message: object, source: Source): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (source && !pages.some(({ id }) => 'id' in source && id === source.id)) source.postMessage(message);
  for (const page of pages) page.postMessage(message);
}
