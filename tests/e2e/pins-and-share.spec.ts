import { expect, type Page, test } from '@playwright/test';
import { qrCode } from '../../src/guide/qr-code.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST, DIST_HOURS } from './site.ts';

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST, '/');
});
test.afterEach(() => site.remove());

const DUBLIN = 't/dublin/';
const keep = (page: Page) => page.locator('.tools > button').nth(1);
const share = (page: Page) => page.locator('.tools > button').first();
const kept = (page: Page) => page.locator('[data-island="kept"]');
const shared = async (page: Page) => {
  await share(page).tap();
  return (await page.locator('.shared').innerText()).split('\n');
};
const isReady = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

test('a page kept at hand stands on both first pages, also offline, until it is let go', async ({ page }) => {
  await page.goto(site.url('en/'));
  await expect(kept(page)).toBeHidden();
  await page.goto(site.url(`en/${DUBLIN}`));
  await isReady(page);
  await keep(page).tap();
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true');
  await site.goOffline();
  for (const first of ['en/', 'en/calais/']) {
    await page.goto(site.url(first));
    await expect(kept(page).getByRole('link', { name: 'Dublin and fingerprints' })).toBeVisible();
  }
  await kept(page).getByRole('link').tap();
  await keep(page).tap();
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'false');
  expect(await stored(page)).not.toContain('dublin');
});

test('in another language its name stays in the language it was read in, and leads to the reader’s', async ({ page }) => {
  await page.goto(site.url(`en/${DUBLIN}`));
  await keep(page).tap();
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true');
  await page.goto(site.url('ar/calais/'));
  await expect(kept(page).locator('a')).toHaveAttribute('href', `/ar/${DUBLIN}`);
  await expect(kept(page).locator('bdi[lang="en"][dir="ltr"]')).toHaveText('Dublin and fingerprints');
});

test('the page about this phone forgets all of it', async ({ page }) => {
  await page.goto(site.url(`en/${DUBLIN}`));
  await keep(page).tap();
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true');
  await page.goto(site.url('en/phone/'));
  await page.getByRole('button', { name: 'Forget all of these' }).tap();
  await expect(page.getByText('Nothing is kept at hand now.')).toBeVisible();
  expect(await stored(page)).not.toContain('dublin');
});

test('removing the guide removes it too, and nothing can be kept afterwards', async ({ page }) => {
  await page.goto(site.url(`en/${DUBLIN}`));
  await keep(page).tap();
  await expect(keep(page)).toHaveAttribute('aria-pressed', 'true');
  await page.goto(site.url('en/phone/'));
  await page.getByRole('button', { name: 'Remove everything from this phone' }).tap();
  await expect(page.getByText('Everything was removed from this phone.')).toBeVisible();
  await expect(kept(page)).toBeHidden();
  expect(await stored(page)).not.toContain('dublin');
  await page.goto(site.url(`en/${DUBLIN}`));
  await expect(share(page)).toBeVisible();
  await expect(keep(page)).toBeHidden();
});

test('what somebody else wrote into the storage is not shown', async ({ page }) => {
  await page.goto(site.url('en/'));
  await page.evaluate(() =>
    localStorage.setItem('arrival-guide:/:kept', '[{"rest":"//evil.example/","name":"x","lang":"en"},{"rest":5},"y"]'),
  );
  await page.reload();
  await expect(share(page)).toBeVisible();
  await expect(kept(page)).toBeHidden();
});

test('the text of a service says name, how sure, where, number, and an address of no language', async ({ page }) => {
  await page.goto(site.url('en/s/calais-pass/'));
  const lines = await shared(page);
  expect(lines[0]).toBe('PASS, free health desk at Calais hospital · Arrival Guide');
  expect(lines.join('\n')).toMatch(/Published by .*: 23 June 2022\./);
  expect(lines).toContain('1601 boulevard des Justes, 62100 Calais');
  expect(lines.join('\n')).toContain('Call 03 21 46 33 33 ');
  expect(lines.at(-1)).toBe(site.url('s/calais-pass/'));
});

test('a list passes on its names, a card both its sentences', async ({ page }) => {
  await page.goto(site.url('en/calais/food/'));
  expect((await shared(page)).slice(0, 2)).toEqual(['Food in Calais · Arrival Guide', expect.stringMatching(/^– /)]);
  await page.goto(site.url('ar/cards/doctor/'));
  const lines = await shared(page);
  expect(lines.some((line) => line.includes('Je voudrais voir un médecin'))).toBe(true);
  expect(lines.at(-1)).toBe(site.url('ar/cards/doctor/'));
});

test('a place of a list goes with where it is, when, and how old that is, as far as a message takes', async ({ page }) => {
  await page.goto(site.url('en/calais/health/'));
  const lines = await shared(page);
  expect(lines.slice(1, -1).length).toBeGreaterThan(2);
  for (const line of lines.slice(1, -1))
    expect(line).toMatch(/^– .+\. .+(?:Ask first|day and night|appointment).*(?:20\d\d|without a date)/);
  expect(lines.join('\n').length).toBeLessThan(700);
  expect(lines.at(-1)).toBe(site.url('n/calais/health/'));
});

test('the emergency page goes with every number and its words, in one long SMS', async ({ page }) => {
  for (const lang of ['en', 'ar', 'ti']) {
    await page.goto(site.url(`${lang}/emergency/`));
    const numbers = await page.locator('.number h2 bdi').allInnerTexts();
    const text = (await shared(page)).join('\n');
    expect(numbers.length).toBeGreaterThan(8);
    for (const number of numbers) expect(text).toContain(number);
    expect(text.length).toBeLessThan(670);
  }
});

test('hours in a list go with their date, not with "now"', async ({ page }) => {
  const hours = await publishSite(DIST_HOURS, '/');
  await page.clock.setFixedTime('2026-11-24T10:00:00+01:00');
  await page.goto(hours.url('en/calais/health/'));
  const text = (await shared(page)).join('\n');
  expect(text).toContain('24 November 2026: 09:00–12:00 13:00–16:30');
  expect(text).toContain('Not sure: 24 November 2026: 09:00–12:00 13:00–16:30');
  expect(text).not.toContain('Open now');
  await hours.remove();
});

test('today’s hours go with their date', async ({ page }) => {
  const hours = await publishSite(DIST_HOURS, '/');
  await page.clock.setFixedTime('2026-11-24T08:00:00+01:00');
  await page.goto(hours.url('en/s/desk/'));
  expect(await shared(page)).toContain('24 November 2026: 09:00–12:00 13:00–16:30');
  await hours.remove();
});

test('WhatsApp and SMS carry the very text that is shown; nothing is asked of another host', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.url(`ar/${DUBLIN}`));
  await share(page).tap();
  const text = (await page.locator('.shared').textContent()) ?? '';
  const hrefs = await page.locator('.tools a.button').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual([`https://wa.me/?text=${encodeURIComponent(text)}`, `sms:?&body=${encodeURIComponent(text)}`]);
  expect(asked.filter((url) => !url.startsWith(site.url('')))).toEqual([]);
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the text is copied whole', async ({ page }) => {
    await page.goto(site.url(`en/${DUBLIN}`));
    const lines = await shared(page);
    await page.getByRole('button', { name: 'Copy the text' }).tap();
    await expect(page.locator('.tools [role="status"]')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(lines.join('\n'));
  });
});

test.describe('on a dark phone', () => {
  test.use({ colorScheme: 'dark' });

  test('the code is dark on white, has its quiet zone, and says the short address', async ({ page }) => {
    await page.goto(site.url('ar/s/calais-pass/'));
    await share(page).tap();
    await page.locator('.tools > div > button').last().tap();
    const code = page.locator('.code');
    // The bar at the bottom would cover its last rows.
    await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    expect((await code.boundingBox())?.width).toBeGreaterThanOrEqual(240);
    const address = site.url('s/calais-pass/');
    await expect(page.locator('.tools bdi[dir="ltr"]')).toHaveText(address);
    const modules = qrCode([...new TextEncoder().encode(address)]) ?? [];
    expect(await lightAndDark(page, modules.length + 8)).toEqual(framed(modules, 4));
  });
});

/** Whether each module of the code is dark as it stands on the screen, read from the picture's middle points. */
async function lightAndDark(page: Page, size: number): Promise<boolean[][]> {
  const picture = (await page.locator('.code').screenshot()).toString('base64');
  return page.evaluate(
    async ({ picture, size }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const at = (i: number) => Math.floor(((i + 0.5) * image.width) / size);
      const isDark = (x: number, y: number) => (context?.getImageData(at(x), at(y), 1, 1).data[0] ?? 0) < 128;
      return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => isDark(x, y)));
    },
    { picture, size },
  );
}

function framed(modules: readonly boolean[][], quiet: number): boolean[][] {
  const side = Array<boolean>(quiet).fill(false);
  const empty = Array<boolean>(modules.length + 2 * quiet).fill(false);
  const rows = modules.map((row) => [...side, ...row, ...side]);
  const above = side.map(() => empty);
  return [...above, ...rows, ...above];
}
