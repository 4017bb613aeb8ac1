import { expect, test } from '@playwright/test';
import { habeshaSpan } from '../../src/guide/habesha.ts';
import { weekdayOf } from '../../src/guide/paris-clock.ts';
import { addDays } from '../../src/guide/schedule.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { DIST, type Site, startSite } from './site.ts';

const RANGE = /(\d\d):(\d\d)–(\d\d):(\d\d)/;
/** The second row of a week has hours. */
const OPEN_ON_TUESDAY = /class="week"><tbody><tr>.*?<\/tr><tr><th[^>]*>[^<]*<\/th><td><bdi/s;
const pages = builtPages(DIST);

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

/** `09:00–12:00` -> `3:00–6:00` */
function byHabeshaClock(french: string | null): string {
  const [, h1, m1, h2, m2] = RANGE.exec(french ?? '')?.map(Number) ?? [];
  return habeshaSpan([(h1 ?? 0) * 60 + (m1 ?? 0), (h2 ?? 0) * 60 + (m2 ?? 0)]);
}

for (const lang of ['am', 'ti']) {
  test.describe(`in ${lang}`, () => {
    const service = pages.find((page) => page.lang === lang && page.kind === 's' && OPEN_ON_TUESDAY.test(page.html));
    const made = /data-made="([^"]+)"/.exec(service?.html ?? '')?.[1] ?? '2026-11-22';
    const tuesday = addDays(made, 8 - weekdayOf(made));
    test.skip(!service, `The guide has no ${lang}.`);

    test('every opening stands there by both clocks, the French one first, the other with its name', async ({ page }) => {
      await page.clock.setFixedTime(`${tuesday}T09:00:00Z`);
      await page.goto(site.url(service?.path ?? ''));
      await expect(page.locator('.today-line')).toBeVisible();
      const french = await page.locator('.week td > .num, .today-line span > .num').allTextContents();
      const habesha = await page.locator('.week .habesha, .today-line .habesha').allTextContents();
      expect(french.length).toBeGreaterThan(3);
      expect(habesha.map((line) => /\d+:\d\d–\d+:\d\d/.exec(line)?.[0])).toEqual(french.map(byHabeshaClock));
      for (const line of habesha) expect(line).toMatch(/^\p{Script=Ethiopic}[\p{Script=Ethiopic} ]+ \d/u);
    });

    test('the badge says that its time is the French one', async ({ page }) => {
      await page.clock.setFixedTime(`${tuesday}T09:00:00Z`);
      await page.goto(site.url(service?.path ?? ''));
      const badge = page.locator('[data-island="state"]').first();
      const label = await page.evaluate(
        () => JSON.parse(document.querySelector('#words-hours')?.textContent ?? '{}')['hours.french_time'],
      );
      const text = (await badge.textContent()) ?? '';
      expect(text).toMatch(/\d\d:\d\d/);
      expect(text).toContain(`(${label})`);
    });
  });
}

test('other languages have one clock', () => {
  for (const { lang, html } of pages) if (lang !== 'am' && lang !== 'ti') expect(html).not.toContain('class="habesha"');
});
