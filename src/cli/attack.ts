/** `npm run attack`: breaks the real content and words in thousands of ways and sees whether the build stays calm (tests/attack). */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showProgress } from '../pipeline/progress.ts';
import { CallFault, parseCall, runCommand } from './call.ts';

const HELP = `npm run attack -- [--count N] [--seed WORD] [--from N] [--jobs N]
  --count   how many broken guides are read (10000)
  --seed    the same word breaks the same files in the same way (1)
  --from    the first trial: --from 4711 --count 1 makes one again that was told (0)
  --jobs    how many at a time (as many as there are processors)
Ends with 1 when one of them threw, took more than 10 seconds, changed what it should not, or told an editor something useless.`;

const ROOT = resolve(import.meta.dirname, '../..');
const RUNNER = join(ROOT, 'tests/attack/run.ts');
/** Milliseconds after which a trial is given up; what took longer than 10 s but ended tells so itself. */
const PATIENCE = 60_000;
/** Of all that broke the promise in the same way, so many are told. */
const TOLD = 3;

/** As tests/attack/run.ts says it. */
interface Trial {
  number: number;
  file: string;
  mutations: readonly string[];
  outcome: 'guide' | 'problems';
  milliseconds: number;
  faults: readonly string[];
}
type Report = { begun: number } | { trial: Trial } | { ended: true };

async function attack(given: string[]) {
  const { values } = parseCall(HELP, () =>
    parseArgs({
      args: given,
      options: {
        count: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
        from: { type: 'string', default: '0' },
        jobs: { type: 'string', default: String(availableParallelism()) },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) return console.log(HELP);
  const [count, from, jobs] = [
    wholeNumber('count', values.count),
    wholeNumber('from', values.from),
    wholeNumber('jobs', values.jobs),
  ];
  const trials = await runAll(values.seed, { from, count, jobs: Math.max(1, jobs) });
  summarize(trials, values.seed);
}

function wholeNumber(option: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new CallFault(`--${option} ${given}: write a whole number.`);
}

/** Trials of one slice of the guide go together: cutting it takes longer than a trial. */
const AT_ONCE = 50;

async function runAll(seed: string, { from, count, jobs }: { from: number; count: number; jobs: number }): Promise<Trial[]> {
  const progress = showProgress(process.stdout);
  const onDone = progress.step(`${count} broken guides, seed ${seed}`);
  const trials: Trial[] = [];
  const end = from + count;
  let next = from;
  const work = async () => {
    while (next < end) {
      const [first, after] = [next, Math.min(end, (Math.floor(next / AT_ONCE) + 1) * AT_ONCE)];
      next = after;
      await runSome({ seed, from: first, to: after }, (trial) => {
        trials.push(trial);
        onDone(trials.length / count);
      });
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  progress.end();
  return trials.sort((a, b) => a.number - b.number);
}

interface Errand {
  seed: string;
  from: number;
  to: number;
}

/** In a process of their own: one that hangs is ended, told, and the rest go on. */
async function runSome(errand: Errand, onTrial: (trial: Trial) => void): Promise<void> {
  for (let from = errand.from; from < errand.to; ) {
    const stuck = await runUntilStuck({ ...errand, from }, onTrial);
    if (stuck === undefined) return;
    onTrial({
      number: stuck,
      file: 'see --from',
      mutations: [],
      outcome: 'problems',
      milliseconds: PATIENCE,
      faults: ['never ended'],
    });
    from = stuck + 1;
  }
}

const children = new Set<ChildProcess>();
/** All that the processes write is below it, so that it goes with them, however they end. */
const temp = mkdtempSync(join(tmpdir(), 'guide-attack-'));
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
    timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
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

function summarize(trials: readonly Trial[], seed: string) {
  const times = trials.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0);
  const whole = trials.filter(({ outcome }) => outcome === 'guide').length;
  console.log(`${trials.length} broken guides: ${whole} still a guide, ${trials.length - whole} refused.`);
  console.log(`Reading one took ${at(0.5)} ms in the middle, ${at(0.99)} ms for 99 of 100, ${at(1)} ms at most.`);
  const faults = trials.flatMap((trial) => trial.faults.map((fault) => ({ fault, trial })));
  const kindOf = (fault: string) => fault.replace(/\d+/g, '#').slice(0, 50);
  for (const kind of new Set(faults.map(({ fault }) => kindOf(fault)))) {
    const same = faults.filter(({ fault }) => kindOf(fault) === kind);
    console.log(`\n${same.length} times:`);
    for (const { fault, trial } of same.slice(0, TOLD))
      console.log(
        `  --seed ${seed} --from ${trial.number} --count 1: ${trial.mutations.join(' and ')} in ${trial.file}\n    ${fault}`,
      );
  }
  console.log(
    faults.length
      ? `\n${faults.length} broken promises.`
      : `No broken promise: at 95 % fewer than ${bound(trials.length)} of 100 inputs break one.`,
  );
  if (faults.length) process.exitCode = 1;
}

/** The rule of three: nothing found in N trials means less than 3/N. @example bound(10000) -> '0.03' */
const bound = (trials: number) => String(Number((300 / trials).toPrecision(2)));

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGKILL');
    process.exit(status);
  });
}

await runCommand(() => attack(process.argv.slice(2)));
