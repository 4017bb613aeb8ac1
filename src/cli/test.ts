/** `npm test`: everything that has to hold, in order, ending with one plain line `N passed, N failed`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, findShell } from './find-chromium.ts';
import { findFirefox } from './find-firefox.ts';
import { findPoppler } from './find-poppler.ts';
import { type Counts, countPlaywright, countVitest } from './test-counts.ts';

interface Step {
  name: string;
  title: string;
  /** Counts for nothing without this step, when both are asked for. */
  needs?: string;
  /** Runs only when it is asked for by name. */
  apart?: boolean;
  run: () => Promise<Counts>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'guide-test-'));
const children = new Set<ChildProcess>();

const STEPS: readonly Step[] = [
  { name: 'types', title: 'Types', run: () => once('tsc', ['-b']) },
  { name: 'lint', title: 'Lint and format', run: () => once('biome', ['check', '.']) },
  { name: 'check', title: 'Content check', run: () => once('tsx', ['src/cli/check.ts']) },
  {
    name: 'unit',
    title: 'Unit and content tests',
    run: () => vitest('unit', ['tests/unit', 'tests/content', 'tests/attack', 'tests/hostile']),
  },
  { name: 'paper', title: 'Tests of what is printed', run: paper },
  { name: 'build', title: 'Build', run: () => once('npm', ['run', '--silent', 'build']) },
  { name: 'dist', title: 'Tests of what was built', needs: 'build', run: () => vitest('dist', ['tests/dist']) },
  { name: 'e2e', title: 'Tests in the browser', needs: 'build', run: playwright },
  // Apart, because it takes minutes, and many machines have no Firefox.
  { name: 'firefox', title: 'The main walk in Firefox', needs: 'build', apart: true, run: firefox },
];

const HELP = `npm test -- [--only ${STEPS.map(({ name }) => name).join(',')}]`;
const NOTHING_RAN: Counts = { passed: 0, failed: 1 };

async function test() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  const results = await runSteps(chosenSteps(values.only));
  summarize(results);
}

function chosenSteps(only: string | undefined): readonly Step[] {
  const names = only?.split(',') ?? STEPS.filter(({ apart }) => !apart).map(({ name }) => name);
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length) throw new Error(`There is no step ${unknown.join(', ')}. ${HELP}`);
  return STEPS.filter(({ name }) => names.includes(name));
}

async function runSteps(steps: readonly Step[]): Promise<Map<Step, Counts>> {
  const results = new Map<Step, Counts>();
  for (const step of steps) {
    console.log(`\n== ${step.title}`);
    const needed = steps.find(({ name }) => name === step.needs);
    const skipped = needed && results.get(needed)?.failed;
    if (skipped) console.log(`Not run: ${needed.title.toLowerCase()} failed.`);
    results.set(step, skipped ? NOTHING_RAN : await step.run());
  }
  return results;
}

function summarize(results: Map<Step, Counts>) {
  console.log('');
  for (const [{ title }, { passed, failed }] of results) console.log(`${title}: ${passed} passed, ${failed} failed`);
  const sum = (key: keyof Counts) => [...results.values()].reduce((total, counts) => total + counts[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed')) process.exitCode = 1;
}

/** A command that counts as one test. */
const once = async (command: string, args: string[]): Promise<Counts> =>
  (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : NOTHING_RAN;

async function vitest(name: string, folders: string[], options: string[] = []): Promise<Counts> {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run('vitest', ['run', ...folders, ...reporters, ...options]);
  return countVitest(report, status);
}

async function paper(): Promise<Counts> {
  const found = await findChromium().catch((error: Error) => console.log(error.message));
  if (!found || !isThere(findPoppler)) return NOTHING_RAN;
  return vitest('paper', ['tests/paper']);
}

/** Node 20 has the sockets on which Firefox is spoken to behind a flag, which later versions still know. */
async function firefox(): Promise<Counts> {
  if (!isThere(findFirefox)) return NOTHING_RAN;
  return vitest('firefox', ['tests/firefox'], ['--execArgv=--experimental-websocket']);
}

/** Whether something was found or installed; says why not. */
function isThere(find: () => void): boolean {
  try {
    find();
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}

async function playwright(): Promise<Counts> {
  const report = join(reports, 'e2e.json');
  // Most pages are looked at in the shell, some need the whole browser: the tests know which.
  const found = await findChromium()
    .then(findShell)
    .catch((error: Error) => console.log(error.message));
  if (!found) return NOTHING_RAN;
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
  return countPlaywright(report, await run('playwright', args, env));
}

/** Runs a tool of the project with its output passed through; resolves with its exit status. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env, PATH: path },
  });
  children.add(child);
  return new Promise((done) => {
    child.once('error', (error) => done(error ? 1 : 0));
    child.once('exit', (status) => {
      children.delete(child);
      done(status ?? 1);
    });
  });
}

/** Each child leads a group of its own, so that what it started ends with it. */
function endChildren() {
  for (const { pid } of children) {
    try {
      if (pid) process.kill(-pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
  }
}

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    endChildren();
    process.exit(status);
  });
}
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

await test();
