/** What a page costs: bytes and requests of its first load, its paints on a slow phone, its memory. */
import type { Browser, Page } from '@playwright/test';
import type { Lang } from '../guide/types.ts';
import { type BuiltPage, builtPages, onePagePerKind } from '../pipeline/built-pages.ts';
import { startSiteServer } from '../pipeline/site-server.ts';
import { beforeUsable, brotliBytes, scriptsBefore } from '../pipeline/site-weight.ts';
import { type Figure, median } from './bench-figures.ts';
import { PHONE, slowDown } from './bench-phone.ts';

export interface PageOptions {
  browser: Browser;
  dist: string;
  lang: Lang;
  /** Times are the median of so many runs. */
  runs: number;
}

const KB = 1024;

const GOAL = {
  /** The first flight of packets of a new connection: ten of 1460 bytes (RFC 6928). */
  usable: 14 * KB,
  /** With everything that follows by itself: keeping the guide, news, listening, the icon. A seventh of it is headers, which HTTP/1.1 repeats. */
  firstLoad: { bytes: 35 * KB, requests: 8 },
  largestPaint: 1200,
  blocking: 50,
};

/** Milliseconds after the last request, for what follows by itself. */
const SETTLE = 1500;

/** The chooser and one page of each kind in the language; the heaviest, if a kind has several. */
const measuredPages = (dist: string, lang: Lang): BuiltPage[] =>
  onePagePerKind(builtPages(dist).filter((page) => page.lang === lang || page.path === ''));

export async function firstLoads({ browser, dist, lang }: PageOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { path, html } of measuredPages(dist, lang)) {
    const site = await startSiteServer({ dist, quality: 11 });
    const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(site.url(path), { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLE);
    await context.close();
    const bytes = site.requests.reduce((sum, answer) => sum + answer.bytes, 0);
    figures.push(
      {
        what: `before it can be used: /${path}`,
        value: beforeUsable(dist, html),
        unit: 'KB',
        goal: GOAL.usable,
        note: `${1 + scriptsBefore(dist, html).length} requests; the page itself ${(brotliBytes(html) / KB).toFixed(1)}`,
      },
      { what: `in all: /${path}`, value: bytes, unit: 'KB', goal: GOAL.firstLoad.bytes },
      { what: `requests in all: /${path}`, value: site.requests.length, unit: 'requests', goal: GOAL.firstLoad.requests },
    );
    await site.close();
  }
  return figures;
}

/** Kinds of pages that most readers open first. */
const TIMED = ['language', 'town', 'need', 's', 't', 'emergency'];

export async function paintTimes({ browser, dist, lang, runs }: PageOptions): Promise<Figure[]> {
  const site = await startSiteServer({ dist, quality: 11 });
  const figures: Figure[] = [];
  for (const { path } of measuredPages(dist, lang).filter(({ kind }) => TIMED.includes(kind))) {
    const vitals: Vitals[] = [];
    for (let run = 0; run < runs; run++) vitals.push(await slowLoad(browser, site.url(path)));
    const middle = (key: keyof Vitals) => median(vitals.map((one) => one[key]));
    figures.push(
      { what: `first paint: /${path}`, value: middle('firstPaint'), unit: 'ms' },
      { what: `largest paint: /${path}`, value: middle('largestPaint'), unit: 'ms', goal: GOAL.largestPaint },
      { what: `blocking time: /${path}`, value: middle('blocking'), unit: 'ms', goal: GOAL.blocking },
    );
  }
  await site.close();
  return figures;
}

interface Vitals {
  firstPaint: number;
  largestPaint: number;
  blocking: number;
}

async function slowLoad(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  await slowDown(context, page);
  await page.addInitScript(OBSERVE);
  await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
  await page.waitForTimeout(SETTLE);
  const vitals = (await page.evaluate('globalThis.vitals')) as Vitals;
  await context.close();
  return vitals;
}

/** Runs in the page; blocking time is what tasks take beyond 50 ms each, once something is painted. */
const OBSERVE = `{
  const vitals = (globalThis.vitals = { firstPaint: 0, largestPaint: 0, blocking: 0 });
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('paint', (entry) => { if (entry.name === 'first-contentful-paint') vitals.firstPaint = entry.startTime; });
  observe('largest-contentful-paint', (entry) => { vitals.largestPaint = entry.startTime; });
  observe('longtask', (entry) => {
    const painted = vitals.firstPaint === 0 || entry.startTime + entry.duration > vitals.firstPaint;
    if (painted) vitals.blocking += Math.max(0, entry.duration - 50);
  });
}`;

/** A page at rest, with its scripts run and its garbage collected: heap of its scripts, and nodes of its tree. */
export async function pageMemory({ browser, dist, lang }: PageOptions): Promise<Figure[]> {
  const site = await startSiteServer({ dist, quality: 5 });
  const figures: Figure[] = [];
  for (const { path } of measuredPages(dist, lang).filter(({ kind }) =>
    [...TIMED, 'town/today', 'map', 'search'].includes(kind),
  )) {
    const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(site.url(path), { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLE);
    if (path.endsWith('/search/')) await openSearch(page);
    const session = await context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    figures.push(
      { what: `heap of scripts: /${path}`, value: usedSize, unit: 'MB' },
      { what: `nodes: /${path}`, value: nodes, unit: 'nodes' },
    );
    await context.close();
  }
  await site.close();
  return figures;
}

/** With its index, which is made of all packs at the first tap. */
async function openSearch(page: Page): Promise<void> {
  await page.getByRole('searchbox').focus();
  // The pages' policy lets nothing wait in them that is made of text.
  for (let tries = 0; tries < 600; tries++) {
    if (await page.evaluate(`performance.getEntriesByName('search-ready').length`)) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`The index of ${page.url()} was not ready after a minute.`);
}
