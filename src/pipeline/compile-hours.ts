import OpeningHours, { type opening_hours, type opening_hours_warning } from 'opening_hours';
import { addDays, formatMinute } from '../guide/schedule.ts';
import type { Hours, IsoDate, Span } from '../guide/types.ts';
import { daysToTable } from './hours-table.ts';

/** How many days the table knows, the first included. */
const DAYS = 400;
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

/** Warnings are whole sentences about hours that can be read but look wrong. */
export type CompiledHours = ({ hours: Hours } | { problem: HoursProblem }) & { warnings: string[] };

/** Makes the table for the phone out of OSM opening_hours, `24/7`, `by-appointment` or `unknown`, from a day in Europe/Paris on. */
export function compileHours(text: string, from: IsoDate, holidays: Holidays): CompiledHours {
  const osm = text.trim();
  if (osm === 'unknown' || osm === 'by-appointment') return { hours: { kind: osm }, warnings: [] };
  if (osm === '24/7') return { hours: { kind: 'always' }, warnings: [] };
  const unfit = unfitWords(text);
  if (unfit) return { problem: unfit, warnings: [] };
  try {
    return inUtc(() => expand(osm, from, holidays));
  } catch (error) {
    if (typeof error !== 'string') throw error;
    return { problem: explain(error, text), warnings: [] };
  }
}

/**
 * The library reads dates by their local fields. In UTC every day has 24 hours and every time on the wall exists once,
 * so the table is the same on every machine. Nothing else runs meanwhile: `work` is synchronous.
 */
function inUtc<T>(work: () => T): T {
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

function unfitWords(text: string): HoursProblem | undefined {
  const plain = text.replace(/"[^"]*"/g, (comment) => ' '.repeat(comment.length));
  for (const [words, message] of UNFIT) {
    const at = plain.search(words);
    if (at >= 0) return { message, at };
  }
  return undefined;
}

function expand(osm: string, from: IsoDate, holidays: Holidays): CompiledHours {
  const read = readOsm(osm, holidays);
  const openings = openingsOf(read, from);
  const unsure = openings.find((opening) => opening.unsure);
  if (unsure) return { problem: { message: unsureMessage(osm, unsure) }, warnings: [] };
  const [eve = [], ...days] = toDays(joinTouching(openings), from);
  const torn = tornNight(osm, [eve, ...days]);
  if (torn !== undefined) return { problem: { message: tornMessage(osm, addDays(from, torn - 1), days) }, warnings: [] };
  const warnings = [...libraryWarnings(osm, read), ...suspicions(osm, days), ...idleRules(osm, from, holidays)];
  if (days.every(isWholeDay) && read.getNextChange(utcDay(from)) === undefined) return { hours: { kind: 'always' }, warnings };
  return { hours: { kind: 'table', table: daysToTable(from, days, eve), osm }, warnings };
}

/** The library throws a string when it cannot read the text. Without a place it would silently take German holidays. */
function readOsm(osm: string, { country, state }: Holidays): opening_hours {
  return new OpeningHours(
    osm,
    { lat: 0, lon: 0, address: { country_code: country, state } },
    { locale: 'en', mode: 0, tag_key: 'opening_hours', map_value: undefined, warnings_severity: undefined },
  );
}

/** `start` and `end` in minutes since the eve of `from` began. */
interface Opening {
  start: number;
  end: number;
  /** The library only says that it may be open: a comment, `unknown`, an open end. */
  unsure: boolean;
  comment: string | undefined;
}

/** With some days more on both sides, so that long openings are seen whole. */
function openingsOf(read: opening_hours, from: IsoDate): Opening[] {
  const zero = utcDay(addDays(from, -1)).getTime();
  const minutes = (date: Date) => Math.round((date.getTime() - zero) / 60000);
  return read
    .getOpenIntervals(utcDay(addDays(from, -9)), utcDay(addDays(from, DAYS + 9)))
    .map(([start, end, unsure, comment]) => ({ start: minutes(start), end: minutes(end), unsure, comment }));
}

/** The library keeps what touches apart when the comments differ, and every holiday's name is a comment. */
function joinTouching(openings: readonly Opening[]): Opening[] {
  const joined: Opening[] = [];
  for (const opening of openings) {
    const last = joined.at(-1);
    if (last && last.end >= opening.start) joined[joined.length - 1] = { ...last, end: opening.end };
    else joined.push(opening);
  }
  return joined;
}

const utcDay = (date: IsoDate) => new Date(Date.parse(date));

/**
 * Spans of the eve and of every day of the table. A night belongs to the day it starts on; what lasts longer than 24 hours is cut at midnight.
 * @example Fr 22:00-26:00 -> [1320, 1560] on Friday; Fr 18:00-Su 12:00 -> [1080, 1440], [0, 1440], [0, 720]
 */
function toDays(openings: readonly Opening[], from: IsoDate): Span[][] {
  const days: Span[][] = Array.from({ length: DAYS + 1 }, () => []);
  for (const { start, end } of openings.flatMap(cutAtMidnight)) {
    const day = Math.floor(start / 1440);
    days[day]?.push([start - day * 1440, end - day * 1440]);
  }
  if (days.flat().some(([start, end]) => start < 0 || end <= start))
    throw new Error(`No sense in the expanded hours from ${from}.`);
  return days;
}

function cutAtMidnight({ start, end }: Opening): { start: number; end: number }[] {
  if (end - start <= 1440) return [{ start, end }];
  const pieces: { start: number; end: number }[] = [];
  for (let at = start; at < end; ) {
    const midnight = (Math.floor(at / 1440) + 1) * 1440;
    pieces.push({ start: at, end: Math.min(midnight, end) });
    at = midnight;
  }
  return pieces;
}

const isWholeDay = (spans: readonly Span[]) => spans.length === 1 && spans[0]?.[0] === 0 && spans[0][1] === 1440;

/**
 * What the library throws, as a sentence with its place.
 * @example 'Mo-Fr 10:00 <--- (hyphen (-) or open end (+) expected) ...' -> at 11, 'These opening hours cannot be read near the end of ...'
 */
function explain(thrown: string, text: string): HoursProblem {
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

const sentence = (words: string) => words.trim().replace(/[^.!?]$/, '$&.');

function unsureMessage(osm: string, { comment }: Opening): string {
  if (comment?.startsWith('Specified as open end'))
    return `“${osm}” gives no closing time (+), so nobody could be told until when it is open: write the closing time, or unknown.`;
  const words = comment ? ` (${comment})` : '';
  return `“${osm}” does not say for sure when it is open${words}: write times only and put words into hours_note, or write by-appointment or unknown.`;
}

/**
 * In OSM a rule such as "PH off" counts for one calendar day, so of two nights it closes the wrong halves:
 * the night before ends at 24:00, and the one that does not take place still shows its small hours. Nobody means that.
 * @returns the index of the day on which the first such night began
 */
function tornNight(osm: string, days: readonly (readonly Span[])[]): number | undefined {
  const ends = days.flat().map(([, end]) => end - 1440);
  const midnightIsWritten = /\b(24:00|00?:00)\b/.test(osm);
  const runsOn = (day: number) => days[day]?.some(([, end]) => end >= 1440);
  const beginsAtMidnight = (day: number) => days[day]?.some(([start]) => start === 0);
  for (const [day, spans] of days.entries()) {
    for (const [start, end] of spans) {
      const firstHalf = start > 0 && end === 1440 && !beginsAtMidnight(day + 1) && day + 1 < days.length;
      if (firstHalf && !midnightIsWritten) return day;
      const secondHalf = start === 0 && end < 1440 && !runsOn(day - 1) && day > 0;
      if (secondHalf && (!midnightIsWritten || ends.includes(end))) return day - 1;
    }
  }
  return undefined;
}

function tornMessage(osm: string, night: IsoDate, days: readonly (readonly Span[])[]): string {
  const usual = days.flat().find(([, end]) => end > 1440) ?? [1080, 1920];
  return `“${osm}” cuts the night of ${night} at midnight, because a rule counts for one calendar day. Close a whole night with its own times, e.g. "PH ${times(usual)} off" or "Dec 24 ${times(usual)} off".`;
}

/** The library read these as something else than what is written; one warning for all of them is enough. */
const CORRECTIONS: readonly opening_hours_warning['type'][] = [
  'adding_0',
  'ambiguous_word',
  'hour_min_separator',
  'no_colon_after',
  'omit_ko',
  'please_use_ok_for_ko',
  'rant_degree_sign_used_for_zero',
  'separator_for_readability',
  'without_minutes',
  'word_error_correction',
];
/** Left out: what depends on the day of the build, and what our own checks say more plainly. */
const IGNORED: readonly opening_hours_warning['type'][] = [
  'additional_rule_separator_not_used_after_time_wrapping_midnight',
  'date_past',
  'date_range_past',
  'year_past',
  'public_holiday',
  'vague',
];

function libraryWarnings(osm: string, read: opening_hours): string[] {
  const found = read.getStructuredWarnings();
  const corrected = found.some(({ type }) => CORRECTIONS.includes(type));
  const others = found.filter(({ type }) => !CORRECTIONS.includes(type) && !IGNORED.includes(type));
  const comment = /"[^"]+"/.exec(osm)?.[0];
  return [
    ...(corrected ? [`“${osm}” was read as “${read.prettifyValue()}”: if that is meant, write it like that.`] : []),
    ...(comment ? [`The comment ${comment} is not shown to readers: put it into hours_note and take it out here.`] : []),
    ...others.map(({ message }) => `Please look at “${osm}” again: ${sentence(message)}`),
  ];
}

/** What can be read but is probably not meant. */
function suspicions(osm: string, days: readonly (readonly Span[])[]): string[] {
  const spans = days.flat();
  if (!spans.length) return [`“${osm}” is never open in the next ${DAYS} days: correct it, or set status: suspended.`];
  const short = spans.find(([start, end]) => end - start < 15);
  const swapped = spans.find(looksSwapped);
  const long = !/^(24\/7|open)\b/.test(osm) && spans.find(([start, end]) => end - start > 1200);
  return [
    ...(short ? [`“${osm}” is open for less than 15 minutes (${times(short)}): check both times.`] : []),
    ...(swapped
      ? [`“${osm}” is open overnight, ${times(swapped)} of the next day: if that is not meant, swap the two times.`]
      : []),
    ...(long
      ? [`“${osm}” is open more than 20 hours on a day (${times(long)}): write 24/7 if it never closes, else give its times.`]
      : []),
  ];
}

/** A night such as 19:00-09:00 that would be a usual office day the other way round. */
const looksSwapped = ([start, end]: Span) => end >= 1440 + 360 && end - start < 1440 && start <= 1200;

const times = ([start, end]: Span) => `${formatMinute(start)}-${formatMinute(end)}`;

/** Rules that change nothing: most often times of the same days that a later rule replaces. */
function idleRules(osm: string, from: IsoDate, holidays: Holidays): string[] {
  const rules = osm.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const open = (text: string) =>
    JSON.stringify(openingsOf(readOsm(text, holidays), from).map(({ start, end, unsure }) => [start, end, unsure]));
  const whole = rules.length > 1 && open(osm);
  const idle = rules.filter((rule, index) => {
    const others = rules.filter((_, other) => other !== index).join(';');
    return whole && rule.trim() && !/\b(off|closed)\b/.test(rule) && others.trim() && open(others) === whole;
  });
  return idle.map(
    (rule) =>
      `The part “${rule.trim()}” changes nothing in the next ${DAYS} days: a later part replaces it, or its dates are over. Several times on the same day are joined by a comma ("Mo 09:00-12:00,14:00-17:00").`,
  );
}
