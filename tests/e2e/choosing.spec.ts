import { expect, type Page, test } from '@playwright/test';
import { DIST, type Site, startSite } from './site.ts';

let site: Site;
test.beforeEach(async () => {
  site = await startSite({ dist: DIST });
});
test.afterEach(() => site.close());

const rows = (page: Page) => page.locator('[data-island="choose-language"] > li:visible');
const kept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

test.describe('on a phone set to Arabic', () => {
  test.use({ locale: 'ar-EG' });

  test('the first visit suggests Arabic and decides nothing', async ({ page }) => {
    await page.goto(site.url(''));
    await expect(rows(page).first()).toContainText('العربية');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('an address from paper goes on in Arabic', async ({ page }) => {
    await page.goto(site.url('s/calais-pass/'));
    await expect(page).toHaveURL(site.url('ar/s/calais-pass/'));
    await page.goto(site.url('n/calais/'));
    await expect(page).toHaveURL(site.url('ar/calais/'));
  });

  test('a language that was chosen counts more than that of the phone', async ({ page }) => {
    await page.goto(site.url('fr/'));
    await page.goto(site.url(''));
    await expect(page).toHaveURL(site.url('fr/'));
    await page.goto(site.url('n/calais/food/'));
    await expect(page).toHaveURL(site.url('fr/calais/food/'));
  });
});

for (const [typed, found] of [
  ['arab', 'العربية'],
  ['FRANCAIS', 'Français'],
  ['العر', 'العربية'],
]) {
  test(`typing "${typed}" finds ${found}`, async ({ page }) => {
    await page.goto(site.url(''));
    await page.getByRole('searchbox').fill(typed ?? '');
    await expect(rows(page).first()).toContainText(found ?? '');
    expect(await rows(page).count()).toBeLessThan(4);
  });
}

test('a helper reads along in English on any page, until it is switched off', async ({ page }) => {
  await page.goto(site.url('ar/s/calais-pass/'));
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('h1 .beside')).toHaveText('PASS, free health desk at Calais hospital');
  await expect(page.locator('h1 .beside')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1 .beside')).toHaveAttribute('dir', 'ltr');
  await page.goto(site.url('ar/calais/health/'));
  await expect(page.locator('h1 .beside')).toHaveText('Doctor in Calais');
  // Each name stands below its own service, however the list is sorted.
  const card = page.locator('.card', { has: page.locator('[hreflang], b', { hasText: 'PASS' }) }).first();
  await expect(card.locator('b .beside')).toContainText('PASS');
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.beside')).toHaveCount(0);
});

test('reading along needs no connection when both languages are kept', async ({ page }) => {
  for (const lang of ['en', 'ar']) {
    await page.goto(site.url(`${lang}/`));
    await kept(page);
  }
  await site.close();
  await page.goto(site.url('ar/t/dublin/'));
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('h1 .beside')).toHaveText('Dublin and fingerprints');
});

test('without a connection a language that is not kept is said to be missing', async ({ page }) => {
  await page.goto(site.url('ar/'));
  await kept(page);
  await site.close();
  await page.goto(site.url('ar/t/dublin/'));
  await page.locator('.languages summary').click();
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('.read-along [role="status"]')).not.toBeEmpty();
});

test('a tap on a text that a machine made opens its source, a tap on a link follows the link', async ({ page }) => {
  await page.goto(site.url('fr/t/missing-relatives/'));
  await page
    .locator('.prose li')
    .first()
    .click({ position: { x: 3, y: 3 } });
  await expect(page.locator('.beside')).toHaveCount(1);
  await expect(page.locator('.prose li .beside')).toContainText('Red Cross');
  await page.locator('.prose a[href*="/s/red-cross-coast/"]').first().click();
  await expect(page).toHaveURL(/\/fr\/s\/red-cross-coast\//);
});

test('after removing everything no choice is left on the phone', async ({ page }) => {
  await page.goto(site.url('fr/phone/'));
  await kept(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
  await page.getByRole('button', { name: 'Tout retirer de ce téléphone' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'removed');
  await page.goto(site.url('fr/'));
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
