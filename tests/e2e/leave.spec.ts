/** One tap leaves the guide, and going back does not return: with a connection, without one, and where nothing may be stored. */
import { chromium, expect, type Page, test } from '@playwright/test';
import { presentChromium } from '../../src/cli/find-chromium.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST, '/');
});
test.afterEach(() => site.remove());

const ready = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.dataset.offline), { timeout: 60_000 }).toBe('ready');

/** Four pages of the guide, one after the other, as a reader opens them. */
async function read(page: Page) {
  await page.goto(site.url('en/'));
  await ready(page);
  for (const path of ['en/calais/', 'en/calais/food/', 'en/emergency/']) await page.goto(site.url(path));
}

const leave = (page: Page) => page.locator('.leave').click();
const onCalendar = (page: Page) => expect(page).toHaveURL(site.url('calendar/'));

/** Every text of the guide that was on the screen in any drawn frame since it was asked for. */
const SEEN = () => {
  const look = () => {
    const shown = getComputedStyle(document.documentElement).visibility !== 'hidden' && document.querySelector('main')?.innerText;
    if (shown && !/^[\d\s-]+$/.test(shown)) console.log(`seen: ${location.pathname} ${shown.slice(0, 40)}`);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

async function watch(page: Page) {
  const seen: string[] = [];
  page.on('console', (message) => message.text().startsWith('seen: ') && seen.push(message.text()));
  await page.addInitScript(SEEN);
  return seen;
}

/** As the phone's own button does, and waits until whatever comes has come. */
async function goBack(page: Page) {
  await page.evaluate(() => void setTimeout(() => history.back()));
  await page.waitForTimeout(700);
}

/** Goes back three times; no page of the guide shows, not for a moment. */
async function goBackThrice(page: Page) {
  const seen = await watch(page);
  for (let times = 0; times < 3; times++) {
    await goBack(page);
    await onCalendar(page);
  }
  expect(seen).toEqual([]);
}

test('after leaving, going back once, twice and three times shows no page of the guide', async ({ page }) => {
  await read(page);
  await leave(page);
  await onCalendar(page);
  await goBackThrice(page);
});

test('so it is without a connection', async ({ page }) => {
  await read(page);
  await site.goOffline();
  await leave(page);
  await onCalendar(page);
  await expect(page.locator('td[aria-current]')).toBeVisible();
  await goBackThrice(page);
});

test('so it is where the browser stores nothing for the guide', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'] as const)
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
  });
  await read(page);
  await leave(page);
  await onCalendar(page);
  await goBackThrice(page);
});

test('so it is after the reader said to keep nothing, and nothing is stored for it', async ({ page }) => {
  // The calendar comes from the worker, and the pages of the guide, which could not be kept, from the server.
  site.fault = (path, _, response) => path === 'packs/en.json' && Boolean(response.writeHead(404).end());
  await page.goto(site.url('en/'));
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the page itself does it.
    document.cookie = 'keep=no; path=/';
    localStorage.clear();
    sessionStorage.clear();
  });
  for (const path of ['en/calais/', 'en/emergency/']) await page.goto(site.url(path));
  await leave(page);
  await onCalendar(page);
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
  for (let times = 0; times < 2; times++) {
    await goBack(page);
    await onCalendar(page);
  }
});

test('so it is where the site stands below a path', async ({ page }) => {
  await site.remove();
  site = await publishSite(DIST_UNDER_SUBPATH, SUBPATH);
  await read(page);
  await leave(page);
  await onCalendar(page);
  await goBackThrice(page);
});

test('pages that the browser holds ready for going back stay hidden too', async () => {
  const found = presentChromium();
  const browser = await chromium.launch({ ...found, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const page = await browser.newPage();
  await page.goto(site.url('en/'));
  await ready(page);
  await page.evaluate(() => Object.assign(window, { held: true }));
  await page.goto(site.url('en/calais/'));
  await goBack(page);
  // Without leaving, such a page comes back as it was: nothing was loaded anew.
  expect(await page.evaluate(() => 'held' in window)).toBe(true);
  await expect(page.locator('html')).toHaveCSS('visibility', 'visible');
  await page.goto(site.url('en/calais/'));
  await leave(page);
  await onCalendar(page);
  for (let times = 0; times < 3; times++) {
    await goBack(page);
    if (page.url() !== 'about:blank') await onCalendar(page);
  }
  await browser.close();
});

test('leaving works while the scripts of the page are still on their way', async ({ page }) => {
  site.fault = (path) => path.startsWith('assets/');
  await page.goto(site.url('en/calais/'), { waitUntil: 'commit' });
  await leave(page);
  await onCalendar(page);
  await goBack(page);
  expect(page.url()).not.toContain('/en/');
});

test('who opens the guide again by its address can read it, and go back in it', async ({ page }) => {
  await read(page);
  await leave(page);
  await onCalendar(page);
  await page.goto(site.url('en/cards/'));
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(site.url('en/about/'));
  await page.goBack();
  await expect(page).toHaveURL(site.url('en/cards/'));
  await expect(page.locator('h1')).toBeVisible();
});

test('the button is reached with the keyboard and has a name, also on pages of no language', async ({ page }) => {
  for (const path of ['en/calais/', '404.html']) {
    await page.goto(site.url(path));
    const button = page.getByRole('link', { name: 'Leave now' });
    await button.focus();
    await page.keyboard.press('Enter');
    await onCalendar(page);
  }
});

test('the calendar is that of this month, and opens from the phone', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00'));
  await page.goto(site.url('en/'));
  await ready(page);
  await site.goOffline();
  await page.goto(site.url('calendar/'));
  await expect(page).toHaveTitle('2026-11');
  const weeks = await page
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(weeks[0]).toEqual(['', '', '', '', '', '', '1']);
  expect(weeks.at(-1)).toEqual(['30', '', '', '', '', '', '']);
  await expect(page.locator('[aria-current]')).toHaveText('22');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the button still leads away', async ({ page }) => {
    await page.goto(site.url('ar/calais/'));
    await leave(page);
    await onCalendar(page);
    await expect(page.locator('h1')).toBeVisible();
  });
});
