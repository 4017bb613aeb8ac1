/** The objects of one blob of an OpenStreetMap file. Fields by number: wiki.openstreetmap.org/wiki/PBF_Format */
import { PbfReader } from 'pbf';

export type Kind = 'node' | 'way' | 'relation';
export type Tags = Readonly<Record<string, string>>;

/** Columns, because there are millions. */
export interface OsmNodes {
  ids: number[];
  /** Degrees × 10,000,000. */
  lons: number[];
  lats: number[];
  /** By index; most nodes have none. */
  tags: Map<number, Tags>;
}

export interface OsmWay {
  id: number;
  tags: Tags;
  /** Ids of its nodes. */
  refs: number[];
}

export interface OsmRelation {
  id: number;
  tags: Tags;
  /** Its ways only. */
  members: { way: number; role: string }[];
}

export interface OsmBlock {
  nodes: OsmNodes;
  ways: OsmWay[];
  relations: OsmRelation[];
  /** Kinds that the blob holds, also those that were not asked for. */
  found: Set<Kind>;
}

/** The part of a block that all its objects need to be understood. */
interface Frame {
  strings: string[];
  /** Where its groups of objects stand in the bytes. */
  groups: { start: number; end: number }[];
  /** Nanodegrees. */
  granularity: number;
  lonOffset: number;
  latOffset: number;
}

/** Nanodegrees in the unit of OsmNodes. */
const UNIT = 100;

const KIND_OF_FIELD: Readonly<Record<number, Kind>> = { 1: 'node', 2: 'node', 3: 'way', 4: 'relation' };

/** Throws whatever the bytes make it throw when they are damaged. */
export function decodeBlock(bytes: Uint8Array, kinds: ReadonlySet<Kind>): OsmBlock {
  const pbf = new PbfReader(bytes);
  const frame = pbf.readFields(readFrame, { strings: [], groups: [], granularity: 100, lonOffset: 0, latOffset: 0 } as Frame);
  const block: OsmBlock = { nodes: { ids: [], lons: [], lats: [], tags: new Map() }, ways: [], relations: [], found: new Set() };
  for (const { start, end } of frame.groups) {
    pbf.pos = start;
    pbf.readFields((field) => readObject(field, { pbf, frame, block, kinds }), undefined, end);
  }
  return block;
}

function readFrame(field: number, frame: Frame, pbf: PbfReader): void {
  if (field === 1) pbf.readMessage((_, strings, inner) => strings.push(inner.readString()), frame.strings);
  else if (field === 2) frame.groups.push(skipMessage(pbf));
  else if (field === 17) frame.granularity = pbf.readVarint();
  else if (field === 19) frame.latOffset = pbf.readVarint(true);
  else if (field === 20) frame.lonOffset = pbf.readVarint(true);
}

/** Groups may come before what they need, so that they are read once all else is known. */
function skipMessage(pbf: PbfReader) {
  const bytes = pbf.readVarint();
  const start = pbf.pos;
  pbf.pos += bytes;
  if (pbf.pos > pbf.length) throw new RangeError('A group goes beyond its block');
  return { start, end: pbf.pos };
}

interface Reading {
  pbf: PbfReader;
  frame: Frame;
  block: OsmBlock;
  kinds: ReadonlySet<Kind>;
}

function readObject(field: number, { pbf, frame, block, kinds }: Reading): void {
  const kind = KIND_OF_FIELD[field];
  if (!kind) return;
  block.found.add(kind);
  if (!kinds.has(kind)) return;
  if (field === 1) readPlainNode(pbf, frame, block.nodes);
  else if (field === 2) readDenseNodes(pbf, frame, block.nodes);
  else if (field === 3) block.ways.push(readWay(pbf, frame));
  else block.relations.push(readRelation(pbf, frame));
}

function readPlainNode(pbf: PbfReader, frame: Frame, nodes: OsmNodes): void {
  const node = { id: 0, lat: 0, lon: 0, keys: [] as number[], values: [] as number[] };
  pbf.readMessage((field, into) => {
    if (field === 1) into.id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) into.lat = pbf.readSVarint();
    else if (field === 9) into.lon = pbf.readSVarint();
  }, node);
  if (node.keys.length > 0) nodes.tags.set(nodes.ids.length, toTags(node.keys, node.values, frame));
  addNode(nodes, frame, node);
}

function readDenseNodes(pbf: PbfReader, frame: Frame, nodes: OsmNodes): void {
  const dense = { ids: [] as number[], lats: [] as number[], lons: [] as number[], keysAndValues: [] as number[] };
  pbf.readMessage((field, into) => {
    if (field === 1) pbf.readPackedSVarint(into.ids);
    else if (field === 8) pbf.readPackedSVarint(into.lats);
    else if (field === 9) pbf.readPackedSVarint(into.lons);
    else if (field === 10) pbf.readPackedVarint(into.keysAndValues);
  }, dense);
  if (dense.lats.length !== dense.ids.length || dense.lons.length !== dense.ids.length)
    throw new RangeError('Nodes without a place');
  readDenseTags(dense.keysAndValues, frame, nodes);
  const node = { id: 0, lat: 0, lon: 0 };
  for (let index = 0; index < dense.ids.length; index++) {
    node.id += dense.ids[index] ?? 0;
    node.lat += dense.lats[index] ?? 0;
    node.lon += dense.lons[index] ?? 0;
    addNode(nodes, frame, node);
  }
}

/** Pairs of key and value; a zero ends those of a node. */
function readDenseTags(keysAndValues: readonly number[], frame: Frame, nodes: OsmNodes): void {
  let index = nodes.ids.length;
  let keys: number[] = [];
  let values: number[] = [];
  for (let at = 0; at < keysAndValues.length; at++) {
    const key = keysAndValues[at] ?? 0;
    if (key !== 0) {
      keys.push(key);
      values.push(keysAndValues[++at] ?? 0);
      continue;
    }
    if (keys.length > 0) {
      nodes.tags.set(index, toTags(keys, values, frame));
      keys = [];
      values = [];
    }
    index++;
  }
}

function addNode(nodes: OsmNodes, frame: Frame, { id, lat, lon }: { id: number; lat: number; lon: number }): void {
  nodes.ids.push(id);
  nodes.lats.push(Math.round((frame.latOffset + frame.granularity * lat) / UNIT));
  nodes.lons.push(Math.round((frame.lonOffset + frame.granularity * lon) / UNIT));
}

function readWay(pbf: PbfReader, frame: Frame): OsmWay {
  const way = { id: 0, keys: [] as number[], values: [] as number[], steps: [] as number[] };
  pbf.readMessage((field, into) => {
    if (field === 1) into.id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) pbf.readPackedSVarint(into.steps);
  }, way);
  return { id: way.id, tags: toTags(way.keys, way.values, frame), refs: addUp(way.steps) };
}

const WAY_MEMBER = 1;

function readRelation(pbf: PbfReader, frame: Frame): OsmRelation {
  const relation = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    steps: [] as number[],
    types: [] as number[],
  };
  pbf.readMessage((field, into) => {
    if (field === 1) into.id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(into.keys);
    else if (field === 3) pbf.readPackedVarint(into.values);
    else if (field === 8) pbf.readPackedVarint(into.roles);
    else if (field === 9) pbf.readPackedSVarint(into.steps);
    else if (field === 10) pbf.readPackedVarint(into.types);
  }, relation);
  const members = addUp(relation.steps)
    .map((way, index) => ({ way, role: frame.strings[relation.roles[index] ?? 0] ?? '', type: relation.types[index] }))
    .filter(({ type }) => type === WAY_MEMBER);
  return { id: relation.id, tags: toTags(relation.keys, relation.values, frame), members };
}

/** @example addUp([5, 2, -1]) -> [5, 7, 6] */
function addUp(steps: number[]): number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
}

function toTags(keys: readonly number[], values: readonly number[], { strings }: Frame): Tags {
  const tags: Record<string, string> = Object.create(null) as Record<string, string>;
  for (let index = 0; index < keys.length; index++) {
    const key = strings[keys[index] ?? 0];
    const value = strings[values[index] ?? 0];
    if (key === undefined || value === undefined) throw new RangeError('A tag without its words');
    tags[key] = value;
  }
  return tags;
}
