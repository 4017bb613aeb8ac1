/** Cutting lines and areas at the edges of a box. */
import { type Box, isInBox, type Position } from './box.ts';

/**
 * The parts of a line that lie in the box, after Liang and Barsky. A point that is not moved stays the same object, and one
 * that is lies exactly on the edge, so that parts can be put together again.
 */
export function clipLine(line: readonly Position[], box: Box): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]];
    const inside = from && to && clipSegment(from, to, box);
    if (!inside) continue;
    const [start, end] = inside;
    if (part.at(-1) !== start) {
      parts.push(part);
      part = [start];
    }
    part.push(end);
  }
  return [...parts, part].filter(hasLength);
}

const hasLength = (part: readonly Position[]) => part.some(([lon, lat]) => lon !== part[0]?.[0] || lat !== part[0]?.[1]);

function clipSegment(from: Position, to: Position, box: Box): [Position, Position] | undefined {
  let [enter, leave] = [0, 1];
  let [enterEdge, leaveEdge] = [from, to];
  for (const { axis, at, inwards } of edgesOf(box)) {
    const step = (to[axis] - from[axis]) * inwards;
    const before = (at - from[axis]) * inwards;
    if (step === 0 && before > 0) return undefined;
    if (step === 0) continue;
    const part = before / step;
    if (step > 0 && part > enter) [enter, enterEdge] = [part, onEdge(from, to, part, { axis, at })];
    if (step < 0 && part < leave) [leave, leaveEdge] = [part, onEdge(from, to, part, { axis, at })];
  }
  return enter < leave ? [enterEdge, leaveEdge] : undefined;
}

/** The part of an area that lies in the box, after Sutherland and Hodgman; empty when there is none. A ring ends where it begins. */
export function clipRing(ring: readonly Position[], box: Box): Position[] {
  if (ring.every((point) => isInBox(box, point))) return [...ring];
  let points = ring.slice(0, -1);
  for (const edge of edgesOf(box)) points = keepInside(points, edge);
  const [first] = points;
  return first && points.length > 2 ? [...points, first] : [];
}

interface Edge {
  /** 0 for an edge at a longitude, 1 at a latitude. */
  axis: 0 | 1;
  at: number;
  /** 1 when what is larger lies inside, else -1. */
  inwards: 1 | -1;
}

const edgesOf = ({ west, south, east, north }: Box): Edge[] => [
  { axis: 0, at: west, inwards: 1 },
  { axis: 0, at: east, inwards: -1 },
  { axis: 1, at: south, inwards: 1 },
  { axis: 1, at: north, inwards: -1 },
];

function keepInside(points: readonly Position[], edge: Edge): Position[] {
  const isInside = (point: Position) => (point[edge.axis] - edge.at) * edge.inwards >= 0;
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const crossing = isInside(point) === isInside(before) ? [] : [cross(before, point, edge)];
    return isInside(point) ? [...crossing, point] : crossing;
  });
}

const cross = (from: Position, to: Position, edge: Edge) =>
  onEdge(from, to, (edge.at - from[edge.axis]) / (to[edge.axis] - from[edge.axis]), edge);

/** The point at a part of the way, lying on the edge without any rounding. */
function onEdge(from: Position, to: Position, part: number, { axis, at }: Pick<Edge, 'axis' | 'at'>): Position {
  const other = axis === 0 ? from[1] + (to[1] - from[1]) * part : from[0] + (to[0] - from[0]) * part;
  return axis === 0 ? [at, other] : [other, at];
}
