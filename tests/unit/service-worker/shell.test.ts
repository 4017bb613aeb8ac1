import { describe, expect, test } from 'vitest';
import { keepShell, pruneShells, readShell, type ShellEntry } from '../../../src/service-worker/shell.ts';
import { BAD_ANSWERS, integrity, newPhone } from './phone.ts';

const texts = { 'calendar/index.html': '<title>v1 calendar</title>', 'icons/guide.svg': '<svg>v1 icon</svg>' };
const entries: ShellEntry[] = Object.entries(texts).map(([url, text]) => ({ url, integrity: integrity(text) }));

function phoneWithShell() {
  const phone = newPhone();
  for (const [url, text] of Object.entries(texts)) phone.server.set(url, () => new Response(text));
  return phone;
}

const read = async (phone: ReturnType<typeof newPhone>, url: string) => {
  const bytes = await readShell(phone.site, entries, url);
  return bytes && new TextDecoder().decode(bytes);
};

describe('the shell', () => {
  test('is kept whole', async () => {
    const phone = phoneWithShell();
    await keepShell(phone.site, entries);
    phone.server.clear();
    for (const [url, text] of Object.entries(texts)) expect(await read(phone, url)).toBe(text);
  });

  test('is kept anew where the browser itself cannot read its cache any more', async () => {
    const phone = phoneWithShell();
    await keepShell(phone.site, entries);
    for (const cache of phone.caches.all.values()) cache.broken = true;
    await keepShell(phone.site, entries);
    phone.server.clear();
    for (const [url, text] of Object.entries(texts)) expect(await read(phone, url)).toBe(text);
  });

  for (const [name, answer] of Object.entries(BAD_ANSWERS)) {
    test(`fails to install with ${name} instead of any of its files`, async () => {
      for (const [url, text] of Object.entries(texts)) {
        const phone = phoneWithShell();
        phone.server.set(url, answer(text));
        await expect(keepShell(phone.site, entries)).rejects.toThrow();
      }
    });
  }

  test('fails to install when the build forgot a hash', async () => {
    const phone = phoneWithShell();
    await expect(keepShell(phone.site, [{ url: 'calendar/index.html' }])).rejects.toThrow('integrity');
  });

  test('has fonts only on phones that ask for them', async () => {
    const phone = phoneWithShell();
    const font = { url: 'assets/names-1.woff2', integrity: integrity('letters') };
    const withFont = [...entries, font];
    await keepShell(phone.site, withFont);
    phone.server.set(font.url, () => new Response('letters'));
    expect(await readShell(phone.site, withFont, font.url)).toBeDefined();
    phone.server.clear();
    expect(await readShell(phone.site, withFont, font.url)).toBeDefined();
  });

  test('that was lost is fetched again when it is asked for, and kept', async () => {
    const phone = phoneWithShell();
    expect(await read(phone, 'calendar/index.html')).toBe(texts['calendar/index.html']);
    phone.server.clear();
    expect(await read(phone, 'calendar/index.html')).toBe(texts['calendar/index.html']);
  });

  test('of another build is deleted, and nothing else', async () => {
    const phone = phoneWithShell();
    await keepShell(phone.site, entries);
    const own = await phone.caches.keys();
    const prefix = own[0]?.replace(/shell-.*/, '') ?? '';
    for (const name of [`${prefix}shell-old`, `${prefix}language-2-ar`, 'shop', 'arrival-guide:/else/:shell-old'])
      await phone.caches.open(name);
    await pruneShells(phone.site, entries);
    await pruneShells(phone.site, entries);
    expect(await phone.caches.keys()).toEqual([...own, `${prefix}language-2-ar`, 'shop', 'arrival-guide:/else/:shell-old']);
  });
});
