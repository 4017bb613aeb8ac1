import { PbfReader } from 'pbf';
import type { Box } from './box.ts';

/** What an OpenStreetMap file says of itself. */
export interface OsmHeader {
  /** Features that a reader has to understand. */
  required: string[];
  /** What the file was cut out to; many files do not say. */
  box?: Box;
  /** The day of the data, YYYY-MM-DD in UTC; many files do not say. */
  date?: string;
}

const NANODEGREES = 1e9;

export function decodeHeader(bytes: Uint8Array): OsmHeader {
  return new PbfReader(bytes).readFields(
    (field, header, pbf) => {
      if (field === 1) header.box = pbf.readMessage(readBox, { west: 0, south: 0, east: 0, north: 0 });
      else if (field === 4) header.required.push(pbf.readString());
      // osmosis_replication_timestamp, seconds since 1970
      else if (field === 32) header.date = new Date(pbf.readVarint(true) * 1000).toISOString().slice(0, 10);
    },
    { required: [] } as OsmHeader,
  );
}

/** In the order of the format: left, right, top, bottom. */
function readBox(field: number, box: Box, pbf: PbfReader): void {
  const side = ([undefined, 'west', 'east', 'north', 'south'] as const)[field];
  if (side) box[side] = pbf.readSVarint() / NANODEGREES;
}
