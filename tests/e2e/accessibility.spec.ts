import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, type Site, startSite } from './site.ts';

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

const pages = builtPages(DIST);
const kinds = [
  ...onePagePerKind(pages.filter(({ lang }) => !lang)),
  ...['en', 'ar'].flatMap((lang) => onePagePerKind(pages.filter((page) => page.lang === lang))),
];

/** What a page says about now depends on the moment, so it is looked at on a working day and on a Sunday night. */
const MOMENTS = { 'a working morning': '2026-12-02T10:30:00+01:00', 'a Sunday night': '2026-12-06T23:30:00+01:00' };

/** Lets the islands do their work, so that what they draw is judged too. */
async function open(page: Page, path: string, moment: string = MOMENTS['a working morning']) {
  // Addresses from paper would go on at once to the page in the reader's language.
  await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => [] }));
  await page.clock.setFixedTime(new Date(moment));
  await page.goto(site.url(path), { waitUntil: 'load' });
  await page.waitForTimeout(300);
}

/** In a second scheme only the colours differ. */
async function findBarriers(page: Page, look: 'all' | 'colours' = 'all'): Promise<string[]> {
  const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
  // No page has frames; only for frames axe would open a tab of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const asked = look === 'all' ? axe.options({ rules }) : axe.withRules(['color-contrast', 'color-contrast-enhanced']);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

for (const [name, moment] of Object.entries(MOMENTS)) {
  const looksDifferent = ({ html }: { html: string }) => /data-hours|data-island="today"/.test(html);
  for (const { kind, path } of name === 'a Sunday night' ? kinds.filter(looksDifferent) : kinds) {
    // Colours are the same in all languages: one is looked at in light, the other in dark.
    const schemes = path.startsWith('en/')
      ? (['light'] as const)
      : path.startsWith('ar/')
        ? (['dark'] as const)
        : (['light', 'dark'] as const);
    test(`on ${name}, everybody can use /${path} (${kind}) in ${schemes.join(' and in ')}`, async ({ page }) => {
      await open(page, path, moment);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const [place, colorScheme] of schemes.entries()) {
        await page.emulateMedia({ colorScheme });
        expect(await findBarriers(page, place ? 'colours' : 'all'), colorScheme).toEqual([]);
      }
    });
  }
}

test('everybody can use the ways to share, with their text and code open, in light and in dark', async ({ page }) => {
  for (const lang of ['en', 'ar']) {
    await open(page, `${lang}/s/calais-pass/`);
    await page.locator('.tools > button').first().click();
    await page.locator('.tools > div > button').last().click();
    await expect(page.locator('.code')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page, colorScheme === 'dark' ? 'colours' : 'all'), `${lang} ${colorScheme}`).toEqual([]);
    }
  }
});

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

/** Where things stand and in which order they are reached does not depend on the language, but on its direction. */
for (const { path, kind } of kinds.filter(({ path }) => !path.startsWith('en/'))) {
  test(`/${path} (${kind}) never scrolls sideways, not even with letters twice as big`, async ({ page }) => {
    await open(page, path);
    expect(await page.evaluate(WIDER_THAN_PHONE)).toEqual([]);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))).toBeGreaterThanOrEqual(32);
    expect(await page.evaluate(WIDER_THAN_PHONE)).toEqual([]);
  });

  test(`/${path} (${kind}) can be walked with the keyboard, and shows where one is`, async ({ page }) => {
    await open(page, path);
    // While a language is being saved its button cannot be reached.
    if (kind === 'phone') await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
    const reachable = await page
      .locator(
        'a[href]:visible, button:visible:not([disabled]), summary:visible, input:visible:not([type="radio"]:not(:checked))',
      )
      .count();
    const visited = new Set<string>();
    for (let step = 0; step < reachable + 5; step++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(DESCRIBE_FOCUS);
      if (!focus) break;
      // What is still being kept may move the page for a moment.
      if (!focus.shown)
        await expect.poll(() => page.evaluate(DESCRIBE_FOCUS), `the focus shows on ${focus.name}`).toMatchObject({ shown: true });
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
