/** Streets on the map, drawn from one file in memory. What it holds is written down in guide/street-layers.ts. */
import {
  type AddLayerObject,
  addProtocol,
  type ExpressionSpecification,
  type Map as Maplibre,
  removeProtocol,
} from 'maplibre-gl';
import { PMTiles, Protocol } from 'pmtiles';
import { STREET_LAYERS, type StreetLayer } from '../../guide/street-layers.ts';
import { colours } from './colours.ts';
import { fonts } from './style.ts';

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

export interface StreetOptions {
  box: Box;
  /** What a point is, in the reader's words: `station`, `bus-stop` and so on. */
  nameOf: (kind: string) => string;
}

/** Streets are true to a metre or two, and so is this. */
export const STREETS_NEAREST = 16;
/** The areas of places lie above the streets. */
const ABOVE = 'areas';
const SOURCE = 'streets';
/** The one that the reader of such files understands. */
const SCHEME = 'pmtiles';

/** Puts the streets of a file on the map; of another file that was there before nothing stays. */
export function addStreets(map: Maplibre, file: Blob, { box, nameOf }: StreetOptions): void {
  removeStreets(map);
  const protocol = new Protocol();
  protocol.add(
    new PMTiles({ getKey: () => SOURCE, getBytes: async (from, length) => ({ data: await part(file, from, length) }) }),
  );
  addProtocol(SCHEME, protocol.tile);
  map.addSource(SOURCE, { type: 'vector', url: `${SCHEME}://${SOURCE}` });
  map.addSource(GROUND, { type: 'geojson', data: { type: 'Polygon', coordinates: [cornersOf(box)] } });
  for (const layer of layers(nameOf)) map.addLayer(layer, ABOVE);
}

/** What is drawn of streets, in the colours that the page has now; nothing on a map without them. */
export const streetLayers = (map: Maplibre): AddLayerObject[] => (map.getSource(SOURCE) ? layers(() => '') : []);

/** Lets go of the file. */
export const forgetStreets = () => removeProtocol(SCHEME);

function removeStreets(map: Maplibre): void {
  if (!map.getSource(SOURCE)) return;
  for (const { id } of streetLayers(map)) map.removeLayer(id);
  map.removeSource(SOURCE);
  map.removeSource(GROUND);
}

const part = (file: Blob, from: number, length: number) => file.slice(from, from + length).arrayBuffer();

/** Covers the coarse shore of the base map, which the streets know better. */
const GROUND = 'streets-ground';

const cornersOf = ([west, south, east, north]: Box) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Pixels at zoom 8 and 16. */
const WIDTHS = { motorway: [1.5, 12], main: [1, 10], major: [0.7, 8], street: [0.2, 6], minor: [0.1, 3], path: [0.1, 1.5] };

type Stop = number | ExpressionSpecification;

const widthBetween = (far: Stop, near: Stop): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  8,
  far,
  STREETS_NEAREST,
  near,
];

const roadWidth = (at: 0 | 1) => {
  const known = Object.entries(WIDTHS).flatMap(([kind, widths]) => [kind, widths[at] ?? 1]);
  // MapLibre's type wants the first pair written out.
  return ['match', ['get', 'class'], ...known, 1] as unknown as ExpressionSpecification;
};

const of = (id: string, layer: StreetLayer) => ({ id: `streets-${id}`, source: SOURCE, 'source-layer': layer }) as const;

/** From the ground up. */
function layers(nameOf: StreetOptions['nameOf']): AddLayerObject[] {
  const colour = colours('sea', 'ground', 'raised', 'quiet', 'ink', 'law', 'info');
  const halo = { 'text-color': colour.ink, 'text-halo-color': colour.ground, 'text-halo-width': 1.5 };
  return [
    { id: GROUND, type: 'fill', source: GROUND, paint: { 'fill-color': colour.ground } },
    { ...of('built', 'built'), type: 'fill', paint: { 'fill-color': colour.raised } },
    { ...of('green', 'green'), type: 'fill', paint: { 'fill-color': colour.law, 'fill-opacity': 0.16 } },
    { ...of('water', 'water'), type: 'fill', paint: { 'fill-color': colour.sea } },
    {
      ...of('waterway', 'waterway'),
      type: 'line',
      paint: { 'line-color': colour.sea, 'line-width': widthBetween(0.5, 5) },
    },
    {
      ...of('road', 'road'),
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour.quiet,
        'line-opacity': 0.75,
        'line-width': widthBetween(roadWidth(0), roadWidth(1)),
      },
    },
    { ...of('rail', 'rail'), type: 'line', paint: { 'line-color': colour.ink, 'line-dasharray': [4, 3], 'line-width': 1 } },
    {
      ...of('road-names', 'road'),
      type: 'symbol',
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['coalesce', ['get', 'name'], ['get', 'ref']],
        'text-font': fonts(),
        'text-size': 12,
      },
      paint: halo,
    },
    {
      ...of('place-names', 'place'),
      type: 'symbol',
      minzoom: 12,
      filter: ['in', ['get', 'class'], ['literal', ['suburb', 'hamlet']]],
      layout: { 'text-field': ['get', 'name'], 'text-font': fonts(), 'text-size': 13 },
      paint: halo,
    },
    {
      ...of('points', 'point'),
      type: 'circle',
      minzoom: 13,
      paint: { 'circle-radius': 5, 'circle-color': colour.info, 'circle-stroke-width': 2, 'circle-stroke-color': colour.ground },
    },
    {
      ...of('point-names', 'point'),
      type: 'symbol',
      minzoom: 14,
      layout: {
        'text-field': [
          'concat',
          ['match', ['get', 'class'], ...STREET_LAYERS.point.classes.flatMap((kind) => [kind, nameOf(kind)]), ''] as never,
          ['case', ['has', 'name'], ['concat', '\n', ['get', 'name']], ''],
        ],
        'text-font': fonts(),
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.6],
        'text-optional': true,
      },
      paint: halo,
    },
  ];
}
