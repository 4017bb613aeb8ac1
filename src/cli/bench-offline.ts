/** What it takes until a whole language is on the phone, and how that compares with its bare words. */
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { packListUrl } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';
import { startSiteServer } from '../pipeline/site-server.ts';
import { builtLanguages, fileWeight, keptByWorker, languageWeight, readPackList } from '../pipeline/site-weight.ts';
import { type Figure, median } from './bench-figures.ts';
import { LINE, PHONE } from './bench-phone.ts';

export interface OfflineOptions {
  browser: Browser;
  dist: string;
  /** Whose time is taken. */
  langs: readonly Lang[];
  runs: number;
}

const GOAL = {
  /** Milliseconds. */
  ready: 8000,
  /** Times the bare words. */
  ratio: 1.6,
};

/** The line is slowed by the server, so that the service worker's own requests are slowed as well. */
export async function offlineTimes({ browser, dist, langs, runs }: OfflineOptions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const lang of langs) {
    const visits: Visit[] = [];
    for (let run = 0; run < runs; run++) visits.push(await firstVisit(browser, dist, lang));
    const middle = (key: keyof Visit) => median(visits.map((visit) => visit[key]));
    figures.push(
      { what: `kept after opening /${lang}/`, value: middle('time'), unit: 'ms', goal: GOAL.ready },
      {
        what: `sent until then: ${lang}`,
        value: middle('bytes'),
        unit: 'KB',
        note: 'the page, its scripts and all answers with their headers',
      },
      { what: `asked until then: ${lang}`, value: middle('requests'), unit: 'requests' },
    );
  }
  return figures;
}

interface Visit {
  time: number;
  bytes: number;
  requests: number;
}

async function firstVisit(browser: Browser, dist: string, lang: Lang): Promise<Visit> {
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
  return { time, bytes, requests: site.requests.length };
}

/** Bytes of files, without headers. */
export const languageWeights = (dist: string): Figure[] =>
  builtLanguages(dist).flatMap((lang) => {
    const parts = partsOf(dist, lang);
    const kept = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const { words } = languageWeight(dist, lang);
    const note = parts.map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(1)}`).join(', ');
    return [
      { what: `kept: ${lang}`, value: kept, unit: 'KB', note },
      {
        what: `times its bare words: ${lang}`,
        value: kept / words,
        unit: 'times',
        goal: GOAL.ratio,
        note: `${(words / 1024).toFixed(1)} KB of words`,
      },
    ] satisfies Figure[];
  });

/** What is kept, by what it is for; what comes first names a file. */
const KINDS: readonly [name: string, pattern: RegExp][] = [
  ['guide in one file', /^(assets\/pass-on|packs\/[^/]+\/file)-/],
  ['pages', /^packs\/[^/]+\/.*\.json$/],
  ['what stands around them', /^packs\/[^/]+\/shell/],
  ['list of files', /^packs\/[^/]+\.json$/],
  ['worker', /^sw\.js$/],
  ['scripts', /\.js$/],
  ['other', /./],
];

function partsOf(dist: string, lang: Lang): { name: string; bytes: number }[] {
  const own = readPackList(dist, lang).files.map(({ url }) => url);
  const files = [...new Set(['sw.js', ...keptByWorker(dist), packListUrl(lang), ...own])];
  const kindOf = (file: string) => KINDS.find(([, pattern]) => pattern.test(file))?.[0];
  return KINDS.map(([name]) => ({
    name,
    bytes: files.filter((file) => kindOf(file) === name).reduce((sum, file) => sum + fileWeight(join(dist, file)), 0),
  }));
}
