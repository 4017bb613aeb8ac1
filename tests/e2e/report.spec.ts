/** Telling the editors of a mistake, in a guide that names some. */
import { expect, test } from '@playwright/test';
import { DIST, DIST_HOURS, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST_HOURS });
});
test.afterAll(() => site.close());

const WAYS = 'a[href^="https://wa.me/"], a[href^="sms:+"], a[href^="mailto:"]';

for (const [lang, about, day] of [
  ['en', 'A desk with hours', '22 November 2026'],
  ['ar', 'مكتب له أوقات عمل', '22 نوفمبر 2026'],
] as const) {
  test(`in ${lang} each way carries the page, its short address and the day of the guide, and asks nobody`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.url(`${lang}/s/desk/`));
    const ways = page.locator('section', { has: page.locator('a[href^="mailto:"]') }).locator(WAYS);
    await expect(ways).toHaveCount(3);
    for (const way of await ways.all()) {
      await expect(way).toBeVisible();
      expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(48);
      const message = decodeURIComponent((await way.getAttribute('href')) ?? '');
      expect(message).toContain('https://guide.example/s/desk/');
      expect(message).toContain(about);
      expect(message).toContain(day);
    }
    expect(asked.filter((url) => !url.startsWith(site.url('')))).toEqual([]);
  });
}

test('the real guide names no editors, and offers nothing', async ({ page }) => {
  const real = await startSite({ dist: DIST });
  await page.goto(real.url('en/s/calais-pass/'));
  await expect(page.locator('a[href^="mailto:"]')).toHaveCount(0);
  await real.close();
});
