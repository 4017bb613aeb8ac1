import { expect, type Page, test } from '@playwright/test';
import { weekdayOf } from '../../src/guide/paris-clock.ts';
import { addDays } from '../../src/guide/schedule.ts';
import type { IsoDate, Lang } from '../../src/guide/types.ts';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, type Site, startSite } from './site.ts';

/** Browsers do not know Sorani or Tigrinya, and name days in the device's language without saying so. */
const LANGS = ['en', 'ar', 'ckb', 'ti', 'ps', 'so'];
const DEVICES = ['ar', 'en-US', 'fa-IR'];

/** What scripts say on a page is of days and hours, apart from what they say on all: of that, one language tells as much as all. */
const SAYS_MORE = /data-hours|data-island="(?:today|week|map|search)"/;

const pages = builtPages(DIST);
const made: IsoDate = /data-made="([^"]+)"/.exec(pages.find(({ lang }) => lang === 'en')?.html ?? '')?.[1] ?? '';
/** On a Friday evening many say on which day they open again. */
const now = `${addDays(made, 4 - weekdayOf(made) + 7)}T20:00:00Z`;

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

/** The language's own word for Monday, from its page. */
function monday(lang: Lang): string {
  const words = pages.flatMap(
    (page) => (page.lang === lang && /id="words-hours"[^>]*>(.*?)<\/script>/s.exec(page.html)?.[1]) || [],
  );
  return JSON.parse(words[0] ?? '{}').weekdays[0];
}

/** All that a reader can see on a page once its scripts have run, at the same moment on every device. */
async function seenOn(page: Page, path: string): Promise<string> {
  await page.clock.setFixedTime(now);
  await page.goto(site.url(path), { waitUntil: 'load' });
  // Today's page and that of the map are put in order by scripts of their own.
  await page.waitForFunction(() => {
    const isDone = (island: string, done: string) =>
      !document.querySelector(`[data-island="${island}"]`) || document.querySelector(done) !== null;
    return isDone('today', '[data-live="clock"]:not([hidden])') && isDone('map', '[data-island="map"] .filters:not([hidden])');
  });
  // What is kept is counted while the page is read, and has nothing to do with the device's language.
  await page.locator('[data-island="offline"]').evaluate((line) => line.remove());
  return page.locator('body').innerText();
}

for (const lang of LANGS.filter((one) => pages.some((page) => page.lang === one))) {
  test(`a page in ${lang} says the same on an Arabic, an English and a Persian phone`, async ({ browser }) => {
    const own = pages.filter((page) => page.lang === lang);
    const withHours = own.filter(({ html, kind }) => kind === 's' && html.includes('data-island="week"')).slice(0, 3);
    const kinds = onePagePerKind(own).filter(({ kind }) => kind !== 'phone');
    const shown = [...kinds.filter(({ html }) => lang === 'en' || SAYS_MORE.test(html)), ...withHours];
    const seen: Record<string, Record<string, string>> = {};
    for (const locale of DEVICES) {
      const context = await browser.newContext({ locale, serviceWorkers: 'block' });
      const page = await context.newPage();
      seen[locale] = {};
      for (const { path } of shown) seen[locale][path] = await seenOn(page, path);
      await context.close();
    }
    const [first, ...others] = DEVICES;
    for (const other of others) expect(seen[other]).toEqual(seen[first ?? '']);
    expect(withHours.length).toBeGreaterThan(2);
    expect(Object.values(seen.ar ?? {}).join(), 'days are named').toContain(monday(lang));
  });
}
