import type * as Fs from 'node:fs';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { putBack, takePlace } from '../../../src/pipeline/building-place.ts';
import { PlaceFault } from '../../../src/pipeline/disk-refusals.ts';
import { Death, disk } from './disk-that-fails.ts';

vi.mock('node:fs', async (original) => (await import('./disk-that-fails.ts')).watchedFs(await original()));
/** Processes of the tests: each has a name as real ones have, and can be dead. */
const processes = vi.hoisted(() => ({ current: '1-00000000', running: new Set<string>(['1-00000000']) }));
vi.mock('../../../src/pipeline/running.ts', () => ({
  processName: () => processes.current,
  isRunning: (name: string) => processes.running.has(name),
}));
const real = await vi.importActual<typeof Fs>('node:fs');

const temp = mkdtempSync(join(tmpdir(), 'building-place-'));
afterAll(() => rmSync(temp, { recursive: true }));
afterEach(() => {
  disk.watch();
  forgetTheDead();
});

/** What a killed process would have done at its exit. */
function forgetTheDead() {
  for (const listener of process.listeners('exit').filter(({ name }) => name === 'leave')) process.off('exit', listener);
}

let folders = 0;
/** A folder with nothing in it but, perhaps, a published site. */
function newOut(site?: string): string {
  const folder = join(temp, String(folders++));
  mkdirSync(folder);
  if (site) fill(join(folder, 'dist'), site);
  return join(folder, 'dist');
}

function fill(folder: string, site: string) {
  real.mkdirSync(folder, { recursive: true });
  for (const file of ['sw.js', `only-${site}.txt`]) real.writeFileSync(join(folder, file), site);
}

/** The name of the one site of which all files are in the folder; `none`, or `broken` with what is there instead. */
function siteIn(out: string): string {
  if (!real.existsSync(out)) return 'none';
  const files = real.readdirSync(out).sort();
  const site = files[0]?.slice('only-'.length, -'.txt'.length);
  const isWhole = files.length === 2 && real.readFileSync(join(out, 'sw.js'), 'utf8') === site;
  return isWhole ? site : `broken: ${files}`;
}

const beside = (out: string) => readdirSync(dirname(out)).filter((name) => name !== basename(out));

let born = 1;
/** Builds as a process of its own, which ends with it or, killed, in the middle of it. */
function build(out: string, site: string) {
  const before = processes.current;
  born += 1;
  const name = `${born}-0000beef`;
  processes.current = name;
  processes.running.add(name);
  try {
    const place = takePlace(out);
    try {
      fill(place.draft, site);
      place.publish();
    } finally {
      place.leave();
    }
  } finally {
    processes.running.delete(name);
    processes.current = before;
  }
}

/** Builds and is killed ahead of its n-th change of the disk; whether it came so far. */
function killed(out: string, site: string, n: number): boolean {
  disk.dieAt(n);
  try {
    build(out, site);
  } catch (error) {
    if (!(error instanceof Death)) throw error;
  }
  const { writes } = disk.counts;
  disk.watch();
  forgetTheDead();
  return writes >= n;
}

const ONWARDS = Array.from({ length: 200 }, (_, index) => index + 1);

describe('a build that is killed', () => {
  it('at any step leaves the old site or the new one, and nothing that the next build does not take away', () => {
    for (const n of ONWARDS) {
      const out = newOut('old');
      const wentSoFar = killed(out, 'new', n);
      putBack(out);
      expect(['old', 'new'], `killed at step ${n}`).toContain(siteIn(out));
      build(out, 'next');
      expect([siteIn(out), beside(out)], `after step ${n}`).toEqual(['next', []]);
      if (!wentSoFar) return expect(n).toBeGreaterThan(10);
    }
    expect.unreachable();
  });

  it('and whose successor is killed as well, at any step of both, never leaves less than one of the sites', () => {
    for (const first of ONWARDS) {
      for (const second of ONWARDS) {
        const out = newOut('old');
        if (!killed(out, 'new', first)) return;
        const wentSoFar = killed(out, 'newer', second);
        putBack(out);
        expect(['old', 'new', 'newer'], `killed at ${first} and ${second}`).toContain(siteIn(out));
        build(out, 'next');
        expect([siteIn(out), beside(out)], `after ${first} and ${second}`).toEqual(['next', []]);
        if (!wentSoFar) break;
      }
    }
    expect.unreachable();
  }, 300_000);

  it('where nothing was published before leaves nothing or all of it', () => {
    for (const n of ONWARDS) {
      const out = newOut();
      const wentSoFar = killed(out, 'new', n);
      expect(['none', 'new'], `killed at step ${n}`).toContain(siteIn(out));
      build(out, 'next');
      expect([siteIn(out), beside(out)]).toEqual(['next', []]);
      if (!wentSoFar) return;
    }
    expect.unreachable();
  });
});

describe('two builds at once', () => {
  /** All of the second one happens ahead of the n-th step of the first; who was refused, and why. */
  function bothAt(out: string, n: number) {
    const refused: Record<string, string> = {};
    const attempt = (site: string) => {
      try {
        build(out, site);
      } catch (error) {
        if (!(error instanceof PlaceFault)) throw error;
        refused[site] = error.message;
      }
    };
    let came = false;
    disk.watch(({ calls }) => {
      if (calls !== n) return;
      came = true;
      disk.watch();
      attempt('second');
    });
    attempt('first');
    disk.watch();
    return { refused, came };
  }

  it.each([
    ['into a published folder', (out: string) => out],
    [
      'after one that was killed',
      (out: string) => {
        killed(out, 'dead', 6);
        return out;
      },
    ],
  ])('%s: the folder is of one of them, the other is refused or came after', (_, prepare) => {
    for (const n of ONWARDS) {
      const out = prepare(newOut('old'));
      const { refused, came } = bothAt(out, n);
      expect(
        ['first', 'second'].filter((site) => !(site in refused)),
        `at step ${n}`,
      ).toContain(siteIn(out));
      expect(beside(out), `at step ${n}`).toEqual([]);
      for (const message of Object.values(refused)) expect(message).toMatch(/^Another build .*again\.$/);
      if (!came) return expect(n).toBeGreaterThan(10);
    }
    expect.unreachable();
  });

  it('say in a sentence who is at work', () => {
    const out = newOut('old');
    const place = takePlace(out);
    expect(() => takePlace(out)).toThrow(
      `Another build (process 1) is making ${out} just now. Wait until it has ended, then build again.`,
    );
    place.leave();
    expect(beside(out)).toEqual([]);
  });

  it('do not disturb who reads: what is being made is not put back', () => {
    const out = newOut('old');
    const place = takePlace(out);
    fill(place.draft, 'new');
    real.renameSync(out, join(`${out}.building`, `old-${processes.current}`));
    putBack(out);
    expect(siteIn(out)).toBe('none');
    place.leave();
    expect(siteIn(out)).toBe('old');
  });
});

describe('a folder that cannot be replaced', () => {
  it('because something else stands in it is not touched', () => {
    const out = newOut();
    cpSync('src/README.md', join(out, 'README.md'));
    expect(() => takePlace(out)).toThrow(/holds what is no published guide/);
    expect([readdirSync(out), beside(out)]).toEqual([['README.md'], []]);
  });

  it('because it is a file is told', () => {
    const out = newOut();
    cpSync('src/README.md', out);
    expect(() => takePlace(out)).toThrow(`${out} is no folder, or lies in none. Give another one with --out.`);
    expect(() => takePlace(join(out, 'dist'))).toThrow(PlaceFault);
  });

  it('because the system makes no folders there is told, at once', () => {
    expect(() => takePlace('/proc/dist')).toThrow(PlaceFault);
  });
});

it('a link to a folder stays one, also after a build that was killed', () => {
  for (const n of ONWARDS) {
    const out = newOut('old');
    const link = join(dirname(out), 'link');
    symlinkSync(out, link);
    const wentSoFar = killed(link, 'new', n);
    putBack(link);
    expect(['old', 'new']).toContain(siteIn(link));
    build(link, 'next');
    expect([siteIn(out), real.readlinkSync(link), beside(out)]).toEqual(['next', out, ['link']]);
    if (!wentSoFar) return;
  }
  expect.unreachable();
});
