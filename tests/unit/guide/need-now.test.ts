import { describe, expect, it, test } from 'vitest';
import { needNow } from '../../../src/guide/need-now.ts';
import { readHours } from '../../../src/guide/schedule.ts';
import { attribute, MADE } from './schedule-cases.ts';

const DESK = 'Mo-Fr 09:00-12:00,14:00-17:00; PH off';
const MEAL = 'Mo-Su 12:00-13:30';
const WEDNESDAY = '2027-02-03';

const at = (now: string, ...hours: string[]) =>
  needNow(
    hours.map((one) => readHours(attribute(one))),
    new Date(now),
    MADE,
  );

describe('how a need stands now', () => {
  test('as many as are open are counted', () => {
    expect(at(`${WEDNESDAY}T10:00+01:00`, DESK, MEAL, '24/7', 'unknown')).toEqual({ kind: 'open', count: 2 });
  });
  test('else the soonest that opens today', () => {
    expect(at(`${WEDNESDAY}T08:00+01:00`, MEAL, DESK)).toMatchObject({ kind: 'opens', at: { minute: 540 } });
    expect(at(`${WEDNESDAY}T13:40+01:00`, MEAL, DESK, 'unknown')).toMatchObject({ kind: 'opens', at: { minute: 840 } });
  });
  test('closed today is said only where the hours of all are known', () => {
    expect(at(`${WEDNESDAY}T20:00+01:00`, DESK, MEAL)).toEqual({ kind: 'closed' });
    expect(at(`${WEDNESDAY}T20:00+01:00`, DESK, MEAL, 'unknown')).toEqual({ kind: 'ask' });
  });
  it.each([
    ['nothing is there', `${WEDNESDAY}T10:00+01:00`, []],
    ['no hours are known', `${WEDNESDAY}T10:00+01:00`, ['unknown']],
    ['the table has ended', '2028-01-05T10:00+01:00', [DESK]],
  ])('asking comes first where %s', (_, now, hours) => {
    expect(at(now, ...hours)).toEqual({ kind: 'ask' });
  });
  test('a holiday is a closed day', () => {
    expect(at('2027-07-14T10:00+02:00', DESK)).toEqual({ kind: 'closed' });
  });
  test('with a clock that cannot be right nothing is said, unless no clock is needed', () => {
    expect(at('1970-01-01T10:00Z', DESK, '24/7')).toBeUndefined();
    expect(at('1970-01-01T10:00Z', '24/7', 'unknown')).toEqual({ kind: 'open', count: 1 });
  });
});
