import { describe, expect, test } from 'vitest';
import { latinDigits, numbersIn, numbersMissing } from '../../../../src/pipeline/check/numbers-in-words.ts';

const values = (text: string) => numbersIn(text).map(({ value }) => value);

describe('the same number', () => {
  test.each([
    ['a time with a colon, in French, in Persian digits', ['09:30', '9 h 30', '9h30', '۰۹:۳۰'], '09:30'],
    ['a full hour', ['20:00', '20 h', '20h00'], '20:00'],
    ['a phone number', ['03 21 46 33 33', '+33 3 21 46 33 33', '+33321463333', '03.21.46.33.33'], '0321463333'],
    ['a number of thousands', ['1,500', '1 500', '1500', '١٥٠٠', '1 500'], '1500'],
    ['half a metre', ['0.5', '0,5', '٠٫٥'], '0.5'],
    ['a year', ['2022', '٢٠٢٢', '२०२२'], '2022'],
  ])('%s is read from every way of writing it', (_, ways, value) => {
    for (const way of ways) expect(values(`x ${way} y`), way).toEqual([value]);
  });
});

test('placeholders, web addresses and mail addresses hold no numbers of the text', () => {
  expect(values('{{day2}} https://example.org/2022 a5@example.org 7')).toEqual(['7']);
});

test('digits of every script become Latin ones, and Roman or Ethiopic signs stay', () => {
  expect(latinDigits('٣ ۳ ৩ Ⅲ ፫')).toBe('3 3 3 Ⅲ ፫');
});

test('numbers are compared as often as they stand there, in any order', () => {
  const missing = (own: string, wanted: string) => numbersMissing(numbersIn(own), numbersIn(wanted)).map(({ value }) => value);
  expect(missing('18:00 09:30', '09:30 18:00')).toEqual([]);
  expect(missing('112', '112 or 112')).toEqual(['112']);
});
