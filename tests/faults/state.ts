/** What a release run has come to so far. It is on disk after every trial, whole or as it was: the run may be killed at any moment. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './releases.ts';

export interface Result {
  /** Fingerprint of the guide that was attacked; numbers of another one say nothing of this one. */
  guide: string;
  /** e.g. `headless shell 156.0.8078.79` */
  browser: string;
  /** Of the project, in the order in which it was run: `4f1c2d3`. */
  commits: string[];
  /** The first and the last day: `2026-11-22`. */
  days: [string, string];
  /** Trials of which a run is made. */
  planned: number;
  /** Numbers of the trials that came to an end. */
  done: number[];
  /** Each in one line, with the number of its trial. */
  losses: string[];
  /** Of all trials together. */
  seconds: number;
}

export interface State {
  seed: string;
  /** By name of the fault. */
  results: Record<string, Result>;
}

const fileOf = (seed: string) => join(CACHE, `state-${seed}.json`);

/** Nothing yet where there was no run with this seed. */
export function readState(seed: string): State {
  const file = fileOf(seed);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : { seed, results: {} };
}

/** Written beside and renamed, so that it is never half there. */
export function keepState(state: State): void {
  const file = fileOf(state.seed);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.next`, JSON.stringify(state));
  renameSync(`${file}.next`, file);
}

/** Goes on with what was run before, if that was the same guide in the same browser. */
export function resume(
  old: Result | undefined,
  now: Pick<Result, 'guide' | 'browser' | 'planned'> & { commit: string; day: string },
): Result {
  const { commit, day, ...of } = now;
  const same = old?.guide === now.guide && old.browser === now.browser ? old : undefined;
  if (!same) return { ...of, commits: [commit], days: [day, day], done: [], losses: [], seconds: 0 };
  const isMore = same.done.length < now.planned;
  const commits = isMore && same.commits.at(-1) !== commit ? [...same.commits, commit] : same.commits;
  return { ...same, planned: now.planned, commits, days: [same.days[0], isMore ? day : same.days[1]] };
}
