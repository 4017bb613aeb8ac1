/** What of an OpenStreetMap file belongs on the map of a box, in three passes over the file. */

import type { Progress } from '../progress.ts';
import { ascendingOnce } from './ascending.ts';
import { type Box, boxesMeet, boxToText, growBox, isInBox } from './box.ts';
import { areaOf, type Drawn, isCoastline, lineOf, pointOf } from './classes.ts';
import type { OsmNodes, OsmRelation, OsmWay } from './decode-block.ts';
import { StreetsFault } from './fault.ts';
import { isRing } from './join-lines.ts';
import { NodeStore, UNITS } from './node-store.ts';
import type { OsmFile } from './osm-file.ts';

/** Degrees around the box that are read as well, so that what only passes its corner is there. */
const MARGIN = 0.02;

/** Objects as they were in the file, still made of node ids. */
export interface OsmObjects {
  /** Places of all nodes of these objects, except those that the file does not have. */
  placeOf: NodeLookup;
  points: { at: number; drawn: Drawn }[];
  lines: { refs: number[]; drawn: Drawn }[];
  /** Closed ways; those of a point are told by their middle only. */
  areas: { refs: number[]; drawn: Drawn }[];
  multipolygons: { members: { refs: number[]; role: string }[]; drawn: Drawn }[];
  coast: number[][];
}

export type NodeLookup = Pick<NodeStore, 'get'>;

/** A multipolygon that is drawn, if any of its ways comes near the box. */
interface Wanted {
  relation: OsmRelation;
  drawn: Drawn;
}

/** Throws StreetsFault when the file is not sorted or has nothing in the box. */
export function readOsm(file: OsmFile, box: Box, progress: Progress): OsmObjects {
  refuseFarBox(file.header.box, box);
  const { near, points, wanted } = readNodesAndRelations(file, box, progress);
  const memberWays = new Map<number, number[]>();
  for (const { relation } of wanted) for (const { way } of relation.members) memberWays.set(way, []);
  const ways = readWays(file, { near, memberWays }, progress);
  const multipolygons = withWays(wanted, memberWays, near);
  const refs = function* () {
    for (const list of [ways.lines, ways.areas]) for (const one of list) yield* one.refs;
    for (const { members } of multipolygons) for (const member of members) yield* member.refs;
    for (const line of ways.coast) yield* line;
  };
  const far = readFarNodes(file, missingFrom(near, refs()), progress);
  return { placeOf: { get: (id) => near.get(id) ?? far.get(id) }, points, multipolygons, ...ways };
}

const elsewhere = (box: Box, held: Box) =>
  new StreetsFault(
    `The box ${boxToText(box)} lies outside the file, which holds ${boxToText(held)}; give a --bbox within that, or the extract of the right region.`,
  );

function refuseFarBox(held: Box | undefined, box: Box): void {
  if (held && !boxesMeet(held, box)) throw elsewhere(box, held);
}

function readNodesAndRelations(file: OsmFile, box: Box, progress: Progress) {
  const near = new NodeStore();
  const points: OsmObjects['points'] = [];
  const wanted: Wanted[] = [];
  const span = new Span();
  const order = new Order();
  const wide = inUnits(growBox(box, MARGIN));
  for (const block of file.blocks(new Set(['node', 'relation']), progress.step('Reading places'))) {
    order.check(block.nodes.ids);
    span.add(block.nodes);
    keepNear(block.nodes, wide, near);
    for (const [index, tags] of block.nodes.tags) {
      const drawn = pointOf(tags);
      if (drawn && isNodeIn(block.nodes, index, wide)) points.push({ at: block.nodes.ids[index] ?? 0, drawn });
    }
    for (const relation of block.relations) {
      const drawn = relation.tags.type === 'multipolygon' ? areaOf(relation.tags) : undefined;
      if (drawn) wanted.push({ relation, drawn });
    }
  }
  if (near.size === 0) throw span.box ? elsewhere(box, span.box) : nothingIn(box);
  return { near, points, wanted };
}

export const nothingIn = (box: Box) =>
  new StreetsFault(`The file has nothing to draw in the box ${boxToText(box)}; give another --bbox or another extract.`);

/** The way back from ids to nodes is a search in ascending ids. */
class Order {
  #last = Number.NEGATIVE_INFINITY;

  check(ids: readonly number[]): void {
    for (const id of ids) {
      if (id <= this.#last)
        throw new StreetsFault(
          `The file is not sorted: node ${id} comes after ${this.#last}; sort it with "osmium sort" or take an extract that is sorted.`,
        );
      this.#last = id;
    }
  }
}

/** What nodes span, for telling where the file's data lies. */
class Span {
  box: Box | undefined;

  add({ lons, lats }: OsmNodes): void {
    const box = this.box ?? { west: 180, south: 90, east: -180, north: -90 };
    for (const lon of lons) {
      if (lon < box.west * UNITS) box.west = lon / UNITS;
      if (lon > box.east * UNITS) box.east = lon / UNITS;
    }
    for (const lat of lats) {
      if (lat < box.south * UNITS) box.south = lat / UNITS;
      if (lat > box.north * UNITS) box.north = lat / UNITS;
    }
    if (lons.length > 0) this.box = box;
  }
}

const inUnits = ({ west, south, east, north }: Box): Box => ({
  west: west * UNITS,
  south: south * UNITS,
  east: east * UNITS,
  north: north * UNITS,
});

const isNodeIn = ({ lons, lats }: OsmNodes, index: number, box: Box) => isInBox(box, [lons[index] ?? 0, lats[index] ?? 0]);

function keepNear(nodes: OsmNodes, { west, south, east, north }: Box, near: NodeStore): void {
  for (let index = 0; index < nodes.ids.length; index++) {
    const [id = 0, lon = 0, lat = 0] = [nodes.ids[index], nodes.lons[index], nodes.lats[index]];
    if (lon >= west && lon <= east && lat >= south && lat <= north) near.add(id, lon, lat);
  }
}

type Ways = Pick<OsmObjects, 'lines' | 'areas' | 'coast'>;

/** Fills `memberWays` with the nodes of those ways, wherever they lie; other ways count only near the box. */
function readWays(
  file: OsmFile,
  { near, memberWays }: { near: NodeStore; memberWays: Map<number, number[]> },
  progress: Progress,
): Ways {
  const ways: Ways = { lines: [], areas: [], coast: [] };
  for (const block of file.blocks(new Set(['way']), progress.step('Reading ways')))
    for (const way of block.ways) {
      if (memberWays.has(way.id)) memberWays.set(way.id, way.refs);
      sortWay(way, near, ways);
    }
  return ways;
}

function sortWay({ tags, refs }: OsmWay, near: NodeStore, ways: Ways): void {
  const line = lineOf(tags);
  const area = isRing(refs) && tags.area !== 'no' ? (areaOf(tags) ?? pointOf(tags)) : undefined;
  const coast = isCoastline(tags);
  if (!(line || area || coast) || !refs.some((ref) => near.has(ref))) return;
  if (line) ways.lines.push({ refs, drawn: line });
  if (area) ways.areas.push({ refs, drawn: area });
  if (coast) ways.coast.push(refs);
}

const withWays = (wanted: readonly Wanted[], ways: ReadonlyMap<number, number[]>, near: NodeStore) =>
  wanted
    .map(({ relation, drawn }) => {
      const members = relation.members.map(({ way, role }) => ({ refs: ways.get(way) ?? [], role }));
      return { members, drawn };
    })
    .filter(({ members }) => members.some(({ refs }) => refs.some((ref) => near.has(ref))));

function missingFrom(near: NodeStore, refs: Iterable<number>): Float64Array {
  const missing = new Set<number>();
  for (const ref of refs) if (!near.has(ref)) missing.add(ref);
  return ascendingOnce(missing);
}

/** Nodes outside the box of what reaches into it: without them, areas at the edge would lose their shape. */
function readFarNodes(file: OsmFile, missing: Float64Array, progress: Progress): NodeStore {
  const far = new NodeStore();
  const isMissing = new Set(missing);
  const blocks = file.blocks(new Set(['node']), progress.step('Reading what reaches beyond the box'), missing);
  for (const { nodes } of blocks)
    for (const [index, id] of nodes.ids.entries())
      if (isMissing.has(id)) far.add(id, nodes.lons[index] ?? 0, nodes.lats[index] ?? 0);
  return far;
}
