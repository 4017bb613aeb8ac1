import { expect, test } from 'vitest';
import { cutIntoPieces, isSameFile, keysUrl, pieceUrl } from '../../../src/guide/pieces.ts';
import { publishedPieces } from '../../../src/pipeline/published-pieces.ts';
import { composeKept } from '../../../src/service-worker/edition.ts';
import { isWhole as isWholeFile } from '../../../src/service-worker/keep.ts';
import { languageState, saveLanguage } from '../../../src/service-worker/language.ts';
import { BAD_ANSWERS, integrity, newPhone, type Phone } from './phone.ts';

const REST = Array.from({ length: 12 }, (_, n) => `t/topic-${n}/`);
const page = (main: string) => ({ title: 'Topic', description: '', bar: '', home: '', main });

/** A language of twelve pages, published whole and in pieces; `changed` pages say something else. */
function publish({ server }: Phone, changed: readonly string[] = []): string {
  const texts = {
    shell: '<head><style>p{}</style></head><main>@@main@@</main>@@signs@@{}',
    topics: JSON.stringify(
      Object.fromEntries(REST.map((rest) => [rest, page(`<p>About ${rest}, "old"</p>${changed.includes(rest) ? 'new' : ''}`)])),
    ),
  };
  const files = Object.entries(texts).map(([name, text]) => {
    const url = `packs/ar/${name}-${integrity(text).slice(7, 19).replace(/\W/g, '_')}.json`;
    server.set(url, () => new Response(text));
    for (const [path, piece] of publishedPieces(url, text)) server.set(path, () => new Response(piece));
    return { url, kind: name === 'shell' ? 'shell' : 'pack', bytes: Buffer.byteLength(text), integrity: integrity(text) };
  });
  const list = JSON.stringify({ format: 3, lang: 'ar', made: '2026-11-22', signs: {}, files });
  server.set('packs/ar.json', () => new Response(list));
  return files[1]?.url ?? '';
}

async function phoneWithTopics(): Promise<Phone> {
  const phone = newPhone();
  publish(phone);
  await saveLanguage(phone.site, 'ar');
  phone.requests.length = 0;
  return phone;
}

const asked = ({ requests }: Phone) => requests.map(({ url }) => url);
const says = async (phone: Phone, rest = '') => (await composeKept(phone.site, 'ar', rest)).html;
const isWhole = async (phone: Phone) => (await languageState(phone.site, 'ar')).kind === 'ready';

test('a text cut into pieces is the same text again', () => {
  const pack = JSON.stringify({ '': page(',"a":{" is no page'), 'calais/': page('"}') });
  expect(cutIntoPieces(pack)).toHaveLength(2);
  expect(cutIntoPieces(pack).join('')).toBe(pack);
  const shell = '<title></title><style>p{}</style><body>@@signs@@{}';
  expect(cutIntoPieces(shell)).toEqual(['<title></title>', '<style>p{}', '</style><body>', '@@signs@@{}']);
  expect(cutIntoPieces(JSON.stringify({ '': page('<main>'), 't/': page('<header>') }))).toHaveLength(2);
});

test('only versions of the same file are the same file', () => {
  expect(isSameFile('packs/en/services-0d1e26b948db.json', 'packs/en/services-aa77b9bc0f4f.json')).toBe(true);
  expect(isSameFile('packs/en/services-0d1e26b948db.json', 'packs/fr/services-0d1e26b948db.json')).toBe(false);
  expect(isSameFile('packs/en/a.json', 'packs/en/a.json')).toBe(false);
});

test('of a page that changed a phone fetches that page alone', async () => {
  const phone = await phoneWithTopics();
  const url = publish(phone, ['t/topic-3/']);
  await saveLanguage(phone.site, 'ar');
  expect(asked(phone)).toHaveLength(3);
  expect(asked(phone).slice(0, 2)).toEqual(['packs/ar.json', keysUrl(url)]);
  expect(asked(phone)[2]).toMatch(/^packs\/ar\/topics\/[\w-]{5}\.txt$/);
  expect(await isWhole(phone)).toBe(true);
  expect(await says(phone, 't/topic-3/')).toContain('"old"</p>new');
  expect(await says(phone, 't/topic-4/')).toMatch(/"old"<\/p><\/main>/);
});

test('where most of it changed, the file itself is fetched', async () => {
  const phone = await phoneWithTopics();
  const url = publish(phone, REST.slice(4));
  await saveLanguage(phone.site, 'ar');
  expect(asked(phone)).toEqual(['packs/ar.json', keysUrl(url), url]);
  expect(await isWhole(phone)).toBe(true);
});

test('where the old version is damaged, the file itself is fetched', async () => {
  const phone = await phoneWithTopics();
  const { entries } = await phone.cache('ar');
  for (const url of entries.keys()) if (url.includes('topics-')) entries.set(url, new Uint8Array([1, 2, 3]));
  const url = publish(phone, ['t/topic-3/']);
  await saveLanguage(phone.site, 'ar');
  expect(asked(phone)).toEqual(['packs/ar.json', url]);
  expect(await isWhole(phone)).toBe(true);
});

for (const [fault, answer] of Object.entries(BAD_ANSWERS)) {
  test(`a list of keys that is ${fault} costs nothing but the way round`, async () => {
    const phone = await phoneWithTopics();
    const url = publish(phone, ['t/topic-3/']);
    phone.server.set(keysUrl(url), answer('w7xQ_'));
    await saveLanguage(phone.site, 'ar');
    expect(asked(phone)).toContain(url);
    expect(await isWhole(phone)).toBe(true);
  });

  test(`a piece that is ${fault} is never stored`, async () => {
    const phone = await phoneWithTopics();
    const url = publish(phone, ['t/topic-3/']);
    for (const path of phone.server.keys()) if (/topics\/[\w-]{5}\.txt$/.test(path)) phone.server.set(path, answer('a piece'));
    await saveLanguage(phone.site, 'ar');
    expect(asked(phone)).toContain(url);
    expect(await says(phone, 't/topic-3/')).toContain('"old"</p>new');
  });
}

test('pieces that are right each but make another file are not stored', async () => {
  const phone = await phoneWithTopics();
  const url = publish(phone, ['t/topic-3/']);
  const keys = await (await phone.server.get(keysUrl(url))?.({}))?.text();
  phone.server.set(keysUrl(url), () => new Response(`${keys?.slice(5)}${keys?.slice(0, 5)}`));
  await saveLanguage(phone.site, 'ar');
  expect(asked(phone)).toContain(url);
  expect(await isWhole(phone)).toBe(true);
});

test('addresses of pieces stand beside the file', () => {
  expect(pieceUrl('packs/en/services-0d1e26b948db.json', 'w7xQ_')).toBe('packs/en/services/w7xQ_.txt');
  expect(keysUrl('packs/en/services-0d1e26b948db.json')).toBe('packs/en/services/0d1e26b948db.txt');
});

test('a file without a hash, or with less of it than a list has, is never taken for whole', async () => {
  const bytes = new TextEncoder().encode('PASS');
  for (const end of [0, 7, 28]) expect(await isWholeFile(bytes, { integrity: integrity('PASS').slice(0, end) })).toBe(false);
  expect(await isWholeFile(bytes, { integrity: integrity('PASS') })).toBe(true);
});
