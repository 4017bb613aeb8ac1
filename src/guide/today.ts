/** One day as a line of time: what is open now, what comes later, what tomorrow. Runs on the phone, so it stays small. */
import { parisClock } from './paris-clock.ts';
import { isClockWrong, type Moment, nextOpening, type PhoneHours, type State, stateAt } from './schedule.ts';
import type { Audience, HoursTable, IsoDate, Span, Status } from './types.ts';

/** The groups of the line in the order in which they stand; `day` takes the place of the first three where nothing is said about now. */
export const DAY_PARTS = ['now', 'later', 'tomorrow', 'day', 'always', 'other', 'ask'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** What the line must know of a service. */
export interface DayEntry {
  hours: PhoneHours;
  status: Status;
  needs: readonly string[];
  audience: readonly Audience[];
}

/** Where an entry stands on the line. */
export interface Turn<E> {
  entry: E;
  part: DayPart;
  /** Only of what is open now; missing when it stays open to the end of what is known. */
  until?: Moment;
  /** Openings of the day still to come, without the one that is now. */
  spans: readonly Span[];
  /** Smaller stands first within the part. */
  order: number;
}

export interface Day<E> {
  date: IsoDate;
  /** Minutes after midnight in Paris; missing when nothing can be said about now. */
  minute?: number;
  parts: Record<DayPart, Turn<E>[]>;
}

const LAST = 1e6;
const MIDNIGHT = 1440;

/** The line of time at that moment; without a moment, or with a clock that cannot be right, the line of the guide's own day. */
export function dayAt<E extends DayEntry>(entries: readonly E[], made: IsoDate, now?: Date): Day<E> {
  const clock = now && parisClock(now);
  const live = clock && !isClockWrong(clock.date, made);
  const turns = entries.flatMap((entry) => {
    if (entry.status === 'suspended') return [];
    return { entry, ...(now && live ? turnAt(entry, now, made, clock.date) : turnOn(entry, made)) };
  });
  const parts = {} as Day<E>['parts'];
  for (const part of DAY_PARTS) parts[part] = turns.filter((turn) => turn.part === part).sort((a, b) => a.order - b.order);
  return live ? { date: clock.date, minute: clock.minute, parts } : { date: made, parts };
}

type Place = Omit<Turn<never>, 'entry'>;

const untimed = (part: DayPart, order = 0): Place => ({ part, spans: [], order });

/** A place that may not run any more is asked for first, whatever its hours say. */
const isUncertain = ({ hours, status }: DayEntry) =>
  status === 'unknown' || hours.kind === 'unknown' || hours.kind === 'by-appointment';

function turnAt(entry: DayEntry, now: Date, made: IsoDate, today: IsoDate): Place {
  const { hours } = entry;
  if (isUncertain(entry)) return untimed('ask');
  if (hours.kind !== 'table') return untimed('always');
  const state = stateAt(hours, now, made);
  if (state.kind === 'open') return openTurn(hours.table, today, state);
  if (state.kind !== 'closed') return untimed('ask');
  const { opens } = state;
  if (!opens || opens.days > 1) return untimed('other', opens ? opens.days : LAST);
  return timed(opens.days ? 'tomorrow' : 'later', openingsOn(hours.table, opens.date, opens.minute));
}

function openTurn(table: HoursTable, today: IsoDate, { until }: Extract<State, { kind: 'open' }>): Place {
  if (!until) return untimed('now', LAST);
  const end = until.days * MIDNIGHT + until.minute;
  return { part: 'now', until, spans: openingsOn(table, today, end), order: end };
}

/** Where an entry stands as long as no day is named: `day` when its hours differ from day to day. */
export function partOnAnyDay(entry: DayEntry): 'day' | 'always' | 'ask' {
  if (isUncertain(entry)) return 'ask';
  return entry.hours.kind === 'table' ? 'day' : 'always';
}

/** The whole of a day, by its openings alone. */
function turnOn(entry: DayEntry, date: IsoDate): Place {
  const { hours } = entry;
  if (hours.kind !== 'table' || isUncertain(entry)) return untimed(partOnAnyDay(entry));
  if (date < hours.table.from || date > hours.table.until) return untimed('ask');
  const spans = openingsOn(hours.table, date, 0);
  return spans.length ? timed('day', spans) : untimed('other');
}

const timed = (part: DayPart, spans: readonly Span[]): Place => ({
  part,
  spans,
  order: (spans[0]?.[0] ?? 0) + (spans[0]?.[1] ?? 0) / 1e5,
});

/** Openings of a day that end after `minute`; a night that began before counts from midnight. */
function openingsOn(table: HoursTable, date: IsoDate, minute: number): Span[] {
  const spans: Span[] = [];
  let next = nextOpening(table, date, minute);
  while (next && next[0] < MIDNIGHT) {
    spans.push([Math.max(0, next[0]), next[1]]);
    next = nextOpening(table, date, next[1]);
  }
  return spans;
}

export const PERSONS = ['anyone', 'woman', 'children', 'under-18'] as const;
/** Who looks: somebody, a woman, somebody with children, somebody under 18. */
export type Person = (typeof PERSONS)[number];

/** What each is surely not the person for. In doubt nothing is hidden: a woman may be under 18, a father may be with his children. */
const NOT_FOR: Record<Person, readonly Audience[]> = {
  anyone: [],
  woman: ['men'],
  children: ['under-18'],
  'under-18': ['men'],
};
/** What names them stands first among what has no time. */
const MEANT_FOR: Record<Person, readonly Audience[]> = {
  anyone: [],
  woman: ['women'],
  children: ['families', 'children'],
  'under-18': ['under-18', 'children'],
};

export const fits = (audience: readonly Audience[], person: Person) => audience.some((who) => !NOT_FOR[person].includes(who));

/** Entries for that need and person, what is meant for the person first; without a need those of all needs. */
export function chosen<E extends DayEntry>(entries: readonly E[], person: Person, need?: string): E[] {
  const isMeant = ({ audience }: E) => audience.some((who) => MEANT_FOR[person].includes(who));
  const fitting = entries.filter(({ needs, audience }) => (!need || needs.includes(need)) && fits(audience, person));
  return [...fitting.filter(isMeant), ...fitting.filter((entry) => !isMeant(entry))];
}
