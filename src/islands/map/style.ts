/** What the map draws, and in which colours. Letters are drawn by the phone's own fonts: the style names no glyph server. */
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import type { BaseMap, Geo, MapLine } from '../../guide/types.ts';
import { colours } from './colours.ts';

interface Ground {
  land: BaseMap;
  /** The reader's names of towns, by their French ones. */
  names: ReadonlyMap<string, string>;
}

type Area = Geo & { radius: number };

/** Streets, where there are some, come below `areas` (streets.ts). */
export function makeStyle({ land, names }: Ground, places: readonly Area[]): StyleSpecification {
  const colour = colours('sea', 'ground', 'quiet', 'ink', 'action', 'focus');
  return {
    version: 8,
    sources: {
      base: { type: 'geojson', data: baseData(land), maxzoom: 11 },
      names: { type: 'geojson', data: namesOf(land, names) },
      areas: { type: 'geojson', data: areasOf(places) },
      position: { type: 'geojson', data: collection([]) },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      { id: 'land', type: 'fill', source: 'base', filter: ['==', 'k', 'land'], paint: { 'fill-color': colour.ground } },
      { id: 'shore', type: 'line', source: 'base', filter: ['==', 'k', 'land'], paint: { 'line-color': colour.quiet } },
      {
        id: 'border',
        type: 'line',
        source: 'base',
        filter: ['==', 'k', 'border'],
        paint: { 'line-color': colour.quiet, 'line-dasharray': [5, 4] },
      },
      {
        id: 'areas',
        type: 'circle',
        source: 'areas',
        paint: { 'circle-radius': IN_METRES, 'circle-color': colour.action, 'circle-opacity': 0.3, 'circle-blur': 0.3 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': fonts(),
          'text-size': ['match', ['get', 'kind'], 'own', 18, 'big', 15, 13],
          // The guide's own towns stand above the points that are in them.
          'text-offset': ['match', ['get', 'kind'], 'own', ['literal', [0, -1.6]], ['literal', [0, 0]]],
          'text-anchor': ['match', ['get', 'kind'], 'own', 'bottom', 'center'],
          'text-padding': 6,
          'symbol-sort-key': ['get', 'order'],
        },
        paint: { 'text-color': colour.ink, 'text-halo-color': colour.ground, 'text-halo-width': 2 },
      },
      {
        id: 'position',
        type: 'circle',
        source: 'position',
        paint: {
          'circle-radius': 9,
          'circle-color': colour.focus,
          'circle-stroke-width': 3,
          'circle-stroke-color': colour.ink,
        },
      },
    ],
  };
}

/** The guide's own font comes first where the phone lacks letters (islands/letters.ts). */
export const fonts = () => [
  ...(document.documentElement.classList.contains('own-letters') ? ['Guide'] : []),
  'system-ui',
  'Noto Sans',
  'sans-serif',
];

/** Width of the world in pixels at zoom 0, with tiles of 512. */
const WORLD = 512;
const EQUATOR = 40_075_017;
const FARTHEST_ZOOM = 20;

/** A circle as many metres wide at any zoom: pixels double with each. */
const IN_METRES: ExpressionSpecification = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  ['get', 'pixels'],
  FARTHEST_ZOOM,
  ['*', ['get', 'pixels'], 2 ** FARTHEST_ZOOM],
];

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const feature = (geometry: Geometry, properties: Record<string, string | number>): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});

const point = ({ lon, lat }: Geo): Point => ({ type: 'Point', coordinates: [lon, lat] });
const positions = (line: MapLine) => line.map(([lon, lat]) => [lon, lat]);

function baseData({ land, borders }: BaseMap): FeatureCollection {
  return collection([
    ...land.map((ring) => feature({ type: 'Polygon', coordinates: [positions(ring)] }, { k: 'land' })),
    ...borders.map((line) => feature({ type: 'LineString', coordinates: positions(line) }, { k: 'border' })),
  ]);
}

/** Towns, the biggest first; the guide's own in the reader's language, with the French below where that is another word. */
function namesOf({ places }: BaseMap, names: ReadonlyMap<string, string>): FeatureCollection {
  return collection(
    places.map(({ name, geo }, order) => {
      const own = names.get(name);
      const kind = own ? 'own' : order < BIG ? 'big' : 'small';
      return feature(point(geo), { name: own && own !== name ? `${own}\n${name}` : name, kind, order: own ? 0 : order + 1 });
    }),
  );
}

/** So many of the places are towns. */
const BIG = 12;

export const areasOf = (places: readonly Area[]) =>
  collection(
    places
      .filter(({ radius }) => radius > 0)
      .map((place) => {
        const metresPerPixel = (EQUATOR * Math.cos((place.lat * Math.PI) / 180)) / WORLD;
        return feature(point(place), { pixels: place.radius / metresPerPixel });
      }),
  );

export const pointOf = (position: Geo) => collection([feature(point(position), {})]);
