import { expect, type Page, test } from '@playwright/test';
import { DIST, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

/** Two hundred metres from the station of Calais, told more exactly than the guide may use. */
const NEAR_STATION = { latitude: 50.9529613, longitude: 1.8532487 };
const LIST = 'calais/info/';

const open = async (page: Page, path = `en/${LIST}`) => {
  await page.goto(site.url(path));
  await page.locator('.near summary').tap();
};
const names = (page: Page) => page.locator('ul.cards').first().locator('.card > b').allTextContents();
const lines = (page: Page) => page.locator('ul.cards').first().locator('.distance');
const said = (page: Page) => page.locator('.near [role="status"]:visible').filter({ hasText: /./ });

test.describe('when the reader gives the position', () => {
  test.use({ permissions: ['geolocation'], geolocation: NEAR_STATION });

  test('the list begins with what is nearest, and says how far and which way', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Use my position' }).tap();
    await expect(said(page)).toContainText('Nearest first, from where you are.');
    await expect(lines(page).first()).toHaveText(/^About \d+ min on foot · \d+ m( · west)?$/);
    expect((await names(page)).slice(0, 2).join()).toMatch(/Town hall of Calais.*Calais-Ville train station/s);
  });

  test('what may not be told exactly gets no distance, and stands behind', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Use my position' }).tap();
    await expect(lines(page).last()).toHaveText('In Calais. We do not show how far.');
    const told = await lines(page).allTextContents();
    const firstUntold = told.findIndex((line) => line.startsWith('In '));
    expect(told.slice(firstUntold).every((line) => line.startsWith('In '))).toBe(true);
  });

  test('nothing of it is asked of anybody or left on the phone', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page);
    await page.getByRole('button', { name: 'Use my position' }).tap();
    await expect(said(page)).toContainText('Nearest first');
    expect(asked.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    expect(asked.filter((url) => /50\.9|1\.85/.test(url))).toEqual([]);
    const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(left).not.toMatch(/50\.9|1\.8/);
    expect(await page.content()).not.toMatch(/50\.9529|50\.953,1\.853|1\.8532/);
  });
});

test.describe('the arrows', () => {
  test.use({ permissions: ['geolocation'], geolocation: NEAR_STATION });

  /** Degrees that each arrow is turned by, clockwise from the top of the screen. */
  const turned = (page: Page) =>
    page
      .locator('.arrow')
      .evaluateAll((arrows) => arrows.map((arrow) => ({ bearing: arrow.dataset.bearing, turned: arrow.style.transform })));
  const point = (page: Page, name: string, reading: object) =>
    page.evaluate(({ name, reading }) => dispatchEvent(new DeviceOrientationEvent(name, reading)), { name, reading });

  test('point to the places as the phone is turned, and only on a phone that knows the directions of the world', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('button', { name: 'Use my position' }).tap();
    await expect(said(page)).toContainText('Nearest first');
    await expect(page.locator('.arrow:visible')).toHaveCount(0);
    await point(page, 'deviceorientation', { alpha: 30, absolute: false });
    await expect(page.locator('.arrow:visible')).toHaveCount(0);
    // Turned a quarter to the right: what lies north is to the left.
    await point(page, 'deviceorientationabsolute', { alpha: 270, absolute: true });
    await expect(page.locator('.arrow:visible').first()).toBeVisible();
    for (const arrow of await turned(page)) expect(arrow.turned).toBe(`rotate(${Number(arrow.bearing) - 90}deg)`);
    await point(page, 'deviceorientationabsolute', { alpha: 0, absolute: true });
    for (const arrow of await turned(page)) expect(arrow.turned).toBe(`rotate(${Number(arrow.bearing) - 360}deg)`);
  });

  test('do not show from a landmark, where the reader may not stand', async ({ page }) => {
    await open(page);
    await page.locator('.starts [data-geo]').first().tap();
    await expect(said(page)).toContainText('Nearest first');
    await point(page, 'deviceorientationabsolute', { alpha: 270, absolute: true });
    await expect(page.locator('.arrow:visible')).toHaveCount(0);
  });
});

test.describe('far away', () => {
  test.use({ permissions: ['geolocation'], geolocation: { latitude: 48.8567, longitude: 2.3522 } });

  test('it says so instead of minutes on foot', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Use my position' }).tap();
    await expect(said(page)).toHaveText('You are far from these places.');
    await expect(page.locator('.distance', { hasText: 'on foot' })).toHaveCount(0);
  });
});

test('a reader who refuses is told so and chooses a place; the usual order comes back', async ({ page }) => {
  await open(page);
  const usual = await names(page);
  await page.getByRole('button', { name: 'Use my position' }).tap();
  await expect(said(page)).toHaveText('Your browser did not give your position. Choose a place below.');
  await page.getByRole('button', { name: 'Gare de Calais-Ville' }).tap();
  await expect(said(page)).toContainText('Nearest first, from here: Gare de Calais-Ville.');
  expect((await names(page))[0]).toContain('Calais-Ville train station');
  await page.getByRole('button', { name: 'Back to the usual order' }).tap();
  expect(await names(page)).toEqual(usual);
  await expect(page.locator('.distance')).toHaveCount(0);
});

test('before it is opened nothing of it is fetched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.url(`en/${LIST}`));
  await page.waitForLoadState('networkidle');
  const before = asked.filter((url) => /\/near-[^/]*\.js$/.test(url)).length;
  await page.locator('.near summary').tap();
  await expect.poll(() => asked.filter((url) => /\/near-[^/]*\.js$/.test(url)).length).toBe(before + 1);
});

test('from right to left each part of the line keeps its own order', async ({ page }) => {
  await open(page, `ar/${LIST}`);
  await page.locator('.near [data-geo]').first().tap();
  await expect(lines(page).first().locator('bdi').nth(1)).toHaveText(/\d/);
  await expect(page.locator('.near bdi[lang="fr"][translate="no"]').first()).toHaveText('Gare de Calais-Ville');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is offered that cannot be done', async ({ page }) => {
    await page.goto(site.url(`en/${LIST}`));
    await expect(page.locator('.near')).toBeHidden();
  });
});

test('a page whose places are all told by town offers no distances', async ({ page }) => {
  await page.goto(site.url('en/calais/food/'));
  await expect(page.locator('.near')).toHaveCount(0);
});
