import { expect, test } from '@playwright/test';
import { type BuiltPage, builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { DIST, DIST_UNDER_SUBPATH, type Site, SUBPATH, startSite } from './site.ts';

const pages = builtPages(DIST);
const langs = [...new Set(pages.flatMap(({ lang }) => lang ?? []))];
const onePerKindAndLanguage = [
  ...onePagePerKind(pages.filter(({ lang }) => !lang)),
  ...langs.flatMap((lang) => onePagePerKind(pages.filter((page) => page.lang === lang))),
];

const words = (html: string) =>
  /<main.*<\/main>/s
    .exec(html)?.[0]
    .replace(/<(svg|script|style)[\s>].*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() ?? '';

const inArabic = pages.filter(({ lang }) => lang === 'ar');

/** What a page is built of: names of its elements, their classes and islands. */
const partsOf = ({ html }: BuiltPage) =>
  html.match(/(?<=<)[a-z]\w*|(?<=\sclass=")[^"]+|data-island="[^"]+"|data-when="[^"]+"/g)?.flatMap((names) => names.split(' ')) ??
  [];

/** As few pages as have every part that any page has. */
function pagesWithEveryPart(all: readonly BuiltPage[]): BuiltPage[] {
  const seen = new Set<string>();
  return [...onePagePerKind(all), ...all].filter((page) => {
    const parts = partsOf(page).filter((part) => !seen.has(part));
    for (const part of parts) seen.add(part);
    return parts.length > 0;
  });
}

/**
 * Templates are the same in all languages: every kind of page in one language of each direction and in the letters that
 * phones may lack, with all that a page can be built of; in the others the first page and a service.
 */
const inFull = new Set(['ar', 'en', 'ti', undefined]);
const walked = [
  ...new Set([...onePagePerKind(inArabic), ...pagesWithEveryPart(inArabic)]),
  ...onePerKindAndLanguage.filter(({ lang, kind }) => lang !== 'ar' && (inFull.has(lang) || ['language', 's'].includes(kind))),
];
/** What may break a policy differs by language only in letters and names, which these two kinds have. */
const listened = onePerKindAndLanguage.filter(({ lang, kind }) => !lang || lang === 'ar' || ['language', 's'].includes(kind));

for (const { base, dist, looked } of [
  { base: '/', dist: DIST, looked: { withoutScript: walked, forComplaints: listened, otherLangs: langs } },
  // What depends on the base does not depend on the language.
  {
    base: SUBPATH,
    dist: DIST_UNDER_SUBPATH,
    looked: { withoutScript: onePagePerKind(inArabic), forComplaints: onePagePerKind(inArabic), otherLangs: ['ar', 'en'] },
  },
]) {
  test.describe(`under ${base}`, () => {
    let site: Site;
    test.beforeAll(async () => {
      site = await startSite({ dist, base });
    });
    test.afterAll(() => site.close());

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });
      for (const lang of new Set(looked.withoutScript.map((page) => page.lang))) {
        test(`pages in ${lang ?? 'no language'} open and say everything`, async ({ page }) => {
          for (const { path, html } of looked.withoutScript.filter((one) => one.lang === lang)) {
            const answer = await page.goto(site.url(path));
            expect(answer?.status(), path).toBe(200);
            await expect(page.locator('h1'), path).toBeVisible();
            expect((await page.getByRole('main').allInnerTexts()).join('').trim().length, path).toBeGreaterThan(
              Math.min(40, words(html).length / 4),
            );
          }
        });
      }
    });

    test('no page breaks its own policy, complains in the console or asks for what is not there', async ({ page }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${site.origin}${base}`) && !request.url().startsWith('data:'))
          complaints.push(`${page.url()} asks ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400 && !response.url().endsWith('/404.html'))
          complaints.push(`${response.status()} ${response.url()}`);
      });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI}`),
        );
      });
      for (const { path } of looked.forComplaints) {
        await page.goto(site.url(path), { waitUntil: 'load' });
        await page.waitForTimeout(150);
      }
      expect(complaints).toEqual([]);
    });

    test('changing the language keeps the page', async ({ page }) => {
      // Every kind of page leads to some language, and every language is led to.
      const others = looked.otherLangs.filter((other) => other !== 'ar');
      for (const [place, { path, lang }] of onePagePerKind(inArabic).entries()) {
        for (const other of others.filter((_, i) => place === 0 || i === place % others.length)) {
          await page.goto(site.url(path));
          await page.locator('details.languages summary').click();
          await page.locator(`details.languages a[hreflang="${other}"]`).click();
          const rest = path.slice(`${lang}/`.length);
          await expect(page).toHaveURL(site.url(`${other}/${rest}`));
          await expect(page.locator('html')).toHaveAttribute('lang', other);
        }
      }
    });

    test('an address that does not exist says so, and leads on', async ({ page }) => {
      const answer = await page.goto(site.url('ar/no/such/page/'));
      expect(answer?.status()).toBe(404);
      await page.locator('main a[hreflang="ar"]').click();
      await expect(page).toHaveURL(site.url('ar/'));
      await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    });

    test('a forgotten slash is forgiven', async ({ page }) => {
      await page.goto(site.url('ar'));
      await expect(page).toHaveURL(site.url('ar/'));
    });
  });
}

test.describe('the phone', () => {
  let site: Site;
  test.beforeAll(async () => {
    site = await startSite({ dist: DIST });
  });
  test.afterAll(() => site.close());

  test('reaches the emergency numbers with one tap from every kind of page', async ({ page }) => {
    for (const { path, lang } of onePagePerKind(pages.filter((one) => one.lang === 'ar'))) {
      await page.goto(site.url(path));
      await page.locator(`a[href$="/${lang}/emergency/"]:visible`).last().click();
      await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
    }
  });
});
