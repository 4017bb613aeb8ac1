/** How well and how fast search finds what people type, on a page of a phone whose processor is slowed. */
import type { Browser, Page } from '@playwright/test';
import type { Lang } from '../guide/types.ts';
import { type QueryResult, readFindables, readQueries, runQueries } from '../pipeline/search-queries.ts';
import type { Site } from '../pipeline/site-server.ts';
import { type Figure, median } from './bench-figures.ts';

export interface SearchFigures {
  lang: Lang;
  results: QueryResult[];
  /** Milliseconds: the index made of the pages, an answer shown (median and slowest). */
  index: number;
  answer: number;
  slowest: number;
}

interface Options {
  dist: string;
  queries: string;
  slowerCpu: number;
  runs: number;
  /** All that have queries, when none are named. */
  langs?: readonly Lang[];
}

export async function measureSearch(browser: Browser, site: Site, options: Options): Promise<SearchFigures[]> {
  const figures: SearchFigures[] = [];
  for (const [lang, queries] of Object.entries(readQueries(options.queries))) {
    if (options.langs && !options.langs.includes(lang)) continue;
    const typed = queries.map(({ type }) => type);
    const runs: Times[] = [];
    for (let run = 0; run < options.runs; run++)
      runs.push(await timeSearch(browser, site.url(`${lang}/search/`), typed, options));
    const answers = runs.flatMap((times) => times.answers);
    const results = runQueries(readFindables(options.dist, lang), queries);
    figures.push({
      lang,
      results,
      index: median(runs.map(({ index }) => index)),
      answer: median(answers),
      slowest: Math.max(...answers),
    });
  }
  return figures;
}

interface Times {
  index: number;
  answers: number[];
}

async function timeSearch(browser: Browser, url: string, typed: readonly string[], { slowerCpu }: Options): Promise<Times> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerCpu });
  await page.getByRole('searchbox').focus();
  const index = (await page.evaluate(INDEX_TIME)) as number;
  const answers = await timeAnswers(page, typed);
  await context.close();
  return { index, answers };
}

/** The page says when it begins to make its index and when it is done. */
const INDEX_TIME = `new Promise((tell) => {
  const at = (mark) => performance.getEntriesByName(mark)[0]?.startTime;
  const look = () => (at('search-ready') ? tell(at('search-ready') - at('search-read')) : setTimeout(look, 50));
  look();
})`;

/** The box answers within the event, so the time that the event takes is that of the answer. */
const timeAnswers = (page: Page, typed: readonly string[]) =>
  page.evaluate(`${JSON.stringify(typed)}.map((text) => {
    const input = document.querySelector('.search input');
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event('input'));
    return performance.now() - start;
  })`) as Promise<number[]>;

const BUDGET = {
  /** Milliseconds until the index is made. */
  index: 100,
  /** A frame. */
  answer: 16,
  /** Of 100 queries. */
  missed: 5,
};

/** `times`: how many times the places there are; what is found is judged at the guide's own number only. */
export function searchFigures(measured: readonly SearchFigures[], times: number): Figure[] {
  const results = measured.flatMap((one) => one.results);
  const missed = (100 * results.filter(({ passed }) => !passed).length) / results.length;
  const judged = times === 1;
  return [
    ...(judged
      ? [{ what: `queries missed, of ${results.length}`, value: missed, unit: 'of 100' as const, goal: BUDGET.missed }]
      : []),
    ...measured.flatMap(({ lang, index, answer, slowest }): Figure[] => [
      { what: `index made, places x ${times}: ${lang}`, value: index, unit: 'ms', ...(judged && { goal: BUDGET.index }) },
      {
        what: `answer, places x ${times}: ${lang}`,
        value: answer,
        unit: 'ms',
        ...(judged && { goal: BUDGET.answer }),
        note: `slowest ${ms(slowest)}`,
      },
    ]),
  ];
}

/** One line per language, and what was not found. */
export function searchTable(figures: readonly SearchFigures[]): string {
  const all = figures.flatMap(({ results }) => results);
  const rows = figures.map(({ lang, results, index, answer, slowest }) => [
    lang,
    ...counts(results),
    ms(index),
    ms(answer),
    ms(slowest),
  ]);
  const missed = figures.flatMap(({ lang, results }) =>
    results
      .filter(({ passed }) => !passed)
      .map(({ type, first, find }) => `${lang} "${type}": ${first.join(' ') || 'nothing'}, not ${find.join(' or ')}`),
  );
  const table = [['search', 'queries', 'passed', 'percent', 'index', 'answer', 'slowest'], ...rows, ['all', ...counts(all)]];
  return [...table.map((cells) => cells.map((cell) => cell.padStart(9)).join('')), ...missed].join('\n');
}

function counts(results: readonly QueryResult[]): string[] {
  const passed = results.filter((result) => result.passed).length;
  return [String(results.length), String(passed), ((100 * passed) / results.length).toFixed(1)];
}

const ms = (time: number) => `${Math.round(time)} ms`;
