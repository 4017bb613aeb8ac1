/**
 * How a file gets from the network onto the phone: fetched with patience that ends, checked, and only then stored.
 * A file is taken when its bytes have the right hash, and for no other reason.
 */

import { INTEGRITY_LENGTH } from '../guide/packs.ts';

/** The world around the worker; tests bring their own. */
export interface Site {
  /** Absolute address of the site's base, with its final slash. */
  scope: string;
  caches: CacheStorage;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds without a single byte after which a connection is given up: never a limit on the whole, 2G is slow. */
  idle: number;
}

/** What must be known about a file before it is fetched. */
export interface Wanted {
  /** Relative to the base. */
  url: string;
  /** `sha256-...`, whole or its beginning. */
  integrity: string;
  /** Its length, or the most that we would take. */
  bytes: number;
}

/** The server answered, but not with what was asked for. A connection that fails is not this. */
export class Refused extends Error {}

/** A browser gives up with many requests at once, and 2G does not get faster by them. */
const PARALLEL = 4;

/** `basePath({ scope: 'https://x.org/a/b/' })` -> `/a/b/` */
export const basePath = (site: Site) => new URL(site.scope).pathname;
export const absolute = (site: Site, url: string) => new URL(url, site.scope).href;

/** Fetches a file and stores it under its own address, verified. Throws when that is not possible. */
export async function keepFile(site: Site, cache: Cache, file: Wanted, first: RequestCache, signal?: AbortSignal): Promise<void> {
  const check = async (bytes: Uint8Array<ArrayBuffer>) => {
    if (!(await isWhole(bytes, file))) throw new Refused(`${file.url} has the wrong hash`);
    return bytes;
  };
  const bytes = await fetchChecked(site, { url: file.url, limit: file.bytes, first, signal }, check);
  await store(site, cache, file.url, bytes);
}

/** Only for bytes that were checked. */
export const store = (site: Site, cache: Cache, url: string, bytes: Uint8Array<ArrayBuffer>) =>
  cache.put(absolute(site, url), new Response(bytes, { headers: { 'content-type': contentType(url) } }));

/** The phone is full. */
export const isNoRoom = (problem: unknown) => problem instanceof Error && problem.name === 'QuotaExceededError';

/**
 * Opens a cache to store in it. One that the browser cannot read at all any more, because its own files were damaged, is begun anew:
 * nothing in it could ever be read, mended or replaced again.
 */
export async function openSound(site: Site, name: string): Promise<Cache> {
  const cache = await site.caches.open(name);
  try {
    // What fails once may have had no time or room.
    await cache.keys().catch(() => cache.keys());
    return cache;
  } catch {
    await site.caches.delete(name);
    return site.caches.open(name);
  }
}

interface Errand {
  url: string;
  /** More bytes than this are not read. */
  limit: number;
  /** How the browser's own cache may be used the first time; a wrong answer is asked for once more past it. */
  first: RequestCache;
  signal?: AbortSignal | undefined;
}

/** Fetches bytes that `check` agrees with; `check` throws `Refused` when they are wrong. */
export async function fetchChecked<T>(
  site: Site,
  errand: Errand,
  check: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  try {
    return await check(await fetchBytes(site, errand, errand.first));
  } catch (problem) {
    // A poisoned HTTP cache would give the same wrong answer for a year.
    if (!(problem instanceof Refused)) throw problem;
    return await check(await fetchBytes(site, errand, 'reload'));
  }
}

async function fetchBytes(site: Site, { url, limit, signal }: Errand, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  if (signal?.aborted) throw new Error('called off');
  signal?.addEventListener('abort', stop);
  try {
    // `same-origin`: where a portal leads to another server, no request reaches it.
    const answer = site.fetch(absolute(site, url), { cache, mode: 'same-origin', signal: abort.signal });
    const response = await within(site.idle, answer, abort.signal);
    if (response.status !== 200 || !response.body) throw new Refused(`${url} was answered with ${response.status}`);
    return await readBytes(response.body.getReader(), { url, limit, idle: site.idle, signal: abort.signal });
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

async function readBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { url, limit, idle, signal }: { url: string; limit: number; idle: number; signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await within(idle, reader.read(), signal);
    if (done) break;
    length += value.length;
    if (length > limit) throw new Refused(`${url} is longer than ${limit} bytes`);
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The promise, or a failure when it takes longer than so many milliseconds or is called off. */
export function within<T>(milliseconds: number, promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    signal?.addEventListener('abort', () => reject(new Error('called off')), { once: true });
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** `sha256-` and the hash in base64, as in an `integrity` attribute. */
export async function integrityOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/** Whether these are the bytes that were published: by the first 132 bits of their hash at least. */
export const isWhole = async (bytes: Uint8Array<ArrayBuffer>, { integrity }: Pick<Wanted, 'integrity'>): Promise<boolean> =>
  integrity.length >= INTEGRITY_LENGTH && (await integrityOf(bytes)).startsWith(integrity);

/** A stored file, or undefined when it is missing, cannot be read to its end, or has another hash. */
export async function readKept(
  site: Site,
  cache: Cache,
  file: Pick<Wanted, 'url' | 'integrity'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const stored = await cache.match(absolute(site, file.url));
    const bytes = stored && new Uint8Array(await stored.arrayBuffer());
    return bytes && (await isWhole(bytes, file)) ? bytes : undefined;
  } catch {
    // A damaged disk shows as a body that cannot be read.
    return undefined;
  }
}

/** Does the work for every item, a few at a time; stops at the first that fails. */
export async function forEachFew<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  const workers = Array.from({ length: PARALLEL }, worker).map((one) =>
    one.catch((problem) => {
      queue.length = 0;
      throw problem;
    }),
  );
  const results = await Promise.allSettled(workers);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

const CONTENT_TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Said by us, because a host that names it wrongly would do so for as long as the file is kept. */
export const contentType = (url: string) => CONTENT_TYPES[url.slice(url.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
