/** `npm run attack`: breaks what a build is made of, kills it, takes its disk away, and sees whether it stays calm (tests/attack). */
import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showProgress } from '../pipeline/progress.ts';
import { CallFault, parseCall, runCommand, someOf } from './call.ts';

const KINDS = {
  files: { release: 10_000, batch: 50, patience: 60_000, about: 'the real content and words broken in thousands of ways' },
  kills: { release: 500, batch: 25, patience: 900_000, about: 'builds killed at any moment' },
  disk: { release: 48, batch: 12, patience: 900_000, about: 'full disks, and folders that can only be read' },
  together: { release: 100, batch: 25, patience: 900_000, about: '2 to 8 builds into one folder at once' },
  same: { release: 16, batch: 8, patience: 900_000, about: 'a tiny guide built elsewhere, on other terms' },
  'same-real': { release: 16, batch: 8, patience: 900_000, about: 'so the real guide' },
} as const;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as Kind[];

const HELP = `npm run attack -- [--kind NAME,NAME] [--count N] [--seed WORD] [--from N] [--jobs N]
  --kind    what is attacked, or all (files):
${NAMES.map((name) => `              ${name.padEnd(10)} ${KINDS[name].about} (${KINDS[name].release})`).join('\n')}
  --count   how many trials of each; without it the number in brackets
  --seed    the same word makes the same trials (1)
  --from    the first trial: --from 4711 --count 1 makes one again that was told (0)
  --jobs    how many at a time (as many as there are processors)
Cut off, it tells what it found so far, and how to go on.
Ends with 1 when a promise was broken: a build threw, took too long, changed what it should not, lost a site, left something
lying about, or told an editor something useless.`;

const ROOT = resolve(import.meta.dirname, '../..');
const RUNNER = join(ROOT, 'tests/attack/run.ts');
/** Of all that broke the promise in the same way, so many are told. */
const TOLD = 3;

/** As tests/attack/trial.ts says it. */
interface Trial {
  number: number;
  what: string;
  outcome: string;
  milliseconds: number;
  faults: readonly string[];
}
type Report = { begun: number } | { trial: Trial } | { ended: true };

/** The trials of one kind that were asked for, and those that are done. */
interface Run {
  kind: Kind;
  seed: string;
  from: number;
  count: number;
  jobs: number;
  trials: Trial[];
}

/** What is under way. */
let running: Run | undefined;
let isStopping = false;

async function attack(given: string[]) {
  const { values } = parseCall(HELP, () =>
    parseArgs({
      args: given,
      options: {
        kind: { type: 'string', default: 'files' },
        count: { type: 'string' },
        seed: { type: 'string', default: '1' },
        from: { type: 'string', default: '0' },
        jobs: { type: 'string', default: String(availableParallelism()) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) return console.log(HELP);
  const [from, jobs] = [wholeNumber('from', values.from), Math.max(1, wholeNumber('jobs', values.jobs))];
  for (const kind of someOf('--kind', values.kind, NAMES)) {
    const count = values.count === undefined ? KINDS[kind].release : wholeNumber('count', values.count);
    running = { kind, seed: values.seed, from, count, jobs, trials: [] };
    await runAll(running);
    if (isStopping) return;
    summarize(running);
  }
}

function wholeNumber(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new CallFault(`--${option} ${given}: write a whole number.`);
}

async function runAll({ kind, seed, from, count, jobs, trials }: Run): Promise<void> {
  const progress = showProgress(process.stdout);
  const onDone = progress.step(`${count} of ${kind}, seed ${seed}`);
  const end = from + count;
  // What they have in common takes longer to make than a trial.
  const batch = Math.min(KINDS[kind].batch, Math.ceil(count / jobs));
  let next = from;
  const work = async () => {
    while (next < end && !isStopping) {
      const [first, after] = [next, Math.min(end, (Math.floor(next / batch) + 1) * batch)];
      next = after;
      await runSome({ kind, seed, from: first, to: after }, (trial) => {
        trials.push(trial);
        onDone(trials.length / count);
        tellOnTheWay({ kind, seed, trials }, trial);
      });
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  progress.end();
}

/** A run takes hours: what is found is told at once, and in a log how far it is. */
function tellOnTheWay({ kind, seed, trials }: Pick<Run, 'kind' | 'seed' | 'trials'>, { number, faults }: Trial) {
  if (faults[0]) console.log(`\nbroken: ${again({ kind, seed }, number, 1)}\n  ${faults[0].slice(0, 500)}`);
  if (!process.stdout.isTTY && trials.length % 250 === 0) console.log(`${trials.length} done`);
}

interface Errand {
  kind: Kind;
  seed: string;
  from: number;
  to: number;
}

/** In a process of their own: one that hangs is ended, told, and the rest go on. */
async function runSome(errand: Errand, onTrial: (trial: Trial) => void): Promise<void> {
  for (let from = errand.from; from < errand.to; ) {
    const stuck = await runUntilStuck({ ...errand, from }, onTrial);
    if (stuck === undefined || isStopping) return;
    const { patience } = KINDS[errand.kind];
    onTrial({ number: stuck, what: 'see --from', outcome: 'without an end', milliseconds: patience, faults: ['never ended'] });
    from = stuck + 1;
  }
}

const children = new Set<ChildProcess>();
/** All that the processes write is below it, so that it goes with them, however they end. */
const temp = mkdtempSync(join(tmpdir(), 'guide-attack-'));
// Builds that lack rights are started by somebody else.
chmodSync(temp, 0o755);
process.once('exit', () => rmSync(temp, { recursive: true, force: true }));

/** The number of the trial that hung or took the process with it; undefined when all ended. */
function runUntilStuck(errand: Errand, onTrial: (trial: Trial) => void): Promise<number | undefined> {
  const child = fork(RUNNER, {
    execArgv: ['--import', 'tsx'],
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, TMPDIR: temp },
  });
  children.add(child);
  let current = errand.from;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(child), KINDS[errand.kind].patience);
  };
  watch();
  child.on('message', (report: Report) => {
    watch();
    if ('begun' in report) current = report.begun;
    else if ('trial' in report) onTrial(report.trial);
    else ended = true;
  });
  child.send(errand);
  return new Promise((done) => {
    child.once('exit', () => {
      clearTimeout(timer);
      children.delete(child);
      done(ended ? undefined : current);
    });
  });
}

/** It takes its builds with it, unless it hears nothing any more. */
function end(child: ChildProcess) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 5000).unref();
}

function summarize({ kind, seed, trials }: Run) {
  const done = [...trials].sort((a, b) => a.number - b.number).filter(({ outcome }) => !outcome.startsWith('skipped'));
  console.log(`${trials.length} of ${kind}${trials.length ? `: ${countOutcomes(trials)}` : ''}.`);
  if (kind === 'files' && done.length) console.log(`Reading one took ${timesOf(done)}.`);
  const faults = done.flatMap((trial) => trial.faults.map((fault) => ({ fault, trial })));
  const kindOf = (fault: string) => fault.replace(/\d+/g, '#').slice(0, 50);
  for (const same of new Set(faults.map(({ fault }) => kindOf(fault)))) {
    const alike = faults.filter(({ fault }) => kindOf(fault) === same);
    console.log(`\n${alike.length} times:`);
    for (const { fault, trial } of alike.slice(0, TOLD))
      console.log(`  ${again({ kind, seed }, trial.number, 1)}: ${trial.what}\n    ${fault}`);
  }
  if (faults.length) console.log(`\n${faults.length} broken promises.`);
  else if (done.length) console.log(`No broken promise: at 95 % fewer than ${bound(done.length)} of 100 trials break one.`);
  if (faults.length) process.exitCode = 1;
}

/** @example '6100 still a guide, 3900 refused' */
const countOutcomes = (trials: readonly Trial[]) =>
  [...new Set(trials.map(({ outcome }) => outcome))]
    .map((outcome) => `${trials.filter((trial) => trial.outcome === outcome).length} ${outcome}`)
    .join(', ');

function timesOf(trials: readonly Trial[]): string {
  const times = trials.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  return `${at(0.5)} ms in the middle, ${at(0.99)} ms for 99 of 100, ${at(1)} ms at most`;
}

/** How trials are called for by themselves. */
const again = ({ kind, seed }: Pick<Run, 'kind' | 'seed'>, from: number, count: number) =>
  `npm run attack -- ${kind === 'files' ? '' : `--kind ${kind} `}--seed ${seed} --from ${from} --count ${count}`;

/** The rule of three: nothing found in N trials means less than 3/N. @example bound(10000) -> '0.03' */
const bound = (trials: number) => String(Number((300 / trials).toPrecision(2)));

/** Says what was found so far, and from where it goes on: what is done twice harms nothing. */
function tellRest(run: Run) {
  summarize(run);
  const done = new Set(run.trials.map(({ number }) => number));
  const after = run.from + run.count;
  let next = run.from;
  while (done.has(next)) next += 1;
  if (next < after) console.log(`\nStopped. To go on: ${again(run, next, after - next)}`);
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, async () => {
    isStopping = true;
    await Promise.all(
      [...children].map((child) => {
        end(child);
        return new Promise((ended) => child.once('exit', ended));
      }),
    );
    if (running) tellRest(running);
    process.exit(status);
  });
}

await runCommand(() => attack(process.argv.slice(2)));
