import { type Weekday, weekdayOf } from '../../guide/paris-clock.ts';
import { addDays } from '../../guide/schedule.ts';
import type { HoursTable, IsoDate, Span, Week } from '../../guide/types.ts';

/** A lasting change of the regular week must spare more than this many single days, else they are listed as exceptions. */
const DAYS_WORTH_A_WEEK = 7;

interface Day {
  date: IsoDate;
  weekday: Weekday;
  spans: readonly Span[];
  /** The spans as text, to compare by. */
  key: string;
}

/** Some whole calendar weeks in a row and what is regular in them. */
interface Season {
  days: readonly Day[];
  week: Week;
  /** Days in it that differ from the regular week. */
  exceptions: Day[];
}

/**
 * The smallest table that gives every day its spans. The same days always give the same table.
 * @param eve what is open on the day before `from`, for nights that reach into it
 */
export function daysToTable(from: IsoDate, spansByDay: readonly (readonly Span[])[], eve: readonly Span[] = []): HoursTable {
  const days = spansByDay.map((spans, index) => toDay(addDays(from, index), spans));
  const seasons = toSeasons(joinEqualWeeks(toCalendarWeeks(days)));
  const exceptions = [
    ...unusualEve(toDay(addDays(from, -1), eve), seasons[0]),
    ...seasons.flatMap((season) => season.exceptions),
  ];
  return {
    from,
    until: addDays(from, days.length - 1),
    weeks: seasons.map((season) => ({ from: season.days[0]?.date ?? from, days: season.week })),
    ...(exceptions.length && { days: Object.fromEntries(exceptions.map((day) => [day.date, day.spans])) }),
  };
}

const toDay = (date: IsoDate, spans: readonly Span[]): Day => ({
  date,
  weekday: weekdayOf(date),
  spans,
  key: JSON.stringify(spans),
});

/** The phone takes the eve for a regular day; it must be told only when that gives the first night another end. */
function unusualEve(eve: Day, first: Season | undefined): Day[] {
  const regular = first?.week[eve.weekday] ?? [];
  const night = (spans: readonly Span[]) => JSON.stringify(spans.filter(([, end]) => end > 1440));
  return night(eve.spans) === night(regular) ? [] : [eve];
}

function toCalendarWeeks(days: readonly Day[]): Day[][] {
  const weeks: Day[][] = [];
  for (const day of days) {
    if (!weeks.length || day.weekday === 0) weeks.push([]);
    weeks.at(-1)?.push(day);
  }
  return weeks;
}

/** The cheapest cut is never between two weeks that are alike, so they need not be tried apart. */
function joinEqualWeeks(weeks: readonly Day[][]): Day[][] {
  const keys = (week: readonly Day[]) => week.map((day) => day.key).join();
  const joined: Day[][] = [];
  for (const [index, week] of weeks.entries()) {
    if (keys(week) === keys(weeks[index - 1] ?? [])) joined.at(-1)?.push(...week);
    else joined.push([...week]);
  }
  return joined;
}

/** Cuts the weeks into the cheapest run of seasons: a season costs as much as `DAYS_WORTH_A_WEEK` exceptions. */
function toSeasons(weeks: readonly Day[][]): Season[] {
  const best: { cost: number; seasons: Season[] }[] = [{ cost: 0, seasons: [] }];
  for (let end = 1; end <= weeks.length; end++) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, seasons: [] as Season[] };
    for (const [start, before] of best.entries()) {
      const season = toSeason(weeks.slice(start, end).flat());
      const cost = before.cost + DAYS_WORTH_A_WEEK + season.exceptions.length;
      if (cost < cheapest.cost) cheapest = { cost, seasons: [...before.seasons, season] };
    }
    best.push(cheapest);
  }
  return best.at(-1)?.seasons ?? [];
}

function toSeason(days: readonly Day[]): Season {
  const week = [0, 1, 2, 3, 4, 5, 6].map((weekday) => mostFrequent(days.filter((day) => day.weekday === weekday)));
  const regular = week.map((spans) => JSON.stringify(spans));
  return { days, week, exceptions: days.filter((day) => day.key !== regular[day.weekday]) };
}

/** Of equally frequent ones the first. */
function mostFrequent(days: readonly Day[]): readonly Span[] {
  const times = new Map<string, number>();
  for (const { key } of days) times.set(key, (times.get(key) ?? 0) + 1);
  const most = Math.max(...times.values());
  return days.find((day) => times.get(day.key) === most)?.spans ?? [];
}
