import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { PSEUDO_LANGS } from '../../src/pipeline/translation/pseudo.ts';
import { DIST_PSEUDO, type Site, startSite } from './site.ts';

/** Layout holds in languages with longer words and in those that run from right to left, whoever they are. */
let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST_PSEUDO });
});
test.afterAll(() => site.close());

/** Letters as they come, and twice as big. */
const SIZES = ['100%', '200%'];

/** The pages of no language list all of them, so they are looked at here as well. */
for (const lang of [...PSEUDO_LANGS, undefined]) {
  test.describe(lang ?? 'no language', () => {
    const pages = onePagePerKind(builtPages(DIST_PSEUDO).filter((page) => page.lang === lang));
    test('has every kind of page', () => expect(pages.length).toBeGreaterThan(lang ? 9 : 2));

    for (const { path, kind } of pages) {
      test(`/${path} (${kind}) fits the phone, and every tap target can be hit`, async ({ page }) => {
        await open(page, path);
        expect(await page.evaluate(TORN), 'torn within a word').toEqual([]);
        for (const size of SIZES) {
          await page.evaluate((fontSize) => document.documentElement.style.setProperty('font-size', fontSize), size);
          expect(await page.evaluate(SIDEWAYS), `scrolls sideways at ${size}`).toEqual([]);
          expect(await page.evaluate(CLIPPED), `clipped or spilled at ${size}`).toEqual([]);
          expect(await page.evaluate(TOO_SMALL), `smaller than 48 px at ${size}`).toEqual([]);
        }
      });
    }
  });
}

/** A moment at which most states show; what can be opened is open. */
async function open(page: Page, path: string) {
  await page.clock.setFixedTime(new Date('2026-12-02T10:30:00+01:00'));
  await page.goto(site.url(path), { waitUntil: 'load' });
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Words at the top and in the bar that stand on more lines than there are words. */
const TORN = () =>
  [...document.querySelectorAll('.top > a, .top summary, .bar a')].flatMap((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const torn: string[] = [];
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const words = (walker.currentNode.textContent ?? '').trim().split(/\s+/);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (lines.size > words.length) torn.push(`${words.join(' ')} on ${lines.size} lines`);
    }
    return torn;
  });

/** How far the page is wider than the screen, and the pieces of text that leave it on either side. */
const SIDEWAYS = () => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement?.closest('.visually-hidden, script, style')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const outside = [...range.getClientRects()].some(
      ({ left, right, width }) => width > 1 && (left < -1 || right > clientWidth + 1),
    );
    if (outside) faults.push(`outside: ${text.textContent?.trim().slice(0, 60)}`);
  }
  return faults;
};

/** Elements with text of their own that is wider than they are, or taller than they show. */
const CLIPPED = () => {
  const hasText = (element: Element) =>
    [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const { display, overflowY } = getComputedStyle(element);
    const isShown = element.getClientRects().length > 0 && !element.closest('.visually-hidden, script, style, svg');
    if (!hasText(element) || !isShown || display === 'inline') return [];
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isTooWide = scrollWidth > clientWidth;
    const isCut = overflowY !== 'visible' && scrollHeight > clientHeight + 1;
    return isTooWide || isCut
      ? [`${scrollWidth}x${scrollHeight} in ${clientWidth}x${clientHeight}: ${element.outerHTML.slice(0, 140)}`]
      : [];
  });
};

/** What is made to be tapped; links within sentences are left to WCAG's rule, which axe knows. */
const TOO_SMALL = () =>
  [...document.querySelectorAll('.bar a, .tile, .rows a, .urgent a, .towns a, .button, button, summary, .mark')].flatMap(
    (element) => {
      const { width, height } = element.getBoundingClientRect();
      const isShown = width > 0 && height > 0;
      return isShown && (width < 47.5 || height < 47.5)
        ? [`${Math.round(width)}x${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`]
        : [];
    },
  );
