/** OpenStreetMap objects as features of the map's layers, cut at the box. */
import { groupBy } from '../group-by.ts';
import { type Box, growBox, isInBox, type Position } from './box.ts';
import type { Drawn } from './classes.ts';
import { clipLine, clipRing } from './clip.ts';
import { isRing, joinLines } from './join-lines.ts';
import { type Polygon, type Ring, toPolygons } from './polygons.ts';
import type { NodeLookup, OsmObjects } from './read-osm.ts';
import { makeSea } from './sea.ts';

/** Degrees beyond the box at which everything ends together: lines cross the edge of what is shown, and so does the sea. */
const OVERLAP = 0.01;

export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Polygon[] };

export interface Feature extends Drawn {
  geometry: Geometry;
}

export interface Features {
  features: Feature[];
  /** What the file did not have whole, for telling: areas left out, and ends of the coastline. */
  brokenAreas: number;
  looseEnds: number;
}

export function makeFeatures(objects: OsmObjects, box: Box): Features {
  const edge = growBox(box, OVERLAP);
  const sea = makeSea(coastLines(objects), edge);
  const areas = [...closedWays(objects), ...multipolygons(objects)];
  const features = [
    ...seaFeatures(sea.polygons),
    ...areas.flatMap((area) => areaFeatures(area, edge)),
    ...lineFeatures(objects, edge),
    ...pointFeatures(objects, box),
  ];
  return { features, brokenAreas: areas.filter(({ broken }) => broken).length, looseEnds: sea.looseEnds };
}

function seaFeatures(polygons: Polygon[]): Feature[] {
  if (polygons.length === 0) return [];
  const geometry: Geometry = { type: 'MultiPolygon', coordinates: polygons };
  return [{ layer: 'water', from: 0, properties: { class: 'sea' }, geometry }];
}

const coastLines = ({ coast, placeOf }: OsmObjects): Position[][] =>
  joinLines(coast, { turn: false }).flatMap((refs) => runsOf(refs, placeOf));

/** A line broken where the file has no node; usually one run. */
function runsOf(refs: readonly number[], placeOf: NodeLookup): Position[][] {
  const runs: Position[][] = [[]];
  for (const ref of refs) {
    const place = placeOf.get(ref);
    if (place) runs.at(-1)?.push(place);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

interface Area {
  drawn: Drawn;
  polygons: Polygon[];
  /** Some of its outline is not in the file. */
  broken: boolean;
}

const closedWays = ({ areas, placeOf }: OsmObjects): Area[] =>
  areas.map(({ refs, drawn }) => {
    const ring = wholeRing(refs, placeOf);
    return { drawn, polygons: ring ? [[ring]] : [], broken: !ring };
  });

const multipolygons = ({ multipolygons: all, placeOf }: OsmObjects): Area[] =>
  all.map(({ members, drawn }) => {
    const outers = ringsOf(members.filter(({ role }) => role !== 'inner'));
    const holes = ringsOf(members.filter(({ role }) => role === 'inner'));
    const polygons = toPolygons(outers.rings.flatMap(toWhole), holes.rings.flatMap(toWhole));
    return { drawn, polygons, broken: outers.open || polygons.length < outers.rings.length };

    function toWhole(refs: number[]): Ring[] {
      const ring = wholeRing(refs, placeOf);
      return ring ? [ring] : [];
    }
  });

function ringsOf(members: readonly { refs: number[] }[]) {
  const joined = joinLines(
    members.map(({ refs }) => refs).filter((refs) => refs.length > 1),
    { turn: true },
  );
  return { rings: joined.filter(isRing), open: !joined.every(isRing) || members.some(({ refs }) => refs.length === 0) };
}

function wholeRing(refs: readonly number[], placeOf: NodeLookup): Ring | undefined {
  const ring = refs.map((ref) => placeOf.get(ref));
  return ring.every((place) => place !== undefined) ? ring : undefined;
}

/** Shops and stations drawn as buildings become points in their middle. */
function areaFeatures({ drawn, polygons }: Area, edge: Box): Feature[] {
  if (drawn.layer === 'point' || drawn.layer === 'place') {
    const middle = middleOf(polygons[0]?.[0] ?? []);
    return middle && isInBox(edge, middle) ? [{ ...drawn, geometry: { type: 'Point', coordinates: middle } }] : [];
  }
  const coordinates = polygons.map((rings) => clipPolygon(rings, edge)).filter((rings) => rings.length > 0);
  return coordinates.length > 0 ? [{ ...drawn, geometry: { type: 'MultiPolygon', coordinates } }] : [];
}

/** Empty when its outline lies outside. */
function clipPolygon([outer = [], ...holes]: Polygon, edge: Box): Polygon {
  const clipped = clipRing(outer, edge);
  if (clipped.length === 0) return [];
  return [clipped, ...holes.map((hole) => clipRing(hole, edge)).filter((hole) => hole.length > 0)];
}

/** The mean of its corners. */
function middleOf(ring: Ring): Position | undefined {
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return corners.length > 0 ? [mean(0), mean(1)] : undefined;
}

/** Ways that say the same of themselves are joined: a street is cut at each crossing, and a name needs a long line. */
function lineFeatures({ lines, placeOf }: OsmObjects, edge: Box): Feature[] {
  const alike = groupBy(lines, ({ drawn }) => JSON.stringify([drawn.layer, drawn.from, drawn.properties]));
  return [...alike.values()].flatMap((group) => {
    const joined = joinLines(
      group.map(({ refs }) => refs),
      { turn: true },
    );
    const coordinates = joined.flatMap((refs) => runsOf(refs, placeOf)).flatMap((run) => clipLine(run, edge));
    const [first] = group;
    return first && coordinates.length > 0
      ? [{ ...first.drawn, geometry: { type: 'MultiLineString' as const, coordinates } }]
      : [];
  });
}

const pointFeatures = ({ points, placeOf }: OsmObjects, box: Box): Feature[] =>
  points.flatMap(({ at, drawn }) => {
    const place = placeOf.get(at);
    return place && isInBox(box, place) ? [{ ...drawn, geometry: { type: 'Point' as const, coordinates: place } }] : [];
  });
