/** `kill -9` of a build with all its processes, at any moment. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { putBack } from '../../../src/pipeline/building-place.ts';
import { type Random, seeded } from '../seeded.ts';
import type { Trial } from '../trial.ts';
import { beside, ended, killGroup, openWorkshop, otherThan, publishedIn, startBuild, VERSIONS, versionIn } from './tiny-guide.ts';

/**
 * Moments of a build, seen from outside: the time between them depends on the machine, so a kill is told by the one it follows.
 * The files are those of the new site; `milliseconds` is about how long it takes to the next.
 */
const MOMENTS = [
  { name: 'the start', file: undefined, milliseconds: 1500 },
  { name: 'its place was taken', file: '', milliseconds: 2000 },
  { name: 'the first pages', file: 'index.html', milliseconds: 500 },
  { name: 'the worker', file: 'sw.js', milliseconds: 300 },
  { name: 'the list of files', file: 'manifest.sha256', milliseconds: 60 },
] as const;

export async function runKill(seed: string, number: number): Promise<Trial> {
  const random = seeded(seed, 'kills', number);
  const workshop = await openWorkshop();
  const before = random.pick(VERSIONS);
  const after = otherThan(before);
  const { out, remove } = publishedIn(workshop, before);
  const start = performance.now();
  try {
    const what = await killAt(startBuild({ ...workshop.sources[after], out }), out, random);
    const wasGone = !existsSync(out);
    putBack(out);
    const outcome = versionIn(out, workshop);
    const next = await ended(startBuild({ ...workshop.sources[after], out }));
    const faults = [
      ...(outcome === before || outcome === after ? [] : [`left ${outcome}`]),
      ...(next.status === 0 ? [] : [`the next build ended with ${next.status}: ${next.said.slice(0, 300)}`]),
      ...(versionIn(out, workshop) === after ? [] : ['the next build did not publish']),
      ...(beside(out).length ? [`left ${beside(out)} lying about`] : []),
    ];
    const told = outcome === after ? 'the new site' : wasGone ? 'the old site, put back' : 'the old site';
    return { number, what, outcome: told, milliseconds: performance.now() - start, faults };
  } finally {
    remove();
  }
}

async function killAt(child: ChildProcess, out: string, random: Random): Promise<string> {
  const moment = random.pick(MOMENTS);
  const delay = random.below(moment.milliseconds);
  const end = ended(child);
  let isOver = false;
  void end.then(() => {
    isOver = true;
  });
  while (!isOver && !hasCome(moment.file, out)) await setTimeout(1);
  await Promise.race([end, setTimeout(delay)]);
  killGroup(child);
  await end;
  return `killed ${delay} ms after ${moment.name}`;
}

/** Whether a file of the new site is there, or for '' the place it is made in. */
function hasCome(file: string | undefined, out: string): boolean {
  if (file === undefined) return true;
  const place = `${out}.building`;
  return existsSync(place) && readdirSync(place).some((name) => name.startsWith('new-') && existsSync(join(place, name, file)));
}
