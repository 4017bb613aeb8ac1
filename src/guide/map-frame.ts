/** What part of the world a static map shows, and where a place lies in it (Web Mercator). */
import type { Geo, Town } from './types.ts';

/** A static map is drawn on so many units; on a phone of 360 px a unit is about a pixel. */
export const MAP_WIDTH = 320;
export const MAP_HEIGHT = 200;
/** What stands at a place needs so much room on each side. */
const EDGE = 26;
const EARTH_RADIUS = 6_378_137;

/** Position on a map, in its units from its top left corner. */
export interface Spot {
  x: number;
  y: number;
}

export interface MapFrame {
  /** Its top left corner in Web Mercator, in metres at the equator, southwards. */
  left: number;
  top: number;
  /** Web Mercator metres a unit. */
  perUnit: number;
  /** Real metres a unit. */
  metres: number;
}

export function mercator({ lat, lon }: Geo): Spot {
  const radians = Math.PI / 180;
  return { x: EARTH_RADIUS * lon * radians, y: -EARTH_RADIUS * Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2)) };
}

/** The smallest map on which all of these places stand with room around them, and which is at least so many metres wide. */
export function frameAround(places: readonly Geo[], leastMetres: number): MapFrame {
  const spots = places.map(mercator);
  const [west, east] = ends(spots.map(({ x }) => x));
  const [north, south] = ends(spots.map(({ y }) => y));
  const lat = places.reduce((sum, place) => sum + place.lat, 0) / places.length;
  const stretch = 1 / Math.cos((lat * Math.PI) / 180);
  const perUnit = Math.max(
    (east - west) / (MAP_WIDTH - 2 * EDGE),
    (south - north) / (MAP_HEIGHT - 2 * EDGE),
    (leastMetres * stretch) / MAP_WIDTH,
  );
  return {
    left: (west + east - MAP_WIDTH * perUnit) / 2,
    top: (north + south - MAP_HEIGHT * perUnit) / 2,
    perUnit,
    metres: perUnit / stretch,
  };
}

const ends = (numbers: readonly number[]) => [Math.min(...numbers), Math.max(...numbers)] as const;

/** Whole units: a map tells a place no finer than it draws it. */
export function project(frame: MapFrame, place: Geo): Spot {
  const { x, y } = mercator(place);
  return { x: Math.round((x - frame.left) / frame.perUnit), y: Math.round((y - frame.top) / frame.perUnit) };
}

export const cornersOf = ({ south, west, north, east }: Town['bounds']): Geo[] => [
  { lat: north, lon: west },
  { lat: south, lon: east },
];

/**
 * The longest round distance that takes up at most a quarter of a map, in metres.
 * @example scaleBar({ metres: 50, ... }) -> 2000
 */
export function scaleBar({ metres }: Pick<MapFrame, 'metres'>): number {
  const room = (metres * MAP_WIDTH) / 4;
  return [20_000, 10_000, 5000, 2000, 1000, 500].find((length) => length <= room) ?? 200;
}

/** The shore is drawn once for all maps, in steps of so many metres of Web Mercator: about 25 m here, a dot on a fine screen. */
export const SHORE_STEP = 40;

/** Puts what is drawn in steps from the corner of one map onto another: the value of a `transform`. */
export function shoreTransform(shore: MapFrame, frame: MapFrame): string {
  const scale = SHORE_STEP / frame.perUnit;
  const across = (shore.left - frame.left) / frame.perUnit;
  const down = (shore.top - frame.top) / frame.perUnit;
  return `matrix(${[scale, 0, 0, scale, across, down].map((value) => Number(value.toPrecision(4))).join(' ')})`;
}
