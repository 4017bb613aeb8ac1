/** The guide in one file, opened from a memory card: without a server, without a connection, without JavaScript. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { guideFileUrl } from '../../src/guide/routes.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { builtLanguages } from '../../src/pipeline/site-weight.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST, DIST_HOURS, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

const langs = builtLanguages(DIST);
const addressOf = (lang: string, dist = DIST) => pathToFileURL(join(dist, guideFileUrl(lang))).href;

/** Opens the file and answers with what it asked for beyond itself, and with what the console said. */
async function openFile(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url().replace(/#.*/, '');
    if (url !== address && !url.startsWith('data:font/woff2')) complaints.push(`asks for ${url.slice(0, 200)}`);
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return complaints;
}

/** What stands in every part of the file that has a name. */
const textsOf = async (page: Page) =>
  new Map(await page.locator('[id]').evaluateAll((all) => all.map((one) => [one.id, (one as HTMLElement).innerText] as const)));

test.describe('without JavaScript and without a connection', () => {
  test.use({ javaScriptEnabled: false, offline: true });

  for (const lang of langs) {
    test(`the file in ${lang} opens, asks for nothing, and every entry of its contents leads on`, async ({ page }) => {
      const complaints = await openFile(page, addressOf(lang));
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
      const links = page.locator('#contents a');
      const aims = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(aims.length).toBeGreaterThan(40);
      const said = await textsOf(page);
      for (const aim of aims) expect(said.get(aim.slice(1))?.trim().length, aim).toBeGreaterThan(10);
      // One is followed in earnest: a finger reaches it, and it brings what it leads to onto the screen.
      await links.nth(3).tap();
      await expect(page.locator(`[id="${aims[3]?.slice(1)}"]`)).toBeInViewport();
      expect(complaints).toEqual([]);
    });
  }

  test('every page of towns, places, guidance and cards says in the file what it says on the site', async ({ page }) => {
    await openFile(page, addressOf('en'));
    const wanted = builtPages(DIST).filter(({ lang, kind }) => lang === 'en' && ['s', 't', 'need', 'cards/one'].includes(kind));
    expect(wanted.length).toBeGreaterThan(100);
    const texts = await textsOf(page);
    for (const { path, html } of wanted) {
      const said = (texts.get(path.slice('en/'.length)) ?? '').replace(/\s+/g, ' ');
      const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1]?.replace(/<svg.*?<\/svg>|<[^>]*>/gs, '') ?? '';
      expect(said, path).toContain(heading.replaceAll('&amp;', '&').trim());
    }
  });
});

test('no viewer of files has to scroll sideways', async ({ page }) => {
  for (const lang of ['en', 'ar', 'ti', 'fr']) {
    await openFile(page, addressOf(lang));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});

/** Entries with no element in a place of its kind that is new go: the file has hundreds, and a machine looks at each letter's colour. Answers with how many stay. */
const KEEP_EVERY_PART_ONCE = () => {
  const seen = new Set<string>();
  const entries = [...document.querySelectorAll('[id*="/"]')].filter((one) => !one.querySelector('[id*="/"]'));
  for (const entry of entries) {
    const name = (one: Element | null) => `${one?.localName} ${one?.getAttribute('class')}`;
    const names = [entry, ...entry.querySelectorAll('*')].map((one) => `${name(one.parentElement)} > ${name(one)}`);
    if (names.every((one) => seen.has(one))) entry.remove();
    for (const one of names) seen.add(one);
  }
  return entries.filter(({ isConnected }) => isConnected).length;
};

// What a machine can find depends on the direction and on the colours, not on the letters.
for (const [lang, colorScheme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  test(`everybody can use the file in ${lang}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openFile(page, addressOf(lang));
    expect(await page.evaluate(KEEP_EVERY_PART_ONCE)).toBeGreaterThan(10);
    const rules = { 'color-contrast-enhanced': { enabled: true } };
    const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)),
    ).toEqual([]);
  });
}

test.describe('with its own script', () => {
  const badge = (page: Page, id: string) => page.locator(`[id="s/${id}/"] .badge[data-hours]`);
  const openAt = async (page: Page, now: string) => {
    await page.clock.setFixedTime(now);
    return openFile(page, addressOf('en', DIST_HOURS));
  };

  for (const timezoneId of ['Asia/Kabul', 'America/Los_Angeles']) {
    test.describe(`on a phone that shows the time of ${timezoneId}`, () => {
      test.use({ timezoneId });
      for (const [now, said] of [
        ['2026-11-23T10:00:00+01:00', 'Open now, until 12:00'],
        ['2026-11-24T12:30:00+01:00', 'Opens today at 13:00'],
        ['2026-12-25T10:00:00+01:00', 'Opens Monday at 09:00'],
        // From here on the file itself is old.
        ['2027-03-01T10:00:00+01:00', 'Not sure: Open now, until 12:00'],
        ['2028-06-05T10:00:00+02:00', 'Hours not known. Ask first.'],
      ] as const) {
        test(`${now} it says "${said}"`, async ({ page }) => {
          expect(await openAt(page, now)).toEqual([]);
          await expect(badge(page, 'desk')).toHaveText(said);
        });
      }
    });
  }

  test('hours without a date are never said without doubt', async ({ page }) => {
    await openAt(page, '2026-11-23T10:00:00+01:00');
    await expect(badge(page, 'old-desk')).toHaveText('Not sure: Open now, until 12:00');
  });

  test('after three months, and years later, it says loudly that it is old', async ({ page }) => {
    const warning = page.getByRole('alert');
    await openAt(page, '2027-02-20T12:00:00+01:00');
    await expect(warning).toBeHidden();
    for (const now of ['2027-02-21T12:00:00+01:00', '2035-01-01T12:00:00+01:00']) {
      await openAt(page, now);
      await expect(warning).toBeVisible();
      await expect(warning).toBeInViewport();
    }
  });

  test('news that have run out go, and without a script they say until when they are true', async ({ page }) => {
    const notes = page.locator('.note[data-until]');
    await openAt(page, '2026-11-23T10:00:00+01:00');
    const until = (await notes.first().getAttribute('data-until')) ?? '';
    await expect(notes.first()).toBeVisible();
    await openAt(page, `${Number(until.slice(0, 4)) + 1}${until.slice(4)}T10:00:00+01:00`);
    await expect(notes.first()).toBeHidden();
  });
});

test.describe('passing it on', () => {
  let site: PublishedSite;
  test.afterEach(() => site.remove());

  const button = (page: Page) => page.locator('#pass-on a');
  const said = (page: Page) => page.locator('#pass-on [role="status"] p:visible');
  const isReady = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });

  /** Stands in for the phone's sharing: keeps what it is handed, and answers as told. */
  const fakeShare = (page: Page, refusal = '') =>
    page.addInitScript((name) => {
      Object.assign(navigator, {
        canShare: ({ files }: ShareData) => files?.length === 1,
        share: async ({ files }: ShareData) => {
          const [file] = files ?? [];
          Object.assign(window, { shared: { name: file?.name, type: file?.type, text: await file?.text() } });
          if (name) throw new DOMException('', name);
        },
      });
    }, refusal);
  const shared = (page: Page) =>
    page.evaluate(() => (window as unknown as { shared?: { name: string; type: string; text: string } }).shared);

  async function openPhonePage(page: Page, lang: string, base = '/'): Promise<void> {
    site = await publishSite(base === '/' ? DIST : DIST_UNDER_SUBPATH, base);
    await page.goto(site.url(`${lang}/phone/`));
  }

  for (const base of ['/', SUBPATH]) {
    test(`under ${base}, a phone without a connection hands on the very file that was published`, async ({ page }) => {
      await fakeShare(page);
      await openPhonePage(page, 'en', base);
      await isReady(page);
      await site.goOffline();
      await page.reload();
      await expect(page.locator('#pass-on')).toContainText(/\d+ kB.*20\d\d/);
      await button(page).tap();
      await expect(said(page)).toHaveText('The file is ready.');
      const file = await shared(page);
      expect(file?.name).toMatch(/^guide-en-20\d\d-\d\d-\d\d\.html$/);
      expect(file?.type).toBe('text/html');
      expect(file?.text === (await site.read(guideFileUrl('en')))).toBe(true);
    });
  }

  test('a language with a font of its own is handed on with it, or without it where there is none to be had', async ({
    page,
  }) => {
    await fakeShare(page);
    await openPhonePage(page, 'ti');
    await isReady(page);
    await button(page).tap();
    await expect.poll(async () => (await shared(page))?.text === (await site.read(guideFileUrl('ti')))).toBe(true);
    await site.goOffline();
    await page.reload();
    await button(page).tap();
    await expect.poll(async () => (await shared(page))?.text.length ?? 0).toBeGreaterThan(100_000);
    expect((await shared(page))?.text).toContain('</html>');
  });

  test('who calls the sharing off can try again, or save the file', async ({ page }) => {
    await fakeShare(page, 'AbortError');
    await openPhonePage(page, 'en');
    await isReady(page);
    await button(page).tap();
    await expect(said(page)).toHaveText('The file is ready.');
    await expect(page.getByRole('button', { name: 'Choose an app' })).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).tap();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/^guide-en-.*\.html$/);
    expect(await readFile(await download.path(), 'utf8')).toBe(await site.read(guideFileUrl('en')));
    await expect(said(page)).toHaveText('Look for it in your downloads.');
  });

  test('a browser that shares no files saves it', async ({ page }) => {
    await page.addInitScript(() => Object.assign(navigator, { canShare: undefined, share: undefined }));
    await openPhonePage(page, 'en');
    await isReady(page);
    await button(page).tap();
    await expect(page.getByRole('button', { name: 'Save the file' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose an app' })).toBeHidden();
  });

  test.describe('where nothing is kept', () => {
    const keepNothing = (context: BrowserContext) => context.route('**/sw.js', (route) => route.abort());

    test('the file is fetched', async ({ page, context }) => {
      await keepNothing(context);
      await fakeShare(page);
      await openPhonePage(page, 'en');
      await button(page).tap();
      await expect.poll(async () => (await shared(page))?.text === (await site.read(guideFileUrl('en')))).toBe(true);
    });

    test('and without a connection it says so', async ({ page, context }) => {
      await keepNothing(context);
      await openPhonePage(page, 'en');
      // Its own script was there, its guide was not.
      await context.route(/guide\.html|packs\//, (route) => route.abort());
      await button(page).tap();
      await expect(said(page)).toContainText('could not be made');
    });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('a plain link saves it', async ({ page }) => {
      await openPhonePage(page, 'ar');
      const saving = page.waitForEvent('download');
      await button(page).tap();
      expect(await readFile(await (await saving).path(), 'utf8')).toBe(await site.read(guideFileUrl('ar')));
    });
  });
});
