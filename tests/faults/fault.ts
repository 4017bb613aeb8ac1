/** What a fault is, and the steps that most of them are made of. */
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningBrowser } from './browser.ts';
import type { Host } from './host.ts';
import { type Expected, judge, versionsOf } from './judge.ts';
import { borrowPhone, type Look, ownPhone, type Phone, type SetUp, type World } from './phone.ts';
import type { Random } from './random.ts';
import type { GuideName, Release } from './releases.ts';

export interface Fault {
  /** As `--only` takes it. */
  name: string;
  /** What is done to the guide, for the report. */
  says: string;
  /** That of a release may depend on the guide: each wrong answer for each file. */
  trials: { ci: number; release: number | ((releases: readonly Release[]) => number) };
  /** What is attacked; `tiny` unless told. */
  guide?: GuideName;
  /** How many releases of it are needed; 2 unless told. */
  releases?: { ci: number; release: number };
  /** Milliseconds after which a trial has got stuck, where it is a long one. */
  longest?: number;
  /** Failures of other projects that this would have found: `workbox-2697`. */
  historic?: readonly string[];
  /** Why it still loses something: counted and told, but not a failure of the run. */
  open?: string;
  /** Throws `Loss` when something was lost. */
  run(trial: Trial): Promise<void>;
}

/** How the whole real guide is walked: once, all pages of all languages. */
export const WHOLE_GUIDE = {
  trials: { ci: 0, release: 1 },
  guide: 'real',
  releases: { ci: 1, release: 1 },
  longest: 1_800_000,
} as const;

/** Something was lost: a defect of the guide, or of what it promises. Other errors are the laboratory's own. */
export class Loss extends Error {}

export interface Trial extends World {
  /** Counted from 0. */
  number: number;
  /** Whether this is a release run: then what can be gone through in order is. */
  thorough: boolean;
  random: Random;
  /** In the browser that all share. */
  phone(setUp?: SetUp): Promise<Phone>;
  /** With a browser of its own, that can be killed. */
  ownPhone(setUp?: SetUp): Promise<Phone>;
  /** `v1` is 1. */
  release(number: number): Release;
  /** For who repeats the trial: what was chosen. */
  note(line: string): void;
}

/** A trial, and what it leaves behind. */
export function beginTrial(world: World, chance: Pick<Trial, 'number' | 'thorough' | 'random'>, shared: RunningBrowser) {
  const phones: Phone[] = [];
  const notes: string[] = [];
  const add = async (phone: Promise<Phone>) => {
    phones.push(await phone);
    return phone;
  };
  const trial: Trial = {
    ...world,
    ...chance,
    phone: (setUp) => add(borrowPhone(world, shared, setUp)),
    ownPhone: (setUp) => add(ownPhone(world, setUp)),
    release: (number) => {
      const found = world.releases[number - 1];
      if (!found) throw new Error(`There are only ${world.releases.length} releases.`);
      return found;
    },
    note: (line) => notes.push(line),
  };
  const end = async () => {
    for (const phone of phones) await phone.end().catch(() => undefined);
  };
  return { trial, notes, end };
}

/** Stops the server and looks; a loss ends the trial. */
export async function expectNothingLost(phone: Phone, expected: Expected, when: string, look?: Look): Promise<void> {
  const losses = judge(await phone.walk(look), expected);
  if (losses.length) throw new Loss(`${when}: ${losses.join('; ')}`);
}

/** With everything repaired, the newest release must be whole within three starts, and nothing wrong may show on the way there. */
export async function expectHealed(
  phone: Phone,
  newest: Release,
  { old = [], whole = false }: { old?: readonly string[]; whole?: boolean } = {},
) {
  const versions = [...old, newest.name];
  for (const start of [1, 2, 3]) {
    // Who is told that nothing is kept stays a little: the browser looks for a newer worker only once the page is there.
    if ((await phone.start()) !== 'ready') await wait(3000);
    const walk = await phone.walk();
    if (start === 3) {
      const losses = judge(walk, { whole: true, versions: [newest.name] });
      if (losses.length) throw new Loss(`after three online starts: ${losses.join('; ')}`);
      return;
    }
    const losses = judge(walk, { whole, versions });
    if (losses.length) throw new Loss(`after online start ${start}: ${losses.join('; ')}`);
    if (walk.said === 'ready' && versionsOf(walk).includes(newest.name)) return;
  }
}

/** A first visit that goes well. */
export async function install(phone: Phone, lang = 'en'): Promise<void> {
  const said = await phone.start(`${lang}/`);
  if (said !== 'ready') throw new Loss(`the first visit to ${lang}/, with nothing wrong, ended with: ${said ?? 'nothing'}`);
}

/** Starts the phone and kills its browser when the host was asked so many times, and some milliseconds later; or when it has settled. */
export async function killDuring(phone: Phone, host: Host, { after, more }: { after: number; more: number }): Promise<void> {
  const before = host.asked().length;
  let over = false;
  const start = phone.start().finally(() => {
    over = true;
  });
  start.catch(() => undefined);
  while (!over && host.asked().length - before < after) await wait(2);
  await wait(more);
  await phone.kill();
  // A page that was just being opened never answers any more.
  await Promise.race([start.catch(() => undefined), wait(1000)]);
}
