/** `npm run bench`: measures what the built guide costs a slow phone on a slow line, and what it costs to build and to change. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { startSiteServer } from '../pipeline/site-server.ts';
import { mapWeight } from '../pipeline/site-weight.ts';
import { buildGrowth, siteOf } from './bench-build.ts';
import { type Chapters, type Figure, keepResult, readResults, reportOf, tableOf, verdict } from './bench-figures.ts';
import { measureMap } from './bench-map.ts';
import { languageWeights, offlineTimes } from './bench-offline.ts';
import { firstLoads, pageMemory, paintTimes } from './bench-pages.ts';
import { benchPaper } from './bench-paper.ts';
import { LINE, openBrowser, SLOWER_CPU } from './bench-phone.ts';
import { measureSearch, searchFigures, searchTable } from './bench-search.ts';
import { benchStreets } from './bench-streets.ts';
import { updateCosts } from './bench-updates.ts';
import { parseCall, runCommand, someOf } from './call.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/bench');
const KEPT = join(CACHE, 'figures.json');
const REPORT = join(ROOT, 'tests/bench/REPORT.md');
const QUERIES = join(ROOT, 'tests/fixtures/search/queries.yaml');
/** Whose letters weigh differently; all languages are weighed where that takes no time. */
const LANGS = ['en', 'ar', 'ti'];
const GOAL = {
  /** Compressed by gzip, fetched with the tap. */
  map: 480 * 1024,
  /** Milliseconds, while the map is dragged. */
  mapTask: 200,
};

const SLOW = `${LINE.kbps} kbit/s, ${LINE.rtt} ms before each answer, processor slowed ${SLOWER_CPU} times`;

const CHAPTERS = {
  load: {
    title: 'First load',
    how: 'The heaviest page of each kind, with nothing stored. It can be used when it, the scripts it names and what those import have arrived; then follow, by themselves, keeping the guide, news, listening and the icon.',
  },
  times: { title: 'Paint and blocking time', how: `The same pages: ${SLOW}, median of several runs.` },
  offline: {
    title: 'Until a language is on the phone',
    how: `From the tap on the first link: ${LINE.kbps} kbit/s shared by everything, ${LINE.rtt} ms.`,
  },
  words: {
    title: 'A language and its bare words',
    how: 'Bare words: the text of all pages of a language (title, and main part without its tags, scripts and drawings, spaces made one; what stands around it counted once) in one file, compressed. Kept: every file a phone stores for the language, each compressed.',
  },
  updates: {
    title: 'What a change costs a phone that has the guide',
    how: 'The site is built before and after the change; counted is what the new list of files has and the old one had not, and the list.',
  },
  build: {
    title: 'Build',
    how: 'The guide with every service 1, 10 and 100 times (src/pipeline/multiply-guide.ts), in all languages, from the start of the command to the published folder; Node may keep at most 1.6 GB of objects.',
  },
  search: {
    title: 'Search',
    how: `In the browser, processor slowed ${SLOWER_CPU} times: making the index of all pages, then answering each query of the tests.`,
  },
  memory: { title: 'Memory of a page', how: 'At rest, scripts run and garbage collected; search with its index.' },
  map: { title: 'The map that moves', how: `After a tap; drawn without a graphics card, processor slowed ${SLOWER_CPU} times.` },
} satisfies Chapters;
type Part = keyof typeof CHAPTERS;
const PARTS = Object.keys(CHAPTERS) as Part[];

const HELP = `npm run bench -- [options]
  --only PARTS  measures these parts again (${PARTS.join(',')}); the report takes the others from the last time
  --dist DIR    what is measured, built for / (dist)
  --lang TAG    the language of the pages measured (ar)
  --runs N      each time is the median of N runs (5)
  --times LIST  how many times the places builds are measured with (1,10,100)
  --report      measures nothing, writes the report of what was measured
  --streets     measures nothing but "npm run map:streets", on invented extracts
  --paper       measures nothing but "npm run print": a booklet of the language, and the memory of a run of everything
Prints a table and writes ${relative(ROOT, REPORT)}. Ends with 1 when a goal is missed.`;

type Options = ReturnType<typeof readCall>['values'];

function readCall() {
  return parseArgs({
    options: {
      only: { type: 'string', default: 'all' },
      dist: { type: 'string', default: 'dist' },
      lang: { type: 'string', default: 'ar' },
      runs: { type: 'string', default: '5' },
      times: { type: 'string', default: '1,10,100' },
      report: { type: 'boolean', default: false },
      streets: { type: 'boolean', default: false },
      paper: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

async function bench() {
  const { values } = parseCall(HELP, readCall);
  if (values.help) return console.log(HELP);
  if (values.streets) return benchStreets();
  if (values.paper) return benchPaper(values.lang);
  const parts = values.report ? [] : someOf('--only', values.only, PARTS);
  for (const part of parts) await measure(part, values);
  const results = readResults(KEPT);
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, reportOf(results, CHAPTERS));
  const figures = PARTS.flatMap((part) => results[part]?.figures ?? []);
  console.log(tableOf(figures));
  if (figures.some((figure) => verdict(figure) === 'no')) process.exitCode = 1;
}

/** Each part is kept as soon as it is measured: the next one may take long, or be interrupted. */
async function measure(part: Part, values: Options) {
  console.error(CHAPTERS[part].title);
  const task = tasks[part];
  if (task.kind === 'node') return keepResult(KEPT, part, await task.run(values), '');
  const browser = await openBrowser(task.flags);
  try {
    keepResult(KEPT, part, await task.run({ ...values, browser }), `Chromium ${browser.version()}`);
  } finally {
    await browser.close();
  }
}

type Task =
  | { kind: 'node'; run: (values: Options) => Promise<Figure[]> | Figure[] }
  | { kind: 'browser'; flags?: string[]; run: (values: Options & { browser: Browser }) => Promise<Figure[]> };

/** Without a graphics card WebGL has to be told to draw by the processor. */
const SOFTWARE = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const ofPages = ({ browser, dist, lang, runs }: Options & { browser: Browser }) => ({
  browser,
  dist: resolve(dist),
  lang,
  runs: Number(runs),
});

const tasks: Record<Part, Task> = {
  load: { kind: 'browser', run: (values) => firstLoads(ofPages(values)) },
  times: { kind: 'browser', run: (values) => paintTimes(ofPages(values)) },
  offline: { kind: 'browser', run: (values) => offlineTimes({ ...ofPages(values), langs: LANGS }) },
  words: { kind: 'node', run: ({ dist }) => languageWeights(resolve(dist)) },
  updates: { kind: 'node', run: () => updateCosts(LANGS) },
  build: { kind: 'node', run: ({ times }) => buildGrowth(CACHE, times.split(',').map(Number), MANY) },
  search: { kind: 'browser', run: search },
  memory: { kind: 'browser', run: (values) => pageMemory(ofPages(values)) },
  map: { kind: 'browser', flags: SOFTWARE, run: map },
};

/** The site with so many times the places stays, for search to be measured on it. */
const MANY = 10;

async function search(values: Options & { browser: Browser }): Promise<Figure[]> {
  const { browser, dist, runs } = ofPages(values);
  const many = siteOf(CACHE, MANY);
  const own = await searchIn(browser, dist, { runs });
  console.log(`${searchTable(own)}\n`);
  const withMany = existsSync(many) ? await searchIn(browser, many, { runs: 1, langs: LANGS }) : [];
  return [...searchFigures(own, 1), ...searchFigures(withMany, MANY)];
}

async function searchIn(browser: Browser, dist: string, more: { runs: number; langs?: readonly string[] }) {
  const site = await startSiteServer({ dist, quality: 5 });
  const measured = await measureSearch(browser, site, { dist, queries: QUERIES, slowerCpu: SLOWER_CPU, ...more });
  await site.close();
  return measured;
}

async function map(values: Options & { browser: Browser }): Promise<Figure[]> {
  const { browser, dist, lang } = ofPages(values);
  const site = await startSiteServer({ dist, quality: 5 });
  const { opened, longestTask } = await measureMap(browser, site, { lang, slowerCpu: SLOWER_CPU });
  await site.close();
  return [
    { what: 'fetched with the tap (gzip)', value: mapWeight(dist), unit: 'KB', goal: GOAL.map },
    { what: 'from the tap to the first picture', value: opened, unit: 'ms' },
    { what: 'longest task in 5 s of dragging', value: longestTask, unit: 'ms', goal: GOAL.mapTask },
  ];
}

await runCommand(bench);
