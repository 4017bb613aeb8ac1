/** `npm run map:streets`: an OpenStreetMap extract becomes one file of street tiles, with a note of where it comes from. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { STREET_LAYERS } from '../../guide/street-layers.ts';
import type { Progress } from '../progress.ts';
import { type Box, boxesMeet, boxToNumbers, boxToText, sharedBox } from './box.ts';
import type { OsmHeader } from './decode-header.ts';
import { StreetsFault } from './fault.ts';
import { type Features, makeFeatures } from './make-features.ts';
import { countTiles, MIN_ZOOM, makeTiles } from './make-tiles.ts';
import { OsmFile } from './osm-file.ts';
import { writePmtiles } from './pmtiles-file.ts';
import { nothingIn, readOsm } from './read-osm.ts';
import { ATTRIBUTION, LICENCE, noteFileOf, type Provenance } from './street-map.ts';

export interface StreetMapOptions {
  /** The extract, an .osm.pbf file. */
  file: string;
  box: Box;
  maxZoom: number;
  /** Ends in .pmtiles; the note stands beside it and ends in .json. */
  out: string;
}

export interface MadeStreetMap {
  provenance: Provenance;
  tiles: number;
  /** What the person should know about the extract, a sentence each. */
  remarks: string[];
}

/** More would need more memory than most machines have. */
const MOST_TILES = 40_000;

/** Throws StreetsFault for what the person can mend; then nothing is written. */
export function makeStreetMap(options: StreetMapOptions, progress: Progress): MadeStreetMap {
  const { maxZoom, out } = options;
  refuseTooMany(options.box, maxZoom);
  const { header, box, made } = readFeatures(options.file, options.box, progress);
  if (made.features.length === 0) throw nothingIn(box);
  const tiles = makeTiles(made.features, box, maxZoom, progress);
  progress.end();
  const bytes = writePmtiles({ tiles, box, minZoom: MIN_ZOOM, maxZoom, metadata: metadataOf(header) });
  const provenance = provenanceOf({ ...options, box }, header, bytes);
  writeTogether([
    [out, bytes],
    [noteFileOf(out), `${JSON.stringify(provenance, null, 2)}\n`],
  ]);
  return { provenance, tiles: tiles.length, remarks: remarksOn(header, made, options.box) };
}

function refuseTooMany(box: Box, maxZoom: number): void {
  const count = countTiles(box, maxZoom);
  if (count > MOST_TILES)
    throw new StreetsFault(
      `The box ${boxToText(box)} has ${count} tiles up to zoom ${maxZoom}, at most ${MOST_TILES} are made; give a smaller --bbox or --maxzoom.`,
    );
}

/** `box` is what of the wanted box the extract holds: where it holds nothing the guide's own map goes on. */
function readFeatures(path: string, wanted: Box, progress: Progress): { header: OsmHeader; box: Box; made: Features } {
  const file = new OsmFile(path);
  try {
    const { header } = file;
    const box = header.box && boxesMeet(header.box, wanted) ? sharedBox(header.box, wanted) : wanted;
    return { header, box, made: makeFeatures(readOsm(file, box, progress), box) };
  } finally {
    progress.end();
    file.close();
  }
}

/** What maps that open the file by itself show of it. */
const metadataOf = ({ date }: OsmHeader) => ({
  name: 'Streets',
  type: 'baselayer',
  attribution: ATTRIBUTION,
  license: LICENCE,
  ...(date && { date }),
  vector_layers: Object.entries(STREET_LAYERS).map(([id, { texts }]) => ({
    id,
    minzoom: MIN_ZOOM,
    fields: Object.fromEntries(['class', ...texts].map((field) => [field, 'String'])),
  })),
});

/** No date of today's: the same extract always gives the same files. */
const provenanceOf = ({ file, box, maxZoom }: StreetMapOptions, { date }: OsmHeader, { length }: Uint8Array): Provenance => ({
  source: path.basename(file),
  ...(date && { date }),
  bbox: boxToNumbers(box),
  maxzoom: maxZoom,
  bytes: length,
  licence: LICENCE,
  attribution: ATTRIBUTION,
});

function remarksOn({ box: held, date }: OsmHeader, { brokenAreas, looseEnds }: Features, box: Box): string[] {
  const isCovered = !held || (boxesMeet(held, box) && reachesAround(held, box));
  return [
    ...(isCovered ? [] : [`The extract (${boxToText(held)}) does not fill the box: the map of streets ends where it ends.`]),
    ...(date ? [] : ['The extract does not say of which day it is, so the map cannot say it either.']),
    ...(looseEnds > 0
      ? [`The coastline ends inside the box ${times(looseEnds)}: the sea was drawn straight on. Look at it.`]
      : []),
    ...(brokenAreas > 0 ? [`${brokenAreas} areas are not whole in the extract and were left out or drawn in part.`] : []),
  ];
}

const reachesAround = (outer: Box, inner: Box) =>
  outer.west <= inner.west && outer.south <= inner.south && outer.east >= inner.east && outer.north >= inner.north;

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** All are written beside first, so that a full disk or a crash while writing leaves the old files. */
function writeTogether(files: readonly (readonly [file: string, content: Uint8Array | string])[]): void {
  const drafts = files.map(([file]) => `${file}.making-${process.pid}`);
  try {
    for (const [index, [file, content]] of files.entries()) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(drafts[index] ?? file, content);
    }
    for (const [index, [file]] of files.entries()) renameSync(drafts[index] ?? file, file);
  } catch (error) {
    throw new StreetsFault(
      `${files[0]?.[0]} cannot be written (${(error as NodeJS.ErrnoException).code}); check the folder and the space left.`,
    );
  } finally {
    for (const draft of drafts) if (existsSync(draft)) rmSync(draft);
  }
}
