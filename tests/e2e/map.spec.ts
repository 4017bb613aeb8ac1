import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import en from '../../locales/en.json' with { type: 'json' };
import { complaintsOf, DRAWS, openMap, pageIsReady as ready } from './drawn-map.ts';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST } from './site.ts';

const words = en.bigmap;
test.use(DRAWS);

let site: PublishedSite;
let complaints: string[];

test.beforeEach(async ({ page }) => {
  site = await publishSite(DIST, '/');
  complaints = await complaintsOf(page);
});
test.afterEach(async () => {
  expect(complaints).toEqual([]);
  await site.remove();
});

const button = (page: Page) => page.locator('[data-open]');
const points = (page: Page) => page.locator('.spot');
const rows = (page: Page) => page.locator('li[data-needs]');
const cards = (page: Page) => page.locator('[data-chosen] .card');
const act = (page: Page, action: string) => page.locator(`[data-do="${action}"]`);
const atlas = (paths: string[]) => paths.filter((path) => path.includes('atlas-'));

async function visit(page: Page, lang = 'en') {
  await page.goto(site.url(`${lang}/map/`));
}
async function open(page: Page, lang = 'en') {
  await visit(page, lang);
  await openMap(page);
}

/** How many places the points stand for. */
const placesOnMap = async (page: Page) => {
  const counts = await points(page).evaluateAll((all) => all.map(({ textContent }) => Number(textContent || 1)));
  return counts.reduce((sum, count) => sum + count, 0);
};

test('before the tap nothing of the map is asked for, and its size is said', async ({ page }) => {
  await visit(page);
  await ready(page);
  await expect(button(page)).toHaveText(/^Open the map \(about \d{3} kB\)$/);
  await page.waitForTimeout(1000);
  expect(atlas(site.asked())).toEqual([]);
  await expect(page.locator('canvas')).toHaveCount(0);
});

test('it holds the places of the list, no more and no fewer, and asks nobody else for anything', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => request.url().startsWith(site.url('')) || elsewhere.push(request.url()));
  await open(page);
  expect(await placesOnMap(page)).toBe(await rows(page).count());
  expect(new Set(atlas(site.asked())).size).toBe(3);
  expect(elsewhere).toEqual([]);
});

test('a tap on a point shows what is there, a second tap opens its page', async ({ page }) => {
  await open(page);
  await points(page).first().tap();
  await expect(cards(page).first()).toBeVisible();
  await page.locator('[data-show]').nth(1).tap();
  await expect(cards(page)).toHaveCount(1);
  const href = (await cards(page).getAttribute('href')) ?? '';
  expect(href).toBe(await rows(page).nth(1).locator('a').getAttribute('href'));
  const alone = page.locator('.spot:not(.is-group)').first();
  await page.locator('[data-show]').first().tap();
  // Points part and join while the map moves.
  await page.waitForTimeout(1500);
  await expect(alone).toBeInViewport();
  await alone.tap();
  await expect(alone).toHaveAttribute('aria-pressed', 'true');
  const wanted = await cards(page).getAttribute('href');
  await alone.tap();
  await expect(page).toHaveURL(new RegExp(`${wanted}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the keyboard reaches the points and opens one', async ({ page }) => {
  await open(page);
  await page.locator('[data-show]').first().tap();
  const alone = page.locator('.spot:not(.is-group)').first();
  await alone.focus();
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/s\//);
});

test('filtering by need and by open now keeps the list and the map in step', async ({ page }) => {
  await open(page);
  await page.locator('.filters summary').tap();
  await page.locator('[data-need="health"]').tap();
  const shown = await rows(page).filter({ visible: true }).count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(await rows(page).count());
  expect(await placesOnMap(page)).toBe(shown);
  await page.locator('[data-open-now]').tap();
  const openNow = await rows(page).filter({ visible: true }).count();
  expect(await rows(page).filter({ visible: true }).locator('.is-open').count()).toBe(openNow);
  expect(await placesOnMap(page)).toBe(openNow);
  await expect(page.locator('[data-shown]')).toHaveText(`Shown: ${openNow} of ${await rows(page).count()}`);
});

test('what is told as an area is a circle at every zoom, never a pin', async ({ page }) => {
  await visit(page);
  const area = page.locator('li[data-area]').first();
  await expect(area).toHaveAttribute('data-area', /^\d+\.\d{1,2},\d\.\d{1,2},1000$/);
  // Alone on the map, so that it is not one of several behind a number.
  await page.locator('li[data-needs]:not([data-area])').evaluateAll((others) => {
    for (const row of others) row.remove();
  });
  await button(page).tap();
  await area.locator('[data-show]').tap();
  const point = page.locator('.spot.is-area');
  await expect(point).toBeVisible();
  expect(await point.locator('.plate').evaluate((plate) => getComputedStyle(plate).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
});

test.describe('when the reader gives the position', () => {
  test.use({ permissions: ['geolocation'], geolocation: { latitude: 50.9529613, longitude: 1.8532487 } });

  test('the list and the card tell how far, and nothing of it is sent or kept', async ({ page }) => {
    await open(page);
    await act(page, 'position').tap();
    await expect(page.locator('[data-where]')).toContainText('Nearest first, from where you are.');
    await expect(page.locator('ul.cards .distance').first()).toContainText('on foot');
    expect(site.asked().filter((path) => /50\.9|1\.85/.test(path))).toEqual([]);
    const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect(left).not.toMatch(/50\.9|1\.8/);
  });
});

test.describe('on a phone with a compass', () => {
  test.use({ permissions: ['geolocation'], geolocation: { latitude: 50.9529613, longitude: 1.8532487 } });

  test('the position shows arrows in the list, and the usual order comes back', async ({ page }) => {
    await open(page);
    const usual = await rows(page).allTextContents();
    await act(page, 'position').tap();
    await expect(page.locator('.distance').first()).toBeVisible();
    await page.evaluate(() =>
      dispatchEvent(Object.assign(new Event('deviceorientationabsolute'), { alpha: 270, absolute: true })),
    );
    await expect(page.locator('.arrow:visible').first()).toBeVisible();
    await page.getByRole('button', { name: en.near.usual }).tap();
    expect(await rows(page).allTextContents()).toEqual(usual);
  });
});

test('on this phone: the map is listed with its size once it is kept, and can be removed by itself', async ({ page }) => {
  const row = page.locator('[data-atlas]');
  await page.goto(site.url('en/phone/'));
  await ready(page);
  await expect(row).toBeHidden();
  await open(page);
  await expect(page.locator('[data-say="kept"]')).toBeVisible({ timeout: 60_000 });
  await page.goto(site.url('en/phone/'));
  await expect(row).toContainText(/Saved on this phone: \d{3,4} kB/);
  await row.getByRole('button').tap();
  await expect(row).toBeHidden();
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.endsWith(':map')))).toEqual([]);
  await expect(page.locator('li[data-lang="en"]')).toContainText('Saved on this phone');
});

test('opened once, it opens again without a connection; removing takes it away', async ({ page, context }) => {
  await visit(page);
  await ready(page);
  await button(page).tap();
  await expect(page.getByText(words.kept)).toBeVisible({ timeout: 60_000 });
  await site.goOffline();
  await context.setOffline(true);
  await open(page);
  expect(await placesOnMap(page)).toBe(await rows(page).count());
  await context.setOffline(false);
  await site.goOnline();
  await page.goto(site.url('en/phone/'));
  await page.getByRole('button', { name: en.phone.remove_all }).click();
  await expect(page.getByText(en.phone.removed)).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test('without a connection, and never opened before, it says so and the list stays', async ({ page, context }) => {
  await visit(page);
  await ready(page);
  await site.goOffline();
  await context.setOffline(true);
  await button(page).tap();
  await expect(page.getByText(words.failed)).toBeVisible();
  await expect(button(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
});

test('a newer version of the map takes the place of the kept one', async ({ page }) => {
  await visit(page);
  await ready(page);
  await button(page).tap();
  await expect(page.getByText(words.kept)).toBeVisible({ timeout: 60_000 });
  const worker = await site.read('sw.js');
  const [land = ''] = /assets\/atlas-land-\w+\.json/.exec(worker) ?? [];
  const newer = land.replace(/\w+\.json/, 'newer.json');
  await site.write(newer, await site.read(land));
  await site.write('sw.js', worker.replaceAll(land, newer));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('arrival-guide:/:map')).keys()).map(({ url }) => new URL(url).pathname));
  await expect.poll(kept).toContain(`/${newer}`);
  await page.goto(site.url('en/emergency/'));
  await page.goto(site.url('en/cards/'));
  await expect.poll(kept).not.toContain(`/${land}`);
  expect(await kept()).toHaveLength(3);
});

test('closing and leaving free the worker and the drawing, and it opens again', async ({ page }) => {
  await open(page);
  expect(page.workers()).toHaveLength(1);
  const isLost = await page.locator('canvas').evaluateHandle((canvas) => (canvas as HTMLCanvasElement).getContext('webgl2'));
  await act(page, 'close').tap();
  await expect(page.locator('canvas')).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await isLost.evaluate((context) => context?.isContextLost())).toBe(true);
  await expect(page.locator('[data-show]')).toHaveCount(0);
  await expect(button(page)).toBeFocused();
  await button(page).tap();
  await expect(points(page).first()).toBeVisible({ timeout: 60_000 });
  await page.goto(site.url('en/'));
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a drawing that breaks leaves the list, a sentence, and the button to try again', async ({ page }) => {
  await open(page);
  await page
    .locator('canvas')
    .evaluate((canvas) => (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext());
  await expect(page.getByText(words.failed)).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(0);
  await button(page).tap();
  await expect(points(page).first()).toBeVisible({ timeout: 60_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`open it has no barrier that a machine can find (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'ar');
    await points(page).first().tap();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

test('from right to left its buttons stand on the other side, and every one is as big as a finger', async ({ page }) => {
  const side = async (lang: string) => {
    await open(page, lang);
    const [button, sheet] = await Promise.all([act(page, 'in').boundingBox(), page.locator('.sheet').boundingBox()]);
    return button && sheet && button.x + button.width / 2 < sheet.x + sheet.width / 2 ? 'left' : 'right';
  };
  expect(await side('en')).toBe('right');
  expect(await side('ar')).toBe('left');
  const boxes = await page.locator('.atlas button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  expect(boxes.filter(({ width, height }) => Math.min(width, height) < 48)).toEqual([]);
});

test('dark comes to the map as soon as it is chosen', async ({ page }) => {
  await open(page);
  const ink = () => page.locator('.sheet').screenshot();
  const before = await ink();
  await page.evaluate(() => {
    document.documentElement.dataset.scheme = 'dark';
  });
  await expect.poll(async () => (await ink()).equals(before)).toBe(false);
});

test.describe('where it cannot be drawn', () => {
  const expectListOnly = async (page: Page) => {
    await expect(page.getByText(words.unable)).toBeVisible();
    await expect(button(page)).toBeHidden();
    await expect(rows(page).first()).toBeVisible();
    await page.waitForTimeout(500);
    expect(atlas(site.asked())).toEqual([]);
  };

  test('because the browser has no module workers, the list says so', async ({ page }) => {
    await page.addInitScript(() => {
      window.Worker = class {
        terminate() {}
      } as unknown as typeof Worker;
    });
    await visit(page);
    await expectListOnly(page);
  });

  test('because the browser is older than its script, the list says so', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Object, 'hasOwn'));
    await visit(page);
    await expectListOnly(page);
  });

  test('because the drawing context is refused, the list says so', async ({ page }) => {
    await page.addInitScript(() => {
      const usual = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === 'webgl2' ? null : Reflect.apply(usual, this, [kind, ...rest]);
      } as typeof usual;
    });
    await visit(page);
    await expectListOnly(page);
  });

  test('because data is saved, the list says so', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) }));
    await visit(page);
    await expect(page.getByText(words.saving)).toBeVisible();
    await expect(button(page)).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every place is in the list, and there is no button that does nothing', async ({ page }) => {
    await visit(page);
    await expect(rows(page).first()).toBeVisible();
    await expect(page.locator('main button:visible')).toHaveCount(0);
    await rows(page).first().locator('a').tap();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
