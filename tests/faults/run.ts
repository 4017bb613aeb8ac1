/** The laboratory's bench: every fault, so many times, one line each. Called by `npm run faults` (src/cli/faults.ts). */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { newProfile, type RunningBrowser, removeProfile, setTrap, startBrowser } from './browser.ts';
import { beginTrial, type Fault, Loss } from './fault.ts';
import { startHost } from './host.ts';
import { random } from './random.ts';
import { CACHE, makeReleases, type Release } from './releases.ts';
import { type Result, writeReport } from './report.ts';

/** Milliseconds. A trial that takes longer has got stuck, and a guide that gets stuck is a loss as well. */
const LONGEST = 240_000;
/** Trials side by side: most of their time they wait. */
const LANES = 3;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string' },
    trial: { type: 'string' },
    release: { type: 'boolean', default: false },
  },
});

const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000));
const all = await readFaults();
const faults = chosenFaults(values.only);
console.log(`faults: seed ${seed}`);
const amount = values.release ? 'release' : 'ci';
const needed = Math.max(2, ...faults.map(({ releases: of }) => of?.[amount] ?? 2));
const releases = await makeReleases(needed, '/', (line) => console.log(line));
const trap = await setTrap();
const profile = newProfile();
let shared = await startBrowser(profile, trap);
const stateFile = join(CACHE, `state-${seed}.json`);
/** A single trial is looked at again, whatever was counted before. */
const isCounted = values.release && values.trial === undefined;
const state = isCounted ? readState() : { key: '', results: {} };
/** Asked to stop, it ends the trials that are under way and writes down what was run. */
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    stopping = true;
  });
try {
  for (const fault of faults) if (!stopping) await runFault(fault);
  if (isCounted)
    writeReport(join(import.meta.dirname, 'REPORT.md'), { seed, browser: shared.version, faults: all, results: state.results });
} finally {
  await shared.kill();
  removeProfile(profile);
  trap.end();
}
const lost = faults.filter(({ open }) => !open).flatMap(({ name }) => state.results[name]?.losses ?? []);
const known = faults.filter(({ open }) => open).flatMap(({ name }) => state.results[name]?.losses ?? []);
console.log(
  (lost.length ? `${lost.length} lost` : 'nothing lost') + (known.length ? `, beside ${known.length} of a known kind` : ''),
);
if (lost.length) process.exitCode = 1;

async function readFaults(): Promise<Fault[]> {
  const folder = join(import.meta.dirname, 'kinds');
  const modules = readdirSync(folder)
    .sort()
    .map((file) => import(join(folder, file)) as Promise<{ fault: Fault }>);
  const faults = (await Promise.all(modules)).map(({ fault }) => fault);
  return faults.sort((a, b) => Number(b.name === 'control') - Number(a.name === 'control'));
}

function chosenFaults(only: string | undefined): Fault[] {
  const names = only?.split(',') ?? all.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((fault) => fault.name === name));
  if (unknown.length) {
    console.error(`--only: there is no fault ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  return all.filter(({ name }) => names.includes(name));
}

interface State {
  /** Of what was attacked; numbers of another build say nothing of this one. */
  key: string;
  results: Record<string, Result>;
}

function readState(): State {
  const key = `${releases[0]?.folder} ${shared.version}`;
  const old = existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, 'utf8')) as State) : undefined;
  return old?.key === key ? old : { key, results: {} };
}

function keepState(): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(stateFile, JSON.stringify(state));
}

async function runFault(fault: Fault): Promise<void> {
  const count = fault.trials[amount];
  const numbers = values.trial === undefined ? [...Array(count).keys()] : [Number(values.trial)];
  const result = state.results[fault.name] ?? { done: [], losses: [], seconds: 0 };
  state.results[fault.name] = result;
  const left = numbers.filter((number) => !result.done.includes(number));
  const lane = async () => {
    for (let number = left.shift(); number !== undefined && !stopping; number = left.shift())
      await runAndTell(fault, number, result);
  };
  await Promise.all(Array.from({ length: fault.alone ? 1 : LANES }, lane));
  const open = fault.open && result.losses.length ? ` known: ${fault.open}` : '';
  const line = `${result.done.length} trials, ${result.losses.length} lost`;
  console.log(`${clear()}${fault.name.padEnd(26)} ${line.padEnd(24)} ${result.seconds.toFixed(0).padStart(5)} s${open}`);
}

async function runAndTell(fault: Fault, number: number, result: Result): Promise<void> {
  const start = performance.now();
  // What is no loss is our own trouble, a browser that did not start on a busy machine: tried once more.
  const loss = await runTrial(fault, number).catch(() => runTrial(fault, number));
  result.seconds += (performance.now() - start) / 1000;
  result.done.push(number);
  if (loss) {
    result.losses.push(`${fault.name} ${number}: ${loss}`);
    console.log(
      `${clear()}LOST  ${fault.name}: ${loss}\n      again: npm run faults -- --only ${fault.name} --seed ${seed} --trial ${number}${values.release ? ' --release' : ''}`,
    );
  }
  if (isCounted) keepState();
  showBar(fault, result);
}

function showBar({ name, trials }: Fault, { done: { length: done } }: Result): void {
  if (!process.stdout.isTTY) return;
  const of = trials[amount];
  const full = '#'.repeat(Math.round((30 * done) / of)).padEnd(30);
  process.stdout.write(`\r${name.padEnd(26)} [${full}] ${done} of ${of}`);
}

function clear(): string {
  return process.stdout.isTTY ? '\r\x1b[2K' : '';
}

/** What was lost, or undefined. */
async function runTrial(fault: Fault, number: number): Promise<string | undefined> {
  const host = await startHost(releases[0] as Release);
  const chance = { number, thorough: values.release, random: random(seed, fault.name, number) };
  const { trial, notes, end } = beginTrial({ host, trap, releases }, chance, shared);
  try {
    await inTime(fault.run(trial));
    return undefined;
  } catch (error) {
    if (!(error instanceof Loss)) throw error;
    return [...notes, error.message].join(' | ');
  } finally {
    await end();
    await host.end();
    shared = await stillThere(shared);
  }
}

function inTime(work: Promise<void>): Promise<void> {
  const stuck = new Promise<never>((_, give) => {
    setTimeout(() => give(new Loss(`did not come to an end within ${LONGEST / 1000} s`)), LONGEST).unref();
  });
  return Promise.race([work, stuck]);
}

/** A browser that broke down by itself is replaced. */
async function stillThere(running: RunningBrowser): Promise<RunningBrowser> {
  return running.browser.isConnected() ? running : startBrowser(newProfile(), trap);
}
