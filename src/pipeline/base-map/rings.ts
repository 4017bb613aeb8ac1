/** Rings and lines of longitude and latitude: cutting them to a box, joining neighbours, leaving out what nobody sees. */

/** Longitude and latitude in degrees. */
export type Point = readonly [lon: number, lat: number];
/** A closed ring: its first point stands again at its end. */
export type Ring = readonly Point[];
export type Line = readonly Point[];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/**
 * The part of a ring that lies in a box, closed along the box's edges (Sutherland and Hodgman 1974); empty when nothing does.
 * @example clipRing([[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]], { west: 2, south: 0, east: 9, north: 9 }) -> [[2, 4], [2, 0], [4, 0], [4, 4], [2, 4]]
 */
export function clipRing(ring: Ring, { west, south, east, north }: Box): Ring {
  const sides = [
    { axis: 0, edge: west, inward: 1 },
    { axis: 0, edge: east, inward: -1 },
    { axis: 1, edge: south, inward: 1 },
    { axis: 1, edge: north, inward: -1 },
  ] as const;
  return sides.reduce((rest: Ring, side) => clipAtSide(rest, side), ring);
}

interface Side {
  axis: 0 | 1;
  edge: number;
  /** 1 when what is greater than the edge stays, else -1. */
  inward: 1 | -1;
}

function clipAtSide(ring: Ring, { axis, edge, inward }: Side): Ring {
  const isInside = (point: Point) => (point[axis] - edge) * inward >= 0;
  const kept: Point[] = [];
  ring.forEach((point, i) => {
    const before = ring[i - 1];
    if (before && isInside(before) !== isInside(point)) kept.push(crossing(before, point, axis, edge));
    if (isInside(point)) kept.push(point);
  });
  return closed(kept);
}

function crossing(from: Point, to: Point, axis: 0 | 1, edge: number): Point {
  const part = (edge - from[axis]) / (to[axis] - from[axis]);
  const across = (other: 0 | 1) => from[other] + part * (to[other] - from[other]);
  return axis === 0 ? [edge, across(1)] : [across(0), edge];
}

function closed(points: readonly Point[]): Ring {
  const [first] = points;
  return !first || isSame(first, points.at(-1)) ? points : [...points, first];
}

const isSame = (a: Point, b: Point | undefined) => a[0] === b?.[0] && a[1] === b[1];

/** Points to so many decimals, those that then stand twice in a row once. */
export function roundPoints(points: readonly Point[], decimals: number): Point[] {
  const round = (degrees: number) => Number(degrees.toFixed(decimals));
  const rounded = points.map(([lon, lat]): Point => [round(lon), round(lat)]);
  return rounded.filter((point, i) => !isSame(point, rounded[i - 1]));
}

/**
 * Neighbours as one: edges that two rings walk in opposite directions fall out of the rings, and are the border between them.
 * The rings must share the very points of that border, as those of one map do.
 */
export function dissolve(rings: readonly Ring[]): { rings: Ring[]; borders: Line[] } {
  const edges = new Map<string, [Point, Point]>();
  const inner = new Map<string, [Point, Point]>();
  for (const ring of rings) {
    ring.slice(1).forEach((to, i) => {
      const from = ring[i] as Point;
      if (edges.delete(`${to}>${from}`)) inner.set(`${from}>${to}`, [from, to]);
      else edges.set(`${from}>${to}`, [from, to]);
    });
  }
  return { rings: chain(edges.values()), borders: chain(inner.values()) };
}

/** Edges put end to end, as long as they go; each chain begins where no edge ends, else anywhere. */
function chain(edges: Iterable<[Point, Point]>): Point[][] {
  const from = new Map<string, [Point, Point][]>();
  const ends = new Set<string>();
  for (const edge of edges) {
    const start = String(edge[0]);
    from.set(start, [...(from.get(start) ?? []), edge]);
    ends.add(String(edge[1]));
  }
  const starts = [...from.keys()].sort((a, b) => Number(ends.has(a)) - Number(ends.has(b)));
  const chains: Point[][] = [];
  for (const start of starts) {
    for (let edge = from.get(start)?.shift(); edge; edge = from.get(start)?.shift()) {
      const points = [...edge];
      for (let next = from.get(String(edge[1]))?.shift(); next; next = from.get(String(next[1]))?.shift()) points.push(next[1]);
      chains.push(points);
    }
  }
  return chains;
}

/** How far a point of a line may lie beside the simplified line, in metres, depending on where it is. */
export type Tolerance = (point: Point) => number;

/**
 * Leaves out the points of a line that lie no farther from it than the tolerance (Douglas and Peucker 1973).
 * A closed ring is halved first: between equal ends there is no line to measure from.
 */
export function simplify(points: Line, tolerance: Tolerance): Point[] {
  const [first] = points;
  if (!first || points.length < 3) return [...points];
  if (!isSame(first, points.at(-1))) return simplifyLine(points, tolerance);
  const far = farthest(points, (point) => distance(point, first));
  return [
    ...simplifyLine(points.slice(0, far.index + 1), tolerance),
    ...simplifyLine(points.slice(far.index), tolerance).slice(1),
  ];
}

function simplifyLine(points: Line, tolerance: Tolerance): Point[] {
  const keep = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [start, end] = span;
    const [a, b] = [points[start] as Point, points[end] as Point];
    const inner = points.slice(start + 1, end);
    const far = farthest(inner, (point) => distanceToLine(point, a, b) / tolerance(point));
    if (far.measure <= 1) continue;
    const middle = start + 1 + far.index;
    keep.add(middle);
    spans.push([start, middle], [middle, end]);
  }
  return points.filter((_, i) => keep.has(i));
}

interface Far {
  index: number;
  measure: number;
}

function farthest(points: readonly Point[], measureOf: (point: Point) => number): Far {
  const further = (far: Far, measure: number, index: number) => (measure > far.measure ? { index, measure } : far);
  return points.map(measureOf).reduce(further, { index: 0, measure: 0 });
}

const METRES_A_DEGREE = 111_320;

/** Flat metres from a point; good enough within a region. */
const metresFrom = ([lon, lat]: Point, [toLon, toLat]: Point): Point => [
  (toLon - lon) * METRES_A_DEGREE * Math.cos((lat * Math.PI) / 180),
  (toLat - lat) * METRES_A_DEGREE,
];

const distance = (a: Point, b: Point) => Math.hypot(...metresFrom(a, b));

/** From a point to the piece of line between `a` and `b`, in metres. */
function distanceToLine(point: Point, a: Point, b: Point): number {
  const [x, y] = metresFrom(a, point);
  const [dx, dy] = metresFrom(a, b);
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / length));
  return Math.hypot(x - along * dx, y - along * dy);
}
