import { describe, expect, it } from 'vitest';
import { clipRing, dissolve, type Point, type Ring, roundPoints, simplify } from '../../../../src/pipeline/base-map/rings.ts';

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const box = { west: 2, south: -9, east: 9, north: 9 };
const inBox = ({ west, south, east, north }: typeof box, [lon, lat]: Point) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

describe('cutting a ring to a box', () => {
  it('keeps what lies in the box, closed along its edge', () => {
    const cut = clipRing(square, box);
    expect(cut.at(0)).toEqual(cut.at(-1));
    expect(cut.every((point) => inBox(box, point))).toBe(true);
    expect(new Set(cut.map(String))).toEqual(new Set(['2,0', '4,0', '4,4', '2,4']));
  });

  it('leaves a ring inside as it is, and nothing of one outside', () => {
    expect(clipRing(square, { west: -1, south: -1, east: 5, north: 5 })).toEqual(square);
    expect(clipRing(square, { west: 5, south: 5, east: 6, north: 6 })).toEqual([]);
  });

  it('fills the whole box when the ring lies around it', () => {
    const cut = clipRing(square, { west: 1, south: 1, east: 2, north: 2 });
    expect(new Set(cut.map(String))).toEqual(new Set(['1,1', '2,1', '2,2', '1,2']));
  });
});

describe('neighbours', () => {
  const neighbour: Ring = [
    [4, 0],
    [8, 0],
    [8, 4],
    [4, 4],
    [4, 0],
  ];

  it('become one ring, and what they share becomes the border', () => {
    const { rings, borders } = dissolve([square, neighbour]);
    expect(rings).toHaveLength(1);
    expect(rings[0]?.at(0)).toEqual(rings[0]?.at(-1));
    expect(new Set(rings[0]?.map(String))).toEqual(new Set(['0,0', '4,0', '8,0', '8,4', '4,4', '0,4']));
    expect(borders.map((line) => line.map(String).sort())).toEqual([['4,0', '4,4']]);
  });

  it('that share nothing stay as they are', () => {
    const far = square.map(([lon, lat]): Point => [lon + 10, lat]);
    expect(dissolve([square, far])).toEqual({ rings: [square, far], borders: [] });
  });
});

describe('leaving out points', () => {
  const metre = 1 / 111_320;
  const bent: Point[] = [
    [0, 0],
    [0.5, 20 * metre],
    [1, 0],
    [1.5, 300 * metre],
    [2, 0],
  ];

  it('keeps those that lie farther beside the line than the tolerance, and both ends', () => {
    expect(simplify(bent, () => 100)).toEqual([bent[0], bent[2], bent[3], bent[4]]);
    expect(simplify(bent, () => 1000)).toEqual([bent[0], bent[4]]);
    expect(simplify(bent, () => 10)).toEqual(bent);
  });

  it('may be coarser in one place than in another', () => {
    expect(simplify(bent, ([lon]) => (lon < 1 ? 10 : 1000))).toEqual([bent[0], bent[1], bent[4]]);
  });

  it('keeps a ring closed, and open enough to see', () => {
    expect(simplify(square, () => 100)).toEqual(square);
  });
});

it('rounding leaves no point twice in a row', () => {
  expect(
    roundPoints(
      [
        [1.000001, 2],
        [1.000002, 2],
        [1.123456, 2],
      ],
      5,
    ),
  ).toEqual([
    [1, 2],
    [1.12346, 2],
  ]);
});
