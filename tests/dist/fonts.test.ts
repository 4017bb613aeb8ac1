import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackList } from '../../src/guide/packs.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { bareWords, builtLanguages, readCosts, readPackList } from '../../src/pipeline/site-weight.ts';
import { DIST, tagsOf } from './built-site.ts';
import { lettersOfFont } from './font-letters.ts';

const KB = 1024;
/** By the script of the probe letters; measured, with a little room for letters yet to come. */
const LIMITS = { Ethiopic: 46 * KB, Arabic: 14 * KB };

const pages = builtPages(DIST);
const lists = builtLanguages(DIST).map((lang) => readPackList(DIST, lang));
const withFont = lists.filter(({ fonts }) => fonts);

const costs = readCosts(DIST);
const lettersOf = ({ lang }: PackList) => costs[lang]?.font?.letters ?? '';
const scriptOf = (list: PackList) => (/\p{Script=Ethiopic}/u.test(lettersOf(list)) ? 'Ethiopic' : 'Arabic');
const fontOf = ({ fonts = [] }: PackList) => readFileSync(join(DIST, fonts[0]?.url ?? 'no font'));

it('languages whose letters a phone may lack bring a font, the others none', () => {
  expect(withFont.map(({ lang }) => lang)).toContain('ar');
  expect(withFont.map(({ lang }) => lang)).not.toContain('en');
});

describe.each(withFont.map((list) => ({ lang: list.lang, list })))('the font of $lang', ({ lang, list }) => {
  it('has every letter of every page, and those that the page probes for', async () => {
    const script = new RegExp(`\\p{Script=${scriptOf(list)}}`, 'gu');
    const used = new Set(lettersOf(list));
    for (const { html } of pages.filter((page) => page.lang === lang)) {
      for (const [letter] of bareWords(html).matchAll(script)) used.add(letter);
    }
    const own = await lettersOfFont(fontOf(list));
    expect(used.size).toBeGreaterThan(25);
    expect([...used].filter((letter) => !own.has(letter))).toEqual([]);
  });

  it('is small', () => {
    expect(costs[lang]?.font?.bytes).toBe(fontOf(list).length);
    expect(fontOf(list).length).toBeLessThanOrEqual(LIMITS[scriptOf(list)]);
  });

  it('is named by every page, under the address in the list', () => {
    const named = pages.filter((page) => page.lang === lang).map(({ html }) => tagsOf(html)[0]?.attributes);
    expect(new Set(named.map((html) => html?.['data-font']))).toEqual(new Set([`/${list.fonts?.[0]?.url}`]));
    expect(new Set(named.map((html) => html?.['data-letters']))).toEqual(new Set([lettersOf(list)]));
  });

  it('is not among the files that every phone keeps', () => {
    expect(list.files.filter(({ url }) => url.endsWith('.woff2'))).toEqual([]);
  });
});

describe('the font of names in Ethiopic letters', () => {
  const named = pages.map((page) => ({ page, html: tagsOf(page.html)[0]?.attributes ?? {} }));
  const others = named.filter(({ html }) => html['data-names-font']);
  const url = others[0]?.html['data-names-font']?.slice(1) ?? '';

  it('is named by the pages of no language, and by those in other letters', () => {
    // Sheets for paper have fonts of their own.
    const onScreen = named.filter(({ page }) => !page.kind.startsWith('print'));
    const without = onScreen.filter(({ html }) => !html['data-names-font']).map(({ page }) => page.lang ?? page.path);
    const ethiopic = withFont.filter((list) => scriptOf(list) === 'Ethiopic').map(({ lang }) => lang);
    expect(new Set(without)).toEqual(new Set([...ethiopic, 'translate/', 'calendar/']));
    expect(others.length).toBeGreaterThan(100);
  });

  it('has every such letter of those pages, and those that they probe for', async () => {
    const own = await lettersOfFont(readFileSync(join(DIST, url)));
    const used = others.flatMap(({ page, html }) => [
      ...(bareWords(page.html) + html['data-names']).matchAll(/\p{Script=Ethiopic}/gu),
    ]);
    expect([...new Set(used.flat())].filter((letter) => !own.has(letter))).toEqual([]);
  });

  it('is small', () => expect(readFileSync(join(DIST, url)).length).toBeLessThanOrEqual(5 * KB));
});
