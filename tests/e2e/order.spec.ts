import { expect, type Page, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, type Site, startSite } from './site.ts';

/** What has an order of its own in any script, as pieces of text. */
const LEFT_TO_RIGHT = {
  'a phone number': String.raw`\+?\d{1,4}(?:[ \u00a0]\d{2,4}){2,}`,
  'a time or a range of times': String.raw`\d{1,2}:\d\d(?: ?[–-] ?\d{1,2}:\d\d)?`,
  'a day in figures': String.raw`\d{4}-\d\d-\d\d`,
  'a size': String.raw`\d+ kB`,
  'the name of a site': String.raw`[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|fr|com|net|eu|uk)\b`,
};

interface Seen {
  text: string;
  /** Left edges of its parts on one line, in reading order. */
  lefts: number[];
  /** Right edges of the same parts. */
  rights: number[];
}

/** What to look for, and within which elements. */
interface Pattern {
  what: string;
  source: string;
  within?: string;
}

/** Where the parts of every match of every pattern really stand: a part is what the pattern's groups say, or else every character. */
const look = (page: Page, patterns: readonly Pattern[]) =>
  page.evaluate((patterns) => {
    const found: { what: string; text: string; lefts: number[]; rights: number[]; tops: number[] }[] = [];
    for (const { what, source, within = 'body' } of patterns) {
      for (const root of document.querySelectorAll(within)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest('script, style, svg')) continue;
          for (const match of (node.textContent ?? '').matchAll(new RegExp(source, 'gu'))) {
            const parts = match.length > 1 ? match.slice(1) : [...match[0]];
            const boxes: DOMRect[] = [];
            let at = match.index;
            for (const part of parts) {
              const range = document.createRange();
              const start = (node.textContent ?? '').indexOf(part, at);
              at = start + part.length;
              range.setStart(node, start);
              range.setEnd(node, at);
              const box = range.getBoundingClientRect();
              if (box.width > 0 && part.trim()) boxes.push(box);
            }
            if (boxes.length < 2) continue;
            found.push({
              what,
              text: match[0],
              lefts: boxes.map(({ left }) => left),
              rights: boxes.map(({ right }) => right),
              tops: boxes.map(({ top }) => Math.round(top)),
            });
          }
        }
      }
    }
    return found;
  }, patterns);

type Found = Awaited<ReturnType<typeof look>>[number];

/** Broken over two lines, each line is right by itself; only what stands on one line is compared. */
const onOneLine = ({ tops }: Found) => Math.max(...tops) - Math.min(...tops) < 8;
const rises = (numbers: readonly number[]) => numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] ?? 0) - 0.5);
const leftToRight = ({ lefts }: Found) => rises(lefts);
const rightToLeft = ({ lefts }: Found) => rises([...lefts].reverse());
/** Nothing foreign stands between two parts: at most some spaces. */
const together = ({ lefts, rights }: Found) => Math.max(...rights) - Math.min(...lefts) < 1.25 * width({ lefts, rights });
const width = ({ lefts, rights }: Pick<Seen, 'lefts' | 'rights'>) =>
  rights.reduce((sum, right, i) => sum + right - (lefts[i] ?? 0), 0) + 12;

const pages = builtPages(DIST);
const rightToLeftLangs = [
  ...new Set(pages.flatMap(({ lang, html }) => (lang && /<html[^>]*dir="rtl"/.test(html) ? [lang] : []))),
].sort();

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

test('there is a language to look at', () => expect(rightToLeftLangs).toContain('ar'));

for (const lang of rightToLeftLangs) {
  const own = pages.filter((page) => page.lang === lang);
  const shown = [
    ...onePagePerKind(own),
    // The services of which the most is known: in one language many, as the same numbers and times stand in all.
    ...own
      .filter(({ kind }) => kind === 's')
      .sort((a, b) => b.html.length - a.html.length)
      .slice(0, lang === 'ar' ? 12 : 4),
    ...own.filter(({ kind }) => kind === 't').slice(0, lang === 'ar' ? 6 : 2),
  ];

  test(`in ${lang} every number, time, address and name of a site reads from left to right, a date from right to left`, async ({
    page,
  }) => {
    const faults: string[] = [];
    const seen = new Map<string, number>();
    for (const { path } of shown) {
      await openAll(page, path);
      const dates = datePatterns(await monthsOf(page));
      const found = (await look(page, [...NUMBERS, ADDRESS, ...dates])).filter(onOneLine);
      for (const match of found) {
        seen.set(match.what, (seen.get(match.what) ?? 0) + 1);
        const right = match.what === 'a date' ? rightToLeft(match) && together(match) : leftToRight(match);
        if (!right) faults.push(`/${path}: ${match.what}: ${match.text}`);
      }
    }
    expect(faults).toEqual([]);
    for (const what of ['a phone number', 'a time or a range of times', 'an address', 'the name of a site'])
      expect(seen.get(what), `${what} was looked at`).toBeGreaterThan(3);
    expect(seen.get('a date')).toBeGreaterThan(10);
  });

  test(`in ${lang} what the scripts say about saving keeps its order`, async ({ page }) => {
    await page.goto(site.url(`${lang}/phone/`));
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
    await page.locator('.keep[data-lang] button').last().click();
    await expect(page.locator('.keep button:disabled')).toHaveCount(0);
    await showProgress(page);
    const progress = await look(page, [{ what: 'progress', source: String.raw`\D(\d+)\D+(\d+)`, within: '#progress' }]);
    expect(progress.map(rightToLeft)).toEqual([true]);
    const sizes = await look(page, [{ what: 'a size', source: LEFT_TO_RIGHT['a size'] }]);
    expect(sizes.filter((size) => onOneLine(size) && !leftToRight(size)).map(({ text }) => text)).toEqual([]);
  });
}

const NUMBERS: readonly Pattern[] = Object.entries(LEFT_TO_RIGHT).map(([what, source]) => ({ what, source }));
const ADDRESS: Pattern = { what: 'an address', source: String.raw`.*\d{5} .+`, within: 'bdi[lang="fr"]' };

const monthsOf = (page: Page) =>
  page.evaluate(() => JSON.parse(document.querySelector('#words')?.textContent ?? '{}').months as string[]);

/** A day with month and year, and a month with its year; nothing may stand between the parts. */
function datePatterns(months: readonly string[]): Pattern[] {
  const written = [String.raw`\d{1,2}\p{L}*`, String.raw`(?:${months.join('|')})\p{L}*`, String.raw`\d{4}`];
  const parts = written.map((part) => String.raw`[\u2066-\u2069]*(${part})[\u2066-\u2069]*`);
  return [parts, parts.slice(1)].map((some) => ({ what: 'a date', source: some.join(' ') }));
}

/** What stands there for a moment while a language is being saved, to be looked at in peace. */
const showProgress = (page: Page) =>
  page.evaluate(() => {
    const words = JSON.parse(document.querySelector('#words-phone')?.textContent ?? '{}');
    const line = document.createElement('p');
    line.id = 'progress';
    line.textContent = words['phone.saving'].replace('{{done}}', '3').replace('{{of}}', '12');
    document.querySelector('main')?.append(line);
  });

/** Also what is folded away. */
async function openAll(page: Page, path: string) {
  await page.goto(site.url(path));
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });
}
