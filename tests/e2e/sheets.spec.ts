/** Sheets for paper: what they look like to a printer, and the page that people without a terminal choose them from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { codePicture } from '../../src/guide/code-picture.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST } from './site.ts';

let site: PublishedSite;
test.beforeAll(async () => {
  site = await publishSite(DIST, '/');
});
test.afterAll(() => site.remove());

const sheets = builtPages(DIST).filter(({ path }) => /^print\/./.test(path));
const ofKind = (kind: string) => sheets.filter((sheet) => sheet.kind === `print/${kind}`).map(({ path }) => path);

/** Booklets have as many pages as they need: what could be cut in one depends on the height of its lines and the length of its words. */
function longestPerScript(paths: readonly string[]): string[] {
  const languages: { lang: string; script: string }[] = parse(readFileSync(LANGUAGES, 'utf8'));
  const scriptOf = (path: string) => languages.find(({ lang }) => path.includes(`/${lang}/`))?.script;
  const lengthOf = (path: string) => sheets.find((sheet) => sheet.path === path)?.html.length ?? 0;
  const longest = new Map([...paths].sort((a, b) => lengthOf(a) - lengthOf(b)).map((path) => [scriptOf(path), path]));
  return [...longest.values()];
}
const LANGUAGES = join(import.meta.dirname, '../../locales/languages.yaml');

/** Millimetres of the screen: 96 px are an inch. */
const MM = 96 / 25.4;

/** Opens a sheet as the printer sees it. */
async function openOnPaper(page: Page, path: string) {
  await page.emulateMedia({ media: 'print' });
  await page.goto(site.url(path));
  await expect(page.locator('html[data-ready]')).toBeAttached({ timeout: 60_000 });
}

/** What reaches beyond the box, panel, card or sheet that it belongs to. */
const findCut = () =>
  [...document.querySelectorAll<HTMLElement>('.sheet, .box, .card, .sticker')].flatMap((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const texts = [...box.querySelectorAll<HTMLElement>('p, li, b, h1, h2, h3, h4, span, svg, bdi, time')];
    const outside = texts.filter((text) => {
      if (text.closest('.visually-hidden') || !text.offsetParent) return false;
      const rect = text.getBoundingClientRect();
      return rect.left < left - 1 || rect.right > right + 1 || rect.top < top - 1 || rect.bottom > bottom + 1;
    });
    return outside.map((text) => `${box.className}: ${text.outerHTML.slice(0, 120)}`);
  });

test.describe('nothing is cut', () => {
  test.use({ viewport: { width: 1280, height: 900 } });
  for (const kind of ['poster', 'cards']) {
    test(`on any ${kind}`, async ({ page }) => {
      for (const path of ofKind(kind)) {
        await openOnPaper(page, path);
        expect(await page.evaluate(findCut), path).toEqual([]);
      }
    });
  }

  test('on stickers with the longest addresses', async ({ page }) => {
    const longest = ofKind('stickers').sort((a, b) => b.length - a.length);
    for (const path of longest.slice(0, 5)) {
      await openOnPaper(page, path);
      expect(await page.evaluate(findCut), path).toEqual([]);
    }
  });

  test('on any leaflet, which is one sheet of two sides in every language', async ({ page }) => {
    test.setTimeout(300_000);
    for (const path of ofKind('leaflet')) {
      await openOnPaper(page, path);
      expect(await page.evaluate(findCut), path).toEqual([]);
      expect(await page.locator('.sheet').count(), path).toBe(2);
    }
  });

  test('in the longest booklet of each script, and every line of its contents has its page', async ({ page }) => {
    test.setTimeout(300_000);
    const longest = longestPerScript(ofKind('booklet'));
    expect(longest.length).toBeGreaterThan(2);
    for (const path of process.env.EVERY_SHEET ? ofKind('booklet') : longest) {
      await openOnPaper(page, path);
      expect(await page.evaluate(findCut), path).toEqual([]);
      const numbers = await page.locator('[data-page-of]').allTextContents();
      expect(
        numbers.filter((number) => !/^\d+$/.test(number)),
        path,
      ).toEqual([]);
    }
  });

  test('posters are whole on smaller paper too', async ({ page }) => {
    for (const path of ['print/poster/', 'print/poster/dunkirk/', 'print/poster/calais/women/']) {
      for (const paper of ['a5', 'a6']) {
        await page.emulateMedia({ media: 'screen' });
        await page.goto(site.url(path));
        await page.locator(`#${paper}`).check();
        await page.emulateMedia({ media: 'print' });
        expect(await page.evaluate(findCut), `${path} on ${paper}`).toEqual([]);
      }
    }
  });
});

/** Side of the dark modules of every code, in millimetres, without the white around them. */
const codeSides = (page: Page) =>
  page.locator('.code').evaluateAll((codes) =>
    codes.map((code) => {
      const { width } = code.getBoundingClientRect();
      const size = (code as SVGSVGElement).viewBox.baseVal.width;
      return (width * (size - 8)) / size / (96 / 25.4);
    }),
  );

test.describe('codes', () => {
  test.use({ viewport: { width: 1280, height: 900 } });
  for (const [path, least] of [
    ['print/poster/calais/food/', 60],
    ['print/leaflet/ar/calais/', 30],
    ['print/booklet/ti/', 30],
    ['print/cards/ur/', 25],
    ['print/stickers/s/calais-pass/', 25],
  ] as const) {
    test(`of /${path} are at least ${least} mm wide`, async ({ page }) => {
      await openOnPaper(page, path);
      const sides = await codeSides(page);
      expect(sides.length).toBeGreaterThan(0);
      expect(Math.min(...sides)).toBeGreaterThanOrEqual(least);
    });
  }

  test('of a poster on A6 are at least 30 mm wide', async ({ page }) => {
    await page.goto(site.url('print/poster/'));
    await page.locator('#a6').check();
    await page.emulateMedia({ media: 'print' });
    expect(Math.min(...(await codeSides(page)))).toBeGreaterThanOrEqual(30);
  });

  test('are drawn from the address of the page where none is set, and it stands below them', async ({ page }) => {
    await openOnPaper(page, 'print/poster/dunkirk/');
    const address = site.url('n/dunkirk/');
    const wanted = codePicture([...new TextEncoder().encode(address)])?.path;
    expect(await page.locator('.code path').getAttribute('d')).toBe(wanted);
    await expect(page.locator('.address')).toHaveText(address.replace('http://', '').replace(/\/$/, ''));
  });
});

test('no text of a leaflet or booklet is smaller than 9 points, on cards than 8', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [path, least] of [
    ['print/leaflet/vi/calais/', 9],
    ['print/leaflet/ckb/calais/', 9],
    ['print/booklet/am/', 9],
    ['print/cards/om/', 8],
  ] as const) {
    await openOnPaper(page, path);
    const sizes = await page
      .locator('.sheet p, .sheet li, .sheet span, .sheet b, .sheet bdi')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * 0.75));
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(least - 0.05);
  }
});

test('in black and white nothing on a sheet has a colour', async ({ page }) => {
  await page.goto(site.url('print/poster/calais/food/'));
  const ink = () => page.locator('.sign').evaluate((sign) => getComputedStyle(sign).color);
  expect(await ink()).not.toBe('rgb(0, 0, 0)');
  await page.locator('#bw').check();
  expect(await ink()).toBe('rgb(0, 0, 0)');
});

test('from the first page one comes to a sheet, chooses its paper and prints it', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.goto(site.url('print/'));
  await page.locator('#poster summary').first().tap();
  await page.getByRole('link', { name: 'Nourriture Food' }).first().tap();
  await expect(page).toHaveURL(/print\/poster\/calais\/food\/$/);
  await page.getByText('A5', { exact: true }).tap();
  const { width = 0 } = (await page.locator('.sheet').boundingBox()) ?? {};
  const zoom = await page.locator('.sheet').evaluate((sheet) => Number(getComputedStyle(sheet).zoom) || 1);
  expect(Math.abs(width - 148 * MM * zoom)).toBeLessThan(2);
  await page.getByRole('button', { name: 'Imprimer Print' }).tap();
  expect(await page.title()).toBe('printed');
});

test('the desk is not on the paper', async ({ page }) => {
  await openOnPaper(page, 'print/cards/ar/');
  await expect(page.locator('.desk')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every sheet can be reached, has its words, and no button that does nothing', async ({ page }) => {
    await page.goto(site.url('print/'));
    await page.locator('#leaflet a[lang="ti"]').first().tap();
    await expect(page).toHaveURL(/print\/leaflet\/ti\/calais\/$/);
    await expect(page.locator('.flow .entry').first()).toBeVisible();
    await expect(page.locator('button')).toBeHidden();
    await expect(page.getByText('Without JavaScript')).toBeVisible();
  });

  test('paper and black and white can be chosen', async ({ page }) => {
    await page.goto(site.url('print/poster/'));
    const before = (await page.locator('.sheet').boundingBox())?.width ?? 0;
    await page.getByText('A6', { exact: true }).tap();
    expect((await page.locator('.sheet').boundingBox())?.width).toBeLessThan(before * 0.6);
  });
});

test.describe('without a connection', () => {
  const kept = (page: Page) => page.locator('[data-kept]');

  test('a sheet that was opened once opens again, with its letters and codes, and the page to choose from', async ({
    page,
    context,
  }) => {
    await page.goto(site.url('print/poster/calais/'));
    await expect(kept(page)).toBeVisible({ timeout: 60_000 });
    await site.goOffline();
    await context.setOffline(true);
    await page.goto(site.url('print/poster/calais/'));
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await expect(page.locator('.code path')).toBeAttached();
    const fonts = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
    expect(fonts).toBeGreaterThan(0);
    await page.goto(site.url('print/'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Print the guide');
    await context.setOffline(false);
    await site.goOnline();
  });

  test('nothing is kept where the reader wants nothing stored, and removing the guide removes it', async ({ page }) => {
    await page.goto(site.url('print/poster/calais/'));
    await expect(kept(page)).toBeVisible({ timeout: 60_000 });
    await page.goto(site.url('en/phone/'));
    await page.locator('[data-remove="all"], button').filter({ hasText: 'Remove everything' }).click();
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    await page.goto(site.url('print/poster/calais/'));
    await expect(page.locator('html[data-ready]')).toBeAttached();
    await page.waitForTimeout(1000);
    await expect(kept(page)).toBeHidden();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});

for (const path of ['print/', 'print/poster/', 'print/leaflet/ar/calais/', 'print/cards/ti/'])
  test(`/${path} has no barrier that a machine can find`, async ({ page }) => {
    await page.goto(site.url(path));
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual([]);
  });
