/**
 * The base map of the coast: land, the border between France and Belgium, places by name.
 * No roads, no railways: no source of them can be named here. Nothing in it is drawn by hand.
 */
import { type Box, clipRing, dissolve, type Line, type Point, type Ring, roundPoints, simplify } from './rings.ts';

/** The outer rings of a country by its ISO 3166 code, from OpenStreetMap. */
export type Countries = Readonly<Record<string, readonly Ring[]>>;

/** A place of GeoNames. */
export interface City {
  name: string;
  population: number;
  loc: { coordinates: readonly [lon: number, lat: number] };
}

/** What `content/map/base.geojson` holds. `k` says what a feature is; `n` is a place's name, `r` its rank, 0 for the biggest. */
export interface BaseMap {
  type: 'FeatureCollection';
  features: BaseFeature[];
}

export type BaseFeature =
  | { type: 'Feature'; properties: { k: 'land' }; geometry: { type: 'Polygon'; coordinates: Ring[] } }
  | { type: 'Feature'; properties: { k: 'border' }; geometry: { type: 'LineString'; coordinates: Line } }
  | { type: 'Feature'; properties: { k: 'place'; n: string; r: number }; geometry: { type: 'Point'; coordinates: Point } };

export const COUNTRIES = ['FRA', 'BEL', 'GBR'];

/** Both shores of the strait, so that a reader who looks around sees where this coast lies. */
const REGION: Box = { west: 0.9, south: 50.3, east: 3.4, north: 51.6 };
/** Where people look closely. */
const CORE: Box = { west: 1.55, south: 50.8, east: 2.7, north: 51.2 };
const PLACES: Box = { west: 1.5, south: 50.75, east: 2.78, north: 51.22 };

/** Metres that a line may be off, in the core and around it. */
const FINE = 25;
const COARSE = 250;

/** About one metre, finer than the data. */
const DECIMALS = 5;
const PLACE_DECIMALS = 4;
/** A place with more inhabitants than the first number has rank 0, and so on. */
const RANKS = [60_000, 10_000, 3500];

export function makeBaseMap(countries: Countries, cities: readonly City[]): BaseMap {
  const rings = COUNTRIES.flatMap((code) => countries[code] ?? []).map(cutOut);
  const { rings: shores, borders } = dissolve(rings);
  return {
    type: 'FeatureCollection',
    features: [
      ...shores.map(simpler).filter(hasArea).sort(longestFirst).map(landFeature),
      ...borders.map(simpler).sort(longestFirst).map(borderFeature),
      ...cities.filter(isListed).sort(biggestFirst).map(placeFeature),
    ],
  };
}

/** The file's text: a feature on each line, so that a change can be read. */
export const baseMapText = ({ type, features }: BaseMap) =>
  `{"type":"${type}","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;

const cutOut = (ring: Ring): Ring => roundPoints(clipRing(ring, REGION), DECIMALS);
const simpler = (line: Line) => simplify(line, (point) => (isIn(point, CORE) ? FINE : COARSE));
/** Fewer points than a triangle's, closed, enclose nothing. */
const hasArea = (ring: Ring) => ring.length > 3;
const longestFirst = (a: Line, b: Line) => b.length - a.length;

const isIn = ([lon, lat]: Point, { west, south, east, north }: Box) => lon >= west && lon <= east && lat >= south && lat <= north;
const isListed = ({ loc }: City) => isIn(loc.coordinates, PLACES);
const biggestFirst = (a: City, b: City) => b.population - a.population || (a.name < b.name ? -1 : 1);

const landFeature = (ring: Ring): BaseFeature => ({
  type: 'Feature',
  properties: { k: 'land' },
  geometry: { type: 'Polygon', coordinates: [ring] },
});

const borderFeature = (line: Line): BaseFeature => ({
  type: 'Feature',
  properties: { k: 'border' },
  geometry: { type: 'LineString', coordinates: line },
});

function placeFeature({ name, population, loc }: City): BaseFeature {
  const rank = RANKS.findIndex((least) => population > least);
  const [place] = roundPoints([loc.coordinates], PLACE_DECIMALS);
  return {
    type: 'Feature',
    properties: { k: 'place', n: name, r: rank < 0 ? RANKS.length : rank },
    geometry: { type: 'Point', coordinates: place as Point },
  };
}
