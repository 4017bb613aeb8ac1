import { expect, type Page, test } from '@playwright/test';
import { fontsOf, poorPhone } from './poor-phone.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST } from './site.ts';

let site: PublishedSite;
test.beforeAll(async () => {
  site = await publishSite(DIST, '/');
});
test.afterAll(() => site.remove());

const ETHIOPIC = /\p{Script=Ethiopic}/gu;
const ownFontCame = (page: Page) =>
  page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family === 'Guide' && status === 'loaded'));
const kept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

/** Every Ethiopic letter of the heading is drawn with the font that the page brought. */
async function expectLetters(page: Page) {
  const letters = ((await page.locator('h1').textContent()) ?? '').match(ETHIOPIC) ?? [];
  const drawn = (await fontsOf(page, 'h1')).filter(({ isCustomFont }) => isCustomFont);
  expect(letters.length).toBeGreaterThan(1);
  expect(drawn.reduce((sum, { glyphCount }) => sum + glyphCount, 0)).toBeGreaterThanOrEqual(letters.length);
}

const phone = poorPhone();
test.use({ launchOptions: phone ?? {} });
test.skip(!phone, 'This machine has no DejaVu Sans to stand for a phone with few letters.');

for (const lang of ['ti', 'am']) {
  test.describe(`on a phone without the letters of ${lang}`, () => {
    test.beforeEach(() => test.skip(!site.langs.includes(lang), `The guide has no ${lang}.`));

    test('the page brings them', async ({ page }) => {
      await page.goto(site.url(`${lang}/`));
      await ownFontCame(page);
      await expectLetters(page);
    });

    test('they are there without a connection, on every page', async ({ page }) => {
      await page.goto(site.url(`${lang}/`));
      await kept(page);
      await site.goOffline();
      for (const rest of ['emergency/', 'calais/', 't/safety-at-sea/']) {
        await page.goto(site.url(`${lang}/${rest}`));
        await ownFontCame(page);
        await expectLetters(page);
        await kept(page);
      }
      await site.goOnline();
    });

    test('they are kept with a language that was saved by a tap, and their size was told before', async ({ page }) => {
      await page.goto(site.url('en/phone/'));
      const row = page.locator('.keep', { has: page.locator(`bdi[lang="${lang}"]`) });
      const list = JSON.parse(await site.read(`packs/${lang}.json`));
      await expect(row).toContainText(String(Math.round((list.transfer + list.fonts[0].bytes) / 1000)));
      await row.getByRole('button').click();
      await expect(row.getByRole('status')).toContainText('Saved on this phone', { timeout: 30_000 });
      await site.goOffline();
      await page.goto(site.url(`${lang}/emergency/`));
      await ownFontCame(page);
      await expectLetters(page);
      await site.goOnline();
    });
  });
}
