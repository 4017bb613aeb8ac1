import { describe, expect, test } from 'vitest';
import { makeIndex, search } from '../../../src/guide/search.ts';

const TEXTS = [
  { name: 'Food in Calais', find: 'nourriture manger' },
  { name: 'Calais Food Collective', summary: 'A team with dry food and water', body: 'They come with a van.' },
  { name: 'Emergency department, hospital', summary: 'Urgent care, day and night', body: 'Ask for an interpreter.' },
  { name: 'Interpreter and care in hospital', summary: 'You may have an interpreter' },
  { name: 'طبيب في كاليه', find: 'مستشفى' },
  { name: 'Dhakhtar' },
  { name: 'Any emergency 1122', find: '' },
  { name: 'Any emergency 112', find: 'danger' },
  { name: 'Day centre', find: 'Katolik Caritas', body: 'Tea, food and a place to sit in the day' },
];
const index = makeIndex(TEXTS);
const names = (query: string) => search(index, query).map(({ text }) => TEXTS[text]?.name);

describe('what comes first', () => {
  test.each([
    ['the word of a short name', 'food', 'Food in Calais'],
    ['another name', 'manger', 'Food in Calais'],
    ['a beginning, while it is being typed', 'inter', 'Interpreter and care in hospital'],
    ['all words of the query rather than one', 'food collective', 'Calais Food Collective'],
    ['a rare word rather than a common one', 'food sit', 'Day centre'],
    ['a word with a letter wrong', 'emergancy', 'Emergency department, hospital'],
    ['a word with two letters swapped', 'hopsital', 'Emergency department, hospital'],
    ['a word with a letter left out', 'katoik', 'Day centre'],
    ['a wrong word that is not finished', 'intarpre', 'Interpreter and care in hospital'],
    ['a word with an ending', 'dhakhtarka', 'Dhakhtar'],
    ['a word inside a longer one', 'للمستشفى', 'طبيب في كاليه'],
    ['a number', '١١٢', 'Any emergency 112'],
  ])('%s: %s', (_, query, first) => expect(names(query)[0]).toBe(first));
});

test('what is named so comes before what only tells of it', () => {
  expect(names('food')).toEqual(['Food in Calais', 'Calais Food Collective', 'Day centre']);
});

test.each(['', ' … ', 'xylophone', 'zz', '113'])('nothing is found for "%s"', (query) =>
  expect(search(index, query)).toEqual([]),
);

test('a short word must be typed right', () => expect(names('dey')).toEqual([]));

test('a number with another digit is another number', () => expect(names('1132')).toEqual([]));

test('an index of nothing finds nothing', () => expect(search(makeIndex([]), 'food')).toEqual([]));
