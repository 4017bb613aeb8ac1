/** An OpenStreetMap file in the PBF format, one blob in memory at a time. Format: wiki.openstreetmap.org/wiki/PBF_Format */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { firstFrom } from './ascending.ts';
import { decodeBlock, type Kind, type OsmBlock } from './decode-block.ts';
import { decodeHeader, type OsmHeader } from './decode-header.ts';
import { StreetsFault } from './fault.ts';
import { refuseOtherKinds } from './other-kinds.ts';

/** The format's own limits; what is larger is no blob. */
const LARGEST_BLOB_HEADER = 64 * 1024;
const LARGEST_BLOB = 32 * 1024 * 1024;

/** What the format says that a reader has to understand, and this one does. */
const UNDERSTOOD = ['OsmSchema-V0.6', 'DenseNodes'];

/** Where a blob stands in the file, and what was found in it when it was read. */
interface BlobPlace {
  type: string;
  at: number;
  bytes: number;
  /** Undefined until it was read. */
  kinds?: ReadonlySet<Kind>;
  /** First and last id of its nodes. */
  nodeIds?: readonly [number, number];
}

export class OsmFile {
  readonly #path: string;
  readonly #file: number;
  readonly #blobs: BlobPlace[];
  readonly header: OsmHeader;

  /** Throws StreetsFault when the file cannot be opened, is of another kind, or does not go on to its end. */
  constructor(path: string) {
    this.#path = path;
    this.#file = openFile(path);
    try {
      this.#blobs = this.#findBlobs(fstatSync(this.#file).size);
      this.header = this.#readHeader();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Blocks that hold a kind of object; those known to hold none are passed over. `onRead` is told the part of the work done. */
  *blocks(kinds: ReadonlySet<Kind>, onRead: (done: number) => void, ids?: Float64Array): Generator<OsmBlock> {
    const blobs = this.#blobs.filter((blob) => blob.type === 'OSMData' && mayHold(blob, kinds, ids));
    for (const [index, blob] of blobs.entries()) {
      const block = this.#decode(blob, (bytes) => decodeBlock(bytes, kinds));
      blob.kinds = block.found;
      const first = block.nodes.ids[0];
      const last = block.nodes.ids.at(-1);
      if (first !== undefined && last !== undefined) blob.nodeIds = [first, last];
      yield block;
      onRead((index + 1) / blobs.length);
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Walks along the lengths only, so that a file that was cut short is known before any work. */
  #findBlobs(size: number): BlobPlace[] {
    if (size === 0) throw this.#fault('is empty; download it again');
    refuseOtherKinds(this.#bytesAt(0, Math.min(size, 512)), this.#path);
    const blobs: BlobPlace[] = [];
    for (let at = 0; at < size; ) {
      const blob = this.#blobAt(at, size);
      blobs.push(blob);
      at = blob.at + blob.bytes;
      if (at > size) throw this.#cutShort(size);
    }
    return blobs;
  }

  #blobAt(at: number, size: number): BlobPlace {
    if (at + 4 > size) throw this.#cutShort(size);
    const headerBytes = this.#bytesAt(at, 4).readUInt32BE();
    if (headerBytes === 0 || headerBytes > LARGEST_BLOB_HEADER) throw at === 0 ? this.#otherKind() : this.#damaged(at);
    const start = at + 4 + headerBytes;
    if (start > size) throw at === 0 ? this.#otherKind() : this.#cutShort(size);
    const header = this.#bytesAt(at + 4, headerBytes);
    const { type, bytes } = this.#orDamaged(at, () => decodeBlobHeader(header));
    if (at === 0 && type !== 'OSMHeader') throw this.#otherKind();
    if (bytes > LARGEST_BLOB) throw this.#damaged(at);
    return { type, at: start, bytes };
  }

  #readHeader(): OsmHeader {
    const [first] = this.#blobs;
    if (!first) throw this.#otherKind();
    const header = this.#decode(first, decodeHeader);
    const unknown = header.required.filter((feature) => !UNDERSTOOD.includes(feature));
    if (unknown.some((feature) => !/^[\w.-]+$/.test(feature))) throw this.#damaged(first.at);
    if (unknown.length > 0)
      throw this.#fault(`asks for ${unknown.join(', ')}, which cannot be read here; take an ordinary extract without history`);
    return header;
  }

  /** Unpacks a blob and reads it; whatever fails in there is damage to the file, not a fault of ours. */
  #decode<T>(blob: BlobPlace, decode: (bytes: Uint8Array) => T): T {
    const { packed, plain, otherPacking } = this.#orDamaged(blob.at, () => decodeBlob(this.#bytesAt(blob.at, blob.bytes)));
    if (otherPacking)
      throw this.#fault(
        `is packed with ${otherPacking}, only zlib is read; "osmium cat ${basename(this.#path)} -o zlib.osm.pbf" packs it anew`,
      );
    return this.#orDamaged(blob.at, () =>
      decode(plain ?? inflateSync(packed ?? new Uint8Array(), { maxOutputLength: LARGEST_BLOB })),
    );
  }

  #orDamaged<T>(at: number, read: () => T): T {
    try {
      return read();
    } catch {
      throw this.#damaged(at);
    }
  }

  #bytesAt(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
      const more = readSync(this.#file, bytes, read, length - read, at + read);
      if (more === 0) throw this.#cutShort(at + read);
      read += more;
    }
    return bytes;
  }

  #cutShort = (size: number) => this.#fault(`is cut short after ${size} bytes; download it again to its end`);
  #damaged = (at: number) => this.#fault(`is damaged near byte ${at}; download it again`);
  #otherKind = () => this.#fault('is no .osm.pbf file; download the extract in the format that ends in .osm.pbf');
  #fault = (what: string) => new StreetsFault(`${this.#path} ${what}.`);
}

function openFile(path: string): number {
  try {
    const file = openSync(path, 'r');
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new StreetsFault(`${path} cannot be opened (${(error as NodeJS.ErrnoException).code}); check who may read it.`);
    throw new StreetsFault(`There is no file ${path}; give the path of an OpenStreetMap extract that ends in .osm.pbf.`);
  }
  throw new StreetsFault(`${path} is a folder; give the path of the .osm.pbf file in it.`);
}

/** What was not looked into yet may hold anything. `ids` ascend: are any of them between the blob's first and last? */
function mayHold({ kinds, nodeIds }: BlobPlace, wanted: ReadonlySet<Kind>, ids?: Float64Array): boolean {
  if (kinds && ![...wanted].some((kind) => kinds.has(kind))) return false;
  if (!ids || !nodeIds) return true;
  const [first, last] = nodeIds;
  const next = ids[firstFrom(ids, first)];
  return next !== undefined && next <= last;
}

function decodeBlobHeader(bytes: Uint8Array): { type: string; bytes: number } {
  const header = { type: '', bytes: 0 };
  return new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.type = pbf.readString();
    else if (field === 3) into.bytes = pbf.readVarint();
  }, header);
}

interface PackedBlob {
  plain?: Uint8Array;
  packed?: Uint8Array;
  otherPacking?: string;
}

const OTHER_PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

function decodeBlob(bytes: Uint8Array): PackedBlob {
  const blob: PackedBlob = {};
  new PbfReader(bytes).readFields((field, into, pbf) => {
    const other = OTHER_PACKINGS[field];
    if (field === 1) into.plain = pbf.readBytes();
    else if (field === 3) into.packed = pbf.readBytes();
    else if (other) into.otherPacking = other;
  }, blob);
  return blob;
}
