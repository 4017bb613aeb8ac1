/** Which day and time it is where the guide is. Runs on the phone. */
import type { IsoDate } from './types.ts';

export interface ParisClock {
  date: IsoDate;
  /** Minutes after midnight on the wall clock. */
  minute: number;
  /** Monday is 0. */
  weekday: Weekday;
}
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * Date and time on a wall clock in Paris, by the rule of Directive 2000/84/EC: one hour before UTC,
 * two from the last Sunday of March until the last of October, both at 01:00 UTC.
 * Not asked of the browser: waking its time zones blocks a slow phone for a tenth of a second, and an old phone's are old.
 */
export function parisClock(now: Date): ParisClock {
  // A clock that gives no number at all is read as 1970, which is believed as little.
  const time = now.getTime() || 0;
  const year = new Date(time).getUTCFullYear();
  const isSummer = time >= changeOf(year, MARCH) && time < changeOf(year, OCTOBER);
  const wall = new Date(time + (isSummer ? 2 : 1) * 3_600_000);
  const date = wall.toISOString().slice(0, 10);
  return { date, minute: wall.getUTCHours() * 60 + wall.getUTCMinutes(), weekday: weekdayOf(date) };
}

const [MARCH, OCTOBER] = [2, 9];

/** 01:00 UTC on the last Sunday of a month that has 31 days. */
function changeOf(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.setUTCDate(31 - last.getUTCDay());
}

/** @example weekdayOf('2027-03-29') -> 0, a Monday */
export const weekdayOf = (date: IsoDate): Weekday => ((new Date(date).getUTCDay() + 6) % 7) as Weekday;
