/** 2 to 8 builds at once into one folder, some of them beside what a killed one left. */
import { seeded } from '../seeded.ts';
import type { Trial } from '../trial.ts';
import {
  beside,
  ended,
  leaveAsKilled,
  openWorkshop,
  otherThan,
  publishedIn,
  refusalFaults,
  startBuild,
  VERSIONS,
  versionIn,
} from './tiny-guide.ts';

const REFUSAL =
  /Another build( \(process \d+\) is making .* just now\. Wait until it has ended, then| has taken the place of this one\.) ?[Bb]uild again\./;

export async function runTogether(seed: string, number: number, most = 8): Promise<Trial> {
  const random = seeded(seed, 'together', number);
  const workshop = await openWorkshop();
  const first = random.pick(VERSIONS);
  const { out, remove } = publishedIn(workshop, random.pick(VERSIONS));
  const isStale = random.next() < 0.5;
  if (isStale) leaveAsKilled(out);
  const count = 2 + random.below(most - 1);
  const versions = Array.from({ length: count }, (_, index) => (index % 2 ? otherThan(first) : first));
  const start = performance.now();
  try {
    const ends = await Promise.all(versions.map((version) => ended(startBuild({ ...workshop.sources[version], out }))));
    const winners = versions.filter((_, index) => ends[index]?.status === 0);
    const left = versionIn(out, workshop);
    const faults = [
      ...(winners.length ? [] : ['nobody published']),
      ...(winners.some((version) => version === left) ? [] : [`left ${left}, which none of those who said so published`]),
      ...ends.filter(({ status }) => status !== 0).flatMap((end) => refusalFaults(end, REFUSAL)),
      ...(beside(out).length ? [`left ${beside(out)} lying about`] : []),
    ];
    const what = `${count} builds at once${isStale ? ', after one that was killed' : ''}`;
    return { number, what, outcome: `published by ${winners.length}`, milliseconds: performance.now() - start, faults };
  } finally {
    remove();
  }
}
