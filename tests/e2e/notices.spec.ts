import { expect, type Page, test } from '@playwright/test';
import { type Fault, type PublishedSite, publishSite } from './published-site.ts';
import { DIST_HOURS } from './site.ts';

const NEWS = 'notices/en.html';
/** A day on which both pieces of news of the tiny guide hold, made on 22 November 2026. */
const TODAY = '2026-11-23T10:00:00+01:00';
const NOTE = '<div class="note" data-from="2026-11-22" data-until="2026-12-20" data-towns="calais" data-needs="health">';

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST_HOURS, '/');
});
test.afterEach(() => site.remove());

const news = (page: Page) => page.locator('.notices .note:visible');
const titles = (page: Page) => news(page).locator('h2').allTextContents();

/** Opens a page and waits until its question for news has been answered, or has failed. */
async function visit(page: Page, path: string, now = TODAY) {
  await page.clock.setFixedTime(now);
  const asked = page.waitForEvent('requestfinished', (request) => request.url().endsWith(NEWS));
  await page.goto(site.url(path));
  await asked;
  await page.waitForTimeout(100);
}

/** Publishes news with something added. */
async function publishNews(added: string, change = (html: string) => html) {
  await site.write(NEWS, change((await site.read(NEWS)).replace('<body>', `<body>${added}`)));
}

const sendDate =
  (date: string): Fault =>
  (path, _request, response) => {
    if (path === NEWS) response.setHeader('date', date);
    return false;
  };

test('the newest news stands on the home and on the pages of its need, and nowhere else', async ({ page }) => {
  await publishNews(`${NOTE}<h2>The desk has moved</h2><p>Ask at the <a href="/en/s/desk/">desk</a>.</p></div>`);
  await visit(page, 'en/calais/');
  await expect(news(page).filter({ hasText: 'The desk has moved' })).toBeVisible();
  await visit(page, 'en/calais/health/');
  expect(await titles(page)).toEqual(['The desk has moved']);
  await page.getByRole('main').getByRole('link', { name: 'desk', exact: true }).first().click();
  await expect(page).toHaveURL(site.url('en/s/desk/'));
  await visit(page, 'en/calais/sleep/');
  expect(await titles(page)).toEqual(['Cold nights']);
});

test('news that is no longer told disappears', async ({ page }) => {
  await publishNews('', (html) => html.replace(/<body>.*<\/body>/s, '<body></body>'));
  await visit(page, 'en/calais/');
  expect(await titles(page)).toEqual([]);
});

test('urgent news stands above the needs, with its word, and with the services that it concerns', async ({ page }) => {
  await visit(page, 'en/calais/');
  const urgent = news(page).filter({ hasText: 'Cold nights' });
  await expect(urgent).toContainText('Urgent');
  await expect(urgent).toContainText('Until 31 December 2026');
  const [note, tiles, calm] = await Promise.all(
    [urgent, page.locator('.tiles'), news(page).filter({ hasText: 'News with an end' })].map((place) => place.boundingBox()),
  );
  expect(note?.y).toBeLessThan(tiles?.y ?? 0);
  expect(tiles?.y).toBeLessThan(calm?.y ?? 0);
  await visit(page, 'en/s/night-place/');
  expect(await titles(page)).toEqual(['Cold nights']);
  await visit(page, 'en/s/desk/');
  expect(await titles(page)).toEqual([]);
});

test.describe('news that has run out', () => {
  test('never shows', async ({ page }) => {
    await visit(page, 'en/calais/', '2026-12-31T23:00:00+01:00');
    expect(await titles(page)).toEqual(['Cold nights', 'News with an end']);
    await visit(page, 'en/calais/', '2027-01-01T01:00:00+01:00');
    expect(await titles(page)).toEqual(['News with an end']);
    await visit(page, 'en/calais/', '2027-01-02T01:00:00+01:00');
    expect(await titles(page)).toEqual([]);
  });

  test('does not come back with a clock that was set back, when the server says what day it is', async ({ page }) => {
    site.fault = sendDate('Fri, 01 Jan 2027 12:00:00 GMT');
    await visit(page, 'en/calais/', '2026-11-25T10:00:00+01:00');
    expect(await titles(page)).toEqual(['News with an end']);
  });

  test('does not come back with a clock from before the guide was made, without connection', async ({ page }) => {
    const home = await site.read('en/calais/index.html');
    await site.write('en/calais/index.html', home.replaceAll('2026-12-31"', '2026-11-21"'));
    site.fault = (path, _request, response) => path === NEWS && Boolean(response.destroy());
    await page.clock.setFixedTime('2020-01-01T10:00:00+01:00');
    await page.goto(site.url('en/calais/'));
    await expect(news(page)).toHaveCount(1);
    expect(await titles(page)).toEqual(['News with an end']);
  });

  test('is gone on a page that is left open', async ({ page }) => {
    await page.clock.install({ time: '2026-12-31T23:59:00+01:00' });
    await page.goto(site.url('en/calais/'));
    await expect(news(page)).toHaveCount(2);
    await page.clock.runFor('02:00');
    await expect(news(page)).toHaveCount(1);
  });
});

const STRANGE: Record<string, string | ((html: string) => string)> = {
  'a page of the wifi network': `<!doctype html><html lang="en"><body>${NOTE}<h2>Log in</h2></div></body></html>`,
  'the news of another guide': (html) => html.replace('data-guide-notices="/"', 'data-guide-notices="/other/"'),
  'the news of another language': (html) => html.replace('lang="en"', 'lang="fr"'),
  'older news than the page has': (html) => html.replace('data-made="2026-11-22"', 'data-made="2026-11-20"'),
  'something that is no page': '{"news": "Log in"}',
};

for (const [what, answer] of Object.entries(STRANGE)) {
  test(`${what} changes nothing`, async ({ page }) => {
    await publishNews(`${NOTE}<h2>Log in</h2></div>`, (html) => (typeof answer === 'string' ? answer : answer(html)));
    await visit(page, 'en/calais/');
    expect(await titles(page)).toEqual(['Cold nights', 'News with an end']);
  });
}

test('an error of the server, and an answer that never comes, change nothing', async ({ page }) => {
  for (const fault of [
    ((path, _request, response) => path === NEWS && Boolean(response.writeHead(500).end('oops'))) satisfies Fault,
    ((path) => path === NEWS) satisfies Fault,
  ]) {
    site.fault = fault;
    await page.clock.setFixedTime(TODAY);
    await page.goto(site.url('en/calais/'));
    await expect.poll(() => site.asked().includes(NEWS)).toBe(true);
    expect(await titles(page)).toEqual(['Cold nights', 'News with an end']);
  }
});

test('nothing but words, links and signs is taken over', async ({ page }) => {
  const bad = `<script>document.title = 'bad'</script><img src="/x" onerror="alert(1)"><iframe src="/en/"></iframe>
    <p style="color: red" onclick="alert(1)" id="x">Plain <a href="javascript:alert(1)">one</a> <a href="//evil.example/">two</a>
    <a href="https://example.org/" rel="noreferrer noopener">three</a></p>`;
  await publishNews(`${NOTE}<h2>Strange</h2>${bad}</div>`);
  await visit(page, 'en/calais/');
  const note = news(page).filter({ hasText: 'Strange' });
  await expect(note.locator('script, img, iframe, [style], [onclick], #x')).toHaveCount(0);
  expect(await note.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    null,
    null,
    'https://example.org/',
  ]);
});

test('a phone that saves data asks for no news', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(site.url('en/calais/'));
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.offline)).toBe('off');
  expect(site.asked()).not.toContain(NEWS);
});

test('a phone keeps no news but that of its pages, and shows these without connection', async ({ page }) => {
  await visit(page, 'en/calais/');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.offline)).toBe('ready');
  await site.goOffline();
  await page.goto(site.url('en/calais/'));
  await expect(news(page)).toHaveCount(2);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((url) => url.includes('notices/'))).toEqual([]);
});
