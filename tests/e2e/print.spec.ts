/** Every kind of page on paper. */
import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, DIST_HOURS, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

const pages = builtPages(DIST);
const kinds = ['en', 'ar'].flatMap((lang) => onePagePerKind(pages.filter((page) => page.lang === lang)));

/** As a browser does for a reader whose phone and guide are dark, and who reads big letters. */
async function print(page: Page, path: string) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.url(path), { waitUntil: 'load' });
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { scheme: 'dark', size: 'biggest' }));
  await page.setViewportSize({ width: 700, height: 990 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

/** Pieces of text that are shown, and what is wrong with them on paper. */
const FAULTS = () => {
  const shown = (element: Element) => element.getClientRects().length > 0 && !element.closest('.visually-hidden');
  const all = [...document.querySelectorAll('body *')].filter(shown);
  const name = (element: Element) => element.outerHTML.slice(0, 100);
  const coloured = all.filter((element) => {
    const { color, backgroundColor, fill } = getComputedStyle(element);
    const isDrawing = element.closest('svg') && !element.closest('.states');
    // Land and the numbers on marks are white, so that they can be told from the lines and marks around them.
    const isPaper = element.closest('.map') && fill === 'rgb(255, 255, 255)';
    return (
      color !== 'rgb(0, 0, 0)' ||
      (backgroundColor !== 'rgba(0, 0, 0, 0)' && !element.closest('svg')) ||
      (isDrawing && !isPaper && fill !== 'rgb(0, 0, 0)')
    );
  });
  const tappable = all.filter((element) =>
    element.matches('button, input, nav:not(.towns), nav a:not([aria-current]), .leave, .languages, [data-said]'),
  );
  const folded = all.filter((element) => element.matches('main details:not([open])'));
  return { coloured: coloured.map(name), tappable: tappable.map(name), folded: folded.map(name) };
};

for (const { path, kind } of kinds) {
  test(`/${path} (${kind}) prints black on white, unfolded, with every number and its address, and nothing to tap`, async ({
    page,
  }) => {
    await print(page, path);
    expect(await page.evaluate(FAULTS)).toEqual({ coloured: [], tappable: [], folded: [] });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    await expect(page.locator('.printed')).toHaveText(new RegExp(`/${path}$`));
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBe(16);
    const hidden = await page.locator('a[href^="tel:"], a[href^="sms:"]').evaluateAll((links) =>
      links
        .filter((link) => {
          const digits = (text: string) => text.replace(/\D/g, '').slice(-9);
          const number = digits(link.getAttribute('href') ?? '');
          return !digits((link as HTMLElement).innerText).endsWith(number) || !link.getClientRects().length;
        })
        .map((link) => link.outerHTML.slice(0, 120)),
    );
    expect(hidden).toEqual([]);
  });
}

test('on paper the hours of the week stand where the screen says what is open now', async ({ page }) => {
  const hours = await startSite({ dist: DIST_HOURS });
  await page.clock.setFixedTime('2026-11-23T10:00:00+01:00');
  await page.goto(hours.url('en/calais/health/'));
  const badge = page.locator('[data-island="state"]').first();
  await expect(badge).toContainText('Open now');
  await page.emulateMedia({ media: 'print' });
  // Where a browser does not say that it prints, nothing is said rather than something old.
  await expect(badge).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(badge).toBeVisible();
  await expect(badge).toContainText('Friday 09:00–12:00');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(badge).toContainText('Open now');
  await hours.close();
});

test('a browser that prints unfolds what is folded, and folds it again', async ({ page }) => {
  await page.goto(site.url('en/emergency/'), { waitUntil: 'load' });
  await page.evaluate(() => {
    const count = () => document.querySelectorAll('main details[open]').length;
    Object.assign(window, { counts: [count()] });
    for (const moment of ['beforeprint', 'afterprint'])
      addEventListener(moment, () => (window as unknown as { counts: number[] }).counts.push(count()));
  });
  await page.pdf();
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(counts.at(0)).toBe(0);
  expect(counts.at(1)).toBeGreaterThan(3);
  expect(counts.at(-1)).toBe(0);
});
