import { expect, type Page, test } from '@playwright/test';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST, '/');
});
test.afterEach(() => site.remove());

const box = (page: Page) => page.getByRole('searchbox');
const rows = (page: Page) => page.locator('.search > .rows a');
const status = (page: Page) => page.locator('.search > [role="status"]');
const kept = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

/** Opens a page, types, and waits for the answer. */
async function find(page: Page, path: string, query: string) {
  await page.goto(site.url(path));
  await box(page).fill(query);
  await expect(rows(page).first()).toBeVisible();
}

const addresses = (page: Page) => rows(page).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

test('the engine is asked for with the first tap into the box, not before', async ({ page }) => {
  await page.goto(site.url('en/calais/'));
  await kept(page);
  const before = site.asked().length;
  const asks = () =>
    page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/search-')).length);
  expect(await asks()).toBe(0);
  await box(page).focus();
  await expect.poll(asks).toBe(1);
  expect(site.asked().slice(before)).toEqual([]);
});

test('a word with a wrong letter finds the right page, one tap away', async ({ page }) => {
  await find(page, 'en/calais/', 'hospitel');
  await expect(rows(page).first()).toContainText('hospital');
  await expect(status(page)).toHaveText(/^Found: \d+$/);
  await rows(page).filter({ hasText: 'PASS' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('PASS');
});

for (const [lang, query, wanted] of [
  ['ar', 'مستشفي', '/ar/calais/health/'],
  ['ar', 'accueil de jour', '/ar/s/calais-day-centre/'],
  ['ar', '١١٥', '/ar/emergency/'],
  ['ti', 'ሃኪም', '/ti/calais/health/'],
  ['ti', 'ሐኪም', '/ti/calais/health/'],
  ['vi', 'bac si', '/vi/calais/health/'],
  ['ps', 'داکتر', '/ps/calais/health/'],
  ['so', 'Katolik', '/so/s/calais-day-centre/'],
] as const) {
  test(`"${query}" finds ${wanted}`, async ({ page }) => {
    await find(page, `${lang}/search/`, query);
    expect(await addresses(page)).toContain(wanted);
  });
}

test('without connection it finds the same', async ({ page }) => {
  await page.goto(site.url('ar/'));
  await kept(page);
  await find(page, 'ar/search/', 'محامي');
  const online = await addresses(page);
  await site.goOffline();
  await find(page, 'ar/search/', 'محامي');
  expect(await addresses(page)).toEqual(online);
  await rows(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('under a subpath its results lead within it', async ({ page }) => {
  const below = await publishSite(DIST_UNDER_SUBPATH, SUBPATH);
  await page.goto(below.url('fr/search/'));
  await box(page).fill('douche');
  await expect(rows(page).first()).toBeVisible();
  expect((await addresses(page)).filter((path) => !path.startsWith(`${SUBPATH}fr/`))).toEqual([]);
  await below.remove();
});

test('what is typed gets into no address, no storage and no request, and is gone when one comes back', async ({ page }) => {
  await page.goto(site.url('en/calais/'));
  await kept(page);
  const stored = () =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const held = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      const bases = indexedDB.databases ? (await indexedDB.databases()).map(({ name }) => name) : [];
      return JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        held,
        bases,
        history.length,
        history.state,
      ]);
    });
  const [address, before] = [page.url(), await stored()];
  await box(page).fill('pregnant');
  await expect(rows(page).first()).toBeVisible();
  await box(page).press('Enter');
  expect(page.url()).toBe(address);
  expect(await stored()).toBe(before);
  expect(site.asked().filter((path) => path.includes('pregnant'))).toEqual([]);
  await rows(page).first().click();
  await expect(page).not.toHaveURL(address);
  expect(page.url()).not.toContain('pregnant?');
  await page.goBack();
  await expect(box(page)).toHaveValue('');
  await expect(rows(page)).toHaveCount(0);
});

test('the keyboard walks from the box through what was found, and Escape empties it', async ({ page }) => {
  await find(page, 'en/search/', 'shower');
  await box(page).press('Enter');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(rows(page)).toHaveCount(0);
  await expect(status(page)).toBeEmpty();
});

test('nothing found says so, and leads to the needs and to the emergency numbers', async ({ page }) => {
  await page.goto(site.url('en/search/'));
  await box(page).fill('xyzzy');
  await expect(status(page)).toHaveText('Nothing found. Try another word, or look here:');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.locator('.nothing a')).toHaveText([/Calais/, /Dunkirk/, 'Emergency']);
  await box(page).fill('water');
  await expect(rows(page).first()).toContainText('Water');
  await expect(page.locator('.nothing')).toBeHidden();
});

test('when neither the phone nor the network has the guide, it says so, and tries again', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }));
  site.fault = (path, _, response) => path.startsWith('packs/') && !!response.writeHead(503).end();
  await page.goto(site.url('en/search/'));
  await box(page).fill('water');
  await expect(status(page)).toContainText('Search does not work now');
  await expect(page.locator('.nothing a')).toHaveCount(3);
  site.fault = undefined;
  await box(page).fill('water food');
  await expect(rows(page).first()).toBeVisible();
});

test('numbers keep their order in a language from right to left, names in Latin letters theirs', async ({ page }) => {
  await find(page, 'ar/search/', '116000');
  const number = rows(page).first().locator('bdi');
  await expect(number).toHaveAttribute('dir', 'ltr');
  await expect(rows(page).first()).toHaveAttribute('href', /emergency\/#n-116000$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page leads to everything by lists, and shows no box that would do nothing', async ({ page }) => {
    await page.goto(site.url('en/search/'));
    await expect(page.getByRole('searchbox')).toHaveCount(0);
    for (const name of ['Food', 'Legal help']) await expect(page.getByRole('link', { name, exact: true })).toHaveCount(2);
    await expect(page.getByRole('link', { name: 'All emergency numbers' })).toBeVisible();
  });
});
