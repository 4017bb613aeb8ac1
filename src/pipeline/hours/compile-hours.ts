import { addDays } from '../../guide/schedule.ts';
import type { Hours, IsoDate, Span } from '../../guide/types.ts';
import { idleRules, libraryWarnings, suspicions, tornMessage, tornNight, unsureMessage } from './doubtful-hours.ts';
import { daysToTable } from './hours-table.ts';
import {
  DAYS,
  explain,
  type Holidays,
  type HoursProblem,
  inUtc,
  type Opening,
  openingsOf,
  readOsm,
  unfitWords,
  utcDay,
} from './osm-hours.ts';

/** Warnings are whole sentences about hours that can be read but look wrong. */
export type CompiledHours = ({ hours: Hours } | { problem: HoursProblem }) & { warnings: string[] };

/** The check asks for every place's hours, then the guide does, then the next guide while somebody writes; the answer is dear. */
const compiled = new Map<string, CompiledHours>();

/**
 * First day of the tables of a guide made on that day: the first of the month, so that a new day alone makes no new tables. Of the month
 * of the day before, which a phone whose clock is a little late still believes in.
 */
export const firstDayOf = (made: IsoDate): IsoDate => `${addDays(made, -1).slice(0, 8)}01`;

/** Makes the table for the phone out of OSM opening_hours, `24/7`, `by-appointment` or `unknown`, from a day in Europe/Paris on. */
export function compileHours(text: string, from: IsoDate, holidays: Holidays): CompiledHours {
  const key = JSON.stringify([text, from, holidays.country, holidays.state]);
  const known = compiled.get(key) ?? compileAnew(text, from, holidays);
  compiled.set(key, known);
  return known;
}

function compileAnew(text: string, from: IsoDate, holidays: Holidays): CompiledHours {
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

function expand(osm: string, from: IsoDate, holidays: Holidays): CompiledHours {
  const read = readOsm(osm, holidays);
  const openings = openingsOf(read, from);
  const unsure = openings.find((opening) => opening.unsure);
  if (unsure) return { problem: { message: unsureMessage(osm, unsure) }, warnings: [] };
  const [eve = [], ...days] = toDays(joinTouching(openings), from);
  const torn = tornNight(read, [eve, ...days]);
  if (torn !== undefined) return { problem: { message: tornMessage(osm, addDays(from, torn - 1), days) }, warnings: [] };
  const warnings = [...libraryWarnings(osm, read), ...suspicions(osm, days), ...idleRules(osm, from, holidays)];
  if (days.every(isWholeDay) && read.getNextChange(utcDay(from)) === undefined) return { hours: { kind: 'always' }, warnings };
  return { hours: { kind: 'table', table: daysToTable(from, days, eve), osm }, warnings };
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
