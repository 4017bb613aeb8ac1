/** One of several trials side by side: each lane has a browser and a trap of its own, so that what goes wrong in one is told of that one. */
import { type RunningBrowser, setTrap, startBrowser } from './browser.ts';
import { beginTrial, type Fault, Loss } from './fault.ts';
import { startHost } from './host.ts';
import { random } from './random.ts';
import type { Release } from './releases.ts';
import { newFolder, removeFolder } from './room.ts';

/** Milliseconds. A trial that takes longer has got stuck, and a guide that gets stuck is a loss as well. */
const LONGEST = 240_000;
/** Trials after which a lane takes a fresh browser: what hundreds of them leave in one makes it slow. */
const WORN_OUT = 40;

export interface Errand {
  fault: Fault;
  /** Of the trial, counted from 0. */
  number: number;
  seed: string;
  thorough: boolean;
  releases: readonly Release[];
}

export interface Lane {
  /** What was lost, or undefined. What is no loss is our own trouble, a browser that did not start on a busy machine: tried once more, then thrown. */
  run(errand: Errand): Promise<string | undefined>;
  end(): Promise<void>;
}

export async function openLane(): Promise<Lane> {
  const trap = await setTrap();
  let profile = '';
  let browser: RunningBrowser | undefined;
  let trials = 0;
  const close = async () => {
    await browser?.kill();
    if (profile) removeFolder(profile);
    browser = undefined;
  };
  const open = async () => {
    profile = newFolder('profile');
    trials = 0;
    browser = await startBrowser(profile, trap);
    return browser;
  };
  const fresh = async () => {
    if (browser?.browser.isConnected() && trials++ < WORN_OUT) return browser;
    await close();
    return open();
  };
  const run = async (errand: Errand) => {
    const shared = await fresh();
    trap.caught();
    return runTrial(errand, { trap, shared });
  };
  return {
    run: (errand) => run(errand).catch(() => run(errand)),
    end: async () => {
      await close();
      trap.end();
    },
  };
}

type Tools = { trap: Awaited<ReturnType<typeof setTrap>>; shared: RunningBrowser };

async function runTrial(
  { fault, number, seed, thorough, releases }: Errand,
  { trap, shared }: Tools,
): Promise<string | undefined> {
  const host = await startHost(releases[0] as Release, fault.guide);
  const chance = { number, thorough, random: random(seed, fault.name, number) };
  const trail: string[] = [];
  const { trial, notes, end } = beginTrial({ host, trap, releases, trail }, chance, shared);
  try {
    await inTime(fault.run(trial), fault.longest ?? LONGEST, trail);
    return undefined;
  } catch (error) {
    if (!(error instanceof Loss)) throw error;
    return [...notes, error.message].join(' | ');
  } finally {
    await end();
    await host.end();
  }
}

function inTime(work: Promise<void>, longest: number, trail: readonly string[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, give) => {
    timer = setTimeout(
      () => give(new Loss(`did not come to an end within ${longest / 1000} s: ${trail.slice(-4).join(', ')}`)),
      longest,
    );
  });
  return Promise.race([work, stuck]).finally(() => clearTimeout(timer));
}
