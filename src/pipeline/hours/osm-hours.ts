/** The only file that knows the opening_hours library and its manners. */
import OpeningHours, { type opening_hours } from 'opening_hours';
import { addDays } from '../../guide/schedule.ts';
import type { IsoDate } from '../../guide/types.ts';

/** How many days the table knows, the first included. */
export const DAYS = 400;
const EXAMPLE = 'Write them like "Mo-Fr 09:00-12:00,14:00-17:00; PH off", or write by-appointment or unknown.';

/** Where public holidays are looked up, e.g. `{ country: 'fr', state: 'Hauts-de-France' }`. */
export interface Holidays {
  country: string;
  state: string;
}

export interface HoursProblem {
  message: string;
  /** Offset in the text up to which it could be read. */
  at?: number;
}

/**
 * The library reads dates by their local fields. In UTC every day has 24 hours and every time on the wall exists once,
 * so the table is the same on every machine. Nothing else runs meanwhile: `work` is synchronous.
 */
export function inUtc<T>(work: () => T): T {
  const zone = process.env.TZ;
  process.env.TZ = 'UTC';
  try {
    if (new Date(2027, 6, 1, 2, 30).getTime() !== Date.UTC(2027, 6, 1, 2, 30))
      throw new Error('compileHours cannot set the time zone in a worker thread; run it in the main thread or with TZ=UTC.');
    return work();
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

/** The library throws a string when it cannot read the text. Without a place it would silently take German holidays. */
export function readOsm(osm: string, { country, state }: Holidays): opening_hours {
  try {
    return new OpeningHours(
      osm,
      { lat: 0, lon: 0, address: { country_code: country, state } },
      { locale: 'en', mode: 0, tag_key: 'opening_hours', map_value: undefined, warnings_severity: undefined },
    );
  } catch (error) {
    // Over words like `constructor` it stumbles itself.
    throw error instanceof TypeError ? 'Unexpected token' : error;
  }
}

/** `start` and `end` in minutes since the eve of `from` began. */
export interface Opening {
  start: number;
  end: number;
  /** The library only says that it may be open: a comment, `unknown`, an open end. */
  unsure: boolean;
  comment: string | undefined;
}

/** With some days more on both sides, so that long openings are seen whole. */
export function openingsOf(read: opening_hours, from: IsoDate): Opening[] {
  const zero = utcDay(addDays(from, -1)).getTime();
  const minutes = (date: Date) => Math.round((date.getTime() - zero) / 60000);
  return read
    .getOpenIntervals(utcDay(addDays(from, -9)), utcDay(addDays(from, DAYS + 9)))
    .map(([start, end, unsure, comment]) => ({ start: minutes(start), end: minutes(end), unsure, comment }));
}

export const utcDay = (date: IsoDate) => new Date(Date.parse(date));

const UNFIT: readonly [words: RegExp, why: string][] = [
  [
    /\b(sunrise|sunset|dawn|dusk)\b/i,
    'The times of sunrise and sunset are not known to the guide: write clock times, e.g. "08:00-20:00".',
  ],
  [/\bSH\b/, 'School holidays (SH) are not known far enough ahead: write their dates, e.g. "2027 Feb 13-2027 Feb 28 off".'],
  [
    /\b\d{4}-\d\d-\d\d\b/,
    'In opening hours a date is written with the English month, e.g. "2027 Dec 24" or "2027 Dec 24-2027 Dec 31".',
  ],
];

export function unfitWords(text: string): HoursProblem | undefined {
  const plain = text.replace(/"[^"]*"/g, (comment) => ' '.repeat(comment.length));
  for (const [words, message] of UNFIT) {
    const at = plain.search(words);
    if (at >= 0) return { message, at };
  }
  return undefined;
}

/**
 * What the library throws, as a sentence with its place.
 * @example 'Mo-Fr 10:00 <--- (hyphen (-) or open end (+) expected) ...' -> at 11, 'These opening hours cannot be read near the end of ...'
 */
export function explain(thrown: string, text: string): HoursProblem {
  const [read = '', reason] = thrown.split(' <--- (');
  const place = text.indexOf(read);
  if (!reason || !read || place < 0)
    return { message: `These opening hours cannot be read. ${reasonOf(reason ?? thrown)}${EXAMPLE}` };
  const message = `These opening hours cannot be read near the end of “${read}”. ${reasonOf(reason)}${EXAMPLE}`;
  return { message, at: place + read.length };
}

/** The library's reason without what only its developers understand. */
function reasonOf(words: string): string {
  const reason = words.replace(/\)[^)]*$/, '').replace(/^An error occurred during evaluation.*opening_hours\.js\. /, '');
  if (reason.startsWith('hyphen')) return 'The end of an opening is missing. ';
  return /^(Unexpected token|The value contains nothing)/.test(reason) ? '' : `${sentence(reason)} `;
}

export const sentence = (words: string) => words.trim().replace(/[^.!?]$/, '$&.');
