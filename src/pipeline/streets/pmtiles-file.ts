/** Many tiles in one file: PMTiles version 3. Format: github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import type { Box } from './box.ts';
import type { Tile } from './make-tiles.ts';

const HEADER_BYTES = 127;
/** Header and root directory must fit in the first 16 KB, which readers fetch in one go. */
const ROOT_BYTES = 16_384 - HEADER_BYTES;
const SMALLEST_LEAF = 4096;

const GZIP = 2;
const VECTOR_TILES = 1;
const CLUSTERED = 1;

interface Entry {
  id: number;
  /** Bytes from the start of the tile data, or of the leaf directories. */
  offset: number;
  length: number;
  /** Tiles in a row that have these bytes; 0 for a leaf directory. */
  run: number;
}

export interface TileSet {
  /** In ascending order. */
  tiles: readonly Tile[];
  box: Box;
  minZoom: number;
  maxZoom: number;
  metadata: object;
}

/** The same tiles always give the same bytes. */
export function writePmtiles(set: TileSet): Uint8Array {
  const { entries, contents } = storeOnce(set.tiles);
  const { root, leaves } = writeDirectories(entries);
  const metadata = gzipSync(JSON.stringify(set.metadata), { level: 9 });
  const header = writeHeader(set, [root, metadata, leaves, ...contents], entries);
  return Buffer.concat([header, root, metadata, leaves, ...contents]);
}

/** Equal tiles, like those of open sea, are stored once; `contents` are in the order of their first tile. */
function storeOnce(tiles: readonly Tile[]) {
  const entries: Entry[] = [];
  const contents: Uint8Array[] = [];
  const offsets = new Map<string, number>();
  let bytesSoFar = 0;
  for (const { id, bytes } of tiles) {
    const hash = createHash('sha256').update(bytes).digest('base64');
    const offset = offsets.get(hash) ?? bytesSoFar;
    if (offset === bytesSoFar) {
      offsets.set(hash, offset);
      contents.push(bytes);
      bytesSoFar += bytes.length;
    }
    const before = entries.at(-1);
    if (before && before.offset === offset && before.id + before.run === id) before.run++;
    else entries.push({ id, offset, length: bytes.length, run: 1 });
  }
  return { entries, contents };
}

/** One directory when it fits, else a root that points to leaves. */
function writeDirectories(entries: readonly Entry[]) {
  const root = writeDirectory(entries);
  if (root.length <= ROOT_BYTES) return { root, leaves: new Uint8Array() };
  for (let size = SMALLEST_LEAF; ; size *= 2) {
    const spilled = spill(entries, size);
    if (spilled.root.length <= ROOT_BYTES) return spilled;
  }
}

function spill(entries: readonly Entry[], size: number) {
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let start = 0; start < entries.length; start += size) {
    const leaf = writeDirectory(entries.slice(start, start + size));
    pointers.push({ id: entries[start]?.id ?? 0, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: writeDirectory(pointers), leaves: Buffer.concat(leaves) };
}

/** Column by column; an offset of 0 means "directly after the one before". */
function writeDirectory(entries: readonly Entry[]): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarint(entries.length);
  for (const [index, { id }] of entries.entries()) pbf.writeVarint(id - (entries[index - 1]?.id ?? 0));
  for (const { run } of entries) pbf.writeVarint(run);
  for (const { length } of entries) pbf.writeVarint(length);
  for (const [index, { offset }] of entries.entries()) {
    const before = entries[index - 1];
    pbf.writeVarint(before && offset === before.offset + before.length ? 0 : offset + 1);
  }
  return gzipSync(pbf.finish(), { level: 9 });
}

function writeHeader({ tiles, box, minZoom, maxZoom }: TileSet, parts: readonly Uint8Array[], entries: readonly Entry[]) {
  const [root, metadata, leaves, ...contents] = parts.map((part) => part.length);
  const header = Buffer.alloc(HEADER_BYTES);
  let at = header.write('PMTiles', 'latin1');
  at = header.writeUInt8(3, at);
  let offset = HEADER_BYTES;
  for (const length of [root, metadata, leaves, contents.reduce((sum, bytes) => sum + bytes, 0)]) {
    at = writeLong(header, offset, at);
    at = writeLong(header, length ?? 0, at);
    offset += length ?? 0;
  }
  for (const count of [tiles.length, entries.length, contents.length]) at = writeLong(header, count, at);
  for (const value of [CLUSTERED, GZIP, GZIP, VECTOR_TILES, minZoom, maxZoom]) at = header.writeUInt8(value, at);
  const middle = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  for (const degrees of [box.west, box.south, box.east, box.north]) at = writeDegrees(header, degrees, at);
  at = header.writeUInt8(Math.min(maxZoom, minZoom + 2), at);
  for (const degrees of middle) at = writeDegrees(header, degrees, at);
  return header;
}

const writeLong = (header: Buffer, value: number, at: number) => header.writeBigUInt64LE(BigInt(value), at);

const writeDegrees = (header: Buffer, degrees: number, at: number) => header.writeInt32LE(Math.round(degrees * 1e7), at);
