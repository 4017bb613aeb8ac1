import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { chosen, type DayEntry, dayAt, fits, PERSONS } from '../../../src/guide/today.ts';
import { AUDIENCES, type Audience } from '../../../src/guide/types.ts';
import { MADE } from './schedule-cases.ts';
import { apart, line, MOMENTS } from './today-cases.ts';

const PRINT = fileURLToPath(new URL('./print-today-cases.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the line of time', () => {
  test.each(MOMENTS.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expect(line(one)).toBe(one.is);
  });

  it('is tried at forty moments at least, each under its own name', () => {
    expect(new Set(MOMENTS.map(({ name }) => name)).size).toBe(MOMENTS.length);
    expect(MOMENTS.length).toBeGreaterThanOrEqual(40);
  });

  const expected = JSON.stringify(MOMENTS.map(({ name, is }) => [name, is]));
  test.each(['UTC', 'Europe/Paris', 'Asia/Kabul', 'Africa/Addis_Ababa', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'is the same on a phone that lives in %s',
    { timeout: 60_000 },
    (zone) => {
      const run = spawnSync(process.execPath, ['--import', 'tsx', PRINT], {
        cwd: ROOT,
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(run.stderr).toBe('');
      expect(run.stdout.trim()).toBe(expected);
    },
  );
});

describe('what has no time of its own', () => {
  it.each(['2027-02-03T10:00+01:00', '2027-02-03T03:00+01:00', '1970-01-01T12:00Z'])('stands apart at %s', (now) => {
    expect(apart(new Date(now))).toEqual({ always: ['line'], ask: ['gone?', 'lost', 'lawyer'] });
  });
  it('stands apart in a page without a clock', () => {
    expect(apart()).toEqual({ always: ['line'], ask: ['gone?', 'lost', 'lawyer'] });
  });
});

describe('the guide’s own day, in a page without a clock', () => {
  it('is the day that the guide was made, and says nothing about now', () => {
    expect(dayAt([], MADE)).toMatchObject({ date: MADE });
    expect(dayAt([], MADE).minute).toBeUndefined();
  });
});

describe('who I am', () => {
  const shown = (person: (typeof PERSONS)[number]) => AUDIENCES.filter((who) => fits([who], person));
  const without = (...hidden: Audience[]) => AUDIENCES.filter((who) => !hidden.includes(who));

  it('hides only what is surely for others', () => {
    expect(shown('anyone')).toEqual(AUDIENCES);
    expect(shown('woman')).toEqual(without('men'));
    expect(shown('children')).toEqual(without('under-18'));
    expect(shown('under-18')).toEqual(without('men'));
  });
  it.each(PERSONS)(
    'hides nothing that is for everyone, for one of several groups or for people in a certain state: %s',
    (person) => {
      for (const audience of [
        ['everyone', 'men'],
        ['men', 'women', 'under-18', 'families'],
        ['detained'],
        ['asylum-seekers'],
        ['relatives'],
      ])
        expect(fits(audience as Audience[], person)).toBe(true);
    },
  );

  const entry = (needs: string[], audience: Audience[]): DayEntry => ({
    hours: { kind: 'unknown' },
    status: 'running',
    needs,
    audience,
  });
  const all = [entry(['food'], ['everyone']), entry(['food', 'wash'], ['women', 'children']), entry(['wash'], ['men'])];

  it('together with a need leaves what is for both, the person’s own first', () => {
    expect(chosen(all, 'anyone')).toEqual(all);
    expect(chosen(all, 'anyone', 'wash')).toEqual([all[1], all[2]]);
    expect(chosen(all, 'woman', 'food')).toEqual([all[1], all[0]]);
    expect(chosen(all, 'woman', 'law')).toEqual([]);
  });
});
