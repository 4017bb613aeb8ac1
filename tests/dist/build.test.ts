import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { DIST, ROOT } from './built-site.ts';
import { treeHashes } from './hashes.ts';

const MINUTES = 5 * 60_000;
const temp = join(ROOT, 'node_modules/.cache/build-tests');
rmSync(temp, { recursive: true, force: true });
mkdirSync(temp, { recursive: true });
afterAll(() => rmSync(temp, { recursive: true, force: true }));

function build(args: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const options = { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ...env } } as const;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/build.ts', ...args], options);
  return new Promise((done) => child.once('exit', done));
}

/** Of a tiny guide, on more terms: tests/attack/builds.test.ts. */
it(
  'gives the same bytes on any day, in any time zone and any language of the machine',
  async () => {
    const out = join(temp, 'elsewhere');
    expect(await build(['--out', out], { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'C' })).toBe(0);
    expect(treeHashes(out)).toEqual(treeHashes(DIST));
  },
  MINUTES,
);
