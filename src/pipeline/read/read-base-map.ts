import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import type { BaseMap } from '../../guide/types.ts';
import { FILE_START, type Problems } from '../problems.ts';
import { latitude, longitude } from './fields.ts';

/** What `npm run map:base` writes: content/map/README.md says what each part is. */
const point = v.strictTuple([longitude, latitude]);
/** The middle of a town, to some ten metres as GeoNames has it; nothing on this map is a building. */
const roundTo = (degrees: number) => Number(degrees.toFixed(4)) === degrees;
const middle = v.strictTuple([v.pipe(longitude, v.check(roundTo)), v.pipe(latitude, v.check(roundTo))]);
const feature = v.union([
  v.strictObject({
    type: v.literal('Feature'),
    properties: v.strictObject({ k: v.literal('land') }),
    geometry: v.strictObject({ type: v.literal('Polygon'), coordinates: v.strictTuple([v.array(point)]) }),
  }),
  v.strictObject({
    type: v.literal('Feature'),
    properties: v.strictObject({ k: v.literal('border') }),
    geometry: v.strictObject({ type: v.literal('LineString'), coordinates: v.array(point) }),
  }),
  v.strictObject({
    type: v.literal('Feature'),
    properties: v.strictObject({ k: v.literal('place'), n: v.pipe(v.string(), v.regex(/^[\p{L}\p{M}’' -]+$/u)), r: v.number() }),
    geometry: v.strictObject({ type: v.literal('Point'), coordinates: middle }),
  }),
]);
const schema = v.strictObject({ type: v.literal('FeatureCollection'), features: v.array(feature) });

const FILE = 'map/base.geojson';

/** The base map in a content folder; `undefined` when there is none, which is no problem: such a guide shows no maps. */
export async function readBaseMap(folder: string, problems: Problems): Promise<BaseMap | undefined> {
  const bytes = await readFile(join(folder, FILE)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  // Without a byte order mark, which some editors put in front.
  const read = v.safeParse(schema, parseJson(new TextDecoder().decode(bytes)));
  if (read.success) return toBaseMap(read.output.features);
  const message = 'This is not the base map that "npm run map:base" makes. Run it again, or take the file back from the history.';
  problems.error(`${basename(folder)}/${FILE}`, FILE_START, message);
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toBaseMap(features: v.InferOutput<typeof feature>[]): BaseMap {
  return {
    land: features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : [])),
    borders: features.flatMap(({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : [])),
    places: features.flatMap(({ properties, geometry }) => {
      if (properties.k !== 'place' || geometry.type !== 'Point') return [];
      const [lon, lat] = geometry.coordinates;
      return [{ name: properties.n, geo: { lat, lon } }];
    }),
  };
}
