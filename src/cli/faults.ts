/** `npm run faults`: attacks a tiny built guide as networks, hosts and phones do, and looks whether anything was lost. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallFault, parseCall, runCommand } from './call.ts';
import { findChromium, findShell } from './find-chromium.ts';

const HELP = `npm run faults -- [--only NAME,NAME] [--seed N] [--trial K] [--whole] [--release] [--report]

  --only NAME     these faults; without it all
  --seed N        the same numbers make the same trials; without it they are new, and the seed is shown
  --trial K       a single trial, as a loss names it
  --whole         in the whole browser; without it in its shell, the same engine without windows, in half the time
  --release       the amounts for a release: hours. Can be stopped at any moment, also killed, and goes on where it was,
                  with the same seed; writes tests/faults/REPORT.md
  --report        writes tests/faults/REPORT.md of what was run so far with the seed, and runs nothing; also while it runs

Ends with 1 when something was lost, after saying what, and how to see it again.`;

const ROOT = resolve(import.meta.dirname, '../..');

await runCommand(async () => {
  const { values } = parseCall(HELP, () =>
    parseArgs({
      options: {
        only: { type: 'string' },
        seed: { type: 'string' },
        trial: { type: 'string' },
        whole: { type: 'boolean' },
        release: { type: 'boolean' },
        report: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) return console.log(HELP);
  const needsSeed = values.report ? '--report' : values.release ? '--release' : undefined;
  if (needsSeed && values.seed === undefined)
    throw new CallFault(`${needsSeed}: give a --seed, so that it can go on after a stop and be repeated by others.`);
  if (values.trial !== undefined && !/^\d+$/.test(values.trial))
    throw new CallFault(`--trial ${values.trial}: give the number that a loss names.`);
  const { executablePath } = values.report ? {} : await (values.whole ? findChromium : findShell)();
  process.exitCode = await run(process.argv.slice(2), executablePath ? { CHROMIUM: executablePath } : {});
});

/** The laboratory stands with the tests, which may use all of the project; commands may not use them. */
function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/faults/run.ts', ...args], {
    cwd: ROOT,
    // The line between the two tells it when this process is killed.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((ended) => child.once('exit', (status) => ended(status ?? 1)));
}
