/** What an editor should look at again, although the library can read it. Hours that would mislead somebody are refused, the rest is a warning. */
import type { opening_hours, opening_hours_warning } from 'opening_hours';
import { formatMinute } from '../../guide/schedule.ts';
import type { IsoDate, Span } from '../../guide/types.ts';
import { DAYS, type Holidays, type Opening, openingsOf, readOsm, sentence } from './osm-hours.ts';

type Days = readonly (readonly Span[])[];

/** Hours that are only perhaps. */
export function unsureMessage(osm: string, { comment }: Opening): string {
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
export function tornNight(read: opening_hours, days: Days): number | undefined {
  const ends = days.flat().map(([, end]) => end - 1440);
  const midnightIsWritten = /\b(24:00|00?:00)\b/.test(read.prettifyValue());
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

/** `night` is the day on which it began. */
export function tornMessage(osm: string, night: IsoDate, days: Days): string {
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

/** The library's own doubts, and comments that would be lost. */
export function libraryWarnings(osm: string, read: opening_hours): string[] {
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
export function suspicions(osm: string, days: Days): string[] {
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
export function idleRules(osm: string, from: IsoDate, holidays: Holidays): string[] {
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
      `The part “${rule.trim()}” changes nothing in the next ${DAYS} days: a later part replaces it, or its dates lie outside. Several times on the same day are joined by a comma ("Mo 09:00-12:00,14:00-17:00").`,
  );
}
