/** The laboratory's bench: every fault, so many times, several side by side. Called by `npm run faults` (src/cli/faults.ts). */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserVersion } from './browser.ts';
import type { Fault } from './fault.ts';
import { type Lane, openLane } from './lane.ts';
import { fingerprint, type GuideName, makeReleases, type Release } from './releases.ts';
import { reportOf } from './report.ts';
import { keepState, type Result, readState, resume, type State } from './state.ts';
import { shows } from './tell.ts';

/** Trials side by side: most of their time they wait. */
const LANES = 6;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    trial: { type: 'string' },
    whole: { type: 'boolean', default: false },
    release: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
  },
});
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
const amount = values.release ? 'release' : 'ci';
/** A single trial is looked at again, whatever was counted before. */
const isCounted = values.release && values.trial === undefined;

// Whoever started it is gone: killed, or the machine goes down. What was run is on disk.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();

const all = await readFaults();
if (values.report) writeReport(readState(seed));
else await attack(chosenFaults(values.only));

async function attack(faults: readonly Fault[]): Promise<void> {
  console.log(`faults: seed ${seed}`);
  const guides = await makeGuides(faults);
  const state: State = isCounted ? readState(seed) : { seed, results: {} };
  const browser = await browserVersion();
  for (const fault of faults) state.results[fault.name] = resultFor(fault, state.results[fault.name], { browser, guides });
  const broken = await runTrials(faults, guides, state);
  if (isCounted) writeReport(state);
  tellEnd(faults, state, broken);
}

async function readFaults(): Promise<Fault[]> {
  const folder = join(import.meta.dirname, 'kinds');
  const modules = readdirSync(folder)
    .sort()
    .map((file) => import(join(folder, file)) as Promise<{ fault: Fault }>);
  return (await Promise.all(modules)).map(({ fault }) => fault);
}

function chosenFaults(only: string | undefined): Fault[] {
  const names = only?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((fault) => fault.name === name));
  if (unknown.length) {
    console.error(`--only: there is no fault ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  return all.filter(({ name, trials }) => names.includes(name) && (only !== undefined || trials[amount] !== 0));
}

type Guides = ReadonlyMap<GuideName, readonly Release[]>;

/** Of each guide that is attacked, as many releases as the faults need. */
async function makeGuides(faults: readonly Fault[]): Promise<Guides> {
  const guides = new Map<GuideName, readonly Release[]>();
  for (const name of new Set(faults.map(guideOf))) {
    const needed = faults.filter((fault) => guideOf(fault) === name).map(({ releases }) => releases?.[amount] ?? 2);
    guides.set(name, await makeReleases(name, Math.max(...needed), (line) => console.log(line)));
  }
  return guides;
}

function guideOf({ guide = 'tiny' }: Fault): GuideName {
  return guide;
}

function resultFor(fault: Fault, old: Result | undefined, { browser, guides }: { browser: string; guides: Guides }): Result {
  const name = guideOf(fault);
  const trials = fault.trials[amount];
  const planned = typeof trials === 'number' ? trials : trials(guides.get(name) ?? []);
  const day = new Date().toISOString().slice(0, 10);
  const result = resume(old, { guide: `${name}-${fingerprint(name)}`, browser, planned, commit: commit(), day });
  if (old && !result.done.length && old.done.length)
    console.log(`${fault.name}: the guide or the browser is another than before, so its ${old.done.length} trials are run anew`);
  return result;
}

/** With a plus where something was changed since. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') ? '+' : '');
  } catch {
    return 'unknown';
  }
}

interface Job {
  fault: Fault;
  number: number;
  /** Which part of the fault's trials lies before it: 0 to 1. */
  place: number;
}

/** All faults advance alike, so that a run that is cut off says something of each; and those that mostly wait do so beside others. */
function jobsOf(faults: readonly Fault[], { results }: State): Job[] {
  const jobs = faults.flatMap((fault) => {
    const { planned = 0, done = [] } = results[fault.name] ?? {};
    const numbers = values.trial === undefined ? [...Array(planned).keys()] : [Number(values.trial)];
    const left = numbers.filter((number) => !done.includes(number));
    return left.map((number) => ({ fault, number, place: number / planned }));
  });
  return jobs.sort((a, b) => a.place - b.place);
}

/** Trials that could not be run, each in one line. */
async function runTrials(faults: readonly Fault[], guides: Guides, state: State): Promise<string[]> {
  const jobs = jobsOf(faults, state);
  const broken: string[] = [];
  const tell = shows(faults, state, jobs.length);
  /** Asked to stop, it ends the trials that are under way and writes down what was run. */
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      stopping = true;
    });
  const work = async () => {
    const lane = await openLane();
    for (let job = jobs.shift(); job && !stopping; job = jobs.shift()) {
      const problem = await runJob(lane, job, guides, state);
      if (problem) tell.line(problem.told);
      if (problem?.isBroken) broken.push(problem.told);
      tell.progress();
    }
    await lane.end();
  };
  await Promise.all(Array.from({ length: Math.min(LANES, jobs.length) }, work));
  tell.end();
  return broken;
}

/** Counts the trial, unless it could not be run: then it is left for the next time. */
async function runJob(lane: Lane, { fault, number }: Job, guides: Guides, state: State) {
  const start = performance.now();
  const result = state.results[fault.name] as Result;
  const again = `      again: npm run faults -- --only ${fault.name} --seed ${seed} --trial ${number}${values.whole ? ' --whole' : ''}${values.release ? ' --release' : ''}`;
  try {
    const releases = guides.get(guideOf(fault)) ?? [];
    const loss = await lane.run({ fault, number, seed, thorough: values.release, releases });
    if (loss) result.losses.push(`${fault.name} ${number}: ${loss}`);
    result.seconds += (performance.now() - start) / 1000;
    result.done.push(number);
    if (isCounted) keepState(state);
    return loss ? { told: `LOST  ${fault.name}: ${loss}\n${again}`, isBroken: false } : undefined;
  } catch (error) {
    return { told: `NOT RUN  ${fault.name}: ${error instanceof Error ? error.stack : error}\n${again}`, isBroken: true };
  }
}

function tellEnd(faults: readonly Fault[], { results }: State, broken: readonly string[]): void {
  const lossesOf = (chosen: readonly Fault[]) => chosen.flatMap(({ name }) => results[name]?.losses ?? []).length;
  const lost = lossesOf(faults.filter(({ open }) => !open));
  const known = lossesOf(faults.filter(({ open }) => open));
  const parts = [
    lost ? `${lost} lost` : 'nothing lost',
    known ? `beside ${known} of a known kind` : '',
    broken.length ? `${broken.length} trials could not be run` : '',
  ];
  console.log(parts.filter(Boolean).join(', '));
  if (lost || broken.length) process.exitCode = 1;
}

function writeReport(state: State): void {
  const file = join(import.meta.dirname, 'REPORT.md');
  writeFileSync(file, reportOf(all, state));
  console.log('written: tests/faults/REPORT.md');
}
