/** How the guide is shown, as the reader chose it: there before anything is drawn, remembered on the phone only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { DIST, type Site, startSite } from './site.ts';

const { comfort, phone, shared } = JSON.parse(readFileSync(join(import.meta.dirname, '../../locales/en.json'), 'utf8'));

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choose = (page: Page, name: string) => button(page, name).click();

/** What a page looks like at the moment at which its first element is drawn. */
const look = (page: Page) =>
  page.evaluate(() => {
    const { fontSize, backgroundColor } = getComputedStyle(document.documentElement);
    return { fontSize, backgroundColor };
  });
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(16, 20, 22)';

test('bigger text and dark colours hold on every page from its first moment', async ({ page }) => {
  await page.goto(site.url('en/phone/'));
  expect(await look(page)).toEqual({ fontSize: '16px', backgroundColor: LIGHT });
  await choose(page, comfort.size_biggest);
  await choose(page, comfort.colours_dark);
  expect(await look(page)).toEqual({ fontSize: '23.2px', backgroundColor: DARK });
  // The script of the page never comes: what is shown does not wait for it.
  await page.route('**/assets/**', () => undefined);
  for (const path of ['en/calais/', '404.html']) {
    await page.goto(site.url(path), { waitUntil: 'commit' });
    await page.waitForSelector('main');
    expect(await look(page), path).toEqual({ fontSize: '23.2px', backgroundColor: DARK });
  }
  await page.goto(site.url('ar/'), { waitUntil: 'commit' });
  await page.waitForSelector('main');
  expect((await look(page)).fontSize).toBe('25.52px');
});

test('light colours hold on a phone that is set to dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.url('en/phone/'));
  expect((await look(page)).backgroundColor).toBe(DARK);
  await choose(page, comfort.colours_light);
  expect((await look(page)).backgroundColor).toBe(LIGHT);
  await page.reload();
  await expect(button(page, comfort.colours_light)).toHaveAttribute('aria-pressed', 'true');
  await choose(page, comfort.colours_phone);
  expect((await look(page)).backgroundColor).toBe(DARK);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('comfort')))).toEqual([]);
});

test('can be chosen with the keyboard, and a screen reader hears what is chosen', async ({ page }) => {
  await page.goto(site.url('en/phone/'));
  const group = page.getByRole('group', { name: comfort.size });
  await group.getByRole('button', { name: comfort.size_bigger }).focus();
  await page.keyboard.press('Enter');
  await expect(group.getByRole('button', { pressed: true })).toHaveText(comfort.size_bigger);
  await button(page, comfort.motion).focus();
  await page.keyboard.press('Space');
  await expect(button(page, comfort.motion)).toHaveAttribute('aria-pressed', 'true');
});

test('with less movement nothing can move', async ({ page }) => {
  await page.goto(site.url('en/phone/'));
  await choose(page, comfort.motion);
  await page.goto(site.url('en/calais/'));
  const seconds = await page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) return undefined;
    main.style.transitionProperty = 'color';
    return getComputedStyle(main).transitionDuration;
  });
  expect(seconds).toBe('0s');
});

test('with less data nothing is saved by itself, and a tap still saves', async ({ page }) => {
  await page.goto(site.url('en/phone/'), { waitUntil: 'commit' });
  await page.evaluate(() => localStorage.setItem('arrival-guide:/:comfort', '{"saving":"yes"}'));
  await page.goto(site.url('en/calais/'));
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'off');
  await page.goto(site.url('en/phone/'));
  await expect(button(page, comfort.data)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: `${phone.save} (English)` }).click();
  await expect(page.getByRole('button', { name: `${phone.remove} (English)` })).toBeVisible();
});

test('is forgotten with everything else, and not remembered on a phone that is not the reader’s', async ({ page }) => {
  await page.goto(site.url('en/phone/'));
  await choose(page, comfort.size_bigger);
  await page.getByRole('button', { name: shared.visit }).click();
  await expect(page.getByText(phone.removed)).toBeVisible();
  await choose(page, comfort.colours_dark);
  expect((await look(page)).backgroundColor).toBe(DARK);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.reload();
  expect(await look(page)).toEqual({ fontSize: '16px', backgroundColor: LIGHT });
});

for (const damage of ['{', 'null', '[]', '"x"', '{"size":7}']) {
  test(`a damaged memory (${damage}) does no harm`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.url('en/'));
    await page.evaluate((text) => localStorage.setItem('arrival-guide:/:comfort', text), damage);
    await page.goto(site.url('en/phone/'));
    await choose(page, comfort.size_bigger);
    expect((await look(page)).fontSize).toBe('19.2px');
    expect(errors).toEqual([]);
  });
}

test('where nothing can be stored it holds for the page', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  );
  await page.goto(site.url('en/phone/'));
  await choose(page, comfort.size_bigger);
  expect((await look(page)).fontSize).toBe('19.2px');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('nothing is offered that could not be done', async ({ page }) => {
    await page.goto(site.url('en/phone/'));
    await expect(page.getByText(phone.no_script)).toBeVisible();
    await expect(page.locator('main button:visible')).toHaveCount(0);
    await expect(page.locator('#browser summary').first()).toBeVisible();
  });
});
