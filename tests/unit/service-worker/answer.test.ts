import { describe, expect, test, vi } from 'vitest';
import { answerPage } from '../../../src/service-worker/answer.ts';
import { saveLanguage } from '../../../src/service-worker/language.ts';
import { edition, newPhone, type Phone, publish } from './phone.ts';

/** A version of a language that says of itself, on the pages of no language, which one it is. */
const withChoice = (lang: string, version: string) =>
  edition(lang, version, { [`packs/neutral/shell-${version}.html`]: `<a href="@@rest@@">${lang} ${version}</a>` });

async function keep(phone: Phone, published: ReturnType<typeof edition>) {
  publish(phone, published);
  await saveLanguage(phone.site, published.list.lang);
}

/** What a reader is shown whose server is gone. */
async function show({ site, scope }: Phone, path: string) {
  const fromNetwork = () => Promise.reject(new TypeError('Failed to fetch'));
  const page = await answerPage(new URL(path, scope).pathname, { site, entries: [], fromNetwork, onDamage: () => {} });
  return page.text();
}

describe('the first choice and the addresses from paper', () => {
  test('are shown as soon as a language is kept', async () => {
    const phone = newPhone();
    await keep(phone, withChoice('ar', 'v1'));
    expect(await show(phone, '')).toBe('<a href="">ar v1</a>');
    expect(await show(phone, 's/pass/')).toBe('<a href="s/pass/">ar v1</a>');
  });

  test.each([
    ['ar', 'fr'],
    ['fr', 'ar'],
  ])('are those of the newest language that is kept, be it %s', async (newer, older) => {
    const phone = newPhone();
    await keep(phone, withChoice('ar', newer === 'ar' ? 'v22' : 'v1'));
    await keep(phone, withChoice('fr', newer === 'fr' ? 'v22' : 'v1'));
    expect(await show(phone, '')).toBe(`<a href="">${newer} v22</a>`);
    for (const url of (await phone.cache(newer)).entries.keys())
      if (url.includes('neutral')) (await phone.cache(newer)).entries.delete(url);
    expect(await show(phone, '')).toBe(`<a href="">${older} v1</a>`);
  });

  test('that are damaged are those of the version before', async () => {
    const phone = newPhone();
    await keep(phone, withChoice('ar', 'v1'));
    await keep(phone, withChoice('ar', 'v22'));
    const { entries } = await phone.cache('ar');
    for (const url of entries.keys())
      if (url.endsWith('neutral/shell-v22.html')) entries.set(url, new TextEncoder().encode('<a'));
    expect(await show(phone, '')).toBe('<a href="">ar v1</a>');
  });

  test('are what the worker has for an emergency where no language is kept', async () => {
    vi.stubGlobal('__LAST_RESORT__', '<a href="tel:112">');
    expect(await show(newPhone(), '')).toBe('<a href="tel:112">');
    vi.unstubAllGlobals();
  });
});
