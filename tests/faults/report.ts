/** What a release run found, as a page that can be read by people who decide whether to trust the guide. */
import type { Fault } from './fault.ts';
import type { Result, State } from './state.ts';

const NOT_TESTED = [
  'real phones: Android WebView, Samsung, UC, Opera, KaiOS and iOS; no device was tried',
  'Firefox and Safari: other engines keep and lose things in other ways',
  'a real radio that comes and goes, real captive portals, real shortage of storage, Safari throwing things away after seven days',
  'the real guide under attack: it was saved and walked whole; the faults were done to a tiny one of the same code in three languages',
  'who may change what the host serves: the browser fetches the worker itself, so a host can replace the guide',
];

const EXPLAINED =
  'After each fault the server is stopped, and then: every page that is said to be kept opens, all its bytes are of one release, the line on the page tells the truth, no other host was asked, no error went uncaught; and with the fault gone, the newest release is whole within three starts. One failure of that is a loss. No loss in N trials means, with 95 % confidence, less than 3/N of such events lose anything.';

/** Also of a run that was cut off: of each fault it tells how many of its trials were run. */
export function reportOf(faults: readonly Fault[], { seed, results }: State): string {
  const run = faults.flatMap(({ name }) => results[name] ?? []);
  const rows = faults.map((fault) => row(fault, results[fault.name]));
  const losses = faults.flatMap(({ name }) => results[name]?.losses ?? []);
  return `# Nothing lost: what was tried

${headline(seed, run)}

${EXPLAINED}

| fault | what is done | trials run, of those planned | losses | bound | failures of others that it repeats |
|---|---|---|---|---|---|
${rows.join('\n')}

${losses.length ? `## What was lost\n\n${losses.map((loss) => `- ${loss}`).join('\n')}\n\n` : ''}## What was not tested

${[...NOT_TESTED, ...notRun(faults, results)].map((line) => `- ${line}`).join('\n')}
`;
}

function headline(seed: string, run: readonly Result[]): string {
  if (!run.length) return `Nothing was run yet with seed ${seed}.`;
  const days = [
    run.map(({ days }) => days[0]).sort()[0],
    run
      .map(({ days }) => days[1])
      .sort()
      .at(-1),
  ];
  const browsers = unique(run.map(({ browser }) => browser)).join(' and ');
  const commits = unique(run.flatMap(({ commits }) => commits)).join(', ');
  const [done, planned] = [sum(run.map(({ done }) => done.length)), sum(run.map(({ planned }) => planned))];
  const hours = sum(run.map(({ seconds }) => seconds)) / 3600;
  return [
    `Chromium ${browsers}, seed ${seed}, ${unique(days).join(' to ')}, commit ${commits}: ${done} of ${planned} trials (${hours.toFixed(1)} hours of trials, several side by side).`,
    `Written by \`npm run faults -- --release --seed ${seed}\`.`,
  ].join(' ');
}

function row({ name, says, open, historic = [], trials: { release } }: Fault, result: Result | undefined): string {
  const planned = result?.planned ?? (typeof release === 'number' ? release : 'some');
  const { done, losses } = result ?? { done: [], losses: [] };
  const known = open && losses.length ? ` (known: ${open})` : '';
  const cells = [
    `\`${name}\``,
    says,
    `${done.length} of ${planned}`,
    `${losses.length}${known}`,
    bound(done.length, losses.length),
  ];
  return `| ${[...cells, historic.join(', ')].join(' | ')} |`;
}

/** Counted among what was not tested. */
function notRun(faults: readonly Fault[], results: State['results']): string[] {
  const [none, part] = [[] as string[], [] as string[]];
  for (const { name } of faults) {
    const result = results[name];
    if (!result?.done.length) none.push(`\`${name}\``);
    else if (result.done.length < result.planned) part.push(`\`${name}\` (${result.planned - result.done.length} trials left)`);
  }
  const guides = unique(Object.values(results).map(({ guide }) => guide.replace(/-.*/, '')));
  const mixed = guides.filter(
    (guide) =>
      unique(
        Object.values(results)
          .map((one) => one.guide)
          .filter((one) => one.startsWith(guide)),
      ).length > 1,
  );
  const inShell = Object.values(results).some(({ browser }) => browser.startsWith('headless shell'));
  return [
    inShell
      ? 'the whole browser with its windows: its shell has the same engine and the same storage (`--whole` takes the whole one)'
      : '',
    none.length ? `faults that were not run at all: ${none.join(', ')}` : '',
    part.length ? `the rest of these: ${part.join(', ')}` : '',
    mixed.length ? 'one and the same build: the code changed between some of these faults' : '',
  ].filter(Boolean);
}

/** @example bound(600, 0) -> '< 0.5 %'; a loss leaves nothing to be bounded this way */
export const bound = (trials: number, losses: number): string =>
  losses || !trials ? '-' : `< ${Number(Math.min(100, 300 / trials).toPrecision(2))} %`;

const unique = <T>(items: readonly T[]) => [...new Set(items)];
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
