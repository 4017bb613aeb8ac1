import { expect, test } from 'vitest';
import { joinLines } from '../../../../src/pipeline/streets/join-lines.ts';

test('lines are joined at their ends, in whatever order they come', () => {
  expect(
    joinLines(
      [
        [2, 3],
        [5, 6],
        [3, 4],
        [1, 2],
      ],
      { turn: false },
    ),
  ).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ]);
});

test('a line runs against another only where that is allowed', () => {
  expect(
    joinLines(
      [
        [1, 2],
        [3, 2],
        [3, 4],
      ],
      { turn: true },
    ),
  ).toEqual([[1, 2, 3, 4]]);
  expect(
    joinLines(
      [
        [1, 2],
        [3, 2],
        [3, 4],
      ],
      { turn: false },
    ),
  ).toEqual([
    [1, 2],
    [3, 2],
    [3, 4],
  ]);
});

test('a ring stays a ring, and so does one that is made of several lines', () => {
  const ring = [1, 2, 3, 1];
  expect(joinLines([ring, [1, 9]], { turn: true })).toEqual([ring, [1, 9]]);
  expect(
    joinLines(
      [
        [1, 2, 3],
        [3, 4, 1],
        [1, 9],
      ],
      { turn: true },
    ),
  ).toEqual([
    [1, 2, 3, 4, 1],
    [1, 9],
  ]);
});

test('every line is used once, however often they meet', () => {
  const star = [
    [0, 1],
    [0, 2],
    [3, 0],
    [4, 0],
    [0, 5],
  ];
  const joined = joinLines(star, { turn: true });
  expect(
    joined
      .flat()
      .filter((node) => node !== 0)
      .sort(),
  ).toEqual([1, 2, 3, 4, 5]);
});
