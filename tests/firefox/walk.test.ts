/** The main walk in a Firefox as people have it: a language, a town, a need, a service, the way into an emergency, and all of it again without a connection. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltPage, builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { type Site, startSiteServer } from '../../src/pipeline/site-server.ts';
import { type Firefox, startFirefox, type Tab } from './browser.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

/** Milliseconds for one test: it opens some thirty pages, each twice. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

/** Saving a language, on a machine that does much else. */
const PATIENCE = { timeout: 60_000, interval: 100 };

/** From left to right, from right to left, and in letters that a phone may lack. */
const LANGUAGES = [
  { lang: 'en', dir: 'ltr' },
  { lang: 'ar', dir: 'rtl' },
  { lang: 'ti', dir: 'ltr' },
] as const;

const wordsOf = (lang: string): Record<string, Record<string, string>> =>
  JSON.parse(readFileSync(join(ROOT, `locales/${lang}.json`), 'utf8'));

/** What a badge may say of now: the words of a language with anything in their gaps. */
const saysNow = (lang: string) => {
  const { state = {} } = wordsOf(lang);
  const sentences = Object.values(state).map((words) => words.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{\w+\}\}/g, '.+'));
  return new RegExp(`^(?:${sentences.join('|')})$`);
};

let pages: BuiltPage[];
beforeAll(() => {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no built site yet: npm run build makes it.');
  pages = builtPages(DIST);
});

/** Goes on by a link. */
async function follow(tab: Tab, selector: string, url: string) {
  await tab.follow(selector);
  expect(await tab.url()).toBe(url);
}

/** What the page says of being kept. */
const kept = (tab: Tab) => expect.poll(() => tab.run(() => document.documentElement.dataset.offline).catch(() => ''), PATIENCE);

describe.each(LANGUAGES)('in $lang', ({ lang, dir }) => {
  let site: Site;
  let firefox: Firefox;
  let tab: Tab;
  const url = (path: string) => site.url(path);
  beforeAll(async () => {
    site = await startSiteServer({ dist: DIST });
    firefox = await startFirefox();
    tab = await firefox.openTab();
    console.log(`Firefox ${firefox.version}`);
  });
  afterAll(async () => {
    await firefox?.end();
    await site?.close();
  });

  test('a reader chooses the language, a town, a need and a service, and sees what is open now', async () => {
    await tab.open(url(''));
    await follow(tab, `[data-island=choose-language] a[href="/${lang}/"]`, url(`${lang}/`));
    await follow(tab, `main a[href="/${lang}/dunkirk/"]:not(.nothing *)`, url(`${lang}/dunkirk/`));
    expect(await tab.run(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([lang, dir]);
    await follow(tab, `.tile[href="/${lang}/dunkirk/info/"]`, url(`${lang}/dunkirk/info/`));
    const badges = () => tab.texts('.badge[data-hours]');
    await expect.poll(badges, PATIENCE).not.toEqual([]);
    await expect.poll(async () => (await badges()).filter((badge) => !saysNow(lang).test(badge)), PATIENCE).toEqual([]);
    await follow(tab, `.card[href="/${lang}/s/dunkirk-town-hall/"]`, url(`${lang}/s/dunkirk-town-hall/`));
    await expect.poll(async () => saysNow(lang).test((await badges())[0] ?? ''), PATIENCE).toBe(true);
  });

  test('emergency numbers are one tap away', async () => {
    await follow(tab, `.bar a[href="/${lang}/emergency/"]`, url(`${lang}/emergency/`));
    for (const number of ['112', '15', '196', '115'])
      expect((await tab.texts(`main a[href="tel:${number}"]`))[0], number).toContain(number);
  });

  test('after that every page of the language opens without a connection, one of each kind as a reader opens it', async () => {
    await kept(tab).toBe('ready');
    await site.close();
    const ofLanguage = pages.filter((page) => page.lang === lang);
    const published = new Map(ofLanguage.map(({ path, html }) => [url(path), html]));
    const answers = await tab.run(askForAll, [...published.keys()]);
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(({ asked, html }) => published.get(asked) !== html).map(({ asked }) => asked)).toEqual([]);
    for (const { path, kind, html } of onePagePerKind(ofLanguage)) {
      await tab.open(url(path));
      await kept(tab).toBe('ready');
      await tab.reload();
      await kept(tab).toBe('ready');
      expect(html, kind).toContain(`<title>${await tab.run(() => document.title)}</title>`);
    }
  });

  test('all the while nothing failed aloud, and nobody else was asked for anything', () => {
    expect(firefox.complaints()).toEqual([]);
    expect(firefox.foreign()).toEqual([]);
  });

  test('removed from the phone, nothing is left of it, and nothing comes back', async () => {
    await tab.open(url(`${lang}/phone/`));
    await tab.tap('[data-island=phone] > [data-remove=ever]');
    await kept(tab).toBe('removed');
    expect(await tab.run(whatIsLeft)).toEqual(NOTHING);
    const port = Number(new URL(site.origin).port);
    site = await startSiteServer({ dist: DIST, port });
    for (const path of [`${lang}/`, `${lang}/emergency/`]) {
      await tab.open(url(path));
      await kept(tab).toBe('removed');
    }
    expect(await tab.run(whatIsLeft)).toEqual(NOTHING);
    expect(firefox.complaints()).toEqual([]);
  });
});

/** Runs in a page: asks for others in the way that a page asks for another. */
async function askForAll(urls: string[]) {
  const ask = async (asked: string) => ({ asked, html: await (await fetch(asked, { headers: { accept: 'text/html' } })).text() });
  return Promise.all(urls.map(ask));
}

/** Runs in a page. */
async function whatIsLeft() {
  return {
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  };
}

const NOTHING = { caches: [], workers: 0, databases: [], local: [], session: [] };

describe('without JavaScript', () => {
  let site: Site;
  let firefox: Firefox;
  beforeAll(async () => {
    site = await startSiteServer({ dist: DIST });
    // Without scripts nothing can be brought into view, so all of a page is.
    firefox = await startFirefox({ javascript: false, height: 6000 });
  });
  afterAll(async () => {
    await firefox?.end();
    await site?.close();
  });

  test.each(LANGUAGES)('a reader of $lang finds a service and its hours as text, and the emergency numbers', async ({ lang }) => {
    const tab = await firefox.openTab();
    await tab.open(site.url(''));
    await follow(tab, `[data-island=choose-language] a[href="/${lang}/"]`, site.url(`${lang}/`));
    await follow(tab, `main a[href="/${lang}/dunkirk/"]:not(.nothing *)`, site.url(`${lang}/dunkirk/`));
    await follow(tab, `.tile[href="/${lang}/dunkirk/info/"]`, site.url(`${lang}/dunkirk/info/`));
    await follow(tab, `.card[href="/${lang}/s/dunkirk-town-hall/"]`, site.url(`${lang}/s/dunkirk-town-hall/`));
    expect((await tab.texts('main')).join(' ')).toMatch(/09:00–12:00/);
    await follow(tab, `.bar a[href="/${lang}/emergency/"]`, site.url(`${lang}/emergency/`));
    expect((await tab.texts('main a[href="tel:112"]'))[0]).toContain('112');
    await tab.close();
    expect(firefox.complaints()).toEqual([]);
    expect(firefox.foreign()).toEqual([]);
  });
});
