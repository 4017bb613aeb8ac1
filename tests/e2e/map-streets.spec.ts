/** The streets of the map, in a guide whose publisher has made a street map (here of an invented town). */
import { expect, type Page, test } from '@playwright/test';
import en from '../../locales/en.json' with { type: 'json' };
import { complaintsOf, DRAWS, openMap, pageIsReady } from './drawn-map.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST, DIST_PSEUDO } from './site.ts';

const words = en.streets;
test.use(DRAWS);

let site: PublishedSite;
let complaints: string[];
test.beforeEach(async ({ page }) => {
  site = await publishSite(DIST_PSEUDO, '/');
  complaints = await complaintsOf(page);
});
test.afterEach(() => site.remove());

const save = (page: Page) => page.locator('[data-save-streets]');
const said = (page: Page) => page.locator('[data-say-streets]:visible');
const streets = () => site.asked().filter((path) => path.startsWith('assets/streets-'));

async function visitMap(page: Page) {
  await page.goto(site.url('en/map/'));
  await pageIsReady(page);
  await openMap(page);
}

const kept = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith(':streets')).length);

test('are fetched by a tap of their own with the size said, with their source, day and box, and open again without a connection', async ({
  page,
}) => {
  await visitMap(page);
  await expect(save(page)).toHaveText(/^Save street map \(0\.1 MB\)$/);
  await expect(page.getByText('Streets: © OpenStreetMap contributors (ODbL), 20 November 2026.')).toBeVisible();
  await expect(page.getByText('50.90, 1.80 – 51.00, 1.90')).toBeVisible();
  expect(streets()).toEqual([]);
  await save(page).tap();
  await expect(said(page)).toHaveText(words.kept);
  expect(streets()).toHaveLength(1);
  // As a whole: a host that knows no ranges serves it too.
  await site.goOffline();
  await page.reload();
  await page.locator('[data-open]').tap();
  await expect(said(page)).toHaveText(words.kept, { timeout: 60_000 });
  await expect(save(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('leave the whole coast in view, with every place on it, and no word that there are no streets', async ({ page }) => {
  const middles = () => page.locator('.spot').evaluateAll((all) => all.map((spot) => (spot as HTMLElement).style.transform));
  await page.goto(site.url('en/map/'));
  await pageIsReady(page);
  // The box of those who take the one the command has by itself: all places lie in it.
  await page.locator('[data-streets]').evaluate((element: HTMLElement) => {
    element.dataset.box = '1.7 50.85 2.55 51.1';
  });
  await openMap(page);
  const before = await middles();
  await expect(page.locator('[data-no-streets]')).toBeVisible();
  await save(page).tap();
  await expect(said(page)).toHaveText(words.kept);
  await expect(page.locator('[data-no-streets]')).toBeHidden();
  await page.locator('[data-do="whole"]').tap();
  await expect.poll(middles).toEqual(before);
});

test('that a network has changed are refused, with a sentence, and can be asked for again', async ({ page }) => {
  site.fault = (path, _, response) =>
    path.includes('assets/streets-') && Boolean(response.writeHead(200).end('PMTiles\u0003 but not what was published'));
  await visitMap(page);
  await save(page).tap();
  await expect(said(page)).toHaveText(words.failed);
  await expect(page.locator('.spot').first()).toBeVisible();
  expect(await kept(page)).toBe(0);
  site.fault = undefined;
  await save(page).tap();
  await expect(said(page)).toHaveText(words.kept);
});

test('are shown but not kept for who wants nothing kept', async ({ page }) => {
  await visitMap(page);
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the page itself does it.
    document.cookie = 'keep=no; path=/';
  });
  await save(page).tap();
  await expect(said(page)).toHaveText(words.shown);
  expect(await kept(page)).toBe(0);
});

test('go with everything else when the reader removes the guide', async ({ page }) => {
  await visitMap(page);
  await save(page).tap();
  await expect(said(page)).toHaveText(words.kept);
  expect(await kept(page)).toBe(1);
  await page.goto(site.url('en/phone/'));
  await page.getByRole('button', { name: en.phone.remove_all }).click();
  await expect.poll(() => kept(page)).toBe(0);
});

test('a guide without a street map says nothing of streets', async ({ page }) => {
  await site.remove();
  site = await publishSite(DIST, '/');
  await visitMap(page);
  await expect(page.locator('[data-streets]')).toHaveCount(0);
});
