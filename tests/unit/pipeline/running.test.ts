import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isRunning, processName } from '../../../src/pipeline/running.ts';

const start = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setTimeout(() => {}, 60_000)']);
  await once(child.stdout, 'data');
  return child;
};

it('knows by its name a process that runs, and one that ended', async () => {
  expect(isRunning(processName())).toBe(true);
  const child = await start();
  const name = processName(child.pid);
  expect(name).toMatch(new RegExp(`^${child.pid}-[0-9a-f]{8}$`));
  expect(isRunning(name)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isRunning(name)).toBe(false);
});

it('does not take another process for it that got its number', () => {
  expect(isRunning(`${process.pid}-00000000`)).toBe(false);
  expect(isRunning(String(process.pid))).toBe(false);
});

it.each(['', 'x', '0-', '-1-00000000', '99999999-00000000'])('takes "%s" for nobody', (name) => {
  expect(isRunning(name)).toBe(false);
});

it('counts a dead process that its parent has not asked about yet as dead', async () => {
  // The shell becomes another program, which knows nothing of the child it got.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  const name = processName(Number(pid));
  await new Promise((done) => setTimeout(done, 1000));
  expect(isRunning(name)).toBe(false);
  parent.kill('SIGKILL');
});
