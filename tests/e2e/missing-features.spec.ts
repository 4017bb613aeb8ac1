/** Old phones, portal windows and strict settings lack one thing or another: no page stops for it. */
import { expect, test } from '@playwright/test';
import { DIST, type Site, startSite } from './site.ts';

/** What is taken away, and how, before any script of a page runs. */
const MISSING: Readonly<Record<string, () => void>> = {
  caches: () => remove(window, 'caches'),
  'navigator.serviceWorker': () => remove(Navigator.prototype, 'serviceWorker'),
  'navigator.storage': () => remove(Navigator.prototype, 'storage'),
  'navigator.share': () => remove(Navigator.prototype, 'share'),
  'navigator.clipboard': () => remove(Navigator.prototype, 'clipboard'),
  'navigator.geolocation': () => remove(Navigator.prototype, 'geolocation'),
  'navigator.connection': () => remove(Navigator.prototype, 'connection'),
  indexedDB: () => remove(window, 'indexedDB'),
  crypto: () => remove(window, 'crypto'),
  Intl: () => remove(window, 'Intl'),
  speechSynthesis: () => remove(window, 'speechSynthesis'),
  requestIdleCallback: () => remove(window, 'requestIdleCallback'),
  IntersectionObserver: () => remove(window, 'IntersectionObserver'),
  BroadcastChannel: () => remove(window, 'BroadcastChannel'),
  DeviceOrientationEvent: () => remove(window, 'DeviceOrientationEvent'),
  'document.fonts': () => remove(Document.prototype, 'fonts'),
  'localStorage, which throws': () => forbid('localStorage'),
  'sessionStorage, which throws': () => forbid('sessionStorage'),
};

/** Defined in the page. */
declare function remove(from: object, name: string): void;
declare function forbid(name: string): void;

const HELPERS = `
  function remove(from, name) {
    delete from[name];
    if (name in from) Object.defineProperty(from, name, { value: undefined, configurable: true });
  }
  function forbid(name) {
    Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
  }`;

/** A list with hours, a service, what is kept, and the search. */
const PAGES = ['en/dunkirk/info/', 'en/s/dunkirk-town-hall/', 'en/phone/', 'en/search/'];

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

for (const [name, takeAway] of Object.entries(MISSING)) {
  test(`without ${name} pages say what is open and complain of nothing`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.addInitScript(`${HELPERS};(${takeAway})()`);
    for (const path of PAGES) {
      await page.goto(site.url(path), { waitUntil: 'networkidle' });
      await expect(page.locator('h1')).toBeVisible();
      for (const badge of await page.locator('.badge[data-hours]').all()) await expect(badge).toContainText(/open|closed|ask/i);
    }
    expect(complaints).toEqual([]);
  });
}

test.describe('on a line that breaks off', () => {
  // Else the parts come from the phone.
  test.use({ serviceWorkers: 'block' });

  test('where parts of the script do not come, what came works and nothing fails aloud', async ({ page }) => {
    const errors: string[] = [];
    const missed = new Set<string>();
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.route(/\/assets\/(?:listen|map-list|notices|phone|today)-[^/]*\.js$/, (route) => {
      missed.add(
        route
          .request()
          .url()
          .replace(/.*\/assets\/([a-z]+).*/, '$1'),
      );
      return route.abort();
    });
    for (const path of [...PAGES, 'en/dunkirk/today/', 'en/map/', 'en/dunkirk/']) {
      await page.goto(site.url(path), { waitUntil: 'networkidle' });
      for (const badge of await page.locator('.badge[data-hours]').all()) await expect(badge).toContainText(/open|closed|ask/i);
    }
    expect([...missed].sort()).toEqual(['listen', 'map', 'notices', 'phone', 'today']);
    expect(errors).toEqual([]);
  });
});
