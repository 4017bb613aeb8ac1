import { expect, type Page, test } from '@playwright/test';
import { publishSite } from './published-site.ts';
import { DIST, DIST_HOURS, type Site, startSite } from './site.ts';
import { expectTimesInOrder } from './times-in-order.ts';

/**
 * A desk: Mo 09:00-12:00, Tu 09:00-12:00 and 13:00-16:30, Th 13:30-16:30, Fr 09:00-12:00, closed on public holidays;
 * an old desk and a hospital whose hours are not sure; a van for men, 20:00-02:00; a place for the night without hours.
 */
let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST_HOURS });
});
test.afterAll(() => site.close());

const TODAY = 'en/calais/today/';
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

const openAt = async (page: Page, path: string, now: string) => {
  await page.clock.setFixedTime(now);
  await page.goto(site.url(path));
  // The script has taken over: either it tells the time, or that the clock is wrong.
  await expect(page.locator('[data-live="clock"]:visible, [data-live="wrong"]:visible')).toBeVisible();
};

/** What stands in a part of the line: time and address of each row, in order. */
const rows = (page: Page, part: string) =>
  page
    .locator(`[data-part="${part}"]:visible li`)
    .evaluateAll((items) =>
      items.flatMap((item) =>
        (item as HTMLElement).hidden
          ? []
          : [
              `${item.querySelector('.when:not([hidden])')?.textContent?.trim() ?? ''} ${item.querySelector('a')?.pathname.split('/')[3]}`.trim(),
            ],
      ),
    );

const parts = async (page: Page) => {
  const shown = await page
    .locator('[data-part]:visible')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.part));
  return shown.join(' ');
};

for (const { timezoneId, locale } of [
  { timezoneId: 'Europe/Paris', locale: 'fr-FR' },
  { timezoneId: 'Asia/Kabul', locale: 'fa-AF' },
  { timezoneId: 'America/Los_Angeles', locale: 'ar-EG-u-nu-arab' },
]) {
  test.describe(`on a phone that shows the time of ${timezoneId} in ${locale}`, () => {
    test.use({ timezoneId, locale });

    test('in the morning: what is open, until when, and what comes', async ({ page }) => {
      await openAt(page, TODAY, `${TUESDAY}T10:30:00+01:00`);
      await expect(page.locator('[data-live="clock"]')).toHaveText('Tuesday 24 November 2026, 10:30 in France');
      expect(await rows(page, 'now')).toEqual([
        'until 12:00, then 13:00–16:30 desk',
        'Not sure: until 12:00, then 13:00–16:30 old-desk',
        'Not sure: until 17:00 hospital',
      ]);
      expect(await rows(page, 'later')).toEqual(['20:00–02:00 night-van']);
      expect(await parts(page)).toBe('now later ask');
    });

    test('at night: what began yesterday is open, the day ahead stands in its order', async ({ page }) => {
      await openAt(page, TODAY, `${TUESDAY}T00:30:00+01:00`);
      expect(await rows(page, 'now')).toEqual(['until 02:00, then 20:00–02:00 night-van']);
      expect(await rows(page, 'later')).toEqual([
        '09:00–12:00 · 13:00–16:30 desk',
        'Not sure: 09:00–12:00 · 13:00–16:30 old-desk',
        'Not sure: 09:00–17:00 hospital',
      ]);
    });

    test('on a holiday what is closed comes another day', async ({ page }) => {
      await openAt(page, TODAY, '2026-12-25T10:00:00+01:00');
      expect(await rows(page, 'later')).toEqual(['20:00–02:00 night-van']);
      expect(await rows(page, 'tomorrow')).toEqual([]);
      expect((await rows(page, 'other')).sort()).toEqual(['desk', 'hospital', 'old-desk']);
      await expect(page.getByText('No place on this list is known to be open now.')).toBeVisible();
    });

    test('the tiles of the home say the same', async ({ page }) => {
      const tile = (need: string) => page.locator(`.tile.need-${need} small`);
      await page.clock.setFixedTime(`${MONDAY}T10:00:00+01:00`);
      await page.goto(site.url('en/calais/'));
      await expect(tile('health')).toHaveText('Open now: 1');
      await expect(tile('health').locator('svg')).toHaveCount(1);
      await expect(tile('sleep')).toHaveText('Opens today at 20:00');
      await page.clock.setFixedTime(`${TUESDAY}T12:30:00+01:00`);
      await page.reload();
      await expect(tile('health')).toHaveText('Opens today at 13:00');
      await page.clock.setFixedTime(`${TUESDAY}T20:30:00+01:00`);
      await page.reload();
      await expect(tile('health')).toHaveText('Ask first');
      await expect(tile('sleep')).toHaveText('Open now: 1');
    });
  });
}

test('what nobody knows the hours of stands apart, with its number', async ({ page }) => {
  await openAt(page, TODAY, `${TUESDAY}T10:30:00+01:00`);
  await expect(page.locator('[data-part="ask"] summary')).toHaveText(/Ask first\s+\(1\)/);
  expect(await rows(page, 'ask')).toEqual(['night-place']);
});

test('beyond what is known everything must be asked for first', async ({ page }) => {
  await openAt(page, TODAY, '2028-06-05T10:00:00+02:00');
  expect(await parts(page)).toBe('now ask');
  expect(await rows(page, 'ask')).toHaveLength(5);
});

for (const now of ['2015-01-05T10:00:00+01:00', '2041-01-07T10:00:00+01:00']) {
  test(`a clock that shows ${now.slice(0, 4)} is not believed: the guide’s own day stands there with its date`, async ({
    page,
  }) => {
    await openAt(page, TODAY, now);
    await expect(page.getByText('Your phone’s clock seems wrong. Look at the hours.').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Hours for Sunday 22 November 2026' })).toBeVisible();
    expect(await rows(page, 'day')).toEqual(['00:00–02:00 · 20:00–02:00 night-van']);
    expect(await parts(page)).toBe('day other ask');
    await page.goto(site.url('en/calais/'));
    await expect(page.locator('.tile.need-health small')).toHaveText('3 entries');
  });
}

test('a page left open goes on with the time, and the keyboard stays where it was', async ({ page }) => {
  await page.clock.install({ time: `${TUESDAY}T11:59:00+01:00` });
  await page.goto(site.url(TODAY));
  await expect.poll(() => rows(page, 'now')).toHaveLength(3);
  await page.locator('[data-part="now"] a[href$="/s/desk/"]').focus();
  await page.clock.runFor('02:00');
  await expect.poll(() => rows(page, 'now')).toEqual(['Not sure: until 17:00 hospital']);
  expect((await rows(page, 'later'))[0]).toBe('13:00–16:30 desk');
  await expect(page.locator('a[href$="/s/desk/"]')).toBeFocused();
});

test('words that the browser translated stay until the state changes', async ({ page }) => {
  await page.clock.install({ time: `${TUESDAY}T11:58:00+01:00` });
  await page.goto(site.url(TODAY));
  const time = page.locator('li', { has: page.locator('a[href$="/s/desk/"]') }).locator('.when span');
  await expect(time).toHaveText('until 12:00, then 13:00–16:30');
  await time.evaluate((span) => {
    const font = document.createElement('font');
    font.textContent = 'bis 12:00';
    span.replaceChildren(font);
  });
  await page.clock.runFor('00:31');
  await expect(time).toHaveText('bis 12:00');
  await page.clock.runFor('02:00');
  await expect(time).toHaveText('13:00–16:30');
});

test('choosing a need and a person leaves what is for both; everything works with the keyboard', async ({ page }) => {
  await openAt(page, TODAY, `${TUESDAY}T10:30:00+01:00`);
  const status = page.locator('.filters [role="status"]');
  await page.locator('.filters > summary').focus();
  await page.keyboard.press('Enter');
  const need = page.getByRole('button', { name: 'A place to sleep' });
  await need.focus();
  await page.keyboard.press('Space');
  await expect(need).toHaveAttribute('aria-pressed', 'true');
  await expect(status).toHaveText('Shown: 2 of 5');
  expect(await parts(page)).toBe('now later ask');
  expect(await rows(page, 'now')).toEqual([]);
  await page.getByRole('button', { name: 'Women', exact: true }).press('Enter');
  await expect(status).toHaveText('Shown: 0 of 5');
  await expect(page.getByRole('button', { name: 'Everyone' })).toHaveAttribute('aria-pressed', 'false');
  await need.press('Enter');
  await expect(status).toHaveText('Shown: 3 of 5');
  await page.getByRole('button', { name: 'Everyone' }).press('Enter');
  await expect(status).toHaveText('');
});

test('nothing of a choice is kept: not in the address, not on the phone', async ({ page, context }) => {
  await openAt(page, TODAY, `${TUESDAY}T10:30:00+01:00`);
  await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
  const address = page.url();
  const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  const before = await kept();
  await page.locator('.filters > summary').click();
  await page.getByRole('button', { name: 'Women', exact: true }).click();
  expect(page.url()).toBe(address);
  expect(await kept()).toBe(before);
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(page.locator('.filters [role="status"]')).toHaveText('');
});

test('the bar leads to today in the town of the page, and to a choice of towns from a page of none', async ({ page }) => {
  const today = page.locator('.bar a').nth(1);
  await page.goto(site.url('en/s/desk/'));
  await today.click();
  await expect(page).toHaveURL(site.url(TODAY));
  await expect(today).toHaveAttribute('aria-current', 'page');
  await page.goto(site.url('en/emergency/'));
  await today.click();
  await expect(page).toHaveURL(site.url('en/today/'));
  await page.getByRole('main').getByRole('link', { name: 'Today in Calais' }).click();
  await expect(page).toHaveURL(site.url(TODAY));
});

test('with two languages at once each entry has its own second name, in whatever list it stands', async ({ page }) => {
  await openAt(page, 'ar/calais/today/', `${TUESDAY}T10:30:00+01:00`);
  await page.locator('details.languages summary').click();
  await page.locator('.read-along button[data-lang="en"]').click();
  const card = (id: string) => page.locator(`[data-part] a[href$="/s/${id}/"] b .beside`);
  await expect(card('hospital')).toHaveText('Calais hospital');
  await expect(card('night-van')).toHaveText('A warm van');
  await expect(card('desk')).toHaveText('A desk with hours');
});

test('in a right-to-left page the times still read from left to right', async ({ page }) => {
  await openAt(page, 'ar/calais/today/', `${MONDAY}T18:30:00+01:00`);
  expect(await expectTimesInOrder(page.locator('.when bdi:visible'))).toBeGreaterThan(2);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every place stands there with its week, and nothing about a day or about now', async ({ page }) => {
    await page.goto(site.url(TODAY));
    await expect(page.getByRole('heading', { name: 'When' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Open now' })).toBeHidden();
    await expect(page.locator('[data-part="day"] .when').first()).toBeHidden();
    await expect(page.locator('[data-part="day"] li')).toHaveCount(4);
    await expect(page.locator('[data-part="day"] li', { has: page.locator('a[href$="/s/desk/"]') })).toContainText('Monday');
    await expect(page.getByText('22 November 2026')).toHaveCount(1);
    await expect(page.locator('[data-part="ask"] li')).toHaveCount(1);
    await expect(page.locator('.filters')).toBeHidden();
    await page.goto(site.url('en/calais/'));
    await expect(page.locator('.tile.need-health small')).toHaveText('3 entries');
  });
});

test('without a connection the real guide opens today from the phone, for the day it is', async ({ page }) => {
  const published = await publishSite(DIST, '/');
  try {
    await page.goto(published.url('en/dunkirk/'));
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
    await published.goOffline();
    const made = await page.evaluate(() => document.documentElement.dataset.made ?? '');
    await page.clock.setFixedTime(`${made}T11:00:00Z`);
    await page.locator('.bar a').nth(1).click();
    await expect(page).toHaveURL(published.url('en/dunkirk/today/'));
    await expect(page.locator('[data-live="clock"]')).toContainText('12:00 in France');
    await expect(page.locator('[data-part="ask"] summary')).toBeVisible();
    await page.goto(published.url('en/calais/today/'));
    await expect(page.locator('[data-part="always"] li').first()).toBeVisible();
  } finally {
    await published.remove();
  }
});
