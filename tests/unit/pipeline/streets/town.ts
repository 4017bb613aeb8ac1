/** The invented town's street map, read back with the official reader. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';
import { afterAll } from 'vitest';
import type { StreetLayer } from '../../../../src/guide/street-layers.ts';
import { silent } from '../../../../src/pipeline/progress.ts';
import type { Box, Position } from '../../../../src/pipeline/streets/box.ts';
import { makeStreetMap } from '../../../../src/pipeline/streets/make-street-map.ts';
import { isInRing } from '../../../../src/pipeline/streets/polygons.ts';
import { type OsmDrawing, type WriteOptions, writeOsm } from '../../../../src/pipeline/streets/write-osm.ts';
import { BOX, MAX_ZOOM } from './draw-town.ts';

export * from './draw-town.ts';

const scratch = mkdtempSync(join(tmpdir(), 'streets-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let files = 0;

/** A path in a new folder, which goes when the tests are over. */
export function scratchFile(name: string): string {
  const folder = join(scratch, String(++files));
  mkdirSync(folder);
  return join(folder, name);
}

export function fileOf(content: Uint8Array | string, name = 'town.osm.pbf'): string {
  const file = scratchFile(name);
  writeFileSync(file, content);
  return file;
}

/** Makes the street map of a drawing and opens it. */
export async function mapOf(
  osm: OsmDrawing,
  { box = BOX, maxZoom = MAX_ZOOM, ...options }: WriteOptions & { maxZoom?: number } = {},
) {
  const out = scratchFile('streets.pmtiles');
  const made = makeStreetMap({ file: fileOf(writeOsm(osm, options)), box, maxZoom, out }, silent);
  return { ...made, out, bytes: readFileSync(out), ...(await openMap(out)) };
}

/** What the official reader finds in a file. */
export async function openMap(file: string) {
  const bytes = readFileSync(file);
  const source: Source = {
    getKey: () => file,
    getBytes: async (offset, length) => ({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer }),
  };
  const archive = new PMTiles(source);
  return {
    archive,
    header: await archive.getHeader(),
    metadata: await archive.getMetadata(),
    tile,
    tileList,
    featuresAt,
    areasAt,
  };

  async function tile(z: number, x: number, y: number): Promise<VectorTile | undefined> {
    const found = await archive.getZxy(z, x, y);
    return found && new VectorTile(new PbfReader(new Uint8Array(found.data)));
  }

  /** Every tile of the box that is there, as `z/x/y`, column by column. */
  async function tileList(zoom: number, box: Box = BOX): Promise<string[]> {
    const names: string[] = [];
    const [left, top] = tileUnder([box.west, box.north], zoom);
    const [right, bottom] = tileUnder([box.east, box.south], zoom);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) if (await archive.getZxy(zoom, x, y)) names.push(`${zoom}/${x}/${y}`);
    return names;
  }

  /** Everything of a layer in the tile under a place. */
  async function featuresAt(place: Position, layer: StreetLayer, zoom = MAX_ZOOM): Promise<Found[]> {
    const [x, y] = tileUnder(place, zoom);
    const found = (await tile(zoom, x, y))?.layers[layer];
    return Array.from({ length: found?.length ?? 0 }, (_, index) => found?.feature(index).toGeoJSON(x, y, zoom) as Found);
  }

  /** Classes of the areas of a layer that a place lies in. */
  async function areasAt(place: Position, layer: StreetLayer, zoom = MAX_ZOOM): Promise<string[]> {
    const found = await featuresAt(place, layer, zoom);
    return found.filter(({ geometry }) => polygonsOf(geometry).some((rings) => liesIn(place, rings))).map(classOf);
  }
}

/** A feature of a tile as GeoJSON. */
export interface Found {
  properties: Record<string, string>;
  geometry: { type: string; coordinates: unknown };
}

export const classOf = ({ properties }: Found): string => properties.class ?? '';

const polygonsOf = ({ type, coordinates }: Found['geometry']): Position[][][] =>
  type === 'MultiPolygon' ? (coordinates as Position[][][]) : type === 'Polygon' ? [coordinates as Position[][]] : [];

const liesIn = (place: Position, rings: Position[][]) => rings.filter((ring) => isInRing(place, ring)).length % 2 === 1;

/** All words of all features in a tile, for finding what must not be there. */
export const wordsIn = (tile: VectorTile | undefined): string =>
  Object.values(tile?.layers ?? {})
    .flatMap((layer) => Array.from({ length: layer.length }, (_, index) => JSON.stringify(layer.feature(index).properties)))
    .join(' ');

export const tileUnder = ([lon, lat]: Position, zoom: number): [number, number] => {
  const tiles = 2 ** zoom;
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
  return [Math.floor(((lon + 180) / 360) * tiles), Math.floor(y * tiles)];
};
