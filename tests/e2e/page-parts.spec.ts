/** Pages without places or opening hours are spared style, script and words that are only for those. */
import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, type Site, startSite } from './site.ts';

const kinds = onePagePerKind(builtPages(DIST).filter(({ lang }) => lang === 'ar'));
const hasAll = (html: string) => html.includes('id="words-hours"');

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

/** Selectors of the page's second style, without what they say of states. */
const ofPlaces = (page: Page) =>
  page.evaluate(() =>
    [...(document.styleSheets[1]?.cssRules ?? [])].flatMap((rule) =>
      rule instanceof CSSStyleRule ? rule.selectorText.replace(/::?(?:before|after)/g, '').split(', ') : [],
    ),
  );

test('a page without them has nothing on it that their style is for', async ({ page }) => {
  const [plain, whole] = [kinds.filter(({ html }) => !hasAll(html)), kinds.filter(({ html }) => hasAll(html))];
  expect(plain.length).toBeGreaterThan(5);
  await page.goto(site.url(whole[0]?.path ?? ''));
  const selectors = await ofPlaces(page);
  expect(selectors.length).toBeGreaterThan(50);
  for (const { path } of plain) {
    await page.goto(site.url(path));
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
    expect(await ofPlaces(page), path).toEqual([]);
    const styled = await page.evaluate((all) => all.filter((one) => document.querySelector(one)), selectors);
    expect(styled, path).toEqual([]);
    expect(await page.locator('[data-hours]').count(), path).toBe(0);
  }
});

test('so it is with what a search finds', async ({ page }) => {
  const whole = kinds.find(({ html }) => hasAll(html));
  await page.goto(site.url(whole?.path ?? ''));
  const selectors = await ofPlaces(page);
  await page.goto(site.url('en/search/'));
  await page.getByRole('searchbox').fill('food');
  await expect(page.locator('main .rows a').first()).toBeVisible();
  const styled = await page.evaluate((all) => all.filter((one) => document.querySelector(one)), selectors);
  expect(styled).toEqual([]);
});
