/** What stands on the day's line of time in Calais, moment by moment. Run under several time zones by today.test.ts. */
import { formatMinute, readHours } from '../../../src/guide/schedule.ts';
import { DAY_PARTS, type DayEntry, dayAt, type Turn } from '../../../src/guide/today.ts';
import { attribute, MADE } from './schedule-cases.ts';

interface Place extends DayEntry {
  name: string;
}

const place = (name: string, hours: string, status: DayEntry['status'] = 'running'): Place => ({
  name,
  hours: readHours(attribute(hours)),
  status,
  needs: ['food'],
  audience: ['everyone'],
});

/** The tables reach from 2026-12-01 to 2028-01-04. */
const PLACES = [
  place('desk', 'Mo-Fr 09:00-12:00,14:00-17:00; PH off'),
  place('meal', 'Mo-Su 12:00-13:30'),
  place('night', 'Mo-Su 18:00-08:00'),
  place('van', 'Fr,Sa 22:00-02:30'),
  place('stopped', 'Mo-Su 00:00-24:00', 'suspended'),
];
const OTHERS = [
  place('line', '24/7'),
  place('gone?', 'Mo-Su 00:00-24:00', 'unknown'),
  place('lost', 'unknown'),
  place('lawyer', 'by-appointment'),
];

export interface Moment {
  name: string;
  /** With the offset that Paris has then. */
  now: string;
  is: string;
}

const DAILY = 'later: meal 12:00–13:30, night 18:00–08:00';
const NOTHING_KNOWN = 'ask: desk, meal, night, van';

export const MOMENTS: readonly Moment[] = [
  // A Wednesday, around the clock.
  {
    name: 'a night: one place to sleep, the day ahead in its order',
    now: '2027-02-03T03:00+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  },
  {
    name: 'a minute before the night ends',
    now: '2027-02-03T07:59+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  },
  {
    name: 'the minute the night ends',
    now: '2027-02-03T08:00+01:00',
    is: 'later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30, night 18:00–08:00 | other: van',
  },
  {
    name: 'the morning: open now, and again in the afternoon',
    now: '2027-02-03T10:00+01:00',
    is: `now: desk >12:00, then 14:00–17:00 | ${DAILY} | other: van`,
  },
  {
    name: 'noon: one closes as the other opens',
    now: '2027-02-03T12:00+01:00',
    is: 'now: meal >13:30 | later: desk 14:00–17:00, night 18:00–08:00 | other: van',
  },
  {
    name: 'between meal and desk',
    now: '2027-02-03T13:45+01:00',
    is: 'later: desk 14:00–17:00, night 18:00–08:00 | tomorrow: meal 12:00–13:30 | other: van',
  },
  {
    name: 'the afternoon',
    now: '2027-02-03T14:00+01:00',
    is: 'now: desk >17:00 | later: night 18:00–08:00 | tomorrow: meal 12:00–13:30 | other: van',
  },
  {
    name: 'the evening: what was today is tomorrow',
    now: '2027-02-03T17:00+01:00',
    is: 'later: night 18:00–08:00 | tomorrow: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  },
  {
    name: 'the place to sleep is open until tomorrow',
    now: '2027-02-03T23:59:59+01:00',
    is: 'now: night >08:00 | tomorrow: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  },
  {
    name: 'at midnight tomorrow is today',
    now: '2027-02-04T00:00+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | tomorrow: van 22:00–02:30',
  },
  // Friday to Monday.
  {
    name: 'Friday evening: the desk comes back on another day',
    now: '2027-02-05T21:00+01:00',
    is: 'now: night >08:00 | later: van 22:00–02:30 | tomorrow: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'Friday night: the soonest to close stands first',
    now: '2027-02-05T23:00+01:00',
    is: 'now: van >02:30, night >08:00 | tomorrow: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'Saturday, two in the night',
    now: '2027-02-06T02:00+01:00',
    is: 'now: van >02:30, then 22:00–02:30, night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'Saturday, when the van has gone until the evening',
    now: '2027-02-06T02:30+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: meal 12:00–13:30, van 22:00–02:30 | other: desk',
  },
  {
    name: 'Sunday noon: the desk is tomorrow',
    now: '2027-02-07T12:30+01:00',
    is: 'now: meal >13:30 | later: night 18:00–08:00 | tomorrow: desk 09:00–12:00 14:00–17:00 | other: van',
  },
  // Holidays.
  {
    name: 'the evening before Easter Monday',
    now: '2027-03-28T17:30+02:00',
    is: 'later: night 18:00–08:00 | tomorrow: meal 12:00–13:30 | other: desk, van',
  },
  {
    name: 'Easter Monday: the desk is closed on a Monday',
    now: '2027-03-29T10:00+02:00',
    is: `${DAILY} | tomorrow: desk 09:00–12:00 14:00–17:00 | other: van`,
  },
  {
    name: 'Labour Day, a Saturday',
    now: '2027-05-01T10:00+02:00',
    is: 'later: meal 12:00–13:30, night 18:00–08:00, van 22:00–02:30 | other: desk',
  },
  {
    name: 'Ascension, a Thursday, before a working Friday',
    now: '2027-05-06T10:00+02:00',
    is: `${DAILY} | tomorrow: desk 09:00–12:00 14:00–17:00, van 22:00–02:30`,
  },
  {
    name: 'the National Day',
    now: '2027-07-14T10:00+02:00',
    is: `${DAILY} | tomorrow: desk 09:00–12:00 14:00–17:00 | other: van`,
  },
  {
    name: "New Year's Eve before a holiday and a weekend",
    now: '2026-12-31T18:30+01:00',
    is: 'now: night >08:00 | tomorrow: meal 12:00–13:30, van 22:00–02:30 | other: desk',
  },
  {
    name: 'New Year, a Friday',
    now: '2027-01-01T09:30+01:00',
    is: 'later: meal 12:00–13:30, night 18:00–08:00, van 22:00–02:30 | other: desk',
  },
  {
    name: 'Christmas, a Saturday',
    now: '2027-12-25T22:00+01:00',
    is: 'now: van >02:30, night >08:00 | tomorrow: meal 12:00–13:30 | other: desk',
  },
  // Clock changes.
  {
    name: 'spring: a minute before the clocks jump',
    now: '2027-03-28T01:59+01:00',
    is: 'now: van >02:30, night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'spring: 02:30 never comes, at 03:00 the van has gone',
    now: '2027-03-28T03:00+02:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk, van',
  },
  {
    name: 'spring: the night ends by the new clock',
    now: '2027-03-28T08:00+02:00',
    is: `${DAILY} | other: desk, van`,
  },
  {
    name: 'spring: an hour before, seen in world time, it had not',
    now: '2027-03-28T05:59Z',
    is: 'now: night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk, van',
  },
  {
    name: 'autumn: half past two, the first time, ends the van',
    now: '2027-10-31T02:30+02:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk, van',
  },
  {
    name: 'autumn: a minute before, the first time',
    now: '2027-10-31T02:29+02:00',
    is: 'now: van >02:30, night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'autumn: two o’clock the second time does not bring it back',
    now: '2027-10-31T02:00+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: meal 12:00–13:30 | other: desk, van',
  },
  {
    name: 'autumn: the night ends by the new clock',
    now: '2027-10-31T08:00+01:00',
    is: `${DAILY} | other: desk, van`,
  },
  {
    name: 'autumn: the morning after is a holiday’s eve',
    now: '2027-10-31T17:59+01:00',
    is: 'later: night 18:00–08:00 | tomorrow: meal 12:00–13:30 | other: desk, van',
  },
  // The ends of what is known.
  {
    name: 'the first day of the table, in the night that began before it',
    now: '2026-12-01T03:00+01:00',
    is: 'now: night >08:00, then 18:00–08:00 | later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  },
  { name: 'the day before the guide was made', now: '2026-11-30T12:00+01:00', is: NOTHING_KNOWN },
  {
    name: 'the last day of the table',
    now: '2028-01-04T10:00+01:00',
    is: `now: desk >12:00, then 14:00–17:00 | ${DAILY} | other: van`,
  },
  {
    name: 'the last evening: nobody knows about tomorrow',
    now: '2028-01-04T17:30+01:00',
    is: 'later: night 18:00–08:00 | other: desk, meal, van',
  },
  {
    name: 'the last night reaches beyond the table',
    now: '2028-01-04T23:00+01:00',
    is: 'now: night >08:00 | other: desk, meal, van',
  },
  { name: 'the day after the last day', now: '2028-01-05T00:00+01:00', is: NOTHING_KNOWN },
  { name: 'a year after the last day', now: '2029-01-05T12:00+01:00', is: NOTHING_KNOWN },
  // Clocks that cannot be right: the guide's own day, a Tuesday, with its date.
  ...(
    [
      ['a phone that says 1970', '1970-01-01T12:00Z'],
      ['a phone two days behind the guide', '2026-11-29T23:59+01:00'],
      ['a phone more than three years ahead', '2029-12-02T00:00+01:00'],
      ['a phone that says 2099', '2099-01-01T12:00Z'],
    ] as const
  ).map(([name, now]) => ({
    name: `${name} gets the hours of the guide’s day`,
    now,
    is: '2026-12-01, day: night 00:00–08:00 18:00–08:00, desk 09:00–12:00 14:00–17:00, meal 12:00–13:30 | other: van',
  })),
  // Phones that show the time of elsewhere.
  {
    name: 'Kabul has Saturday, Calais still Friday',
    now: '2027-02-06T03:00+04:30',
    is: 'now: van >02:30, night >08:00 | tomorrow: meal 12:00–13:30 | other: desk',
  },
  {
    name: 'Addis Ababa has noon, Calais the morning',
    now: '2027-02-03T12:00+03:00',
    is: `now: desk >12:00, then 14:00–17:00 | ${DAILY} | other: van`,
  },
  {
    name: 'Los Angeles has Tuesday, Calais already Wednesday',
    now: '2027-02-02T23:59-08:00',
    is: 'later: desk 09:00–12:00 14:00–17:00, meal 12:00–13:30, night 18:00–08:00 | other: van',
  },
];

/** The line in one line; what has no time of its own is the same at every moment and stands in another test. */
export function line({ now }: Pick<Moment, 'now'>): string {
  const { date, minute, parts } = dayAt(PLACES, MADE, new Date(now));
  const groups = DAY_PARTS.flatMap((part) => (parts[part].length ? `${part}: ${parts[part].map(inWords).join(', ')}` : []));
  return `${minute === undefined ? `${date}, ` : ''}${groups.join(' | ')}`;
}

/** Names of what stands apart from the timed ones at that moment, by part. */
export function apart(now?: Date): Record<string, string[]> {
  const { parts } = dayAt([...PLACES, ...OTHERS], MADE, now);
  const names = (turns: readonly Turn<Place>[]) => turns.map(({ entry }) => entry.name);
  return { always: names(parts.always), ask: names(parts.ask) };
}

function inWords({ entry, until, spans }: Turn<Place>): string {
  const times = spans.map(([start, end]) => `${formatMinute(start)}–${formatMinute(end)}`).join(' ');
  if (!until) return `${entry.name} ${times}`.trim();
  return `${entry.name} >${formatMinute(until.minute)}${times && `, then ${times}`}`;
}
