import { expect, test } from 'vitest';
import { readCsv } from '../../../../src/pipeline/read/read-csv.ts';

test('cells in quotes hold commas, quotes and line ends; lines are counted as an editor sees them', () => {
  expect(readCsv('a,b\n"one, two","say ""hi""\nthere"\n\nlast, x \n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one, two', 'say "hi"\nthere'] },
    { line: 5, cells: ['last', 'x'] },
  ]);
});

test('a table without a line end at its end, with empty cells, or empty, is read', () => {
  expect(readCsv('a,,c')).toEqual([{ line: 1, cells: ['a', '', 'c'] }]);
  expect(readCsv('a,')).toEqual([{ line: 1, cells: ['a', ''] }]);
  expect(readCsv('')).toEqual([]);
});

test('a quote that is never closed is a letter of its cell', () => {
  expect(readCsv('a,"b\nc').map(({ cells }) => cells)).toEqual([['a', '"b'], ['c']]);
});
