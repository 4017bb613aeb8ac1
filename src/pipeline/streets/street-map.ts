/** The street map that an NGO may have put into its guide. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { FILE_START, type Problems } from '../problems.ts';
import type { Box } from './box.ts';

export const LICENCE = 'ODbL-1.0';
export const ATTRIBUTION = '© OpenStreetMap contributors';

/** Within the content folder. */
export const STREET_MAP = 'map/streets.pmtiles';

/** @example noteFileOf('content/map/streets.pmtiles') -> 'content/map/streets.json' */
export const noteFileOf = (file: string): string => file.replace(/\.pmtiles$/, '.json');

const provenance = v.strictObject({
  /** Name of the extract. */
  source: v.string(),
  /** Day of the OpenStreetMap data, YYYY-MM-DD; left out where the extract does not say. */
  date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  /** West, south, east, north in degrees. */
  bbox: v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
  maxzoom: v.number(),
  /** Of the file of tiles. */
  bytes: v.number(),
  licence: v.literal(LICENCE),
  attribution: v.literal(ATTRIBUTION),
});

/** What stands beside the tiles as JSON. */
export type Provenance = v.InferOutput<typeof provenance>;

export interface StreetMap {
  /** Path of the tiles on this machine. */
  file: string;
  bytes: number;
  /** Day of the data, YYYY-MM-DD; undefined where the extract did not say. */
  date: string | undefined;
  bbox: Box;
  maxzoom: number;
}

/** The street map of a content folder; undefined when there is none, or one that no map can open, which is then a warning. */
export function streetMap(contentFolder: string, problems?: Problems): StreetMap | undefined {
  const file = join(contentFolder, STREET_MAP);
  if (!existsSync(file)) return undefined;
  const note = readNote(noteFileOf(file));
  const fault = note ? faultOfTiles(file, note) : 'There is no whole note of its source, date and licence beside it.';
  if (note && !fault) {
    const [west, south, east, north] = note.bbox;
    return { file, bytes: note.bytes, date: note.date, bbox: { west, south, east, north }, maxzoom: note.maxzoom };
  }
  const message = `${fault} The guide has no street map until it is made again with "npm run map:streets".`;
  problems?.warn(`${basename(contentFolder)}/${STREET_MAP}`, FILE_START, message);
  return undefined;
}

function readNote(file: string): Provenance | undefined {
  try {
    const result = v.safeParse(provenance, JSON.parse(new TextDecoder().decode(readFileSync(file))));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** The name of the format and its version. */
const FIRST_BYTES = Buffer.from('PMTiles\x03', 'latin1');

function faultOfTiles(path: string, { bytes }: Provenance): string | undefined {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(FIRST_BYTES.length);
    readSync(file, start, 0, start.length, 0);
    if (!start.equals(FIRST_BYTES)) return 'This is no PMTiles file of version 3.';
    const { size } = fstatSync(file);
    return size === bytes ? undefined : `The file has ${size} bytes, its note says ${bytes}.`;
  } finally {
    closeSync(file);
  }
}
