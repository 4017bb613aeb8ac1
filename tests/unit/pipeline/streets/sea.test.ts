import { expect, test } from 'vitest';
import type { Box, Position } from '../../../../src/pipeline/streets/box.ts';
import { isInRing, type Polygon } from '../../../../src/pipeline/streets/polygons.ts';
import { makeSea } from '../../../../src/pipeline/streets/sea.ts';
import { COASTLINE, drawTown, mapOf } from './town.ts';

/** Ten degrees, so that a place is easy to picture. */
const BOX: Box = { west: 0, south: 0, east: 10, north: 10 };

const isSea = (polygons: readonly Polygon[], place: Position) =>
  polygons.some((rings) => rings.filter((ring) => isInRing(place, ring)).length % 2 === 1);

/** The box in 10 by 10 letters, north above: `~` sea, `.` land. */
const drawn = (coast: readonly Position[][]) => {
  const { polygons } = makeSea(coast, BOX);
  return Array.from({ length: 10 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => (isSea(polygons, [column + 0.5, 9.5 - row]) ? '~' : '.')).join(''),
  );
};

const rows = (picture: string) => picture.trim().split(/\s+/);

test('the sea lies to the right of the coast', () => {
  const toTheWest: Position[] = [
    [11, 8],
    [-1, 8],
  ];
  expect(drawn([toTheWest])).toEqual(
    rows(`
    ~~~~~~~~~~ ~~~~~~~~~~
    .......... .......... .......... .......... .......... .......... .......... ..........`),
  );
  expect(drawn([[...toTheWest].reverse()])).toEqual(
    rows(`
    .......... ..........
    ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~`),
  );
});

test('a coast around a corner of the box takes the corners that lie in the sea', () => {
  expect(
    drawn([
      [
        [11, 3],
        [5, 3],
        [5, -1],
      ],
    ]),
  ).toEqual(
    rows(`
    ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~ ~~~~~~~~~~
    ~~~~~..... ~~~~~..... ~~~~~.....`),
  );
});

test('two coasts make two seas, or one between them', () => {
  const northern: Position[] = [
    [11, 8],
    [-1, 8],
  ];
  const southern: Position[] = [
    [-1, 2],
    [11, 2],
  ];
  const land = '..........';
  const sea = '~~~~~~~~~~';
  expect(drawn([northern, southern])).toEqual([sea, sea, land, land, land, land, land, land, sea, sea]);
  expect(drawn([[...northern].reverse(), [...southern].reverse()])).toEqual([
    land,
    land,
    sea,
    sea,
    sea,
    sea,
    sea,
    sea,
    land,
    land,
  ]);
});

test('a coast that leaves the box and comes back is one coast', () => {
  expect(
    drawn([
      [
        [11, 5],
        [7, 5],
        [7, 12],
        [3, 12],
        [3, 5],
        [-1, 5],
      ],
    ]),
  ).toEqual(
    rows(`
    ~~~....~~~ ~~~....~~~ ~~~....~~~ ~~~....~~~ ~~~....~~~
    .......... .......... .......... .......... ..........`),
  );
});

test('islands are land, alone in the box too, and so is one that lies across its edge', () => {
  const island: Position[] = [
    [4, 4],
    [6, 4],
    [6, 6],
    [4, 6],
    [4, 4],
  ];
  const middle = ['~~~~~~~~~~', '~~~~..~~~~', '~~~~..~~~~'];
  expect(drawn([island]).slice(3, 6)).toEqual(middle);
  expect(
    drawn([
      [
        [11, 2],
        [-1, 2],
      ],
      island,
    ]).slice(3, 6),
  ).toEqual(middle);
  const across: Position[] = [
    [8, 4],
    [12, 4],
    [12, 6],
    [8, 6],
    [8, 4],
  ];
  expect(drawn([across]).slice(3, 6)).toEqual(['~~~~~~~~~~', '~~~~~~~~..', '~~~~~~~~..']);
});

test('a ring that has water inside is a sea of its own', () => {
  const lagoon: Position[] = [
    [4, 4],
    [4, 6],
    [6, 6],
    [6, 4],
    [4, 4],
  ];
  expect(drawn([lagoon]).slice(3, 6)).toEqual(['..........', '....~~....', '....~~....']);
});

test('a coast that ends inside the box goes straight on, whatever its last point says', () => {
  const withJetty: Position[] = [
    [7, 8],
    [3, 8],
    [3, 8.001],
  ];
  expect(drawn([withJetty]).slice(0, 3)).toEqual(['~~~~~~~~~~', '~~~~~~~~~~', '..........']);
  expect(makeSea([withJetty], BOX).looseEnds).toBe(2);
});

test('a coast along the edge of the box has its sea on one side, and no coast at all makes no sea', () => {
  const alongTheTop: Position[] = [
    [11, 10],
    [-1, 10],
  ];
  expect(drawn([alongTheTop]).join('')).not.toContain('~');
  expect(drawn([[...alongTheTop].reverse()]).join('')).not.toContain('.');
  expect(makeSea([], BOX)).toEqual({ polygons: [], looseEnds: 0 });
});

test('the sea of a town is drawn first, on its right side, with a hole for the island, on every zoom', async () => {
  const town = await mapOf(drawTown());
  const first = (await town.featuresAt([1.85, 50.98], 'water', 11))[0];
  expect(first?.properties).toEqual({ class: 'sea' });
  for (const zoom of [8, 10, 13]) {
    expect(await town.areasAt([1.81, 50.98], 'water', zoom)).toEqual(['sea']);
    expect(await town.areasAt([1.85, 50.966], 'water', zoom)).toEqual(['sea']);
    expect(await town.areasAt([1.81, 50.96], 'water', zoom)).toEqual([]);
    expect(await town.areasAt([1.865, 50.987], 'water', zoom)).toEqual([]);
  }
});

test('the sea of an extract that was cut at a border reaches the edge of the box, and the person is told', async () => {
  const cut = await mapOf(drawTown({ coast: COASTLINE.slice(1, -1) }));
  expect(await cut.areasAt([1.805, 50.98], 'water')).toEqual(['sea']);
  expect(await cut.areasAt([1.895, 50.98], 'water')).toEqual(['sea']);
  expect(await cut.areasAt([1.895, 50.95], 'water')).toEqual([]);
  expect(cut.remarks).toContain('The coastline ends inside the box 2 times: the sea was drawn straight on. Look at it.');
});
