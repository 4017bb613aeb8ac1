/** A tiny built site on disk, and a host that gives it out in its own way. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { headersFile, securityHeaders } from '../../../../src/pipeline/security-headers.ts';
import { startSiteServer } from '../../../../src/pipeline/site-server.ts';

const page = (lang: string, words: string) => `<!doctype html><html lang="${lang}" data-base="/">
<head><title>Guide</title><script>first()</script></head>
<body> <p class="a">${words}</p> <a href="mailto:guide@guide.example">guide@guide.example</a> <!-- end -->
</body></html>`;

const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html': page('en', 'Languages'),
  '404.html': page('en', 'This page does not exist'),
  'en/index.html': page('en', 'Where to find food. '.repeat(80)),
  'en/s/pass/index.html': page('en', 'Ouvert de 9 h à 12 h'),
  'packs/en.json': '{"lang":"en"}',
  'packs/en/shell-0123456789ab.html': page('en', '@@main@@'),
  'packs/en/basics-0123456789ab.json': `{"a":"${'many words '.repeat(200)}"}`,
  'assets/main-0123456789ab.js': 'export const first = () => "one";\n'.repeat(60),
  'icons/guide-192.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]),
  'manifest-en.webmanifest': '{"name":"Guide"}',
  'sw.js': 'self.addEventListener("install", () => {});\n',
  _headers: headersFile(securityHeaders([])),
};

/** A folder as `npm run build` leaves it. */
export function makeDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'guide-dist-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), content);
  }
  return dist;
}

export interface HostAnswer {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  /** Unpacked; packed again where `content-encoding` says so. */
  body: Buffer;
}

/** What a host makes of a question; `good` answers as a good host would. */
export type Twist = (path: string, good: (path: string) => Promise<HostAnswer>) => HostAnswer | Promise<HostAnswer>;

/** Starts the host; its address ends in a slash. */
export async function startHost(
  dist: string,
  twist: Twist = (path, good) => good(path),
): Promise<{ address: string; asked: string[]; most: () => number }> {
  const site = await startSiteServer({ dist });
  const asked: string[] = [];
  let now = 0;
  let most = 0;
  const good = async (path: string): Promise<HostAnswer> => {
    const answer = await fetch(site.origin + path, { redirect: 'manual', headers: { 'accept-encoding': 'gzip' } });
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => !/^(connection|date|keep-alive|content-length|transfer-encoding)$/.test(name)),
    );
    return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const server = createServer(async (request, response) => {
    asked.push(request.url ?? '');
    most = Math.max(most, ++now);
    const { status, headers, body } = await twist(request.url ?? '/', good);
    response.writeHead(status, headers).end(headers['content-encoding'] ? gzipSync(body) : body);
    now -= 1;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(async () => {
    server.closeAllConnections();
    await Promise.all([new Promise((closed) => server.close(closed)), site.close()]);
  });
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, asked, most: () => most };
}

/** A host that changes pages on their way. */
export const changingPages =
  (change: (html: string) => string): Twist =>
  async (path, good) => {
    const answer = await good(path);
    if (!answer.headers['content-type']?.startsWith('text/html')) return answer;
    return { ...answer, body: Buffer.from(change(answer.body.toString())) };
  };

/** A host that changes what it says beside a file. */
export const changingHeaders =
  (change: (headers: Record<string, string>, path: string) => void): Twist =>
  async (path, good) => {
    const answer = await good(path);
    change(answer.headers, path);
    return answer;
  };
