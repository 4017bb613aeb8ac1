import { expect, test } from 'vitest';
import type { Box, Position } from '../../../../src/pipeline/streets/box.ts';
import { clipLine, clipRing } from '../../../../src/pipeline/streets/clip.ts';
import { turning } from '../../../../src/pipeline/streets/polygons.ts';

const BOX: Box = { west: 0, south: 0, east: 10, north: 10 };

test('a line ends exactly on the edges that it crosses', () => {
  expect(
    clipLine(
      [
        [-5, 5],
        [15, 6],
      ],
      BOX,
    ),
  ).toEqual([
    [
      [0, 5.25],
      [10, 5.75],
    ],
  ]);
});

test('a line that leaves and comes back is two, one that stays outside is none', () => {
  const parts = clipLine(
    [
      [5, 5],
      [5, 15],
      [6, 15],
      [6, 5],
    ],
    BOX,
  );
  expect(parts).toEqual([
    [
      [5, 5],
      [5, 10],
    ],
    [
      [6, 10],
      [6, 5],
    ],
  ]);
  expect(
    clipLine(
      [
        [-6, 5],
        [5, 15],
      ],
      BOX,
    ),
  ).toEqual([]);
});

test('a line along or against an edge stays, one that only touches it does not', () => {
  expect(
    clipLine(
      [
        [2, 10],
        [4, 10],
      ],
      BOX,
    ),
  ).toEqual([
    [
      [2, 10],
      [4, 10],
    ],
  ]);
  expect(
    clipLine(
      [
        [4, 12],
        [5, 10],
        [6, 12],
      ],
      BOX,
    ),
  ).toEqual([]);
});

test('points that are not moved stay the same objects, so that parts can be joined again', () => {
  const inside: Position = [5, 5];
  expect(clipLine([[-5, 5], inside, [15, 5]], BOX)[0]?.[1]).toBe(inside);
});

test('an area keeps what lies in the box and its closing point', () => {
  const area = clipRing(
    [
      [5, 5],
      [15, 5],
      [15, 15],
      [5, 15],
      [5, 5],
    ],
    BOX,
  );
  expect(area[0]).toEqual(area.at(-1));
  expect(turning(area)).toBe(50);
});

test('an area around the box becomes the box, one beside it nothing', () => {
  expect(
    turning(
      clipRing(
        [
          [-5, -5],
          [15, -5],
          [15, 15],
          [-5, 15],
          [-5, -5],
        ],
        BOX,
      ),
    ),
  ).toBe(200);
  expect(
    clipRing(
      [
        [11, 11],
        [12, 11],
        [12, 12],
        [11, 11],
      ],
      BOX,
    ),
  ).toEqual([]);
});
