/** Features as vector tiles, zoom by zoom. */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { zxyToTileId } from 'pmtiles';
import { STREET_LAYERS, type StreetLayer } from '../../guide/street-layers.ts';
import { groupBy } from '../group-by.ts';
import type { Progress } from '../progress.ts';
import type { Box } from './box.ts';
import type { Feature, Geometry } from './make-features.ts';

/** The whole coast fits on a phone's screen there. */
export const MIN_ZOOM = 8;

/** From here on names of streets, waters and parks have room; further out only those of places and what is numbered. */
const NAMES_FROM = 12;
const NAMED_BEFORE: readonly StreetLayer[] = ['place', 'point'];

/** Units along a tile's side, and how far beyond it features reach so that no seam is seen. */
const EXTENT = 4096;
const BUFFER = 64;
/** In the same units: what a phone's screen cannot show is left out, less of it on the last zoom, which is enlarged. */
const TOLERANCE = 4;
const LAST_TOLERANCE = 2;

export interface Tile {
  /** Its number along the Hilbert curve over all zooms, as PMTiles counts. */
  id: number;
  /** Gzipped Mapbox Vector Tile. */
  bytes: Uint8Array;
}

/** Tiles that have something in them, in ascending order. */
export function makeTiles(features: readonly Feature[], box: Box, maxZoom: number, progress: Progress): Tile[] {
  const tiles: Tile[] = [];
  const onTile = progress.step('Making tiles');
  const total = countTiles(box, maxZoom);
  let made = 0;
  for (let zoom = MIN_ZOOM; zoom <= maxZoom; zoom++) {
    const layers = indexLayers(features, zoom, maxZoom);
    for (const [x, y] of tilesOf(box, zoom)) {
      const bytes = makeTile(layers, [zoom, x, y]);
      if (bytes) tiles.push({ id: zxyToTileId(zoom, x, y), bytes });
      onTile(++made / total);
    }
  }
  return tiles.sort((a, b) => a.id - b.id);
}

/** Each zoom has an index of its own per layer, since each has other features. */
function indexLayers(features: readonly Feature[], zoom: number, maxZoom: number): [StreetLayer, GeoJSONVT][] {
  const isLast = zoom === maxZoom;
  const shown = features.filter(({ from }) => isLast || from <= zoom);
  return (Object.keys(STREET_LAYERS) as StreetLayer[]).flatMap((layer) => {
    const inLayer = shown.filter((feature) => feature.layer === layer);
    return inLayer.length > 0 ? [[layer, indexOf(inLayer, zoom, isLast ? LAST_TOLERANCE : TOLERANCE)]] : [];
  });
}

/** One zoom more than is asked for: at the last zoom of an index nothing is simplified. */
const indexOf = (features: readonly Feature[], zoom: number, tolerance: number) =>
  new GeoJSONVT(
    { type: 'FeatureCollection', features: alikeTogether(features, zoom) },
    { maxZoom: zoom + 1, indexMaxZoom: zoom, indexMaxPoints: 0, tolerance, extent: EXTENT, buffer: BUFFER, wrap: false },
  );

/** Lines and areas that say the same of themselves at a zoom are one feature: words are told once, which makes tiles smaller. */
function alikeTogether(features: readonly Feature[], zoom: number) {
  const shown = features.map(({ layer, properties: { name, ...others }, geometry }) => {
    const isNamed = name && (zoom >= NAMES_FROM || NAMED_BEFORE.includes(layer));
    return { type: 'Feature' as const, properties: { ...others, ...(isNamed && { name }) }, geometry };
  });
  const groups = groupBy(shown, ({ properties, geometry }) => JSON.stringify([geometry.type, properties]));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    return joined([first, ...others].map(({ geometry }) => geometry)).map((geometry) => ({ ...first, geometry }));
  });
}

/** Geometries of one type as one, except points, which stay apart. */
function joined(geometries: readonly Geometry[]): Geometry[] {
  const lines = geometries.flatMap((one) => (one.type === 'MultiLineString' ? one.coordinates : []));
  const areas = geometries.flatMap((one) => (one.type === 'MultiPolygon' ? one.coordinates : []));
  return [
    ...geometries.filter(({ type }) => type === 'Point'),
    ...(lines.length > 0 ? [{ type: 'MultiLineString' as const, coordinates: lines }] : []),
    ...(areas.length > 0 ? [{ type: 'MultiPolygon' as const, coordinates: areas }] : []),
  ];
}

function makeTile(layers: readonly [StreetLayer, GeoJSONVT][], [zoom, x, y]: [number, number, number]): Uint8Array | undefined {
  const inTile: Record<string, GeoJSONVTTile> = {};
  for (const [layer, index] of layers) {
    const tile = index.getTile(zoom, x, y);
    if (tile && tile.features.length > 0) inTile[layer] = tile;
  }
  if (Object.keys(inTile).length === 0) return undefined;
  return gzipSync(fromGeojsonVt(inTile, { version: 2, extent: EXTENT }), { level: 9 });
}

function* tilesOf(box: Box, zoom: number): Generator<[x: number, y: number]> {
  const { left, right, top, bottom } = tileRange(box, zoom);
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) yield [x, y];
}

/** How many tiles all zooms have together. */
export function countTiles(box: Box, maxZoom: number): number {
  let count = 0;
  for (let zoom = MIN_ZOOM; zoom <= maxZoom; zoom++) {
    const { left, right, top, bottom } = tileRange(box, zoom);
    count += (right - left + 1) * (bottom - top + 1);
  }
  return count;
}

function tileRange({ west, south, east, north }: Box, zoom: number) {
  const tiles = 2 ** zoom;
  const column = (lon: number) => Math.min(tiles - 1, Math.floor(((lon + 180) / 360) * tiles));
  const row = (lat: number) => Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * tiles);
  return { left: column(west), right: column(east), top: row(north), bottom: row(south) };
}
