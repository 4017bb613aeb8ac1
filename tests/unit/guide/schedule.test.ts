import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parisClock } from '../../../src/guide/paris-clock.ts';
import {
  addDays,
  compactHours,
  daySpans,
  formatMinute,
  isClockWrong,
  nextExceptions,
  readHours,
  stateAt,
  weekAt,
} from '../../../src/guide/schedule.ts';
import type { Hours, HoursTable, Week } from '../../../src/guide/types.ts';
import { answer, CASES } from './schedule-cases.ts';

const PRINT = fileURLToPath(new URL('./print-schedule-cases.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('what the reader is told about now', () => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(answer(one)).toBe(one.is);
  });

  it('is tried with at least sixty cases, each under its own name', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    expect(CASES.length).toBeGreaterThanOrEqual(60);
  });
});

describe('the zone of the phone', () => {
  const expected = JSON.stringify(CASES.map(({ name, is }) => [name, is]));
  const zones = [
    'UTC',
    'Europe/Paris',
    'Asia/Kabul',
    'America/Los_Angeles',
    'America/Havana',
    'Pacific/Kiritimati',
    'Pacific/Niue',
  ];
  const printed: string[] = [];

  test.each(zones)('%s changes nothing', { timeout: 60_000 }, (zone) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', PRINT], {
      cwd: ROOT,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(run.stderr).toBe('');
    const rows = JSON.parse(run.stdout) as [name: string, attribute: string, is: string][];
    expect(JSON.stringify(rows.map(([name, , is]) => [name, is]))).toBe(expected);
    printed.push(run.stdout);
    expect(run.stdout, 'the compiled tables are the same too').toBe(printed[0]);
  });
});

const WEEKDAYS: Week = [[[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [[540, 1020]], [], []];
const WEEKEND: Week = [[], [], [], [], [], [[600, 720]], [[600, 720]]];
const TABLE: HoursTable = {
  from: '2027-03-20',
  until: '2027-06-30',
  weeks: [
    { from: '2027-03-20', days: WEEKDAYS },
    { from: '2027-05-03', days: WEEKEND },
  ],
  days: {
    '2027-03-29': [],
    '2027-04-02': [
      [540, 720],
      [1320, 1560],
    ],
  },
};

const tables = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' });
const inTables = (time: number) => tables.format(time);
const two = (number: number) => String(number).padStart(2, '0');
const wallText = ({ date, minute }: { date: string; minute: number }) =>
  `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

describe('the clock on a wall in Paris', () => {
  it('shows the date, the minute and the weekday of Paris', () => {
    expect(parisClock(new Date('2027-03-28T23:30Z'))).toEqual({ date: '2027-03-29', minute: 90, weekday: 0 });
  });
  it('calls midnight 00:00 of the new day', () => {
    expect(parisClock(new Date('2027-01-31T23:00Z'))).toEqual({ date: '2027-02-01', minute: 0, weekday: 0 });
  });
  it('jumps over an hour in March and shows one twice in October', () => {
    const minutes = (...times: string[]) => times.map((time) => parisClock(new Date(time)).minute);
    expect(minutes('2027-03-28T00:59Z', '2027-03-28T01:00Z')).toEqual([119, 180]);
    expect(minutes('2027-10-31T00:30Z', '2027-10-31T01:30Z')).toEqual([150, 150]);
  });
  it('is that of the time zone tables, every half day and every half hour of March and October, until 2040', () => {
    const HALF_HOUR = 1_800_000;
    const times: number[] = [];
    for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2041, 0, 1); time += HALF_HOUR)
      if ([2, 9].includes(new Date(time).getUTCMonth()) || time % (24 * HALF_HOUR) === 0) times.push(time);
    const wrong = times.filter((time) => inTables(time) !== wallText(parisClock(new Date(time))));
    expect(wrong.map((time) => new Date(time).toISOString())).toEqual([]);
    expect(times.length).toBeGreaterThan(50_000);
  });

  it('that gives no number is read as one that nobody believes', () => {
    expect(parisClock(new Date(Number.NaN)).date).toBe('1970-01-01');
    expect(isClockWrong('1970-01-01', '2026-11-22')).toBe(true);
  });
});

describe('looking into the table', () => {
  it('gives the spans of a regular and of an exceptional day', () => {
    expect(daySpans(TABLE, '2027-03-22')).toEqual([[540, 1020]]);
    expect(daySpans(TABLE, '2027-03-29')).toEqual([]);
  });
  it('knows nothing outside, not even a day', () => {
    expect(daySpans(TABLE, '2027-03-19')).toBeUndefined();
    expect(daySpans(TABLE, '2027-07-01')).toBeUndefined();
    expect(daySpans(TABLE, '2027-06-30')).toEqual([]);
  });
  it('changes to the next regular week on its Monday', () => {
    expect(weekAt(TABLE, '2027-05-02')).toBe(WEEKDAYS);
    expect(weekAt(TABLE, '2027-05-03')).toBe(WEEKEND);
  });
  it('takes the first regular week for the day before the table', () => {
    expect(weekAt(TABLE, '2027-03-19')).toBe(WEEKDAYS);
  });
  it('lists the exceptional days ahead, today included', () => {
    expect(nextExceptions(TABLE, '2027-03-29', 7).map(({ date }) => date)).toEqual(['2027-03-29', '2027-04-02']);
    expect(nextExceptions(TABLE, '2027-03-29', 4).map(({ date }) => date)).toEqual(['2027-03-29']);
    expect(nextExceptions(TABLE, '2027-03-30', 3)).toEqual([]);
  });
  it('does not list a day before the table that is only there for its night', () => {
    const eve: HoursTable = { ...TABLE, days: { '2027-03-19': [[1320, 1560]] } };
    expect(nextExceptions(eve, '2027-03-18', 9)).toEqual([]);
    expect(stateAt({ kind: 'table', table: eve }, new Date('2027-03-20T01:00+01:00'), '2027-03-20')).toEqual({
      kind: 'open',
      until: { date: '2027-03-20', minute: 120, days: 0 },
    });
  });
  it('names the day of a closing time after midnight by its own date', () => {
    expect(stateAt({ kind: 'table', table: TABLE }, new Date('2027-04-02T23:00+02:00'), '2027-03-20')).toEqual({
      kind: 'open',
      until: { date: '2027-04-03', minute: 120, days: 1 },
    });
  });
});

describe('hours in an attribute', () => {
  it('come back as they were', () => {
    const back = readHours(compactHours({ kind: 'table', table: TABLE }));
    expect(back).toEqual({ kind: 'table', table: TABLE });
  });
  it('leave the editor’s string behind', () => {
    const hours: Hours = { kind: 'table', table: TABLE, osm: 'Mo-Fr 09:00-17:00' };
    expect(readHours(compactHours(hours))).toEqual({ kind: 'table', table: TABLE });
  });
  it('come back without exceptions when there are none', () => {
    const { days: _, ...regular } = TABLE;
    expect(readHours(compactHours({ kind: 'table', table: regular }))).toEqual({ kind: 'table', table: regular });
  });
  test.each(['always', 'unknown', 'by-appointment'] as const)('%s is a plain word', (kind) => {
    expect(compactHours({ kind })).toBe(kind);
    expect(readHours(kind)).toEqual({ kind });
  });
  it('are short and need no escaping', () => {
    const text = compactHours({ kind: 'table', table: TABLE });
    expect(text).toMatchInlineSnapshot(
      `"[20897,103,[[0,[540,1020],0,0,0,0,[],0],[44,[],0,0,0,0,[600,720],0]],[[9],[13,540,720,1320,1560]]]"`,
    );
    expect(text).not.toMatch(/["'<>&]/);
  });
});

describe('days and minutes', () => {
  it('counts days over months, years and clock changes', () => {
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  });
  test.each([
    [0, '00:00'],
    [545, '09:05'],
    [1439, '23:59'],
    [1440, '24:00'],
    [1500, '01:00'],
  ])('minute %i is written %s', (minute, written) => {
    expect(formatMinute(minute)).toBe(written);
  });
});
