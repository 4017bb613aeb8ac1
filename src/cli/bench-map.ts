/** How the map that moves behaves on a phone whose processor is slowed: until it is there, and while it is dragged. */
import type { Browser, Page } from '@playwright/test';
import type { Lang } from '../guide/types.ts';
import type { Site } from '../pipeline/site-server.ts';

export interface MapFigures {
  /** Milliseconds from the tap to the first picture, its files over a fast line. */
  opened: number;
  /** Milliseconds of the longest task of the page while the map was dragged, after its first picture. */
  longestTask: number;
}

const DRAGGED = 5000;
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, serviceWorkers: 'block' } as const;

/** Needs a browser that draws with WebGL 2, by its processor if need be. */
export async function measureMap(
  browser: Browser,
  site: Site,
  { lang, slowerCpu }: { lang: Lang; slowerCpu: number },
): Promise<MapFigures> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(site.url(`${lang}/map/`), { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
  const start = performance.now();
  await page.locator('[data-open]').tap();
  await page.locator('.spot').first().waitFor({ timeout: 120_000 });
  const opened = performance.now() - start;
  await page.evaluate(OBSERVE);
  await drag(page);
  const longestTask = (await page.evaluate('globalThis.longestTask')) as number;
  await context.close();
  return { opened, longestTask };
}

const OBSERVE = `{
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration);
  }).observe({ type: 'longtask' });
}`;

/** To and fro, as a finger does that looks for something. */
async function drag(page: Page): Promise<void> {
  const box = await page.locator('.sheet').boundingBox();
  if (!box) throw new Error('There is no map to drag.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = performance.now() + DRAGGED;
  for (let step = 0; performance.now() < end; step++)
    await page.mouse.move(x + 90 * Math.sin(step / 8), y + 60 * Math.cos(step / 11));
  await page.mouse.up();
}
