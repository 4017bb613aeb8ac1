import { describe, expect, it, test, vi } from 'vitest';
import { addDays, compactHours, daySpans, weekAt } from '../../../../src/guide/schedule.ts';
import type { HoursTable, IsoDate, Span } from '../../../../src/guide/types.ts';
import { compileHours, firstDayOf } from '../../../../src/pipeline/hours/compile-hours.ts';
import { daysToTable } from '../../../../src/pipeline/hours/hours-table.ts';

const FRANCE = { country: 'fr', state: 'Hauts-de-France' };
const compile = (text: string, from = '2026-12-01') => compileHours(text, from, FRANCE);

function tableOf(text: string, from?: IsoDate): HoursTable {
  const compiled = compile(text, from);
  if ('problem' in compiled || compiled.hours.kind !== 'table') throw new Error(`No table: ${JSON.stringify(compiled)}`);
  return compiled.hours.table;
}

function problemOf(text: string): { message: string; at?: number } {
  const compiled = compile(text);
  if ('hours' in compiled) throw new Error(`Understood as ${compactHours(compiled.hours)}`);
  return compiled.problem;
}

test('tables begin on the first of a month, so that a new day alone makes no new ones', () => {
  expect(['2026-11-02', '2026-11-22', '2026-12-01'].map(firstDayOf)).toEqual(['2026-11-01', '2026-11-01', '2026-11-01']);
  expect(firstDayOf('2026-12-02')).toBe('2026-12-01');
});

describe('hours that need no table', () => {
  test.each([
    ['24/7', 'always'],
    [' 24/7 ', 'always'],
    ['open', 'always'],
    ['unknown', 'unknown'],
    ['by-appointment', 'by-appointment'],
  ])('%j is %s', (text, kind) => {
    expect(compile(text)).toEqual({ hours: { kind }, warnings: [] });
  });

  it('every day from midnight to midnight is always, and the editor is told the short way to write it', () => {
    const compiled = compile('Mo-Su 00:00-24:00');
    expect(compiled).toMatchObject({ hours: { kind: 'always' } });
    expect(compiled.warnings).toEqual([expect.stringContaining('write 24/7')]);
  });

  it('what will close one day far away is not always', () => {
    expect(compile('open; 2030 Jan 01 off')).toMatchObject({ hours: { kind: 'table' } });
  });
});

describe('the table', () => {
  it('knows four hundred days, the first included, and keeps what the editor wrote', () => {
    expect(compile('Mo-Fr 09:00-12:00,14:00-17:00; PH off', '2026-12-01')).toEqual({
      hours: {
        kind: 'table',
        osm: 'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
        table: {
          from: '2026-12-01',
          until: addDays('2026-12-01', 399),
          weeks: [
            {
              from: '2026-12-01',
              days: [
                ...Array(5).fill([
                  [540, 720],
                  [840, 1020],
                ]),
                [],
                [],
              ],
            },
          ],
          days: {
            '2026-12-25': [],
            '2027-01-01': [],
            '2027-03-29': [],
            '2027-05-06': [],
            '2027-05-17': [],
            '2027-07-14': [],
            '2027-11-01': [],
            '2027-11-11': [],
          },
        },
      },
      warnings: [],
    });
  });

  it('is one regular week and nothing else when nothing differs', () => {
    expect(tableOf('Mo-Su 10:00-18:00')).not.toHaveProperty('days');
    expect(tableOf('Mo-Su 10:00-18:00').weeks).toHaveLength(1);
  });

  it('leaves a night on the day it starts', () => {
    expect(tableOf('Fr 22:00-26:00').weeks[0]?.days[4]).toEqual([[1320, 1560]]);
    expect(tableOf('Fr 22:00-02:00')).toEqual(tableOf('Fr 22:00-26:00'));
    expect(tableOf('Fr 22:00-24:00; Sa 00:00-02:00')).toEqual(tableOf('Fr 22:00-26:00'));
  });

  it('cuts what lasts longer than a day at midnight', () => {
    const { days } = tableOf('Fr 18:00-24:00; Sa 00:00-24:00; Su 00:00-12:00').weeks[0] ?? {};
    expect(days).toEqual([[], [], [], [], [[1080, 1440]], [[0, 1440]], [[0, 720]]]);
  });

  it('joins times that overlap or touch', () => {
    expect(tableOf('Mo 09:00-12:00,11:00-13:00,13:00-14:00').weeks[0]?.days[0]).toEqual([[540, 840]]);
  });

  it('keeps the days of both clock changes like any other', () => {
    const table = tableOf('Su 01:00-05:00');
    expect(table).not.toHaveProperty('days');
    expect(daySpans(table, '2027-03-28')).toEqual([[60, 300]]);
    expect(daySpans(table, '2027-10-31')).toEqual([[60, 300]]);
  });

  it('begins a new regular week with a season, and lists the few odd days around it', () => {
    const table = tableOf('Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00');
    expect(table.weeks.map(({ from }) => from)).toEqual(['2026-12-01', '2027-07-05', '2027-08-30']);
    expect(Object.keys(table.days ?? {})).toEqual(['2027-07-01', '2027-07-02', '2027-08-30', '2027-08-31']);
  });

  it('lists a closed fortnight day by day instead of calling it a season', () => {
    const table = tableOf('Mo-Fr 09:00-17:00; 2027 Aug 02-2027 Aug 13 off');
    expect(table.weeks).toHaveLength(1);
    expect(Object.keys(table.days ?? {})).toHaveLength(10);
  });

  it('begins regular weeks on its first day or on a Monday only', () => {
    const table = tableOf('Nov 01-Mar 31: Mo-Su 18:00-09:00', '2026-12-03');
    expect(table.weeks.map(({ from }) => from)).toEqual(['2026-12-03', '2027-03-29', '2027-11-01']);
    expect(weekAt(table, '2027-03-30')[0]).toEqual([]);
  });

  it('notes the eve when its night is not the regular one', () => {
    const closedEve = tableOf('Mo-Su 18:00-08:00; 2026 Nov 30 18:00-08:00 off');
    expect(closedEve.days).toEqual({ '2026-11-30': [] });
    expect(tableOf('Mo-Su 18:00-08:00; 2026 Nov 29 18:00-08:00 off').days).toBeUndefined();
    expect(tableOf('Mo-Su 08:00-18:00; 2026 Nov 30 off').days).toBeUndefined();
  });

  it('is the same every time', async () => {
    const text = 'Mo-Fr 09:00-17:00; Sa[1] 10:00-12:00; Jul-Aug off; PH off';
    vi.resetModules();
    const elsewhere = await import('../../../../src/pipeline/hours/compile-hours.ts');
    expect(JSON.stringify(elsewhere.compileHours(text, '2026-12-01', FRANCE))).toBe(JSON.stringify(compile(text)));
  });

  it('of one place are not those of another day or another country', () => {
    const text = 'Mo-Su 09:00-17:00; PH off';
    const fromOf = (compiled: ReturnType<typeof compile>) =>
      'hours' in compiled && compiled.hours.kind === 'table' && compiled.hours.table.from;
    expect([compile(text), compile(text, '2026-12-02')].map(fromOf)).toEqual(['2026-12-01', '2026-12-02']);
    const abroad = compileHours(text, '2026-12-01', { country: 'de', state: 'Berlin' });
    expect(JSON.stringify(abroad)).not.toBe(JSON.stringify(compile(text)));
  });

  it('leaves the zone of the process as it was, also after a mistake', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Asia/Kabul';
    compile('Mo-Fr 09:00-17:00');
    compile('Mo-Fr nonsense');
    expect(process.env.TZ).toBe('Asia/Kabul');
    expect(new Date(2027, 0, 1).getTimezoneOffset()).toBe(-270);
    delete process.env.TZ;
    compile('Mo-Fr 09:00-17:00');
    expect('TZ' in process.env).toBe(false);
    if (zone !== undefined) process.env.TZ = zone;
  });
});

describe('making the table out of days', () => {
  const OFFICE: Span[] = [[540, 1020]];
  const day = (open: boolean) => (open ? OFFICE : []);

  it('gives every day back as it was, whatever the days are', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const days = Array.from({ length: 400 }, (_, index) => day(random() < (index < 200 ? 0.2 : 0.8)));
    const table = daysToTable('2026-12-02', days);
    expect(days.map((_, index) => daySpans(table, addDays('2026-12-02', index)))).toEqual(days);
  });

  it('does not list a day that is like its week', () => {
    const days = Array.from({ length: 400 }, (_, index) => day(index % 9 !== 0 && index > 90));
    const table = daysToTable('2026-12-02', days);
    const { days: exceptions = {}, ...regular } = table;
    for (const [date, spans] of Object.entries(exceptions)) expect(daySpans(regular, date)).not.toEqual(spans);
  });

  it('takes ten changed days at the end for a change of the week, five for exceptions', () => {
    const weekdaysFrom = (first: number) => Array.from({ length: 70 }, (_, index) => day(index >= first && index % 7 < 5));
    expect(daysToTable('2027-01-04', weekdaysFrom(56)).weeks.map(({ from }) => from)).toEqual(['2027-01-04', '2027-03-01']);
    expect(daysToTable('2027-01-04', weekdaysFrom(63)).weeks).toHaveLength(1);
  });
});

describe('mistakes', () => {
  test.each([
    '',
    'Mo-Fr 9h00-12h00',
    'Mo-Fr 25:00-26:00',
    'Mo-Fr 10:00',
    'Mo-Fr 10:00-12:00 foo',
    'appointment only',
    '2026-12-25 off',
    'Mo-Fr 09:00-12:00; PH,SH off',
    'sunrise-sunset',
    'Mo-Fr 09:00+',
    'Mo "by appointment"',
    'Mo-Fr 09:00-17:00; PH unknown',
    'Mo-Fr 09:00-17:00 || unknown',
  ])('%j is refused with what to do instead', (text) => {
    expect(problemOf(text).message).toMatch(/\b[Ww]r(ite|itten)\b/);
    expect(problemOf(text).message).not.toMatch(/<---|token|pull request/);
  });

  it('are explained in plain words', () => {
    const texts = ['Mo-Fr 9h00-12h00', 'Mo-Fr 10:00', '2026-12-25 off', 'Mo-Fr 09:00+', 'Mo "by appointment"'];
    expect(texts.map((text) => problemOf(text).message).join('\n')).toMatchInlineSnapshot(`
      "These opening hours cannot be read near the end of “Mo-Fr 9h”. Write them like "Mo-Fr 09:00-12:00,14:00-17:00; PH off", or write by-appointment or unknown.
      These opening hours cannot be read near the end of “Mo-Fr 10:00”. The end of an opening is missing. Write them like "Mo-Fr 09:00-12:00,14:00-17:00; PH off", or write by-appointment or unknown.
      In opening hours a date is written with the English month, e.g. "2027 Dec 24" or "2027 Dec 24-2027 Dec 31".
      “Mo-Fr 09:00+” gives no closing time (+), so nobody could be told until when it is open: write the closing time, or unknown.
      “Mo "by appointment"” does not say for sure when it is open (by appointment): write times only and put words into hours_note, or write by-appointment or unknown."
    `);
  });

  it('that tear a night apart are refused, with the way to close a whole night', () => {
    expect(problemOf('Mo-Su 18:00-08:00; PH off').message).toMatchInlineSnapshot(
      `"“Mo-Su 18:00-08:00; PH off” cuts the night of 2026-12-24 at midnight, because a rule counts for one calendar day. Close a whole night with its own times, e.g. "PH 18:00-08:00 off" or "Dec 24 18:00-08:00 off"."`,
    );
    expect(problemOf('Fr,Sa 22:00-02:00; 2027 Feb 05 22:30-23:30').message).toContain('the night of 2027-02-05');
    expect(problemOf('2027 Feb 05 22:00-02:00; 2027 Feb 05 22:30-23:30').message).toContain('the night of 2027-02-05');
    expect(tableOf('Mo-Su 18:00-08:00; PH 18:00-08:00 off').days?.['2026-12-25']).toEqual([]);
    expect(problemOf('Mo-Su 18:00-24:00, Mo-Su 00:00-08:00; PH off').message).toContain('at midnight');
    expect(tableOf('Mo-Su 18:00-08:00; PH 18:00-08:00 off, PH 20:00-06:00').days?.['2026-12-25']).toEqual([[1200, 1800]]);
    expect(tableOf('Mo-Su 18:00-08:00; PH 18:00-20:00 off').days?.['2026-12-25']).toEqual([[1200, 1920]]);
  });

  it('point at their place', () => {
    expect(problemOf('Mo-Fr 25:00-26:00').at).toBe(11);
    expect(problemOf('  Mo-Fr 25:00-26:00').at).toBe(13);
    expect(problemOf('Mo-Fr 09:00-12:00; 2026-12-25 off').at).toBe(19);
  });

  it('in a comment are no mistakes', () => {
    expect(compile('Mo-Fr 09:00-12:00 open "not SH, 2026-12-25"')).toHaveProperty('hours');
  });
});

describe('hours that can be read but look wrong', () => {
  test.each([
    ['Mo off', 'never open'],
    ['2020 Mo 10:00-12:00', 'never open'],
    ['Mo-Fr', 'more than 20 hours'],
    ['Mo-Su 00:00-23:59', 'more than 20 hours'],
    ['Mo-Fr 12:00-12:00', 'more than 20 hours'],
    ['Mo-Fr 19:00-09:00', 'open overnight, 19:00-09:00'],
    ['Mo 09:00-09:10', 'less than 15 minutes'],
    ['lundi 9h-12h', 'was read as “Mo 09:00-12:00”'],
    ['Mo-Fr 10-12', 'was read as “Mo-Fr 10:00-12:00”'],
    ['Mo-Fr 09:00-17:00 open "call first"', 'hours_note'],
    ['Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00', 'The part “Mo-Fr 09:00-12:00” changes nothing'],
    ['Mo-Fr 09:00-17:00, PH off', 'additional rule'],
  ])('%j draws a warning: %s', (text, words) => {
    const compiled = compile(text);
    expect(compiled).toHaveProperty('hours');
    expect(compiled.warnings).toContainEqual(expect.stringContaining(words));
  });

  test.each([
    'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
    'Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH 10:00-12:00',
    'Mo-Fr 09:00-17:00; Sa,Su off',
    'Mo-Fr 09:00-17:00; 2020 Dec 24 off',
    'Fr,Sa 22:00-02:00',
    'Mo-Su 20:30-08:00',
    'Mo-Su 00:00-20:00',
    'Mo 09:00-09:15',
    'Fr 22:00-02:00; Sa 20:00-24:00',
    'Mo 00:00-06:00',
    'Fr 20:00-00:00',
    'Nov-Mar Sa[1] 10:00-12:00',
  ])('%j draws none', (text) => {
    expect(compile(text).warnings).toEqual([]);
  });

  it('takes a semicolon in a comment for a part of the comment', () => {
    expect(compile('Mo-Fr 09:00-12:00 open "first floor; ring"; PH off').warnings).toHaveLength(1);
  });

  it('never depends on the day of the build', () => {
    expect(compile('Mo-Fr 09:00-17:00; 2020 Dec 24 off', '2020-12-01').warnings).toEqual([]);
    expect(compile('Mo-Fr 09:00-17:00; 2020 Dec 24 10:00-12:00', '2020-12-01').warnings).toEqual([]);
  });
});

test.each(['constructor', 'Mo constructor'])('"%s", over which the library stumbles, is refused in words', (text) => {
  expect(problemOf(text).message).toMatch(/^These opening hours cannot be read\. Write them like/);
});
