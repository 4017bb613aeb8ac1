/** The maps that stand in the pages: without scripts, without a connection, in light, dark and on paper. */
import { expect, type Page, test } from '@playwright/test';
import { DIST, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

/** A need of which places are shown, in a language from left to right and one from right to left. */
const LISTS = ['en/dunkirk/info/', 'ar/dunkirk/info/'];

const mapOf = (page: Page) => page.getByRole('img', { name: /./ }).and(page.locator('.map svg'));

/** Share of the middle of a map that is neither of its two most frequent colours: words, marks and shores are there. */
async function inkOf(page: Page): Promise<{ colours: number; ink: number }> {
  const picture = await mapOf(page).screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    pen.drawImage(bitmap, 0, 0);
    const { data } = pen.getImageData(0, 0, bitmap.width, bitmap.height);
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = data.slice(i, i + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [land = 0, sea = 0, ...others] = [...counts.values()].sort((a, b) => b - a).map((count) => (count * 4) / data.length);
    return { colours: [land, sea].filter((share) => share > 0.05).length, ink: others.reduce((sum, share) => sum + share, 0) };
  }, picture.toString('base64'));
}

for (const path of LISTS) {
  test(`/${path} shows land, sea and marks, and its list has their numbers`, async ({ page }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(site.url(path), { waitUntil: 'load' });
    const { colours, ink } = await inkOf(page);
    expect(colours).toBe(2);
    expect(ink).toBeGreaterThan(0.03);
    const drawn = (await mapOf(page).locator('.pins text').allTextContents()).sort();
    expect(drawn).toContain('1');
    const listed = page.locator('.cards > [data-map="1"]');
    await expect(listed).toHaveCount(1);
    expect(await listed.evaluate((row) => getComputedStyle(row, '::before').content)).toBe('"1"');
    expect(errors).toEqual([]);
  });
}

test('light or dark is what the reader chose, not what the phone has', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(site.url(LISTS[0] ?? ''), { waitUntil: 'load' });
  const colours = () =>
    mapOf(page).evaluate((svg) =>
      [svg, svg.querySelector('use')].map((part) => part && getComputedStyle(part).backgroundColor + getComputedStyle(part).fill),
    );
  const light = await colours();
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { scheme: 'dark' }));
  const dark = await colours();
  expect(dark).not.toEqual(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colours()).toEqual(dark);
  expect((await inkOf(page)).colours).toBe(2);
});

test('without JavaScript the map is there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => /\/assets\/coast-.*\.svg$/.test(new URL(response.url()).pathname)),
    page.goto(site.url('ti/s/calais-station/'), { waitUntil: 'load' }),
  ]);
  expect(answer.status()).toBe(200);
  await expect(mapOf(page)).toBeVisible();
  await expect(mapOf(page).locator('.drop')).toHaveCount(1);
  await context.close();
});

test('without a connection the map is there, on a page never opened before', async ({ page, context }) => {
  const own = await startSite({ dist: DIST });
  await page.goto(own.url('ar/'));
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
  await own.close();
  await context.setOffline(true);
  await page.goto(own.url('ar/dunkirk/info/'), { waitUntil: 'load' });
  const { colours, ink } = await inkOf(page);
  expect(colours).toBe(2);
  expect(ink).toBeGreaterThan(0.03);
});

test('on paper, black on white, the shore, the marks and their numbers are seen', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(site.url('en/dunkirk/health/'), { waitUntil: 'load' });
  const { colours, ink } = await inkOf(page);
  expect(colours).toBe(1);
  expect(ink).toBeGreaterThan(0.02);
  const paint = (selector: string) =>
    mapOf(page)
      .locator(selector)
      .first()
      .evaluate((part) => getComputedStyle(part).fill);
  expect(await paint('.pins path')).toBe('rgb(0, 0, 0)');
  expect(await paint('.pins path + text')).toBe('rgb(255, 255, 255)');
  expect(await paint('.loose')).toBe('rgb(0, 0, 0)');
  const number = await page
    .locator('.cards > [data-map]')
    .first()
    .evaluate((row) => [getComputedStyle(row, '::before').color, getComputedStyle(row, '::before').backgroundColor]);
  expect(number).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
