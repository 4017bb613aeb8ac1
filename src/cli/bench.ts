/** `npm run bench`: weighs and times the built site as a slow phone on a slow line meets it. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { builtPages, onePagePerKind } from '../pipeline/built-pages.ts';
import { startSiteServer } from '../pipeline/site-server.ts';
import { beforeUsable, builtLanguages, LANGUAGE_BUDGET, languageWeight, mapWeight } from '../pipeline/site-weight.ts';
import { measureMap } from './bench-map.ts';
import { benchPaper } from './bench-paper.ts';
import { measureSearch, searchTable } from './bench-search.ts';
import { benchStreets } from './bench-streets.ts';
import { benchUpdates } from './bench-updates.ts';
import { findChromium } from './find-chromium.ts';

const HELP = `npm run bench -- [options]
  --dist DIR    what to measure, built for / (dist)
  --lang TAG    the language measured (ar)
  --runs N      each time is the median of N runs (5)
  --json FILE   writes the figures there as well
  --streets     measures nothing but "npm run map:streets", on invented extracts
  --updates     measures nothing but what a phone fetches after each kind of change
  --paper       measures nothing but "npm run print": a booklet of the language, and the memory of a run of everything
`;

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    lang: { type: 'string', default: 'ar' },
    runs: { type: 'string', default: '5' },
    json: { type: 'string' },
    streets: { type: 'boolean', default: false },
    updates: { type: 'boolean', default: false },
    paper: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** A bad 2G or 3G line and a cheap phone. */
const LINE = { kbps: 400, rtt: 400 };
const SLOWER_CPU = 6;
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const KB = 1024;

const BUDGET = {
  /** The page and the scripts it names: it can be read and tapped then. */
  usable: 20 * KB,
  /** With everything that follows by itself: keeping the guide, news, listening, the icon. A seventh of it is headers, which HTTP/1.1 repeats. */
  firstLoad: { bytes: 35 * KB, requests: 8 },
  largestPaint: 1200,
  blocking: 50,
  offlineReady: 8000,
  searchIndex: 100,
  /** Compressed by gzip, fetched with the tap. */
  map: 480 * KB,
  /** While the map is dragged. */
  mapTask: 200,
  /** A frame. */
  searchAnswer: 16,
  /** Of 100 queries. */
  searchMissed: 5,
};

interface Figure {
  what: string;
  value: number;
  unit: 'KB' | 'ms' | 'requests' | 'times' | 'queries';
  budget?: number;
}

async function bench() {
  if (options.help) return console.log(HELP);
  if (options.streets) return benchStreets();
  if (options.updates) return benchUpdates(options.lang);
  if (options.paper) return benchPaper(options.lang);
  const { args, executablePath } = await findChromium();
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    const figures = [
      ...(await measureFirstLoads(browser)),
      ...(await measureTimes(browser)),
      ...(await measureOffline(browser)),
      ...(await searchFigures(browser)),
      ...(await mapFigures()),
      ...weighLanguages(),
    ];
    report(figures, browser.version());
  } finally {
    await browser.close();
  }
}

const dist = resolve(options.dist);
const lang = options.lang;

/** The chooser and one page of each kind in the language; the heaviest, if a kind has several. */
const measuredPages = () => onePagePerKind(builtPages(dist).filter((page) => page.lang === lang || page.path === ''));

async function measureFirstLoads(browser: Browser): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { path, html } of measuredPages()) {
    const site = await startSiteServer({ dist, quality: 11 });
    const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(site.url(path), { waitUntil: 'networkidle' });
    await page.waitForTimeout(1500);
    await context.close();
    const bytes = site.requests.reduce((sum, answer) => sum + answer.bytes, 0);
    figures.push(
      { what: `usable /${path}`, value: beforeUsable(dist, html), unit: 'KB', budget: BUDGET.usable },
      { what: `first load /${path}`, value: bytes, unit: 'KB', budget: BUDGET.firstLoad.bytes },
      { what: `requests /${path}`, value: site.requests.length, unit: 'requests', budget: BUDGET.firstLoad.requests },
    );
    await site.close();
  }
  return figures;
}

async function measureTimes(browser: Browser): Promise<Figure[]> {
  const site = await startSiteServer({ dist, quality: 11 });
  const figures: Figure[] = [];
  for (const { path } of measuredPages().filter(({ kind }) => ['language', 'town', 's'].includes(kind))) {
    const runs: Vitals[] = [];
    for (let run = 0; run < Number(options.runs); run++) runs.push(await slowLoad(browser, site.url(path)));
    const middle = (key: keyof Vitals) => median(runs.map((run) => run[key]));
    figures.push(
      { what: `first paint /${path}`, value: middle('firstPaint'), unit: 'ms' },
      { what: `largest paint /${path}`, value: middle('largestPaint'), unit: 'ms', budget: BUDGET.largestPaint },
      { what: `blocking time /${path}`, value: middle('blocking'), unit: 'ms', budget: BUDGET.blocking },
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
  await page.waitForTimeout(1500);
  const vitals = (await page.evaluate('globalThis.vitals')) as Vitals;
  await context.close();
  return vitals;
}

/** The browser's own throttling: of the line for the page, and of the processor. */
async function slowDown(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  const throughput = (LINE.kbps * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.rtt,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
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

/** The line is slowed by the server, so that the service worker's own requests are slowed as well. */
async function measureOffline(browser: Browser): Promise<Figure[]> {
  const site = await startSiteServer({ dist, quality: 11, ...LINE });
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(site.url(`${lang}/`), { waitUntil: 'commit', timeout: 120_000 });
  await page.locator('html[data-offline="ready"]').waitFor({ state: 'attached', timeout: 120_000 });
  const time = performance.now() - start;
  await context.close();
  const bytes = site.requests.reduce((sum, answer) => sum + answer.bytes, 0);
  await site.close();
  return [
    { what: `kept for offline after opening /${lang}/`, value: time, unit: 'ms', budget: BUDGET.offlineReady },
    { what: 'sent until then', value: bytes, unit: 'KB' },
    { what: 'asked until then', value: site.requests.length, unit: 'requests' },
  ];
}

const QUERIES = resolve('tests/fixtures/search/queries.yaml');

async function searchFigures(browser: Browser): Promise<Figure[]> {
  const site = await startSiteServer({ dist, quality: 5 });
  const measured = await measureSearch(browser, site, {
    dist,
    queries: QUERIES,
    slowerCpu: SLOWER_CPU,
    runs: Number(options.runs),
  });
  await site.close();
  console.log(`${searchTable(measured)}\n`);
  const results = measured.flatMap((one) => one.results);
  const missed = (100 * results.filter(({ passed }) => !passed).length) / results.length;
  return [
    { what: `search: missed of 100, ${results.length} queries`, value: missed, unit: 'queries', budget: BUDGET.searchMissed },
    ...measured.flatMap(({ lang: tag, index, answer }): Figure[] => [
      { what: `search: index made: ${tag}`, value: index, unit: 'ms', budget: BUDGET.searchIndex },
      { what: `search: answer: ${tag}`, value: answer, unit: 'ms', budget: BUDGET.searchAnswer },
    ]),
  ];
}

/** In a browser of its own: without a graphics card WebGL has to be told to draw by the processor. */
async function mapFigures(): Promise<Figure[]> {
  const { args, executablePath } = await findChromium();
  const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const browser = await chromium.launch({ args: [...args, ...software], ...(executablePath && { executablePath }) });
  const site = await startSiteServer({ dist, quality: 5 });
  const { opened, longestTask } = await measureMap(browser, site, { lang, slowerCpu: SLOWER_CPU });
  await site.close();
  await browser.close();
  return [
    { what: 'map: fetched with the tap (gzip)', value: mapWeight(dist), unit: 'KB', budget: BUDGET.map },
    { what: 'map: from the tap to its first picture', value: opened, unit: 'ms' },
    { what: 'map: longest task in 5 s of dragging', value: longestTask, unit: 'ms', budget: BUDGET.mapTask },
  ];
}

function weighLanguages(): Figure[] {
  return builtLanguages(dist).flatMap((tag) => {
    const { saved, tools, words, budget } = languageWeight(dist, tag);
    return [
      { what: `one language kept: ${tag}`, value: saved, unit: 'KB' as const, budget },
      { what: `tools kept beside it: ${tag}`, value: tools, unit: 'KB' as const, budget: LANGUAGE_BUDGET.tools },
      { what: `its bare words: ${tag}`, value: words, unit: 'KB' as const },
      { what: `ratio (${LANGUAGE_BUDGET.times} + 25 KB allowed): ${tag}`, value: saved / words, unit: 'times' as const },
    ];
  });
}

function report(figures: Figure[], version: string) {
  console.log(
    `Chromium ${version}, ${LINE.kbps} kbit/s, ${LINE.rtt} ms, processor slowed ${SLOWER_CPU} times, median of ${options.runs}\n`,
  );
  const rows = figures.map((figure) => [
    figure.what,
    inUnit(figure.value, figure),
    figure.budget ? inUnit(figure.budget, figure) : '',
    verdict(figure),
  ]);
  for (const row of [['', 'measured', 'budget', ''], ...rows]) console.log(line(row));
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ chromium: version, line: LINE, slowerCpu: SLOWER_CPU, figures }, null, 2)}\n`,
    );
  if (figures.some((figure) => verdict(figure) === 'MISS')) process.exitCode = 1;
}

const line = ([what = '', measured = '', budget = '', result = '']: string[]) =>
  `${what.padEnd(46)}${measured.padStart(14)}${budget.padStart(14)}  ${result}`.trimEnd();

const verdict = ({ value, budget }: Figure) => (budget === undefined ? '' : value <= budget ? 'pass' : 'MISS');

function inUnit(value: number, { unit }: Figure): string {
  if (unit === 'KB') return `${(value / KB).toFixed(1)} KB`;
  if (unit === 'times') return `${value.toFixed(2)} times`;
  if (unit === 'queries') return value.toFixed(1);
  return unit === 'ms' ? `${Math.round(value)} ms` : String(value);
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

await bench();
