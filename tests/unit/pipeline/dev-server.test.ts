import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { devConfig } from '../../../src/pipeline/vite-plugin.ts';

const FOLDERS = { content: 'tests/fixtures/guides/_whole/content', locales: 'locales' };

let server: ViteDevServer;
let origin = '';
beforeAll(async () => {
  const own = { port: 0, ws: false } as const;
  server = await createServer({
    ...devConfig(FOLDERS),
    configFile: false,
    logLevel: 'error',
    server: own,
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  const address = server.httpServer?.address();
  origin = typeof address === 'object' ? `http://localhost:${address?.port}` : '';
}, 60_000);
afterAll(() => server.close());

/** What an editor sees there. */
const read = async (path: string) => (await fetch(origin + path)).text();

test.each([
  ['the first choice', '/', 'data-island="choose-language"'],
  ['a page of a language', '/ar/calais/', '<html lang="ar" dir="rtl"'],
  ['a page of one service', '/en/s/hospital/', 'Calais hospital'],
  ['an address on paper', '/s/hospital/', 'href="/ar/s/hospital/"'],
  ['how far the translations are', '/translate/', 'Translations of this guide'],
  ['how far the translations are', '/translate', 'Translations of this guide'],
  ['an address that does not exist', '/en/nothing/', 'href="/en/"'],
])(
  'while writing, one sees %s: %s',
  async (_, path, words) => {
    const html = await read(path);
    expect(html).toContain(words);
    expect(html).toMatch(/<style>[^<]/);
  },
  30_000,
);

test('the page for translators has its pictures', async () => {
  expect(await read('/translate/')).toMatch(/\.states\b/);
});
