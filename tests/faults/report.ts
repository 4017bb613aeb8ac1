/** What a release run found, as a page that can be read by people who decide whether to trust the guide. */
import { writeFileSync } from 'node:fs';
import type { Fault } from './fault.ts';

export interface Result {
  /** Numbers of the trials that came to an end. */
  done: number[];
  /** Each in one line, with the number of its trial. */
  losses: string[];
  seconds: number;
}

interface Run {
  seed: string;
  browser: string;
  faults: readonly Fault[];
  results: Readonly<Record<string, Result>>;
}

const NOT_TESTED = [
  'real phones: Android WebView, Samsung, UC, Opera, KaiOS and iOS; no device was tried',
  'Firefox and Safari: other engines keep and lose things in other ways',
  'a real radio that comes and goes, real captive portals, real shortage of storage, Safari throwing things away after seven days',
  'the whole guide: the builds under attack are a tiny one of the same code in three languages',
];

export function writeReport(file: string, run: Run): void {
  writeFileSync(file, reportOf(run, new Date().toISOString().slice(0, 10)));
}

/** `date` is that of the run: `2026-11-22`. */
export function reportOf({ seed, browser, faults, results }: Run, date: string): string {
  const rows = faults.map(({ name, says, open, historic = [] }) => {
    const { done, losses } = results[name] ?? { done: [], losses: [] };
    return `| \`${name}\` | ${says} | ${done.length || 'not run'} | ${losses.length}${open ? ` (known: ${open})` : ''} | ${bound(done.length, losses.length)} | ${historic.join(', ')} |`;
  });
  const losses = faults.flatMap(({ name }) => results[name]?.losses ?? []);
  return `# Nothing lost: what was tried

Chromium ${browser}, seed ${seed}, ${date}. Written by \`npm run faults -- --release --seed ${seed}\`.

After each fault the server is stopped, and then: every page that is said to be kept opens, all its bytes are of one release, the line on the page tells the truth, no other host was asked, no error went uncaught; and with the fault gone, the newest release is whole within three starts. One failure of that is a loss. No loss in N trials means, with 95 % confidence, less than 3/N of such events lose anything.

| fault | what is done | trials | losses | bound | failures of others that it repeats |
|---|---|---|---|---|---|
${rows.join('\n')}

${losses.length ? `## What was lost\n\n${losses.map((loss) => `- ${loss}`).join('\n')}\n\n` : ''}## What was not tested

${NOT_TESTED.map((line) => `- ${line}`).join('\n')}
`;
}

/** @example bound(600, 0) -> '< 0.5 %'; a loss leaves nothing to be bounded this way */
export const bound = (trials: number, losses: number): string =>
  losses || !trials ? '-' : `< ${Number(Math.min(100, 300 / trials).toPrecision(2))} %`;
