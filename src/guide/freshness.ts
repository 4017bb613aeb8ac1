/** How old a fact is, told from the date its source gave, however rough. */
import type { IsoDate, LooseDate } from './types.ts';

const FRESH_DAYS = 30;
const RECENT_DAYS = 180;

export interface Freshness {
  kind: 'fresh' | 'recent' | 'old' | 'undated';
  /** Days since it was checked, never negative; absent when undated. */
  days?: number;
}

/**
 * A rough date counts from the first day it can mean, so that a fact is never called newer than it is;
 * a day in the future counts as today.
 * @example freshness('2022', '2027-03-01') -> { kind: 'old', days: 1885 }
 */
export function freshness(on: LooseDate, today: IsoDate): Freshness {
  const day = earliestDay(on);
  if (!day) return { kind: 'undated' };
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86400000));
  return { kind: days <= FRESH_DAYS ? 'fresh' : days <= RECENT_DAYS ? 'recent' : 'old', days };
}

const LOOSE = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/**
 * The first day a rough date can mean.
 * @example earliestDay('2022') -> '2022-01-01', earliestDay('2022-06') -> '2022-06-01', earliestDay('undated') -> undefined
 */
export function earliestDay(loose: LooseDate): IsoDate | undefined {
  const [, year, month = '01', day = '01'] = LOOSE.exec(loose) ?? [];
  return year && `${year}-${month}-${day}`;
}

/**
 * The last day a rough date can mean.
 * @example latestDay('2022') -> '2022-12-31', latestDay('2022-06') -> '2022-06-30', latestDay('undated') -> undefined
 */
export function latestDay(loose: LooseDate): IsoDate | undefined {
  const [, year, month, day] = LOOSE.exec(loose) ?? [];
  if (!year || day) return year && loose;
  // Day 0 of the next month is the last day of this one.
  return new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).toISOString().slice(0, 10);
}

/** For sorting, oldest first: undated before everything, of two dates that may begin on the same day the rougher one first. */
export function compareLoose(a: LooseDate, b: LooseDate): number {
  return compareText(earliestDay(a) ?? '', earliestDay(b) ?? '') || compareText(a, b);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
