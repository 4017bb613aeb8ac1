/** What opening hours mean now: always in Europe/Paris, whatever the phone's own zone. Runs on the phone, so it stays small. */
import { type ParisClock, parisClock, weekdayOf } from './paris-clock.ts';
import type { Hours, HoursTable, IsoDate, Span, Week } from './types.ts';

const DAY = 1440;

export interface Moment {
  date: IsoDate;
  /** 0-1439 for an opening, 1-1440 for an end: a place that closes at midnight closes at 24:00 of its own day. */
  minute: number;
  /** Calendar days from today in Paris: 0 today, 1 tomorrow. */
  days: number;
}

export type State =
  /** Without `until`: open at least to the end of what the table knows. */
  | { kind: 'open'; until?: Moment; always?: true }
  /** Without `opens`: closed to the end of what the table knows. */
  | { kind: 'closed'; opens?: Moment }
  | { kind: 'unknown' }
  | { kind: 'by-appointment' }
  /** The phone's clock cannot be right: show the hours and say nothing about now. */
  | { kind: 'clock-wrong' };

/** Hours as they travel in a page: without the editor's string. */
export type PhoneHours = Exclude<Hours, { kind: 'table' }> | { kind: 'table'; table: HoursTable };

/** `made` is the day the guide was made; a phone that shows a much other day is not believed. */
export function stateAt(hours: PhoneHours, now: Date, made: IsoDate): State {
  if (hours.kind === 'always') return { kind: 'open', always: true };
  if (hours.kind !== 'table') return { kind: hours.kind };
  const clock = parisClock(now);
  if (isClockWrong(clock.date, made)) return { kind: 'clock-wrong' };
  if (!daySpans(hours.table, clock.date)) return { kind: 'unknown' };
  return stateInTable(hours.table, clock.date, minuteReached(now, clock));
}

/** Before the day before the guide was made, or more than three years after it. */
export function isClockWrong(today: IsoDate, made: IsoDate): boolean {
  return today < addDays(made, -1) || today > Number(made.slice(0, 4)) + 3 + made.slice(4);
}

/**
 * The latest minute that today's wall clock has shown.
 * When clocks go back, 02:00-02:59 comes twice: the second time, what ended within that hour stays ended.
 */
function minuteReached(now: Date, clock: ParisClock): number {
  const anHourAgo = parisClock(new Date(now.getTime() - 3600000));
  return anHourAgo.minute === clock.minute ? 179 : clock.minute;
}

function stateInTable(table: HoursTable, today: IsoDate, minute: number): State {
  const opening = nextOpening(table, today, minute);
  if (!opening) return { kind: 'closed' };
  const [start, end] = opening;
  if (start > minute) return { kind: 'closed', opens: moment(today, Math.floor(start / DAY), start) };
  const lastDay = Math.ceil(end / DAY) - 1;
  if (end % DAY === 0 && addDays(today, lastDay) >= table.until) return { kind: 'open' };
  return { kind: 'open', until: moment(today, lastDay, end) };
}

const moment = (today: IsoDate, days: number, minute: number): Moment => ({
  date: addDays(today, days),
  minute: minute - days * DAY,
  days,
});

/** The first opening that ends after `minute`, joined with what follows without a gap; minutes count from today's midnight. */
export function nextOpening(table: HoursTable, today: IsoDate, minute: number): Span | undefined {
  let opening: Span | undefined;
  let day = -1;
  for (let date = addDays(today, day); date <= table.until; date = addDays(today, ++day)) {
    for (const span of spansOn(table, date)) {
      const [start, end] = [span[0] + day * DAY, span[1] + day * DAY];
      if (opening && start > opening[1]) return opening;
      if (opening) opening = [opening[0], Math.max(opening[1], end)];
      else if (end > minute) opening = [start, end];
    }
  }
  return opening;
}

/** Openings that start on that day; `undefined` where the table knows nothing. */
export function daySpans(table: HoursTable, date: IsoDate): readonly Span[] | undefined {
  return date < table.from || date > table.until ? undefined : spansOn(table, date);
}

/** Also answers for the day before the table, whose night may reach into it. */
const spansOn = (table: HoursTable, date: IsoDate): readonly Span[] =>
  table.days?.[date] ?? weekAt(table, date)[weekdayOf(date)] ?? [];

/** The regular week in force on that day. */
export function weekAt(table: HoursTable, date: IsoDate): Week {
  let days: Week = [];
  for (const week of table.weeks) if (week.from <= date || !days.length) days = week.days;
  return days;
}

/** The days among the next `days`, beginning with `from`, that differ from their regular week. */
export function nextExceptions(table: HoursTable, from: IsoDate, days: number): { date: IsoDate; spans: readonly Span[] }[] {
  const found: { date: IsoDate; spans: readonly Span[] }[] = [];
  for (let day = 0; day < days; day++) {
    const date = addDays(from, day);
    if (table.days?.[date] && daySpans(table, date)) found.push({ date, spans: table.days[date] });
  }
  return found;
}

/**
 * How long a copy of the guide that nobody renews is good, in days. Services close and move within weeks; after a season a copy
 * may send people to a place that is gone.
 */
export const GOOD_DAYS = 90;

/** @example addDays('2027-02-28', 1) -> '2027-03-01' */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(date) + days * 86400000).toISOString().slice(0, 10);

/** @example formatMinute(540) -> '09:00', formatMinute(1440) -> '24:00', formatMinute(1500) -> '01:00' */
export function formatMinute(minute: number): string {
  const ofDay = minute > DAY ? minute % DAY : minute;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Numbers only, so that nothing needs escaping in an attribute. Days are counted from the first one, 0 repeats the day before. */
type Packed = [
  from: number,
  length: number,
  weeks: [from: number, ...days: (number[] | 0)[]][],
  days: [day: number, ...startsAndEnds: number[]][],
];

/**
 * Hours for a `data-hours` attribute, read again by `readHours`.
 * @example compactHours({ kind: 'always' }) -> 'always'
 * @example a table -> '[20778,400,[[0,[540,720],0,0,0,0,[],0]],[[34]]]': weekdays 09:00-12:00 from 2026-11-21, closed at Christmas
 */
export function compactHours(hours: PhoneHours): string {
  if (hours.kind !== 'table') return hours.kind;
  const { from, until, weeks, days = {} } = hours.table;
  const since = (date: IsoDate) => dayNumber(date) - dayNumber(from);
  const packed: Packed = [
    dayNumber(from),
    since(until) + 1,
    weeks.map((week) => [since(week.from), ...packWeek(week.days)]),
    Object.keys(days)
      .sort()
      .map((date) => [since(date), ...(days[date] ?? []).flat()]),
  ];
  return JSON.stringify(packed);
}

const dayNumber = (date: IsoDate) => Date.parse(date) / 86400000;

const packWeek = (week: Week): (number[] | 0)[] =>
  week.map((spans) => spans.flat()).map((day, index, days) => (index && `${day}` === `${days[index - 1]}` ? 0 : day));

/** The inverse of `compactHours`. */
export function readHours(text: string): PhoneHours {
  if (text[0] !== '[') return { kind: text as Exclude<Hours['kind'], 'table'> };
  const [first, length, weeks, exceptions] = JSON.parse(text) as Packed;
  const from = addDays('1970-01-01', first);
  const table: HoursTable = {
    from,
    until: addDays(from, length - 1),
    weeks: weeks.map(([since, ...days]) => ({ from: addDays(from, since), days: readWeek(days) })),
  };
  const days: Record<IsoDate, readonly Span[]> = {};
  for (const [since, ...numbers] of exceptions) days[addDays(from, since)] = toSpans(numbers);
  if (exceptions.length) table.days = days;
  return { kind: 'table', table };
}

function readWeek(days: readonly (number[] | 0)[]): Week {
  let spans: Span[] = [];
  return days.map((day) => {
    if (day) spans = toSpans(day);
    return spans;
  });
}

const toSpans = (numbers: readonly number[]): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at < numbers.length; at += 2) spans.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  return spans;
};
