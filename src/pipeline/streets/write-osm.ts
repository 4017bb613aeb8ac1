/** Writes OpenStreetMap files of invented places, for tests and the benchmark: what `osm-file.ts` reads. */
import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import type { Box, Position } from './box.ts';

type WrittenTags = Readonly<Record<string, string>>;

/** An invented place, drawn with positions; ids are given in the order of drawing. */
export class OsmDrawing {
  readonly nodes: { id: number; at: Position; tags: WrittenTags }[] = [];
  readonly ways: { id: number; refs: readonly number[]; tags: WrittenTags }[] = [];
  readonly relations: { id: number; members: readonly { way: number; role: string }[]; tags: WrittenTags }[] = [];

  node(at: Position, tags: WrittenTags = {}): number {
    const id = this.nodes.length + 1;
    this.nodes.push({ id, at, tags });
    return id;
  }

  /** A number among the points is the id of a node that is there already. */
  way(points: readonly (Position | number)[], tags: WrittenTags = {}): number {
    const id = this.ways.length + 1;
    this.ways.push({ id, refs: points.map((point) => (typeof point === 'number' ? point : this.node(point))), tags });
    return id;
  }

  /** A way that ends where it begins. */
  ring(points: readonly Position[], tags: WrittenTags = {}): number {
    const refs = points.map((point) => this.node(point));
    return this.way([...refs, refs[0] ?? 0], tags);
  }

  relation(members: readonly { way: number; role: string }[], tags: WrittenTags): number {
    const id = this.relations.length + 1;
    this.relations.push({ id, members, tags });
    return id;
  }
}

export interface WriteOptions {
  box?: Box;
  /** Seconds since 1970. */
  timestamp?: number;
  required?: readonly string[];
  /** Dense nodes and zlib are what everybody writes. */
  plainNodes?: boolean;
  packing?: 'zlib' | 'none' | 'zstd';
}

const GROUP = 8000;
const NANODEGREES = 1e9;
/** Nanodegrees in a unit of the format. */
const GRANULARITY = 100;
const PACKING_FIELDS = { none: 1, zlib: 3, zstd: 7 } as const;

export function writeOsm(drawing: OsmDrawing, options: WriteOptions = {}): Uint8Array {
  const { packing = 'zlib', plainNodes } = options;
  return Buffer.concat([
    writeBlob('OSMHeader', writeHeader(options), packing),
    ...inGroups(drawing.nodes, plainNodes ? writePlainNodes : writeDenseNodes, packing),
    ...inGroups(drawing.ways, writeWays, packing),
    ...inGroups(drawing.relations, writeRelations, packing),
  ]);
}

function writeHeader({ box, timestamp, required = ['OsmSchema-V0.6', 'DenseNodes'] }: WriteOptions): Uint8Array {
  const pbf = new PbfWriter();
  if (box)
    pbf.writeMessage(
      1,
      (sides: Box, inner) => {
        const inOrder = [sides.west, sides.east, sides.north, sides.south];
        for (const [index, side] of inOrder.entries()) inner.writeSVarintField(index + 1, Math.round(side * NANODEGREES));
      },
      box,
    );
  for (const feature of required) pbf.writeStringField(4, feature);
  if (timestamp !== undefined) pbf.writeVarintField(32, timestamp);
  return pbf.finish();
}

type Packing = keyof typeof PACKING_FIELDS;
type WriteGroup<T> = (objects: readonly T[], strings: Strings, group: PbfWriter) => void;

function inGroups<T>(objects: readonly T[], write: WriteGroup<T>, packing: Packing): Uint8Array[] {
  const blobs: Uint8Array[] = [];
  for (let start = 0; start < objects.length; start += GROUP)
    blobs.push(writeBlob('OSMData', writeBlock(objects.slice(start, start + GROUP), write), packing));
  return blobs;
}

function writeBlob(type: string, content: Uint8Array, packing: Packing): Uint8Array {
  const blob = new PbfWriter();
  if (packing !== 'none') blob.writeVarintField(2, content.length);
  blob.writeBytesField(PACKING_FIELDS[packing], packing === 'zlib' ? deflateSync(content) : content);
  const body = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

function writeBlock<T>(objects: readonly T[], write: WriteGroup<T>): Uint8Array {
  const strings = new Strings();
  const group = new PbfWriter();
  write(objects, strings, group);
  const block = new PbfWriter();
  block.writeMessage(1, (all: readonly string[], pbf) => all.forEach((text) => void pbf.writeStringField(1, text)), strings.all);
  block.writeBytesField(2, group.finish());
  return block.finish();
}

/** The words of a block; the first is empty, since 0 ends a node's tags. */
class Strings {
  readonly #numbers = new Map([['', 0]]);

  get all(): string[] {
    return [...this.#numbers.keys()];
  }

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

const toUnits = (degrees: number) => Math.round((degrees * NANODEGREES) / GRANULARITY);

const writeDenseNodes: WriteGroup<OsmDrawing['nodes'][number]> = (nodes, strings, group) => {
  group.writeMessage(
    2,
    (all: typeof nodes, pbf) => {
      const tags = all.flatMap((node) => [
        ...Object.entries(node.tags)
          .flat()
          .map((text) => strings.number(text)),
        0,
      ]);
      pbf.writePackedSVarint(1, steps(all.map(({ id }) => id)));
      pbf.writePackedSVarint(8, steps(all.map(({ at }) => toUnits(at[1]))));
      pbf.writePackedSVarint(9, steps(all.map(({ at }) => toUnits(at[0]))));
      if (tags.some((number) => number > 0)) pbf.writePackedVarint(10, tags);
    },
    nodes,
  );
};

const writePlainNodes: WriteGroup<OsmDrawing['nodes'][number]> = (nodes, strings, group) => {
  for (const node of nodes)
    group.writeMessage(
      1,
      ({ id, at, tags }: typeof node, pbf) => {
        pbf.writeSVarintField(1, id);
        writeTags(tags, strings, pbf);
        pbf.writeSVarintField(8, toUnits(at[1]));
        pbf.writeSVarintField(9, toUnits(at[0]));
      },
      node,
    );
};

const writeWays: WriteGroup<OsmDrawing['ways'][number]> = (ways, strings, group) => {
  for (const way of ways)
    group.writeMessage(
      3,
      ({ id, refs, tags }: typeof way, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, strings, pbf);
        pbf.writePackedSVarint(8, steps(refs));
      },
      way,
    );
};

const WAY_MEMBER = 1;

const writeRelations: WriteGroup<OsmDrawing['relations'][number]> = (relations, strings, group) => {
  for (const relation of relations)
    group.writeMessage(
      4,
      ({ id, members, tags }: typeof relation, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, strings, pbf);
        pbf.writePackedVarint(
          8,
          members.map(({ role }) => strings.number(role)),
        );
        pbf.writePackedSVarint(9, steps(members.map(({ way }) => way)));
        pbf.writePackedVarint(
          10,
          members.map(() => WAY_MEMBER),
        );
      },
      relation,
    );
};

function writeTags(tags: WrittenTags, strings: Strings, pbf: PbfWriter): void {
  pbf.writePackedVarint(
    2,
    Object.keys(tags).map((key) => strings.number(key)),
  );
  pbf.writePackedVarint(
    3,
    Object.values(tags).map((value) => strings.number(value)),
  );
}

/** @example steps([5, 7, 6]) -> [5, 2, -1] */
const steps = (numbers: readonly number[]) => numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
