/** What a disk can refuse: room, and the right to write. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Random, seeded } from '../seeded.ts';
import type { Trial } from '../trial.ts';
import {
  beside,
  ended,
  type Order,
  openWorkshop,
  otherThan,
  publishedIn,
  ROOT,
  refusalFaults,
  startBuild,
  VERSIONS,
  versionIn,
  type Workshop,
} from './tiny-guide.ts';

const KILOBYTE = 1024;
/** Who may not write everywhere: root does not ask for rights. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const uid = isRoot ? NOBODY : undefined;

interface Refusal {
  name: string;
  sentence: RegExp;
  /** Why it cannot be tried here. */
  skipped?: string | undefined;
  /** It comes in the middle of a build: afterwards, the disk repaired, the next one must succeed. */
  isLate?: true;
  /** Makes `out` so that a build into it is refused. What it returns makes it good again. */
  prepare: (out: string, random: Random) => { order?: Partial<Order>; repair: () => void };
}

/** Mounting needs root, and in a container a right of its own. */
function cannotMount(): string | undefined {
  if (!isRoot) return 'needs root';
  const folder = join(ROOT, 'node_modules/.cache/attack-mount');
  mkdirSync(folder, { recursive: true });
  try {
    mount(folder, 'size=64k');
    unmount(folder);
    return undefined;
  } catch {
    return 'needs the right to mount';
  }
}

const mount = (folder: string, options: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'guide-attack', folder], { stdio: 'ignore' });
const unmount = (folder: string) => execFileSync('umount', [folder], { stdio: 'ignore' });
const mounting = cannotMount();
const rights = cannotBeNobody();

/** As root the builds that lack a right are those of somebody else, who must be able to read the project. */
function cannotBeNobody(): string | undefined {
  if (!isRoot) return undefined;
  try {
    execFileSync('test', ['-r', join(ROOT, 'package.json')], { uid: NOBODY, gid: NOBODY });
    return undefined;
  } catch {
    return 'needs a project that others may read, or somebody who is not root';
  }
}

const weightOf = (folder: string) => Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) * KILOBYTE;

/** Moves the folder of `out` onto a disk of its own, which `options` says more about once the site is there. */
function ontoDisk(out: string, options: string): () => void {
  const folder = dirname(out);
  const aside = `${folder}-aside`;
  cpSync(folder, aside, { recursive: true });
  mount(folder, 'size=64m');
  cpSync(aside, folder, { recursive: true });
  rmSync(aside, { recursive: true });
  execFileSync('mount', ['-o', `remount,${options}`, folder]);
  process.once('exit', () => tryTo(() => unmount(folder)));
  return () => execFileSync('mount', ['-o', 'remount,rw,size=64m', folder]);
}

function tryTo(work: () => void) {
  try {
    work();
  } catch {
    // It was done before.
  }
}

const NO_ROOM = /^There is no room left on the disk for the new site \((ENOSPC|EDQUOT)\)\. Make room, then build again\.$/m;
const NOT_WRITABLE = /^\S+ cannot be written to \((EACCES|EPERM|EROFS)\), so nothing can take the place of .*--out\.$/m;

function withRights(path: string, mode: number): () => void {
  chmodSync(path, mode);
  return () => chmodSync(path, 0o755);
}

export const REFUSALS: readonly Refusal[] = [
  {
    name: 'a full disk',
    isLate: true,
    sentence: NO_ROOM,
    skipped: mounting,
    prepare: (out, random) => {
      const weight = weightOf(out);
      return { repair: ontoDisk(out, `size=${weight + random.below(weight * 0.6)}`) };
    },
  },
  {
    name: 'a disk that says it is full',
    sentence: NO_ROOM,
    prepare: (_, random) => ({
      order: { preload: [join(import.meta.dirname, 'full-disk.ts')], env: { FULL_AFTER: String(random.below(3)) } },
      repair: () => {},
    }),
  },
  {
    name: 'a disk that can only be read',
    sentence: NOT_WRITABLE,
    skipped: mounting,
    prepare: (out) => ({ repair: ontoDisk(out, 'ro') }),
  },
  {
    name: 'a folder that can only be read',
    sentence: NOT_WRITABLE,
    skipped: rights,
    prepare: (out) => ({ order: { uid }, repair: withRights(out, 0o555) }),
  },
  {
    name: 'a folder within that can only be read',
    sentence: NOT_WRITABLE,
    skipped: rights,
    prepare: (out) => ({ order: { uid }, repair: withRights(join(out, 'assets'), 0o555) }),
  },
  {
    name: 'a parent that can only be read',
    sentence: NOT_WRITABLE,
    skipped: rights,
    prepare: (out) => ({ order: { uid }, repair: withRights(dirname(out), 0o555) }),
  },
];

/** Trial after trial another refusal. */
export async function runRefusal(seed: string, number: number): Promise<Trial> {
  const random = seeded(seed, 'refusals', number);
  const refusal = REFUSALS[number % REFUSALS.length] as Refusal;
  const start = performance.now();
  const tell = (outcome: string, faults: readonly string[]) => ({
    number,
    what: refusal.name,
    outcome,
    milliseconds: performance.now() - start,
    faults,
  });
  if (refusal.skipped) return tell(`skipped: ${refusal.name} ${refusal.skipped}`, []);
  const workshop = await openWorkshop();
  const before = random.pick(VERSIONS);
  const { out, remove } = publishedIn(workshop, before);
  letNobodyIn(workshop, out);
  const { order, repair } = refusal.prepare(out, random);
  const into: Order = { ...workshop.sources[otherThan(before)], out, ...(order?.uid !== undefined && { uid: order.uid }) };
  const env = { ...order?.env, TMPDIR: tempOfNobody(workshop) };
  try {
    const refused = await ended(startBuild({ ...into, ...order, env }));
    const left = beside(out);
    const kept = versionIn(out, workshop);
    repair();
    const next = refusal.isLate ? await nextFaults(into, workshop) : [];
    return tell('refused', [
      ...refusalFaults(refused, refusal.sentence),
      ...(kept === before ? [] : [`left ${kept}`]),
      ...(left.length ? [`left ${left} lying about`] : []),
      ...next,
    ]);
  } finally {
    repair();
    tryTo(() => unmount(dirname(out)));
    remove();
  }
}

async function nextFaults(order: Order, workshop: Workshop): Promise<string[]> {
  const { status, said } = await ended(startBuild(order));
  const left = beside(order.out);
  return [
    ...(status === 0 ? [] : [`the next build ended with ${status}: ${said.slice(0, 300)}`]),
    ...(VERSIONS.some((version) => version === versionIn(order.out, workshop)) ? [] : ['the next build did not publish']),
    ...(left.length ? [`the next build left ${left} lying about`] : []),
  ];
}

/** What runs TypeScript keeps something there. */
function tempOfNobody({ folder }: Workshop): string {
  const temp = join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  chmodSync(temp, 0o777);
  return temp;
}

function letNobodyIn({ folder }: Workshop, out: string) {
  if (!isRoot) return;
  chmodSync(folder, 0o755);
  chmodSync(dirname(out), 0o755);
  for (const path of [
    dirname(out),
    ...readdirSync(dirname(out), { recursive: true }).map((name) => join(dirname(out), String(name))),
  ])
    chownSync(path, NOBODY, NOBODY);
}
