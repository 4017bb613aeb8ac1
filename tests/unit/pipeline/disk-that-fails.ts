/** node:fs for tests: before each of its calls something else may happen, a death or another process's turn. */
import type * as Fs from 'node:fs';
import { join } from 'node:path';

/** Thrown in the place of the call that a killed process did not come to, and of all that would follow. */
export class Death extends Error {}

interface Counts {
  calls: number;
  /** Those of them that change something: it is all the same ahead of which reading a process dies. */
  writes: number;
}

const counts: Counts = { calls: 0, writes: 0 };
let before: (counts: Counts) => void = () => {};

export const disk = {
  counts,
  /** Counts anew, and calls `then` ahead of every call. */
  watch(then: (counts: Counts) => void = () => {}) {
    counts.calls = 0;
    counts.writes = 0;
    before = then;
  },
  /** Dies ahead of the n-th write, and stays dead until it is watched anew. */
  dieAt(n: number) {
    disk.watch(({ writes }) => {
      if (writes >= n) throw new Death();
    });
  },
};

const READS = ['accessSync', 'existsSync', 'lstatSync', 'readdirSync', 'readFileSync', 'readlinkSync', 'realpathSync'];
const WRITES = ['mkdirSync', 'renameSync', 'writeFileSync'];

/** What `building-place.ts` calls passes `disk`; folders are taken away file by file, so that this can be broken off too. */
export function watchedFs(fs: typeof Fs): typeof Fs {
  const turn = (writes: number) => {
    counts.calls += 1;
    counts.writes += writes;
    before(counts);
  };
  const watched = Object.entries(fs).map(([name, value]) => [
    name,
    READS.includes(name) || WRITES.includes(name)
      ? (...parts: unknown[]) => {
          turn(WRITES.includes(name) ? 1 : 0);
          return (value as (...parts: unknown[]) => unknown)(...parts);
        }
      : value,
  ]);
  const remove = (path: string) => {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of fs.readdirSync(path)) remove(join(path, name));
    turn(1);
    fs.rmSync(path, { force: true, recursive: true });
  };
  return { ...Object.fromEntries(watched), rmSync: remove };
}
