/**
 * The sea, made of the coastline. OpenStreetMap's rule: along a coastline the land is on the left and the water on the right
 * (wiki.openstreetmap.org/wiki/Tag:natural=coastline). So sea lies to the right of each part of the coast, and walking clockwise
 * along the box's edge from where a part leaves the box to where the next one enters it closes the sea.
 */
import { type Box, isInBox, type Position } from './box.ts';
import { clipLine } from './clip.ts';
import { type Polygon, type Ring, toPolygons, turning } from './polygons.ts';

export interface Sea {
  polygons: Polygon[];
  /** Ends of the coastline within the box, as in an extract that stops at a border; they were led on to the edge. */
  looseEnds: number;
}

/** `coast` are joined coastlines in their own direction. No coastline in the box, no sea. */
export function makeSea(coast: readonly Position[][], box: Box): Sea {
  const isIsland = (line: readonly Position[]) => isClosed(line) && line.every((point) => isInBox(box, point));
  const whole = coast.filter(isIsland);
  const islands = whole.filter((ring) => turning(ring) > 0);
  const enclosed = whole.filter((ring) => turning(ring) < 0);
  const others = coast.filter((line) => !isIsland(line));
  const ledOn = others.map((line) => (isClosed(line) ? fromOutside(line, box) : leadOn(line, box)));
  const parts = ledOn.flatMap((line) => clipLine(line, box));
  const open = parts.length > 0 ? closeAlongEdge(parts, box) : wholeBoxAround(islands, box);
  return { polygons: toPolygons([...open, ...enclosed], islands), looseEnds: countLooseEnds(others, box) };
}

const isClosed = (line: readonly Position[]) => line.length > 3 && isSame(line[0], line.at(-1));

const isSame = (a?: Position, b?: Position) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Only water around them. */
const wholeBoxAround = (islands: readonly Ring[], box: Box): Ring[] => {
  const [first, ...corners] = cornersOf(box);
  return islands.length > 0 && first ? [[first, ...corners, first]] : [];
};

/** A closed line told from a point outside the box, so that no part of it begins in the box. */
function fromOutside(line: readonly Position[], box: Box): Position[] {
  const start = line.findIndex((point) => !isInBox(box, point));
  const round = line.slice(0, -1);
  return [...round.slice(start), ...round.slice(0, start + 1)];
}

function countLooseEnds(lines: readonly Position[][], box: Box): number {
  const ends = lines.filter((line) => !isClosed(line)).flatMap((line) => [line[0], line.at(-1)]);
  return ends.filter((end) => end && isInBox(box, end)).length;
}

/** Ends within the box go straight on, beyond its edge. */
function leadOn(line: readonly Position[], box: Box): Position[] {
  const start = beyond([...line].reverse(), box);
  const end = beyond(line, box);
  return [...(start ? [start] : []), ...line, ...(end ? [end] : [])];
}

/** Degrees, about two kilometres: a jetty at the end says nothing of where the coast goes. */
const GENERAL_DIRECTION = 0.02;

function beyond(line: readonly Position[], box: Box): Position | undefined {
  const end = line.at(-1);
  if (!end || !isInBox(box, end)) return undefined;
  const from = line.findLast((point) => distance(point, end) >= GENERAL_DIRECTION) ?? line[0];
  if (!from || isSame(from, end)) return undefined;
  const far = (box.east - box.west + box.north - box.south) / distance(from, end);
  return [end[0] + (end[0] - from[0]) * far, end[1] + (end[1] - from[1]) * far];
}

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** A part of the coast from edge to edge, with where on the edge it begins and ends. */
interface Part {
  points: readonly Position[];
  enters: number;
  leaves: number;
}

function closeAlongEdge(lines: readonly Position[][], box: Box): Ring[] {
  const parts = lines.map((points): Part => {
    return { points, enters: placeOnEdge(points[0], box), leaves: placeOnEdge(points.at(-1), box) };
  });
  const rings: Ring[] = [];
  for (let first = parts.shift(); first; first = parts.shift()) rings.push(closeRing(first, parts, box));
  return rings;
}

/** Takes out of `parts` those that it goes along. */
function closeRing(first: Part, parts: Part[], box: Box): Ring {
  const ring = [...first.points];
  for (let part = first; ; ) {
    const next = nearestEntry(part.leaves, [first, ...parts]);
    ring.push(...cornersBetween(part.leaves, next.enters, box), ...next.points.slice(0, next === first ? 1 : undefined));
    if (next === first) return ring;
    parts.splice(parts.indexOf(next), 1);
    part = next;
  }
}

const nearestEntry = (from: number, parts: readonly [Part, ...Part[]]): Part =>
  parts.reduce((best, part) => (clockwise(from, part.enters) < clockwise(from, best.enters) ? part : best));

/** Sides of the box from one place on its edge to another. */
const clockwise = (from: number, to: number) => (to - from + 4) % 4;

function cornersBetween(from: number, to: number, box: Box): Position[] {
  const end = from + clockwise(from, to);
  const corners: Position[] = [];
  for (let side = Math.floor(from) + 1; side < end; side++) corners.push(cornersOf(box)[side % 4] as Position);
  return corners;
}

/** Clockwise from the north-west, as `placeOnEdge` counts. */
const cornersOf = ({ west, south, east, north }: Box): Position[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

/** From 0 in the north-west, 1 in the north-east, 2 and 3 clockwise back to just below 4. */
function placeOnEdge(point: Position | undefined, { west, south, east, north }: Box): number {
  const [lon, lat] = point ?? [west, north];
  if (lat === north) return (lon - west) / (east - west);
  if (lon === east) return 1 + (north - lat) / (north - south);
  if (lat === south) return 2 + (east - lon) / (east - west);
  return (3 + (lat - south) / (north - south)) % 4;
}
