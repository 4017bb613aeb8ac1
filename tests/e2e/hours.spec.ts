import { expect, type Page, test } from '@playwright/test';
import { DIST_HOURS, type Site, startSite } from './site.ts';
import { expectTimesInOrder } from './times-in-order.ts';

/** Open Mo 09:00-12:00, Tu 09:00-12:00 and 13:00-16:30, Th 13:30-16:30, Fr 09:00-12:00; closed on public holidays. */
const DESK = 'en/s/desk/';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST_HOURS });
});
test.afterAll(() => site.close());

const openAt = async (page: Page, path: string, now: string) => {
  await page.clock.setFixedTime(now);
  await page.goto(site.url(path));
};
const badge = (page: Page) => page.locator('[data-island="state"]');

for (const timezoneId of ['Asia/Kabul', 'Europe/Paris', 'America/Los_Angeles']) {
  test.describe(`on a phone that shows the time of ${timezoneId}`, () => {
    test.use({ timezoneId });

    for (const [now, said] of [
      ['2026-11-23T10:00:00+01:00', 'Open now, until 12:00'],
      ['2026-11-24T12:30:00+01:00', 'Opens today at 13:00'],
      ['2026-11-24T23:50:00+01:00', 'Opens Thursday at 13:30'],
      ['2026-11-22T23:30:00+01:00', 'Opens tomorrow at 09:00'],
      // Friday 25 December is a holiday, and nobody is there on Saturday or Sunday.
      ['2026-12-25T10:00:00+01:00', 'Opens Monday at 09:00'],
    ] as const) {
      test(`${now} it says "${said}"`, async ({ page }) => {
        await openAt(page, DESK, now);
        await expect(badge(page)).toHaveText(said);
      });
    }
  });
}

test('today stands above the week and is marked in it', async ({ page }) => {
  await openAt(page, DESK, '2026-11-24T08:00:00+01:00');
  await expect(page.locator('.today-line')).toHaveText(/Today\s+09:00–12:00\s+13:00–16:30/);
  await expect(page.locator('.week .today th')).toHaveText('Tuesday');
});

test('hours from a source without a date are never said without doubt', async ({ page }) => {
  await openAt(page, 'en/s/old-desk/', '2026-11-23T10:00:00+01:00');
  await expect(badge(page)).toHaveText('Not sure: Open now, until 12:00');
  await expect(badge(page)).toHaveClass(/is-doubt/);
});

test('beyond what is known it says that the hours are not known', async ({ page }) => {
  await openAt(page, DESK, '2028-06-05T10:00:00+02:00');
  await expect(badge(page)).toHaveText('Hours not known. Ask first.');
  await expect(page.locator('.today-line')).toBeHidden();
});

for (const now of ['2015-01-05T10:00:00+01:00', '2041-01-07T10:00:00+01:00']) {
  test(`a clock that shows ${now.slice(0, 4)} is not believed, and the hours stay`, async ({ page }) => {
    await openAt(page, DESK, now);
    await expect(badge(page)).toHaveText('Your phone’s clock seems wrong. Look at the hours.');
    await expect(page.locator('.today-line')).toBeHidden();
    await expect(page.locator('.week .today')).toHaveCount(0);
    await expect(page.getByRole('row', { name: 'Monday' })).toHaveText(/09:00–12:00/);
  });
}

test('a page left open goes on with the time', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T11:59:00+01:00' });
  await page.goto(site.url(DESK));
  await expect(badge(page)).toHaveText('Open now, until 12:00');
  await page.clock.runFor('02:00');
  await expect(badge(page)).toHaveText('Opens tomorrow at 09:00');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the hours stand there as text, in the page’s own words', async ({ page }) => {
    await page.goto(site.url('ar/s/desk/'));
    await expect(page.getByRole('row', { name: 'الثلاثاء' })).toHaveText(/09:00–12:00\s*13:00–16:30/);
    await expect(page.locator('[data-island="state"]')).toContainText('09:00–12:00');
  });
});

test('in a right-to-left page a range of times still reads from left to right', async ({ page }) => {
  await openAt(page, 'ar/s/desk/', '2026-11-24T08:00:00+01:00');
  expect(await expectTimesInOrder(page.locator('.week bdi'))).toBeGreaterThan(4);
});

test('news that ran out never shows, whatever the clock', async ({ page }) => {
  const news = page.locator('.note[data-until="2027-01-01"]');
  await openAt(page, 'en/calais/', '2026-12-24T10:00:00+01:00');
  await expect(news).toBeVisible();
  await openAt(page, 'en/calais/', '2027-01-02T10:00:00+01:00');
  await expect(news).toBeHidden();
});

test('among the equally sure the soonest open comes first, and the surest always before', async ({ page }) => {
  await openAt(page, 'en/calais/health/', '2026-11-23T10:00:00+01:00');
  for (const list of await page.locator('[data-island="soonest"]').all()) {
    const doubts = await list
      .locator('> li')
      .evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset.doubt)));
    expect(doubts).toEqual([...doubts].sort((a, b) => a - b));
    expect(doubts.length).toBeGreaterThan(2);
  }
});
