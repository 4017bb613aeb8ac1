/** Every page of a guide full of hostile strings, as its policy allows it and with the policy taken away: nothing runs, nothing is asked of others, nothing stands there that the guide did not put there. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { builtGuideFiles, builtPages } from '../../src/pipeline/built-pages.ts';
import { ALLOWED, SCHEMES } from './allowed-markup.ts';
import { DIST_HOSTILE, type Site, startSite } from './site.ts';

/** Short addresses all have the bytes of one page and lead on at once. */
const pathsOf = () => [
  ...builtPages(DIST_HOSTILE).flatMap(({ path, kind }) => (kind === 'short' ? [] : [path])),
  ...builtGuideFiles(DIST_HOSTILE).map(({ path }) => path),
];

let site: Site;
test.beforeEach(async () => {
  // With all strings at all doors there are three thousand pages.
  if (process.env.EVERY_STRING) test.setTimeout(1_800_000);
  site = await startSite({ dist: DIST_HOSTILE });
});
test.afterEach(() => site.close());

/** The font in the guide's one file, which its own policy allows; the headers of the site do not, and it is there for where no site is. */
const OWN_FONT = /^\/\w+\/guide\.html: style-src-elem held back inline $/;

/** What was seen on pages that must not be. */
interface Watch {
  page: Page;
  seen: string[];
}

/** Opens a page in which calls, blocked attempts and requests to others are written down. */
async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: string[] = [];
  await context.exposeFunction('tellTest', (what: string) => void seen.push(what));
  await context.addInitScript(() => {
    const tell = (what: string) =>
      void (window as unknown as { tellTest: (what: string) => void }).tellTest(`${location.pathname}: ${what}`);
    for (const name of ['alert', 'confirm', 'prompt', 'open'])
      Object.defineProperty(window, name, { value: () => tell(`${name}() ran`) });
    Object.defineProperty(window, 'ran', { set: () => tell('a script ran') });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      tell(`${violatedDirective} held back ${blockedURI} ${sample}`),
    );
  });
  const isOwn = (url: string) => url.startsWith(origin) || url.startsWith('data:') || url.startsWith('blob:');
  await context.route(
    (url) => !isOwn(url.href),
    (route) => route.abort(),
  );
  context.on('request', (request) => {
    if (!isOwn(request.url())) seen.push(`asked for ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => seen.push(`${page.url()}: ${error.message}`));
  return { page, seen };
}

/** What stands on the page now and is not on the list. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ allowed, schemes }) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(
        document,
        NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
      );
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.nodeType === Node.COMMENT_NODE) found.push(`a comment: ${node.textContent}`);
        const texts = node instanceof Element ? [...node.attributes].map(({ value }) => value) : [node.textContent ?? ''];
        if (texts.some((text) => /[\u202A-\u202E\uE000-\uE003]|@@/.test(text)))
          found.push(`a sign nobody sees: ${node.textContent}`);
        if (!(node instanceof Element)) continue;
        const name = node.localName;
        const attributes = allowed[name];
        if (!attributes) found.push(`<${name}>`);
        for (const { name: attribute } of node.attributes) {
          const isKnown = attributes?.includes(attribute.toLowerCase()) || /^(?:data|aria)-[a-z-]+$/.test(attribute);
          if (!isKnown) found.push(`<${name} ${attribute}>`);
        }
        if (node instanceof HTMLAnchorElement && node.hasAttribute('href') && !schemes.includes(node.protocol))
          found.push(`a link to ${node.href}`);
        const address = node.getAttribute('src') ?? (name === 'use' || name === 'link' ? node.getAttribute('href') : null);
        if (address && address !== 'data:,' && new URL(address, location.href).origin !== location.origin)
          found.push(`<${name}> from ${address}`);
        if (node instanceof HTMLMetaElement && /refresh/i.test(node.httpEquiv)) found.push('a page that leads away');
      }
      return [...new Set(found)].map((what) => `${location.pathname}: ${what.slice(0, 200)}`);
    },
    { allowed: ALLOWED as Record<string, string[] | undefined>, schemes: SCHEMES },
  );

/** The same of a page that may be about to lead on, as the choice of languages does for who has chosen. */
async function strangersInTheEnd(page: Page): Promise<string[]> {
  for (;;) {
    await page.waitForLoadState();
    const found = await strangers(page).catch((error: Error) => {
      if (!/context was destroyed/.test(error.message)) throw error;
    });
    if (found) return found;
  }
}

const expectNothing = async ({ page, seen }: Watch) => {
  seen.push(...(await strangers(page)));
  expect(seen.slice(0, 20)).toEqual([]);
};

for (const [how, bypassCSP] of [
  ['with its policy', false],
  ['with the policy taken away', true],
] as const) {
  test.describe(how, () => {
    test.use({ bypassCSP, serviceWorkers: 'block' });

    test('no page runs, asks for or shows what was smuggled in', async ({ context }) => {
      test.slow();
      const watched = await watch(context, site.origin);
      const paths = pathsOf();
      expect(paths.length).toBeGreaterThan(100);
      for (const path of paths) {
        await watched.page.goto(site.url(encodeURI(path)));
        watched.seen.push(...(await strangersInTheEnd(watched.page)));
      }
      expect(watched.seen.filter((what) => !OWN_FONT.test(what)).slice(0, 20)).toEqual([]);
    });

    test('what was smuggled in is found, passed on and printed as plain words', async ({ context }) => {
      const watched = await watch(context, site.origin);
      const { page } = watched;
      await page.goto(site.url('en/search/'));
      for (const query of ['alert', 'onclick', 'constructor', 'hostile', 'x', 'script']) {
        await page.getByRole('searchbox').fill(query);
        await expect(page.locator('.search > [role="status"]')).not.toBeEmpty();
        await expectNothing(watched);
      }
      const places = pathsOf().filter((path) => /^en\/[st]\/[^/]+\/$/.test(path));
      for (const path of places.filter((_, index) => index % 6 === 0)) {
        await page.goto(site.url(path));
        await page.locator('.tools > button').first().tap();
        await expect(page.locator('.shared')).toBeVisible();
        for (const link of await page.locator('.tools a, .tools + * a').all())
          expect(SCHEMES).toContain(new URL((await link.getAttribute('href')) ?? '').protocol);
        await page.emulateMedia({ media: 'print' });
        await expectNothing(watched);
        await page.emulateMedia({ media: 'screen' });
      }
    });
  });
}

test.describe('the look-out', () => {
  test.use({ bypassCSP: true, serviceWorkers: 'block' });

  test('sees what it is there to see', async ({ context }) => {
    await site.close();
    const planted =
      '<p onclick="x" style="y"><img src="https://hostile.example/x" onerror="alert(1)"><a href="javascript:1">x</a><!--x-->\u202Ex</p>';
    site = await startSite({
      dist: DIST_HOSTILE,
      intercept: (request, response) => {
        if (request.url !== '/planted') return false;
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(`<!doctype html><html lang="en"><title>x</title>${planted}`);
        return true;
      },
    });
    const watched = await watch(context, site.origin);
    await watched.page.goto(site.url('planted'));
    await expect.poll(() => watched.seen).toContain('/planted: alert() ran');
    expect(watched.seen).toContain('asked for https://hostile.example/x');
    const seen = (await strangers(watched.page)).map((what) => what.replace('/planted: ', ''));
    expect(seen).toEqual(
      expect.arrayContaining([
        '<p onclick>',
        '<p style>',
        '<img>',
        '<img src>',
        '<img onerror>',
        'a link to javascript:1',
        'a comment: x',
      ]),
    );
    expect(seen.join()).toContain('a sign nobody sees');
  });
});
