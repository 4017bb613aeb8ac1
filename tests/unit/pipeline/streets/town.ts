/** An invented town by an invented sea, and its street map read back with the official reader. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';
import { afterAll } from 'vitest';
import type { StreetLayer } from '../../../../src/guide/street-layers.ts';
import type { Box, Position } from '../../../../src/pipeline/streets/box.ts';
import { makeStreetMap } from '../../../../src/pipeline/streets/make-street-map.ts';
import { isInRing } from '../../../../src/pipeline/streets/polygons.ts';
import { silent } from '../../../../src/pipeline/streets/progress.ts';
import { OsmDrawing, type WriteOptions, writeOsm } from '../../../../src/pipeline/streets/write-osm.ts';

export const BOX: Box = { west: 1.8, south: 50.9, east: 1.9, north: 51 };
/** Where the coast of the town runs; the sea is in the north. */
export const COAST = 50.97;
export const MAX_ZOOM = 13;

/** Land on the left: with the sea in the north, the coast runs to the west. */
export const COASTLINE: readonly Position[] = [
  [1.95, COAST],
  [1.86, COAST],
  [1.85, COAST - 0.005],
  [1.84, COAST],
  [1.75, COAST],
];

export const ISLAND: readonly Position[] = [
  [1.86, 50.985],
  [1.87, 50.985],
  [1.87, 50.99],
  [1.86, 50.99],
];

/** A town with something of everything; `coast` draws another coast. */
export function drawTown({ coast = COASTLINE }: { coast?: readonly Position[] } = {}): OsmDrawing {
  const osm = new OsmDrawing();
  if (coast.length > 0) osm.way(coast, { natural: 'coastline' });
  osm.ring(ISLAND, { natural: 'coastline', place: 'islet' });
  drawWays(osm);
  drawAreas(osm);
  drawPoints(osm);
  return osm;
}

function drawWays(osm: OsmDrawing): void {
  const crossing = osm.node([1.85, 50.94]);
  osm.way([[1.83, 50.94], crossing], { highway: 'residential', name: 'Rue des Essais' });
  osm.way([[1.87, 50.94], crossing], { highway: 'residential', name: 'Rue des Essais' });
  osm.way(
    [
      [1.79, 50.91],
      [1.95, 50.915],
    ],
    { highway: 'motorway', ref: 'A 99', name: 'Autoroute des Essais' },
  );
  osm.way(
    [
      [1.85, 50.92],
      [1.85, 50.95],
    ],
    { highway: 'primary', ref: 'D 9' },
  );
  osm.way(
    [
      [1.84, 50.94],
      [1.84, 50.945],
    ],
    { highway: 'footway' },
  );
  osm.way(
    [
      [1.845, 50.94],
      [1.845, 50.945],
    ],
    { highway: 'path', informal: 'yes', name: 'Hidden path' },
  );
  osm.way(
    [
      [1.835, 50.94],
      [1.835, 50.945],
    ],
    { highway: 'service', access: 'private', name: 'Hidden drive' },
  );
  osm.way(
    [
      [1.82, 50.93],
      [1.88, 50.93],
    ],
    { railway: 'rail' },
  );
  osm.way(
    [
      [1.82, 50.935],
      [1.78, 50.99],
    ],
    { railway: 'rail', tunnel: 'yes', name: 'Hidden tunnel' },
  );
  osm.way(
    [
      [1.81, 50.9],
      [1.82, 50.96],
    ],
    { waterway: 'canal', name: 'Canal des Essais' },
  );
}

const square = ([west, south]: Position, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];

function drawAreas(osm: OsmDrawing): void {
  osm.ring(square([1.83, 50.92], 0.03), { landuse: 'residential' });
  osm.ring(square([1.88, 50.93], 0.06), { landuse: 'forest', name: 'Bois du Bord' });
  // A lake with an island, its outline in two ways that run against each other.
  const [a, b, c, d] = square([1.86, 50.95], 0.01).map((corner) => osm.node(corner)) as [number, number, number, number];
  const outline = [osm.way([a, b, c]), osm.way([a, d, c])];
  const island = osm.ring(square([1.864, 50.954], 0.002));
  osm.relation([...outline.map((way) => ({ way, role: 'outer' })), { way: island, role: 'inner' }], {
    type: 'multipolygon',
    natural: 'water',
    name: 'Lac des Essais',
  });
}

function drawPoints(osm: OsmDrawing): void {
  osm.node([1.85, 50.945], { place: 'town', name: 'Essai-sur-Mer' });
  osm.node([1.851, 50.9301], { railway: 'station', name: 'Gare des Essais' });
  osm.node([1.852, 50.941], { highway: 'bus_stop', name: 'Mairie' });
  osm.node([1.853, 50.941], { amenity: 'toilets' });
  osm.node([1.854, 50.941], { amenity: 'drinking_water' });
  osm.node([1.855, 50.941], { amenity: 'drinking_water', operator: 'Refugee aid' });
  osm.node([1.856, 50.941], { amenity: 'water_point' });
  osm.ring(square([1.857, 50.941], 0.0002), { amenity: 'pharmacy', name: 'Pharmacie des Essais', building: 'yes' });
}

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
