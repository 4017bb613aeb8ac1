import { describe, expect, it, test } from 'vitest';
import { compareLoose, earliestDay, freshness, latestDay } from '../../../src/guide/freshness.ts';

const TODAY = '2027-03-31';

describe('how old a fact is', () => {
  test.each([
    ['checked today', '2027-03-31', 'fresh', 0],
    ['checked yesterday', '2027-03-30', 'fresh', 1],
    ['checked thirty days ago', '2027-03-01', 'fresh', 30],
    ['checked thirty-one days ago', '2027-02-28', 'recent', 31],
    ['checked a hundred and eighty days ago', '2026-10-02', 'recent', 180],
    ['checked a hundred and eighty-one days ago', '2026-10-01', 'old', 181],
    ['checked in June 2022', '2022-06', 'old', 1764],
    ['checked in 2022', '2022', 'old', 1915],
    ['checked last month, perhaps on its first day', '2027-02', 'recent', 58],
    ['checked this month, some day', '2027-03', 'fresh', 30],
    ['checked this year, perhaps in January', '2027', 'recent', 89],
    ['checked tomorrow, by a slip or another clock', '2027-04-01', 'fresh', 0],
    ['checked next year', '2028-03', 'fresh', 0],
  ] as const)('%s (%s) is %s', (_, on, kind, days) => {
    expect(freshness(on, TODAY)).toEqual({ kind, days });
  });

  it('is not known when the source gave no date', () => {
    expect(freshness('undated', TODAY)).toEqual({ kind: 'undated' });
  });
});

describe('the last day that a rough date can mean', () => {
  test.each([
    ['2022', '2022-12-31'],
    ['2022-06', '2022-06-30'],
    ['2022-12', '2022-12-31'],
    ['2027-02', '2027-02-28'],
    ['2028-02', '2028-02-29'],
    ['2022-06-09', '2022-06-09'],
    ['undated', undefined],
    ['summer 2022', undefined],
    ['', undefined],
  ])('of %j is %s', (loose, day) => {
    expect(latestDay(loose)).toBe(day);
  });
});

describe('the first day that a rough date can mean', () => {
  test.each([
    ['2022', '2022-01-01'],
    ['2022-06', '2022-06-01'],
    ['2022-06-09', '2022-06-09'],
    ['undated', undefined],
    ['', undefined],
  ])('of %j is %s', (loose, day) => {
    expect(earliestDay(loose)).toBe(day);
  });
});

describe('sorting rough dates', () => {
  it('goes from undated over old to new, the rougher of two equal ones first', () => {
    const dates = ['2022-12-31', '2027-01-02', 'undated', '2022', '2022-06', '2026', '2022-12'];
    expect([...dates].sort(compareLoose)).toEqual(['undated', '2022', '2022-06', '2022-12', '2022-12-31', '2026', '2027-01-02']);
  });
  it('finds equal dates equal', () => {
    expect(compareLoose('2022-06', '2022-06')).toBe(0);
  });
});
