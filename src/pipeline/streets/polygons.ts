import type { Position } from './box.ts';

/** Ends where it begins. */
export type Ring = readonly Position[];

/** The outer ring, then its holes. */
export type Polygon = Ring[];

/** Each hole goes to the first outer ring that it lies in; one that lies in none is left out. */
export function toPolygons(outers: readonly Ring[], holes: readonly Ring[]): Polygon[] {
  const polygons = outers.map((outer): Polygon => [outer]);
  for (const hole of holes) polygons.find(([outer]) => outer && liesIn(hole, outer))?.push(hole);
  return polygons;
}

/** By the first point of the inner ring that is no corner of the outer one: rings may touch. */
function liesIn(inner: Ring, outer: Ring): boolean {
  const isCorner = ([lon, lat]: Position) => outer.some((corner) => corner[0] === lon && corner[1] === lat);
  const point = inner.find((one) => !isCorner(one)) ?? inner[0];
  return point !== undefined && isInRing(point, outer);
}

/** Whether a line to the east of the point crosses the ring an odd number of times. */
export function isInRing([lon, lat]: Position, ring: Ring): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (!a || !b || a[1] > lat === b[1] > lat) continue;
    if (lon < a[0] + ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1])) inside = !inside;
  }
  return inside;
}

/** Twice the area: more than zero when the ring runs against the clock, less when with it. */
export function turning(ring: Ring): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (a && b) sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}
