import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { changingPages, makeDist, startHost } from '../pipeline/site-check/bad-host.ts';

vi.setConfig({ testTimeout: 60_000 });
const ROOT = resolve(import.meta.dirname, '../../..');

async function verify(...args: string[]): Promise<{ status: number; said: string }> {
  const command = ['--import', 'tsx', 'src/cli/verify-site.ts', ...args];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: ROOT });
    return { status: 0, said: stdout.trim() };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, said: (stdout + stderr).trim() };
  }
}

test('a site that is as it was built is one line and an exit status of 0', async () => {
  const dist = makeDist();
  const { address } = await startHost(dist);
  expect(await verify(address, '--dist', dist)).toEqual({
    status: 0,
    said: `${address} gives out what was built: 10 files, their headers and the page for wrong addresses.`,
  });
});

test('a changed one is a short list and an exit status of 1; what a host cannot do otherwise may be accepted', async () => {
  const dist = makeDist();
  const { address } = await startHost(
    dist,
    changingPages((html) => html.replace('Guide', 'Guide!')),
  );
  const { status, said } = await verify(address, '--dist', dist);
  expect(status).toBe(1);
  expect(said).toMatch(/^1\. .*\[not-found\]\n.*\n\n2\. .*\[changed\]\n/s);
  expect(said).toContain('is not as it was built: 2 things to mend');
  expect((await verify(address, '--dist', dist, '--accept', 'changed,not-found')).status).toBe(0);
});

test('what was asked for wrongly is said with what to do', async () => {
  const dist = makeDist();
  const refused = async (...args: string[]) => {
    const { status, said } = await verify(...args);
    expect(status).toBe(1);
    return said.split('\n')[0]?.replaceAll(dist, 'DIST');
  };
  expect(await refused()).toMatch(/^The address of the site is not known/);
  expect(await refused('https://guide.example', '--dist', 'nowhere')).toMatch(/^There is no built site in nowhere\./);
  expect(await refused('https://guide.example/calais/', '--dist', dist)).toBe(
    'DIST was built for /, but https://guide.example/calais/ stands under /calais/. Build it with --base /calais/',
  );
  expect(await refused('http://guide.example', '--dist', dist)).toMatch(/read over https/);
  expect(await refused('https://guide.example', '--dist', dist, '--accept', 'evrything')).toMatch(
    /^--accept evrything: .*Choose from: unreachable, /,
  );
  expect(await refused('https://guide.example', '--dist', dist, '--at-once', '400')).toBe(
    '--at-once 400: write a whole number from 1 to 16.',
  );
});
