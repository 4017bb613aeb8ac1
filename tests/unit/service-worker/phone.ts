/** A phone and a network for tests: caches in memory, and a server that misbehaves as it is told. */
import { createHash } from 'node:crypto';
import { languageCacheName } from '../../../src/guide/cache-names.ts';
import { cardMark } from '../../../src/guide/compose-page.ts';
import { INTEGRITY_LENGTH, PACK_FORMAT, type PackFile, type PackList } from '../../../src/guide/packs.ts';
import type { Site } from '../../../src/service-worker/keep.ts';

export class MemoryCache {
  entries = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Addresses in the order in which they were written. */
  writes: string[] = [];
  /** Throws as a full phone does, from this many writes on. */
  room = Number.POSITIVE_INFINITY;
  /** The browser's own files of it are damaged: then Chromium lets nothing be read or written. */
  broken = false;

  async match(url: string): Promise<Response | undefined> {
    this.refuse();
    const bytes = this.entries.get(url);
    return bytes && new Response(bytes);
  }
  async put(url: string, response: Response): Promise<void> {
    this.refuse();
    if (this.writes.length >= this.room) throw new DOMException('no room', 'QuotaExceededError');
    this.entries.set(url, new Uint8Array(await response.arrayBuffer()));
    this.writes.push(url);
  }
  async keys(): Promise<{ url: string }[]> {
    this.refuse();
    return [...this.entries.keys()].map((url) => ({ url }));
  }
  async delete(request: { url: string }): Promise<boolean> {
    return this.entries.delete(request.url);
  }
  private refuse(): void {
    if (this.broken) throw new DOMException('Unexpected internal error.', 'UnknownError');
  }
}

export class MemoryCaches {
  all = new Map<string, MemoryCache>();
  keys = async () => [...this.all.keys()];
  has = async (name: string) => this.all.has(name);
  delete = async (name: string) => this.all.delete(name);
  open = async (name: string) => {
    const cache = this.all.get(name) ?? new MemoryCache();
    this.all.set(name, cache);
    return cache;
  };
}

type Answer = (init: RequestInit) => Response | Promise<Response>;

let phones = 0;

/** A phone with its own site address, so that nothing is left of the test before. */
export function newPhone() {
  phones += 1;
  const scope = `https://guide.test/${phones}/`;
  const caches = new MemoryCaches();
  /** What the server has, by address relative to the base. */
  const server = new Map<string, Answer>();
  const requests: { url: string; cache: RequestCache | undefined }[] = [];
  const site: Site = {
    scope,
    caches: caches as unknown as CacheStorage,
    idle: 50,
    fetch: async (href, init) => {
      const url = href.slice(scope.length);
      requests.push({ url, cache: init.cache });
      return (server.get(url) ?? (() => new Response('not here', { status: 404 })))(init);
    },
  };
  const cache = (lang: string) => caches.open(languageCacheName(`/${phones}/`, lang));
  return { site, scope, caches, server, requests, cache: cache.bind(undefined) };
}

export type Phone = ReturnType<typeof newPhone>;

export const integrity = (text: string) =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`.slice(0, INTEGRITY_LENGTH);

/** One published version of a language: its list, and its files by address. */
export function edition(lang: string, version: string, shared: Record<string, string> = {}) {
  const texts: Record<string, string> = {
    [`packs/${lang}/shell-${version}.html`]: `<title>@@title@@</title>${version}<main>@@main@@</main>`,
    [`packs/${lang}/towns-${version}.json`]: pack(
      { '': 'home', 'calais/': 'Calais', 'calais/health/': cardMark('s/pass/'), 'not-saved/': 'not here' },
      version,
    ),
    [`packs/${lang}/services-${version}.json`]: pack({ 's/pass/': 'PASS' }, version),
    [`assets/main-${version}.js`]: `/* ${version} */`,
    ...shared,
  };
  const files = Object.entries(texts).map(([url, text]) => ({
    url,
    kind: !url.startsWith(`packs/${lang}/`) ? 'asset' : url.includes('shell') ? 'shell' : 'pack',
    bytes: Buffer.byteLength(text),
    integrity: integrity(text),
  })) as PackFile[];
  const made = `2026-11-0${version.length}`;
  const list: PackList = { format: PACK_FORMAT, lang, made, signs: { made }, files };
  return { list, texts };
}

const pack = (titles: Record<string, string>, version: string) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(titles).map(([rest, title]) => [
        rest,
        { title, description: '', bar: '', home: '', main: `${title} ${version}` },
      ]),
    ),
  );

export function publish({ server }: Phone, { list, texts }: ReturnType<typeof edition>): void {
  server.set(`packs/${list.lang}.json`, () => new Response(JSON.stringify(list)));
  for (const [url, text] of Object.entries(texts)) server.set(url, () => new Response(text));
}

const body = (text: string | Uint8Array<ArrayBuffer>) => () => new Response(text);
const hang: Answer = ({ signal }) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))));

/** What networks have been seen to answer instead of the file; each is given the right text. */
export const BAD_ANSWERS: Record<string, (right: string) => Answer> = {
  'a page of the wifi network': () => body('<!doctype html><title>Log in</title>'),
  'a page of the wifi network after a redirect': () => () =>
    Object.defineProperty(new Response('<!doctype html><title>Log in</title>'), 'redirected', { value: true }),
  'half of the file': (right) => body(right.slice(0, right.length / 2)),
  'an empty file': () => body(''),
  'a file with one wrong byte': (right) => body(right.replace(/.$/, '~')),
  'the file of another version': (right) => body(right.replaceAll('v', 'w')),
  'more than the file': (right) => body(right.repeat(2)),
  'a "not found" page': () => () => new Response('not found', { status: 404 }),
  'a server error': () => () => new Response('oops', { status: 503 }),
  'no content': () => () => new Response(null, { status: 204 }),
  'a part that nobody asked for': (right) => () => new Response(right, { status: 206 }),
  'no connection': () => () => Promise.reject(new TypeError('Failed to fetch')),
  silence: () => hang,
  'a beginning and then silence': (right) => () =>
    new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode(right.slice(0, 3))) })),
  'a beginning and then a cut': (right) => () =>
    new Response(
      new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(right.slice(0, 3)));
          setTimeout(() => stream.error(new TypeError('network error')), 1);
        },
      }),
    ),
};
