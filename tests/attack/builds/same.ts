/** The same sources built elsewhere, on other terms: the same bytes, which all may read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, seeded } from '../seeded.ts';
import type { Trial } from '../trial.ts';
import { ended, openWorkshop, ROOT, startBuild, treeOf, VERSIONS } from './tiny-guide.ts';

const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'];
/** Turkish has a small i without a dot, Arabic other digits, Estonian sorts z before t. */
const LOCALES = ['C', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'et_EE.UTF-8'];
const MASKS = ['022', '077', '000', '027'];
const PROCESSORS = execFileSync('sh', ['-c', 'command -v taskset >/dev/null && nproc || echo 0'], { encoding: 'utf8' });
const canChoose = Number(PROCESSORS) > 1;

interface Terms {
  TZ: string;
  LANG: string;
  mask: string;
  /** All processors, or one of them. */
  one: boolean;
}

/** Every choice comes once in four trials, with others each time. */
const termsOf = (number: number, random: Random): Terms => ({
  TZ: ZONES[number % 4] ?? '',
  LANG: LOCALES[Math.floor(number / 4 + number) % 4] ?? '',
  mask: MASKS[(number * 3 + Math.floor(number / 4)) % 4] ?? '',
  one: canChoose && random.next() < 0.5,
});

/** Of the tiny guide. */
export async function runSame(seed: string, number: number): Promise<Trial> {
  const workshop = await openWorkshop();
  const version = seeded(seed, 'same', number).pick(VERSIONS);
  return compare({ seed, number, sources: workshop.sources[version], expected: workshop.built[version].tree });
}

let real: Promise<string> | undefined;

/** Of the real guide. */
export async function runSameReal(seed: string, number: number): Promise<Trial> {
  const sources = { content: join(ROOT, 'content'), locales: join(ROOT, 'locales') };
  real ??= inFolder(async (folder) => {
    const out = join(folder, 'dist');
    const { status, said } = await ended(startBuild({ ...sources, out }));
    if (status !== 0) throw new Error(`The guide cannot be built:\n${said}`);
    return treeOf(out);
  });
  return compare({ seed, number, sources, expected: await real });
}

interface Comparison {
  seed: string;
  number: number;
  sources: { content: string; locales: string };
  expected: string;
}

const compare = ({ seed, number, sources, expected }: Comparison): Promise<Trial> =>
  inFolder(async (folder) => {
    const random = seeded(seed, 'same', number, 'terms');
    const { TZ, LANG, mask, one } = termsOf(number, random);
    const elsewhere = { content: join(folder, 'content'), locales: join(folder, 'locales') };
    cpSync(sources.content, elsewhere.content, { recursive: true });
    cpSync(sources.locales, elsewhere.locales, { recursive: true });
    makeOtherwise(folder, random);
    const out = join(folder, 'out', 'dist');
    const start = performance.now();
    const { status, said } = await ended(
      startBuild({
        ...elsewhere,
        out,
        env: { TZ, LANG, LC_ALL: LANG },
        through: ['sh', '-c', `umask ${mask}; exec ${one ? 'taskset -c 0 ' : ''}"$@"`, 'sh'],
      }),
    );
    const faults =
      status !== 0 ? [`ended with ${status}: ${said.slice(0, 300)}`] : treeOf(out) === expected ? [] : ['is not the same'];
    const what = `TZ=${TZ} LC_ALL=${LANG} umask ${mask}${one ? ' on one processor' : ''} in ${folder}`;
    return { number, what, outcome: 'built', milliseconds: performance.now() - start, faults };
  });

/** Times from years ago to tomorrow, and files that only their owner may read. */
function makeOtherwise(folder: string, random: Random) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) chmodSync(path, 0o600);
    const seconds = 1_000_000_000 + random.below(800_000_000);
    utimesSync(path, seconds, seconds);
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-same-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
