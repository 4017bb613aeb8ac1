/** `npm run mutants`: plants one deliberate bug after the other in a copy of the project, and says which test catches it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallFault, parseCall, runCommand, someOf } from './call.ts';
import { type Mutant, misfit, plant, readMutants } from './mutant-list.ts';

const HELP = `npm run mutants -- [--only NAME,NAME] [--all] [--list]
  --only   these bugs and no others
  --all    also those whose tests need the built site: minutes each
  --list   only says what there is
Ends with 1 when a bug is caught by no test, or fits nowhere in the code any more (tests/mutants/mutants.yaml).`;

const ROOT = resolve(import.meta.dirname, '../..');
const LIST = 'tests/mutants/mutants.yaml';
/** What a copy does not need, or has by a link. */
const NOT_COPIED = /^(\.git|node_modules|dist.*)$/;
/** Milliseconds; a bug may make a test wait for ever. */
const PATIENCE = { test: 20_000, run: 1_200_000 };

async function mutants(given: string[]) {
  const { values } = parseCall(HELP, () =>
    parseArgs({
      args: given,
      options: {
        only: { type: 'string' },
        all: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }),
  );
  if (values.help) return console.log(HELP);
  const chosen = choose(readMutants(readFileSync(join(ROOT, LIST), 'utf8')), values);
  if (values.list) return console.log(chosen.map(({ name, breaks, file }) => row(name, breaks, file)).join('\n'));
  const misfits = chosen.flatMap((mutant) => misfit(mutant, ROOT) ?? []);
  if (misfits.length) throw new CallFault(`${LIST}:\n${misfits.join('\n')}`);
  await withCopy((copy) => tryAll(chosen, copy));
}

function choose(all: readonly Mutant[], { only, all: withSlow }: { only?: string | undefined; all: boolean }): Mutant[] {
  const names = all.map(({ name }) => name);
  const wanted = only === undefined ? names : someOf('--only', only, names);
  return all.filter(({ name, slow }) => wanted.includes(name) && (withSlow || only !== undefined || !slow));
}

/** The working tree is never touched: a run that is cut off leaves no bug behind. */
async function withCopy(work: (copy: string) => Promise<void>) {
  const copy = mkdtempSync(join(tmpdir(), 'guide-mutants-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  for (const name of readdirSync(ROOT).filter((one) => !NOT_COPIED.test(one)))
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  await work(copy);
}

async function tryAll(chosen: readonly Mutant[], copy: string) {
  await mustBeGreen(chosen, copy);
  console.log(row('bug', 'with it', 'caught by'));
  let caught = 0;
  for (const mutant of chosen) {
    const start = performance.now();
    const catcher = await tryOne(mutant, copy);
    if (catcher) caught += 1;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(row(mutant.name, mutant.breaks, `${catcher ?? 'NOTHING: write the missing test'} (${seconds} s)`));
  }
  console.log(`\n${caught} of ${chosen.length} deliberate bugs caught.`);
  if (caught < chosen.length) process.exitCode = 1;
}

/** A test that is red anyway catches nothing. */
async function mustBeGreen(chosen: readonly Mutant[], copy: string) {
  if (chosen.some(({ slow }) => slow) && (await run('npm', ['run', '--silent', 'build'], copy)) !== 0)
    throw new CallFault('Without any bug the build fails already: mend that first ("npm run build" tells more).');
  const files = [...new Set(chosen.flatMap(({ caught_by }) => caught_by))];
  const red = await firstRed(files, copy);
  if (red) throw new CallFault(`Without any bug a test is red already: ${red}. Mend that first.`);
}

/** Which test goes red; undefined when the bug survives. */
async function tryOne(mutant: Mutant, copy: string): Promise<string | undefined> {
  const takeOut = plant(mutant, copy);
  try {
    if (mutant.slow && (await run('npm', ['run', '--silent', 'build'], copy)) !== 0) return 'the build, which fails';
    return await firstRed(mutant.caught_by, copy);
  } finally {
    takeOut();
  }
}

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** Runs test files until one test fails; its name. A file that cannot even be loaded is a patch that is no bug but nonsense. */
async function firstRed(files: readonly string[], copy: string): Promise<string | undefined> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const options = ['--bail=1', `--testTimeout=${PATIENCE.test}`, '--reporter=json', `--outputFile.json=${report}`];
  if ((await run('vitest', ['run', ...files, ...options], copy)) === 0) return undefined;
  if (!existsSync(report)) return 'a test that never ends';
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  if (failed) return failed.fullName;
  throw new CallFault(`${files.join(', ')} could not be run:\n${testResults.map(({ message }) => message).join('\n')}`);
}

/** @example row('no-retry', 'a poisoned cache ...', 'heals') -> 'no-retry   a poisoned cache ...   heals' */
const row = (name: string, breaks: string, end: string) => `${name.padEnd(28)}${breaks.padEnd(82)}  ${end}`;

const children = new Set<ChildProcess>();

/** Runs a tool of the project within the copy, silently; resolves with its exit status, 1 when it takes too long. */
function run(command: string, args: string[], copy: string): Promise<number> {
  const path = `${join(copy, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(command, args, { cwd: copy, stdio: 'ignore', detached: true, env: { ...process.env, PATH: path } });
  children.add(child);
  const timer = setTimeout(() => end(child), PATIENCE.run);
  return new Promise((done) => {
    const finish = (status: number) => {
      clearTimeout(timer);
      children.delete(child);
      done(status);
    };
    child.once('error', () => finish(1));
    child.once('exit', (status) => finish(status ?? 1));
  });
}

/** With all that it started, which is in its group. */
function end({ pid }: ChildProcess) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    for (const child of children) end(child);
    process.exit(status);
  });
}

await runCommand(() => mutants(process.argv.slice(2)));
