import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, ROOT } from './built-site.ts';
import { treeHashes } from './hashes.ts';

const MINUTES = 5 * 60_000;
const temp = join(ROOT, 'node_modules/.cache/build-tests');
rmSync(temp, { recursive: true, force: true });
mkdirSync(temp, { recursive: true });
afterAll(() => rmSync(temp, { recursive: true, force: true }));

function startBuild(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const options = { cwd: ROOT, stdio: 'ignore', env: { ...process.env, ...env } } as const;
  return spawn(process.execPath, ['--import', 'tsx', 'src/cli/build.ts', ...args], options);
}

const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.once('exit', done));
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const build = (args: string[], env?: NodeJS.ProcessEnv) => ended(startBuild(args, env));

/** A guide of a few pages: what is true of the steps of a build does not depend on how much there is to build. */
const TINY = ['--content', join(ROOT, 'tests/fixtures/guides/_whole/content')];

/** One build of it, and how long it took. */
const fresh = join(temp, 'fresh');
let duration = 0;

beforeAll(async () => {
  const start = performance.now();
  expect(await build([...TINY, '--out', fresh])).toBe(0);
  duration = performance.now() - start;
}, MINUTES);

describe('building', () => {
  it(
    'gives the same bytes on any day, in any time zone and any language of the machine',
    async () => {
      const out = join(temp, 'elsewhere');
      expect(await build(['--out', out], { TZ: 'Pacific/Auckland', LANG: 'ar_EG.UTF-8', LC_ALL: 'C' })).toBe(0);
      expect(treeHashes(out)).toEqual(treeHashes(DIST));
    },
    MINUTES,
  );

  it(
    'changes nothing when the content has a mistake',
    async () => {
      const content = join(temp, 'content');
      const out = publishedBefore('mistake');
      cpSync(TINY[1] ?? '', content, { recursive: true });
      writeFileSync(join(content, 'services', 'broken.yaml'), 'towns: [nowhere\n');
      const before = treeHashes(out);
      expect(await build(['--content', content, '--out', out])).toBe(1);
      expect(treeHashes(out)).toEqual(before);
      expect(leftBeside('mistake')).toEqual([]);
    },
    MINUTES,
  );

  it(
    'leaves the old site whole when it is killed at any time, and the next build tidies up',
    async () => {
      const out = publishedBefore('killed');
      const old = treeHashes(out);
      for (const part of [0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97]) {
        await killAfter(duration * part, out);
        expect([old, treeHashes(fresh)]).toContainEqual(treeHashes(out));
      }
      expect(await build([...TINY, '--out', out])).toBe(0);
      expect(treeHashes(out)).toEqual(treeHashes(fresh));
      expect(leftBeside('killed')).toEqual([]);
    },
    MINUTES,
  );
});

/** A published folder that differs from what the next build will make. */
function publishedBefore(name: string): string {
  const out = join(temp, name);
  cpSync(fresh, out, { recursive: true });
  writeFileSync(join(out, 'from-before.txt'), 'still here');
  return out;
}

const leftBeside = (name: string) => readdirSync(temp).filter((other) => other !== name && other.startsWith(name));

async function killAfter(ms: number, out: string) {
  const child = startBuild([...TINY, '--out', out]);
  const end = ended(child);
  await wait(ms);
  child.kill('SIGKILL');
  await end;
}
