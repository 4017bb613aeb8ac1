import { expect, test } from '@playwright/test';
import { fontsOf, richPhone } from './poor-phone.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST } from './site.ts';

let site: PublishedSite;
test.beforeAll(async () => {
  site = await publishSite(DIST, '/');
});
test.afterAll(() => site.remove());

const phone = await richPhone();
test.use({ launchOptions: phone ?? {} });
test.skip(!phone, 'This machine has no DejaVu Sans to stand for a phone.');

test('a phone that has the letters of a language fetches no font for it', async ({ page }) => {
  for (const lang of site.langs) {
    await page.goto(site.url(`${lang}/`));
    // By then it has been found out what the phone lacks.
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
    const heading = await fontsOf(page, 'h1');
    // Where this machine itself lacks the letters, the page is right to bring them.
    if (await page.evaluate(() => document.documentElement.classList.contains('own-letters'))) continue;
    expect(heading.length, lang).toBeGreaterThan(0);
    expect(site.asked().filter((path) => path.startsWith(`packs/${lang}/font-`))).toEqual([]);
  }
  await page.evaluate(() => localStorage.clear());
  await page.goto(site.url(''));
  await page.waitForLoadState('networkidle');
  expect((await fontsOf(page, '[lang="ti"]')).map(({ familyName }) => familyName)).toContain('Noto Sans Ethiopic');
  expect(site.asked().filter((path) => path.startsWith('assets/names-'))).toEqual([]);
});
