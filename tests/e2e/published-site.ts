/** A copy of the built site that a test may change, take offline and publish anew; the next test finds it as it was. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composePage, inEdition } from '../../src/guide/compose-page.ts';
import { INTEGRITY_LENGTH, type Pack, type PackList } from '../../src/guide/packs.ts';
import { type Site, startSite } from './site.ts';

export type Fault = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

export interface PublishedSite {
  folder: string;
  base: string;
  /** Languages that were built, e.g. `['ar', 'en', 'fr']`. */
  langs: string[];
  url(path: string): string;
  /** Paths asked of the server since it was last started, relative to the base. */
  asked(): string[];
  /** Answers in the server's place where it returns true; `path` is relative to the base. */
  fault: Fault | undefined;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function publishSite(dist: string, base: string): Promise<PublishedSite> {
  const folder = spareCopies.get(dist)?.pop() ?? (await makeCopy(dist));
  const written = new Set<string>();
  let server: Site | undefined;
  let port = 0;
  const site: PublishedSite = {
    folder,
    base,
    langs: (await readdir(join(folder, 'packs'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)),
    url: (path) => `http://localhost:${port}${base}${path}`,
    asked: () => (server?.requests ?? []).map(({ path }) => path.slice(base.length)),
    fault: undefined,
    async goOffline() {
      await server?.close();
      server = undefined;
    },
    async goOnline() {
      const intercept = (request: IncomingMessage, response: ServerResponse) =>
        site.fault?.((request.url ?? '').slice(base.length), request, response) ?? false;
      server = await startSite({ dist: folder, base, port, intercept });
      port = Number(new URL(server.origin).port);
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    write: (path, text) => {
      written.add(path);
      return writeFile(join(folder, path), text);
    },
    async remove() {
      await site.goOffline();
      await restore({ dist, folder, written });
      spareCopies.set(dist, [...(spareCopies.get(dist) ?? []), folder]);
    },
  };
  await site.goOnline();
  return site;
}

/** Copies that no test uses now, by what they are copies of: two thousand files are copied once, not for every test. */
const spareCopies = new Map<string, string[]>();

async function makeCopy(dist: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guide-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await cp(dist, folder, { recursive: true });
  return folder;
}

/** Takes back what a test has written. */
async function restore({ dist, folder, written }: { dist: string; folder: string; written: Set<string> }) {
  for (const path of written) {
    await rm(join(folder, path));
    await copyFile(join(dist, path), join(folder, path)).catch(() => undefined);
  }
  written.clear();
}

/** Paths of all pages below a folder of the built site, '' for its own, e.g. `['', 'calais/', ...]`. */
export async function pagesBelow(site: PublishedSite, folder: string): Promise<string[]> {
  const all = await readdir(join(site.folder, folder), { recursive: true });
  return all.filter((name) => /(^|\/)index\.html$/.test(name)).map((name) => name.slice(0, -'index.html'.length));
}

/**
 * Publishes a new version of a language as a build would: the given page says something else,
 * so its pack has another name, and so the list changes. Answers with the address of the new pack.
 */
export async function changePage(site: PublishedSite, lang: string, rest: string, mark: string): Promise<string> {
  const list = JSON.parse(await site.read(`packs/${lang}.json`)) as PackList;
  for (const file of list.files.filter(({ kind }) => kind === 'pack')) {
    const pack = JSON.parse(await site.read(file.url)) as Pack;
    const page = pack[rest];
    if (!page) continue;
    page.main = page.main.replace('</h1>', ` ${mark}</h1>`);
    const text = JSON.stringify(pack);
    const hash = createHash('sha256').update(text);
    file.url = file.url.replace(/-[^-]*\.json$/, `-${mark}.json`);
    file.bytes = Buffer.byteLength(text);
    file.integrity = `sha256-${hash.digest('base64')}`.slice(0, INTEGRITY_LENGTH);
    const shell = inEdition(await site.read(list.files.find(({ kind }) => kind === 'shell')?.url ?? ''), list.signs);
    await site.write(file.url, text);
    await site.write(`${lang}/${rest}index.html`, composePage(shell, { ...page, rest }));
    await site.write(`packs/${lang}.json`, JSON.stringify(list));
    return file.url;
  }
  throw new Error(`No pack of ${lang} has the page ${rest}`);
}
