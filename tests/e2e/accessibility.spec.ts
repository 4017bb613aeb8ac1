import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../dist/built-site.ts';
import { DIST, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

const pages = builtPages();
const kinds = [
  ...onePagePerKind(pages.filter(({ lang }) => !lang)),
  ...['en', 'ar'].flatMap((lang) => onePagePerKind(pages.filter((page) => page.lang === lang))),
];

/** Lets the islands do their work, so that what they draw is judged too. */
const open = async (page: Page, path: string) => {
  await page.goto(site.url(path), { waitUntil: 'load' });
  await page.waitForTimeout(300);
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    for (const { kind, path } of kinds) {
      test(`everybody can use /${path} (${kind})`, async ({ page }) => {
        await open(page, path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const { violations } = await new AxeBuilder({ page })
          .options({ rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } })
          .analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
          ),
        ).toEqual([]);
      });
    }
  });
}

/** The innermost elements that reach beyond the sides of the screen. */
const WIDER_THAN_PHONE = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return right > clientWidth + 1 || left < -1;
  });
  const innermost = wide.filter((element) => ![...element.children].some((child) => wide.includes(child)));
  return [`${scrollWidth} px wide`, ...innermost.map((element) => element.outerHTML.slice(0, 120))];
};

for (const { path, kind } of kinds) {
  test(`/${path} (${kind}) never scrolls sideways, not even with letters twice as big`, async ({ page }) => {
    await open(page, path);
    expect(await page.evaluate(WIDER_THAN_PHONE)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(32);
    expect(await page.evaluate(WIDER_THAN_PHONE)).toEqual([]);
  });

  test(`/${path} (${kind}) can be walked with the keyboard, and shows where one is`, async ({ page }) => {
    await open(page, path);
    const reachable = await page
      .locator('a[href]:visible, button:visible:not([disabled]), summary:visible, input:visible')
      .count();
    const visited = new Set<string>();
    for (let step = 0; step < reachable + 5; step++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(DESCRIBE_FOCUS);
      if (!focus) break;
      expect(focus.shown, `the focus shows on ${focus.name}`).toBe(true);
      visited.add(focus.place);
    }
    expect(visited.size).toBeGreaterThanOrEqual(reachable);
  });
}

/** Where the keyboard is, and whether the eye can see it: on the screen, with an outline. */
const DESCRIBE_FOCUS = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const place = String([...document.querySelectorAll('*')].indexOf(element));
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const onScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return {
    place,
    name: element.outerHTML.slice(0, 100),
    shown: onScreen && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
  };
};
