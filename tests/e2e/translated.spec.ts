/** A browser that translates pages (Chrome does it in place) rewrites every text under the islands. */
import { expect, type Page, test } from '@playwright/test';
import { languageCacheName } from '../../src/guide/cache-names.ts';
import { DIST, DIST_HOURS, type Site, startSite } from './site.ts';

let site: Site;
let hours: Site;
test.beforeAll(async () => {
  [site, hours] = [await startSite({ dist: DIST }), await startSite({ dist: DIST_HOURS })];
});
test.afterAll(() => Promise.all([site.close(), hours.close()]));

/** As Chrome does: each text goes into two font elements, the page says another language, and so with what changes later. */
const TRANSLATE = () => {
  const skipped = 'script, style, font, svg, [translate="no"]';
  const translate = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || !text.parentElement || text.parentElement.closest(skipped)) continue;
      const font = document.createElement('font');
      font.append(document.createElement('font'));
      font.firstElementChild?.append(`[${text.data}]`);
      text.replaceWith(font);
    }
  };
  translate(document.body);
  Object.assign(document.documentElement, { lang: 'de', className: 'translated-ltr' });
  let changes = 0;
  new MutationObserver((records) => {
    changes += 1;
    for (const { target } of records) translate(target);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { changes: () => changes });
};

async function openTranslated(page: Page, url: string, now = '2026-11-23T10:00:00+01:00') {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.clock.setFixedTime(now);
  await page.goto(url);
  await page.waitForTimeout(300);
  await page.evaluate(TRANSLATE);
  return errors;
}

const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const changes = (page: Page) => page.evaluate(() => (window as unknown as { changes: () => number }).changes());
const badge = (page: Page) => page.locator('[data-island="state"]');

for (const path of [
  'en/',
  'en/calais/',
  'en/calais/law/',
  'en/phone/',
  'en/emergency/',
  'en/s/grande-synthe-pass/',
  'ar/cards/',
  '',
]) {
  test(`/${path || ' (the first choice)'} goes on without an error when it is translated`, async ({ page }) => {
    const errors = await openTranslated(page, site.url(path));
    for (const now of ['2026-11-23T14:00:00+01:00', '2026-11-24T03:00:00+01:00']) {
      await page.clock.setFixedTime(now);
      await look(page);
    }
    await page.waitForTimeout(1500);
    expect(errors).toEqual([]);
  });
}

test('the badge goes on telling the truth, and is not written anew while nothing has changed', async ({ page }) => {
  const errors = await openTranslated(page, hours.url('en/s/desk/'));
  await expect(badge(page)).toHaveText('[Open now, until 12:00]');
  await expect(page.locator('.today-line')).toContainText('09:00–12:00');
  await expect(page.locator('html')).toHaveAttribute('data-offline', /ready|off/);
  const before = await changes(page);
  for (let times = 0; times < 5; times++) await look(page);
  expect(await changes(page)).toBe(before);
  await page.clock.setFixedTime('2026-11-24T12:30:00+01:00');
  await look(page);
  await expect(badge(page)).toHaveText('[Opens today at 13:00]');
  await expect(page.locator('.today-line')).toContainText('13:00–16:30');
  await expect(page.locator('.week .today th')).toHaveText('[Tuesday]');
  expect(errors).toEqual([]);
});

test('saving and removing go on, in the language of the page and not in the translated one', async ({ page }) => {
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => Object.assign(document.documentElement, { lang: 'fr' })),
  );
  const errors = await openTranslated(page, site.url('en/phone/'));
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready');
  const keptLanguages = (await page.evaluate(() => caches.keys())).filter((name) => name.includes('language'));
  expect(keptLanguages).toEqual([languageCacheName('/', 'en')]);
  const row = page.locator('.keep[data-lang="en"]');
  await row.getByRole('button').click();
  await expect(row.getByRole('status')).toHaveText('[Not saved]');
  await expect(row.getByRole('button')).toContainText('[Save on this phone]');
  await page.locator('[data-remove="visit"]').click();
  await expect(page.locator('.told')).not.toBeEmpty();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(errors).toEqual([]);
});

test('the phone remembers the language that was chosen, not the one that it was translated into', async ({ page }) => {
  await page.addInitScript(() =>
    document.addEventListener('readystatechange', () => Object.assign(document.documentElement, { lang: 'fr' })),
  );
  await page.goto(site.url('ar/calais/'));
  expect(await page.evaluate(() => localStorage.getItem('arrival-guide:/:language'))).toBe('ar');
});

test('the second language still stands below each text', async ({ page }) => {
  const errors = await openTranslated(page, site.url('ar/calais/'));
  await page.locator('.languages summary').click();
  await page.locator('[data-island="read-along"] button[data-lang="en"]').click();
  await expect(page.locator('h1 .beside')).toHaveText('[What do you need?]');
  expect(await page.locator('.tile .beside').count()).toBeGreaterThan(8);
  expect(errors).toEqual([]);
});

test('names, addresses, numbers and the French to hold out stay as they are', async ({ page }) => {
  for (const [path, selector] of [
    ['ar/cards/where-to-sleep/', '.say .big'],
    ['ar/emergency/', '.call bdi'],
    ['ar/emergency/', '.say p[lang="fr"]'],
    ['ar/s/grande-synthe-pass/', '.facts bdi[lang="fr"]'],
    ['ar/calais/law/', '.where bdi'],
    ['ar/calais/', '.languages a'],
    ['', '[data-island="choose-language"] a'],
  ] as const) {
    await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => [] }));
    await openTranslated(page, site.url(path));
    const found = page.locator(selector);
    expect(await found.count(), `${path} ${selector}`).toBeGreaterThan(0);
    expect(await found.locator('font').count(), `${path} ${selector}`).toBe(0);
    await page.evaluate(() => localStorage.clear());
  }
});
