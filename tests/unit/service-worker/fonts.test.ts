import { describe, expect, test } from 'vitest';
import { readToWorker } from '../../../src/guide/offline-messages.ts';
import { keptFile } from '../../../src/service-worker/answer.ts';
import { languageState, saveLanguage } from '../../../src/service-worker/language.ts';
import { readList } from '../../../src/service-worker/read-list.ts';
import { edition, integrity, newPhone, type Phone, publish } from './phone.ts';

const FONT = { v1: 'letters of v1', v22: 'letters of v22' };

/** A version of Tigrinya with a font beside its files. */
function withFont(version: 'v1' | 'v22') {
  const { list, texts } = edition('ti', version);
  const url = `packs/ti/font-${version}.woff2`;
  const font = { url, kind: 'font' as const, bytes: FONT[version].length, integrity: integrity(FONT[version]) };
  return { url, list: { ...list, letters: 'ሀ', fonts: [font] }, texts: { ...texts, [url]: FONT[version] } };
}

const v1 = withFont('v1');
const v2 = withFont('v22');

function phoneWith(version: ReturnType<typeof withFont>): Phone {
  const phone = newPhone();
  publish(phone, version);
  return phone;
}

const asked = ({ requests }: Phone) => requests.map(({ url }) => url);
const fontOnPhone = async ({ site }: Phone, url: string) => (await keptFile(url, { site, entries: [] }))?.text();

describe('the font of a language', () => {
  test('is not fetched by a phone that has the letters', async () => {
    const phone = phoneWith(v1);
    await saveLanguage(phone.site, 'ti');
    expect(asked(phone)).not.toContain(v1.url);
    expect(await languageState(phone.site, 'ti')).toMatchObject({ kind: 'ready', files: 4 });
  });

  test('is kept and counted where the page asks for it', async () => {
    const phone = phoneWith(v1);
    await saveLanguage(phone.site, 'ti', { fonts: true });
    expect(await fontOnPhone(phone, v1.url)).toBe(FONT.v1);
    expect(await languageState(phone.site, 'ti', true)).toMatchObject({ kind: 'ready', files: 5 });
  });

  test('is missed by a page that needs it, although the rest is kept', async () => {
    const phone = phoneWith(v1);
    await saveLanguage(phone.site, 'ti');
    expect(await languageState(phone.site, 'ti', true)).toMatchObject({ kind: 'failed' });
    await saveLanguage(phone.site, 'ti', { fonts: true });
    expect(await languageState(phone.site, 'ti', true)).toMatchObject({ kind: 'ready' });
  });

  test('comes along with an update, unasked, and the old one goes in the end', async () => {
    const phone = phoneWith(v1);
    await saveLanguage(phone.site, 'ti', { fonts: true });
    publish(phone, v2);
    await saveLanguage(phone.site, 'ti');
    expect(await fontOnPhone(phone, v2.url)).toBe(FONT.v22);
    expect(await languageState(phone.site, 'ti')).toMatchObject({ kind: 'ready', files: 5 });
  });

  test('is refused with one wrong byte, and the old version stays', async () => {
    const phone = phoneWith(v1);
    await saveLanguage(phone.site, 'ti', { fonts: true });
    publish(phone, v2);
    phone.server.set(v2.url, () => new Response(FONT.v22.replace(/.$/, '~')));
    await expect(saveLanguage(phone.site, 'ti')).rejects.toThrow();
    expect(await fontOnPhone(phone, v1.url)).toBe(FONT.v1);
    expect(await languageState(phone.site, 'ti')).toMatchObject({ kind: 'ready', made: '2026-11-02' });
  });

  test('may be missing in lists of old builds, but not be something else', () => {
    const text = (fonts: unknown) => JSON.stringify({ ...v1.list, fonts });
    expect(readList(text(undefined), 'ti')).toBeDefined();
    expect(readList(text(v1.list.fonts), 'ti')).toBeDefined();
    expect(readList(text([{ url: 'https://elsewhere.test/font.woff2' }]), 'ti')).toBeUndefined();
    expect(readList(text('font'), 'ti')).toBeUndefined();
  });

  test('is asked for by the word true and nothing else', () => {
    expect(readToWorker({ type: 'save', lang: 'ti', fonts: true })).toEqual({ type: 'save', lang: 'ti', fonts: true });
    expect(readToWorker({ type: 'save', lang: 'ti', fonts: 'yes' })).toEqual({ type: 'save', lang: 'ti' });
    expect(readToWorker({ type: 'remove', lang: 'ti', fonts: true })).toEqual({ type: 'remove', lang: 'ti' });
  });
});
