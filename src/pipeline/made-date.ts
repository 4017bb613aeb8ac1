import { execFileSync } from 'node:child_process';
import type { IsoDate } from '../guide/types.ts';

/** What is known about when the guide was made, most telling first. */
export interface MadeHints {
  /** SOURCE_DATE_EPOCH: seconds, set by whoever wants the same bytes again (https://reproducible-builds.org/specs/source-date-epoch/). */
  epoch?: string | undefined;
  /** Whether content or locales hold changes that are not committed. */
  isDirty: boolean;
  /** Seconds of the last commit; absent without git. */
  commit?: string | undefined;
  now: Date;
}

/**
 * The day this guide was made, as a day in Paris. The same commit gives the same day, so builds can be repeated.
 * While an editor is writing (changes not committed, or no git at all) it is today: what was checked today is not in the future.
 */
export function madeDate(): IsoDate {
  return decideMade({
    epoch: process.env.SOURCE_DATE_EPOCH,
    isDirty: isDirty(),
    commit: git('log', '-1', '--format=%ct'),
    now: new Date(),
  });
}

/** @example decideMade({ isDirty: false, commit: '1795305600', now }) -> '2026-11-22' */
export function decideMade({ epoch, isDirty: dirty, commit, now }: MadeHints): IsoDate {
  const seconds = [epoch, dirty ? undefined : commit].find((text) => text !== undefined && /^\d+$/.test(text));
  return parisDay(seconds === undefined ? now : new Date(Number(seconds) * 1000));
}

/** @example parisDay(new Date('2026-11-21T23:30:00Z')) -> '2026-11-22' */
const parisDay = (instant: Date): IsoDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(instant);

const isDirty = () => Boolean(git('status', '--porcelain', '--', 'content', 'locales'));

/** What git answers; `undefined` where it is not installed or this is no repository. */
function git(...parts: string[]): string | undefined {
  try {
    return execFileSync('git', parts, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
