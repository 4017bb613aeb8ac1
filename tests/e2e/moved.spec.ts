/** Addresses of pages that are no more: on old paper, in bookmarks, in messages. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DIST_HOURS, type Site, startSite } from './site.ts';

const SENTENCE = {
  en: 'This page has moved or is no longer in the guide. This is the nearest page we have.',
  ar: 'انتقلت هذه الصفحة أو لم تعد في الدليل. هذه أقرب صفحة لدينا.',
};

let site: Site;
test.beforeEach(async () => {
  site = await startSite({ dist: DIST_HOURS });
});
test.afterEach(() => site.close());

const note = (page: Page) => page.locator('main > .note').first();
const kept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a code on old paper leads over the reader’s language to the nearest page, with a sentence above it', async ({ page }) => {
    await page.goto(site.url('s/renamed-desk/'));
    await page.getByRole('link', { name: 'العربية' }).click();
    await expect(note(page)).toHaveText(SENTENCE.ar);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('[data-island="state"], .week').first()).toBeVisible();
  });

  test('a bookmark of a need in a town that is no more opens the same need of the town in its place', async ({ page }) => {
    await page.goto(site.url('en/dunkirk/health/'));
    await expect(note(page)).toHaveText(SENTENCE.en);
    await expect(page.locator('h1')).toContainText('Calais');
  });
});

test.describe('on a phone set to Arabic', () => {
  test.use({ locale: 'ar-EG' });

  test('a code on old paper goes on in Arabic, and says why another page is shown', async ({ page }) => {
    await page.goto(site.url('n/dunkirk/'));
    await expect(page).toHaveURL(site.url('ar/dunkirk/'));
    await expect(note(page)).toHaveText(SENTENCE.ar);
  });

  test('that keeps the guide, the same works without a connection', async ({ page }) => {
    await page.goto(site.url('ar/'));
    await kept(page);
    await site.close();
    for (const path of ['s/closed-desk/', 'ar/s/renamed-desk/', 'n/dunkirk/food/']) {
      await page.goto(site.url(path));
      await expect(note(page)).toHaveText(SENTENCE.ar);
      await expect(page.locator('h1')).toBeVisible();
    }
  });
});

test('what is kept at hand or passed on from there is the living page', async ({ page }) => {
  await page.goto(site.url('en/s/closed-desk/'));
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.shared')).toContainText('/s/desk/');
});

test('the sentence is easy to read: nothing on the page breaks an accessibility rule', async ({ page }) => {
  await page.goto(site.url('ar/s/closed-desk/'));
  await expect(note(page)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});
