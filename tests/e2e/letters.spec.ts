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
const ownFontCame = (page: Page, name = 'Guide') =>
  page.waitForFunction(
    (wanted) => [...document.fonts].some(({ family, status }) => family === wanted && status === 'loaded'),
    name,
  );
const kept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

/** Every Ethiopic letter of the heading is drawn with the font that the page brought. */
async function expectLetters(page: Page, selector = 'h1') {
  const letters = (await page.locator(selector).allTextContents()).join('').match(ETHIOPIC) ?? [];
  const drawn = (await fontsOf(page, selector)).filter(({ isCustomFont }) => isCustomFont);
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
      const { transfer, font } = JSON.parse(await site.read('costs.json'))[lang];
      await expect(row).toContainText(String(Math.round((transfer + font.bytes) / 1000)));
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

test.describe('on a phone without Ethiopic letters, a page in others', () => {
  test.beforeEach(() => test.skip(!site.langs.includes('ti'), 'The guide has no ti.'));
  const asked = () => site.asked().filter((path) => path.startsWith('assets/names-'));
  const expectNames = async (page: Page, path: string) => {
    await page.goto(site.url(path));
    await page.locator('details.languages').evaluateAll(([list]) => list?.setAttribute('open', ''));
    await ownFontCame(page, 'Names');
    await expectLetters(page, 'a[lang="ti"]');
  };

  test('brings those that its list of languages needs', async ({ page }) => {
    for (const path of ['', 'not-a-page/', 'ar/', 'en/calais/']) await expectNames(page, path);
    expect(asked().length).toBeGreaterThan(0);
  });

  test('has them without a connection, from the phone itself', async ({ page }) => {
    await page.goto(site.url('ar/'));
    await kept(page);
    await page.goto(site.url('ar/calais/'));
    await ownFontCame(page, 'Names');
    await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
    await site.goOffline();
    await expectNames(page, 'ar/emergency/');
    await page.evaluate(() => localStorage.clear());
    await expectNames(page, '');
    await site.goOnline();
  });

  test('draws its own letters as before', async ({ page }) => {
    await page.goto(site.url('en/'));
    await ownFontCame(page, 'Names');
    expect((await fontsOf(page, 'h1')).filter(({ isCustomFont }) => isCustomFont)).toEqual([]);
  });
});
