import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { headersFile, securityHeaders } from '../../../src/pipeline/security-headers.ts';
import { type Site, type SiteOptions, startSiteServer } from '../../../src/pipeline/site-server.ts';

const temp = mkdtempSync(join(tmpdir(), 'site-server-'));
const dist = join(temp, 'dist');
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(temp, path)), { recursive: true });
  writeFileSync(join(temp, path), text);
};
const SCRIPT = 'console.log("a long line that compresses well");'.repeat(200);
write('secret.txt', 'not for the world');
write('dist/index.html', 'languages');
write('dist/404.html', 'there is no such page');
write('dist/ar/index.html', 'Arabic');
write('dist/assets/main-1.js', SCRIPT);
write('dist/.hidden', 'hidden');
write('dist/_headers', headersFile(securityHeaders([])));
symlinkSync(join(temp, 'secret.txt'), join(dist, 'link.txt'));

const sites: Site[] = [];
const start = async (options: Partial<SiteOptions> = {}) => {
  const site = await startSiteServer({ dist, ...options });
  sites.push(site);
  return site;
};
afterEach(() => Promise.all(sites.splice(0).map((site) => site.close())));
afterAll(() => rmSync(temp, { recursive: true }));

/** Asks for exactly this path: no client may tidy it up on the way. */
function ask(site: Site, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(site.origin);
    const sent = httpRequest({ hostname, port, path, headers, method, family: 4 }, async (response) => {
      const pieces: Buffer[] = [];
      for await (const piece of response) pieces.push(piece as Buffer);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) });
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('the server of the built site', () => {
  it('answers a folder with its page', async () => {
    const answer = await ask(await start(), '/ar/');
    expect([answer.status, answer.body.toString()]).toEqual([200, 'Arabic']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('adds a missing slash and keeps what follows the question mark', async () => {
    const answer = await ask(await start(), '/ar?from=poster?1');
    expect([answer.status, answer.headers.location]).toEqual([301, '/ar/?from=poster?1']);
  });

  it('says not found with its own page', async () => {
    const answer = await ask(await start(), '/nowhere/');
    expect([answer.status, answer.body.toString()]).toEqual([404, 'there is no such page']);
  });

  it('works under a subpath, and only there', async () => {
    const site = await start({ base: '/a/b/' });
    expect((await ask(site, '/a/b/ar/')).body.toString()).toBe('Arabic');
    expect((await ask(site, '/a/b')).headers.location).toBe('/a/b/');
    expect((await ask(site, '/a/b/ar')).headers.location).toBe('/a/b/ar/');
    expect((await ask(site, '/ar/')).status).toBe(404);
    expect(site.url('ar/')).toBe(`${site.origin}/a/b/ar/`);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/ar/..%5c..%5c..%5csecret.txt',
    '/ar/%00',
    '/%',
    '//example.org/',
    '/link.txt',
    '/.hidden',
    '/_headers',
    'http://example.org/../secret.txt',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await ask(await start(), path);
    expect([answer.status, answer.body.toString()]).toEqual([404, 'there is no such page']);
  });

  it('compresses for whoever can read it', async () => {
    const site = await start();
    const brotli = await ask(site, '/assets/main-1.js', { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    expect((await ask(site, '/assets/main-1.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await ask(site, '/assets/main-1.js')).body.toString()).toBe(SCRIPT);
  });

  it('sends nothing twice to a phone that has it', async () => {
    const site = await start();
    const { etag = '' } = (await ask(site, '/ar/')).headers;
    const again = await ask(site, '/ar/', { 'if-none-match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('sends a changed file at once', async () => {
    const site = await start();
    write('dist/news/index.html', 'old');
    const { etag = '' } = (await ask(site, '/news/')).headers;
    write('dist/news/index.html', 'new');
    expect((await ask(site, '/news/', { 'if-none-match': etag })).body.toString()).toBe('new');
  });

  it('sends the headers that the build wrote down', async () => {
    const site = await start();
    const { headers } = await ask(site, '/assets/main-1.js');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['cache-control']).toContain('immutable');
  });

  it('does not let a missing file be kept for good', async () => {
    expect((await ask(await start(), '/assets/gone-1.js')).headers['cache-control']).toBe('no-cache');
  });

  it('only gives, never takes', async () => {
    expect((await ask(await start(), '/ar/', {}, 'POST')).status).toBe(405);
    expect((await ask(await start(), '/ar/', {}, 'HEAD')).body.length).toBe(0);
  });

  it('writes down what went over the line, headers and all', async () => {
    const site = await start();
    const { body } = await ask(site, '/assets/main-1.js', { 'accept-encoding': 'br' });
    expect(site.requests).toMatchObject([{ method: 'GET', path: '/assets/main-1.js', status: 200 }]);
    expect(site.requests[0]?.bytes).toBeGreaterThan(body.length + 200);
    expect(site.requests[0]?.bytes).toBeLessThan(body.length + 2000);
  });

  it('lets all answers share one slow line', async () => {
    const site = await start({ kbps: 400, rtt: 50 });
    const started = performance.now();
    await Promise.all([ask(site, '/assets/main-1.js'), ask(site, '/assets/main-1.js')]);
    const atLeast = 50 + (2 * SCRIPT.length * 8) / 400;
    expect(performance.now() - started).toBeGreaterThan(atLeast * 0.95);
  });

  it('waits for the new site while a build replaces the old one', async () => {
    const site = await start();
    renameSync(dist, `${dist}.away`);
    setTimeout(() => renameSync(`${dist}.away`, dist), 60);
    expect((await ask(site, '/ar/')).status).toBe(200);
  });

  it('puts the old site back after a build that was killed while it replaced it', async () => {
    const site = await start();
    const place = `${dist}.building`;
    write('dist.building/owner', '1-00000000');
    renameSync(dist, join(place, 'old-1-00000000'));
    expect((await ask(site, '/ar/')).status).toBe(200);
    rmSync(place, { recursive: true });
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL((await start()).origin).port);
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
