/** What a reader in Calais should be told, case by case. Run under several time zones by schedule.test.ts. */
import { compactHours, formatMinute, type Moment, readHours, type State, stateAt } from '../../../src/guide/schedule.ts';
import { compileHours } from '../../../src/pipeline/hours/compile-hours.ts';

/** The tables of these cases reach from this day to 2028-01-04. */
export const MADE = '2026-12-01';

const SHOP = 'Mo-Su 10:00-18:00; PH off';
const DESK = 'Mo-Fr 09:00-12:00,14:00-17:00; PH off';
const DAILY = 'Mo-Su 10:00-18:00';
const NIGHT = 'Mo-Su 18:00-08:00';
const HOLIDAY_NIGHT = 'Mo-Su 18:00-08:00; PH 18:00-08:00 off';
const LATE = 'Fr,Sa 22:00-02:30';
const WINTER = 'Nov 01-Mar 31: Mo-Su 18:00-09:00';
const DATED = 'Mo-Fr 09:00-17:00; 2027 Apr 12-2027 Apr 16 off; 2027 Jun 05 10:00-11:00; 2027 Jun 07 13:00-17:00';

export interface Case {
  name: string;
  hours: string;
  /** With the offset that Paris has then, so that it reads as the clock on the wall there. */
  now: string;
  is: string;
}

export const HOLIDAYS_2027 = [
  ['New Year', '2027-01-01', '+01:00'],
  ['Easter Monday', '2027-03-29', '+02:00'],
  ['Labour Day', '2027-05-01', '+02:00'],
  ['Ascension', '2027-05-06', '+02:00'],
  ['Victory Day', '2027-05-08', '+02:00'],
  ['Whit Monday', '2027-05-17', '+02:00'],
  ['the National Day', '2027-07-14', '+02:00'],
  ['Assumption', '2027-08-15', '+02:00'],
  ["All Saints' Day", '2027-11-01', '+01:00'],
  ['Armistice Day', '2027-11-11', '+01:00'],
  ['Christmas', '2027-12-25', '+01:00'],
] as const;

const holidays: Case[] = HOLIDAYS_2027.flatMap(([name, date, offset]) => [
  { name: `closed all day on ${name}`, hours: SHOP, now: `${date}T12:00${offset}`, is: 'closed, opens tomorrow at 10:00' },
  {
    name: `a place with its own times for holidays keeps them on ${name}`,
    hours: `${DAILY}; PH 14:00-16:00`,
    now: `${date}T12:00${offset}`,
    is: 'closed, opens today at 14:00',
  },
  {
    name: `a place that does not care about holidays is open on ${name}`,
    hours: DAILY,
    now: `${date}T12:00${offset}`,
    is: 'open until 18:00',
  },
]);

const aroundHolidays: Case[] = [
  {
    name: 'the evening before Easter Monday',
    hours: SHOP,
    now: '2027-03-28T19:00+02:00',
    is: 'closed, opens in 2 days at 10:00',
  },
  {
    name: 'a desk before the long Easter weekend',
    hours: DESK,
    now: '2027-03-26T17:30+01:00',
    is: 'closed, opens in 4 days at 09:00',
  },
  { name: 'Good Friday is not a holiday here', hours: SHOP, now: '2027-03-26T12:00+01:00', is: 'open until 18:00' },
  { name: '26 December is not a holiday here', hours: SHOP, now: '2027-12-26T12:00+01:00', is: 'open until 18:00' },
  { name: 'a desk on the bridge day after Ascension', hours: DESK, now: '2027-05-07T10:00+02:00', is: 'open until 12:00' },
  {
    name: "New Year's Eve into two closed days",
    hours: DESK,
    now: '2026-12-31T18:00+01:00',
    is: 'closed, opens in 4 days at 09:00',
  },
];

const ordinaryDays: Case[] = [
  { name: 'before opening', hours: DESK, now: '2027-02-03T08:59+01:00', is: 'closed, opens today at 09:00' },
  { name: 'the minute it opens', hours: DESK, now: '2027-02-03T09:00+01:00', is: 'open until 12:00' },
  { name: 'a second before closing', hours: DESK, now: '2027-02-03T11:59:59+01:00', is: 'open until 12:00' },
  { name: 'the minute it closes', hours: DESK, now: '2027-02-03T12:00+01:00', is: 'closed, opens today at 14:00' },
  { name: 'in the afternoon', hours: DESK, now: '2027-02-03T15:30+01:00', is: 'open until 17:00' },
  { name: 'in the evening', hours: DESK, now: '2027-02-03T21:00+01:00', is: 'closed, opens tomorrow at 09:00' },
  { name: 'on Friday evening', hours: DESK, now: '2027-02-05T17:00+01:00', is: 'closed, opens in 3 days at 09:00' },
  { name: 'on Sunday', hours: DESK, now: '2027-02-07T12:00+01:00', is: 'closed, opens tomorrow at 09:00' },
  {
    name: 'only the first Saturday',
    hours: 'Sa[1] 10:00-12:00',
    now: '2027-02-07T12:00+01:00',
    is: 'closed, opens in 27 days at 10:00',
  },
  { name: 'summer time is Paris time', hours: DESK, now: '2027-07-13T07:30Z', is: 'open until 12:00' },
  { name: 'on 29 February 2028 nothing is known yet', hours: DAILY, now: '2028-02-29T12:00+01:00', is: 'unknown' },
];

const acrossMidnight: Case[] = [
  { name: 'in the evening of a night shelter', hours: NIGHT, now: '2027-02-03T19:00+01:00', is: 'open until tomorrow 08:00' },
  { name: 'a second before midnight', hours: NIGHT, now: '2027-02-03T23:59:59+01:00', is: 'open until tomorrow 08:00' },
  { name: 'at midnight', hours: NIGHT, now: '2027-02-04T00:00+01:00', is: 'open until 08:00' },
  { name: 'in the small hours', hours: NIGHT, now: '2027-02-04T03:00+01:00', is: 'open until 08:00' },
  { name: 'in the morning after', hours: NIGHT, now: '2027-02-04T08:00+01:00', is: 'closed, opens today at 18:00' },
  { name: 'Saturday night into Sunday', hours: LATE, now: '2027-02-07T01:00+01:00', is: 'open until 02:30' },
  {
    name: 'Friday night does not make Friday morning open',
    hours: LATE,
    now: '2027-02-05T01:00+01:00',
    is: 'closed, opens today at 22:00',
  },
  { name: 'until midnight is the same day', hours: 'Mo-Su 20:00-24:00', now: '2027-02-05T21:00+01:00', is: 'open until 24:00' },
  {
    name: 'two days written up to and from midnight are one opening',
    hours: 'Mo 20:00-24:00; Tu 00:00-03:00',
    now: '2027-02-01T21:00+01:00',
    is: 'open until tomorrow 03:00',
  },
  {
    name: 'a long weekend without closing',
    hours: 'Fr 18:00-24:00; Sa 00:00-24:00; Su 00:00-12:00',
    now: '2027-02-05T20:00+01:00',
    is: 'open until in 2 days 12:00',
  },
  {
    name: 'the middle of that weekend',
    hours: 'Fr 18:00-24:00; Sa 00:00-24:00; Su 00:00-12:00',
    now: '2027-02-06T20:00+01:00',
    is: 'open until tomorrow 12:00',
  },
  {
    name: 'day and night from Monday to Friday',
    hours: 'Mo-Fr 00:00-24:00',
    now: '2027-02-03T12:00+01:00',
    is: 'open until in 2 days 24:00',
  },
  { name: 'the night that began before the table', hours: NIGHT, now: '2026-12-01T03:00+01:00', is: 'open until 08:00' },
  {
    name: 'a night shelter that is closed on the night of New Year',
    hours: HOLIDAY_NIGHT,
    now: '2026-12-31T20:00+01:00',
    is: 'open until tomorrow 08:00',
  },
  { name: 'in that night', hours: HOLIDAY_NIGHT, now: '2027-01-02T03:00+01:00', is: 'closed, opens today at 18:00' },
];

const clockChanges: Case[] = [
  { name: 'spring: a minute before the clocks jump', hours: LATE, now: '2027-03-28T01:59+01:00', is: 'open until 02:30' },
  {
    name: 'spring: 02:30 never comes, at 03:00 it is closed',
    hours: LATE,
    now: '2027-03-28T03:00+02:00',
    is: 'closed, opens in 5 days at 22:00',
  },
  {
    name: 'spring: a night shelter closes at 08:00 summer time',
    hours: NIGHT,
    now: '2027-03-28T07:59+02:00',
    is: 'open until 08:00',
  },
  { name: 'spring: the evening before', hours: NIGHT, now: '2027-03-27T23:00+01:00', is: 'open until tomorrow 08:00' },
  {
    name: 'spring: opening within the hour that does not exist',
    hours: 'Su 02:30-06:00',
    now: '2027-03-28T03:00+02:00',
    is: 'open until 06:00',
  },
  {
    name: 'spring: the day after in winter time would be an hour off',
    hours: SHOP,
    now: '2027-03-30T08:30Z',
    is: 'open until 18:00',
  },
  { name: 'autumn: before the end, the first time', hours: LATE, now: '2027-10-31T02:29+02:00', is: 'open until 02:30' },
  {
    name: 'autumn: at the end, the first time',
    hours: LATE,
    now: '2027-10-31T02:30+02:00',
    is: 'closed, opens in 5 days at 22:00',
  },
  {
    name: 'autumn: at 02:00 the second time it stays closed',
    hours: LATE,
    now: '2027-10-31T02:00+01:00',
    is: 'closed, opens in 5 days at 22:00',
  },
  {
    name: 'autumn: at 02:29 the second time it stays closed',
    hours: LATE,
    now: '2027-10-31T02:29+01:00',
    is: 'closed, opens in 5 days at 22:00',
  },
  {
    name: 'autumn: what opened in that hour stays open the second time',
    hours: 'Su 02:30-06:00',
    now: '2027-10-31T02:10+01:00',
    is: 'open until 06:00',
  },
  {
    name: 'autumn: what closes at 03:00 closes after the second hour',
    hours: 'Su 01:00-03:00',
    now: '2027-10-31T02:59+01:00',
    is: 'open until 03:00',
  },
  {
    name: 'autumn: and then it is closed',
    hours: 'Su 01:00-03:00',
    now: '2027-10-31T03:00+01:00',
    is: 'closed, opens in 7 days at 01:00',
  },
  {
    name: 'autumn: a night shelter closes at 08:00 winter time',
    hours: NIGHT,
    now: '2027-10-31T07:59+01:00',
    is: 'open until 08:00',
  },
];

const datesAndSeasons: Case[] = [
  {
    name: 'the Friday before a dated closure',
    hours: DATED,
    now: '2027-04-09T18:00+02:00',
    is: 'closed, opens in 10 days at 09:00',
  },
  { name: 'within a dated closure', hours: DATED, now: '2027-04-14T12:00+02:00', is: 'closed, opens in 5 days at 09:00' },
  { name: 'a single Saturday with an opening', hours: DATED, now: '2027-06-05T10:30+02:00', is: 'open until 11:00' },
  { name: 'a day on which it opens later', hours: DATED, now: '2027-06-07T10:00+02:00', is: 'closed, opens today at 13:00' },
  { name: 'the last night of winter', hours: WINTER, now: '2027-03-31T20:00+02:00', is: 'open until tomorrow 09:00' },
  { name: 'the morning after the last night of winter', hours: WINTER, now: '2027-04-01T08:00+02:00', is: 'open until 09:00' },
  { name: 'winter is over', hours: WINTER, now: '2027-04-01T20:00+02:00', is: 'closed, opens in 214 days at 18:00' },
  { name: 'the eve of winter', hours: WINTER, now: '2027-10-31T20:00+01:00', is: 'closed, opens tomorrow at 18:00' },
  { name: 'winter has begun', hours: WINTER, now: '2027-11-01T20:00+01:00', is: 'open until tomorrow 09:00' },
];

const endOfTable: Case[] = [
  { name: 'the last day of the table', hours: DAILY, now: '2028-01-04T12:00+01:00', is: 'open until 18:00' },
  {
    name: 'the evening of the last day: nobody knows when it opens again',
    hours: DAILY,
    now: '2028-01-04T19:00+01:00',
    is: 'closed',
  },
  { name: 'the day after the last day', hours: DAILY, now: '2028-01-05T12:00+01:00', is: 'unknown' },
  { name: 'the night after the last day', hours: NIGHT, now: '2028-01-05T01:00+01:00', is: 'unknown' },
  { name: 'a night that begins on the last day', hours: NIGHT, now: '2028-01-04T20:00+01:00', is: 'open until tomorrow 08:00' },
  {
    name: 'open to the very end of the table',
    hours: '2027 Dec 20-2028 Feb 01 00:00-24:00',
    now: '2027-12-31T12:00+01:00',
    is: 'open',
  },
  { name: 'a place that ended last year', hours: '2026 Mo-Su 10:00-18:00', now: '2027-06-01T12:00+02:00', is: 'closed' },
  { name: 'the day before the guide was made', hours: DAILY, now: '2026-11-30T12:00+01:00', is: 'unknown' },
];

const wrongClocks: Case[] = [
  { name: 'a phone that says 1970', hours: DAILY, now: '1970-01-01T12:00Z', is: 'clock-wrong' },
  { name: 'a phone that is two days behind the guide', hours: DAILY, now: '2026-11-29T23:59+01:00', is: 'clock-wrong' },
  {
    name: 'a phone that is a day behind in Paris although not in its own zone',
    hours: DAILY,
    now: '2026-11-29T12:00-11:00',
    is: 'unknown',
  },
  { name: 'three years later is still believed', hours: DAILY, now: '2029-12-01T12:00+01:00', is: 'unknown' },
  { name: 'a day more is not', hours: DAILY, now: '2029-12-02T12:00+01:00', is: 'clock-wrong' },
  { name: 'a phone that says 2099', hours: DAILY, now: '2099-01-01T12:00Z', is: 'clock-wrong' },
  { name: 'day and night needs no clock', hours: '24/7', now: '1970-01-01T12:00Z', is: 'always open' },
  { name: 'day and night after the end of any table', hours: '24/7', now: '2029-01-01T12:00Z', is: 'always open' },
  { name: 'by appointment needs no clock', hours: 'by-appointment', now: '2099-01-01T12:00Z', is: 'by-appointment' },
  { name: 'unknown needs no clock', hours: 'unknown', now: '1970-01-01T12:00Z', is: 'unknown' },
  { name: 'unknown on a good day', hours: 'unknown', now: '2027-02-03T12:00+01:00', is: 'unknown' },
];

const phoneZones: Case[] = [
  {
    name: 'a phone on Kabul time sees Calais time',
    hours: DESK,
    now: '2027-02-03T12:15+04:30',
    is: 'closed, opens today at 09:00',
  },
  {
    name: 'a phone on Kabul time, tomorrow there, today here',
    hours: LATE,
    now: '2027-02-06T03:00+04:30',
    is: 'open until tomorrow 02:30',
  },
  {
    name: 'a phone on Los Angeles time, yesterday there, today here',
    hours: DESK,
    now: '2027-02-02T23:59-08:00',
    is: 'closed, opens today at 09:00',
  },
  {
    name: 'a phone on Los Angeles time during a Calais morning',
    hours: DESK,
    now: '2027-02-03T00:30-08:00',
    is: 'open until 12:00',
  },
];

export const CASES: readonly Case[] = [
  ...holidays,
  ...aroundHolidays,
  ...ordinaryDays,
  ...acrossMidnight,
  ...clockChanges,
  ...datesAndSeasons,
  ...endOfTable,
  ...wrongClocks,
  ...phoneZones,
];

/** What the phone says, through the attribute that the hours travel in. */
export function answer({ hours, now }: Case): string {
  return inWords(stateAt(readHours(attribute(hours)), new Date(now), MADE));
}

const attributes = new Map<string, string>();

/** The hours as they stand in the page. */
export function attribute(osm: string): string {
  const known = attributes.get(osm);
  if (known) return known;
  const compiled = compileHours(osm, MADE, { country: 'fr', state: 'Hauts-de-France' });
  if ('problem' in compiled) throw new Error(compiled.problem.message);
  const text = compactHours(compiled.hours);
  attributes.set(osm, text);
  return text;
}

function inWords(state: State): string {
  if (state.kind === 'open' && state.always) return 'always open';
  if (state.kind === 'open' && state.until)
    return `open until ${[...day(state.until), formatMinute(state.until.minute)].join(' ')}`;
  if (state.kind === 'closed' && state.opens)
    return `closed, opens ${day(state.opens)[0] ?? 'today'} at ${formatMinute(state.opens.minute)}`;
  return state.kind;
}

const day = ({ days }: Moment): string[] => (days === 0 ? [] : days === 1 ? ['tomorrow'] : [`in ${days} days`]);
