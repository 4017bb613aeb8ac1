/** How far something is on foot, told no more exactly than it is known. Runs on the phone, so it stays small. */
import type { Geo, Town } from './types.ts';

const EARTH_RADIUS = 6_371_000;
/** A calm walk with bags, in metres a minute: 4 km an hour. */
const METRES_A_MINUTE = 4000 / 60;
/** Streets do not run straight: in towns a walk is about this many times as long as the line on the map. */
const DETOUR = 1.3;
/** Above this many minutes, steps of five: more would pretend to know the way. */
const EXACT_MINUTES = 10;
/** Two rounded points may be this far from where they say; nearer than that, no direction is told. */
const BLURRED = 150;
/** Farther than this nobody is told minutes on foot. */
const WALKABLE = 12_000;
/** Farther than this from everything that is listed, the reader is somewhere else. */
export const FAR = 30_000;

export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Direction8 = (typeof DIRECTIONS)[number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

/**
 * A place as the guide uses it: three decimals, about a hundred metres.
 * @example roundPosition({ lat: 50.95346, lon: 1.85088 }) -> { lat: 50.953, lon: 1.851 }
 */
export const roundPosition = ({ lat, lon }: Geo): Geo => ({ lat: rounded(lat), lon: rounded(lon) });

/**
 * A rounded place for a `data-geo` attribute, read again by `readGeo`.
 * @example writeGeo({ lat: 50.95346, lon: 1.85088 }) -> '50.953,1.851'
 */
export const writeGeo = (geo: Geo): string => {
  const { lat, lon } = roundPosition(geo);
  return `${lat},${lon}`;
};

/** The inverse of `writeGeo`; `undefined` for what is no place. */
export function readGeo(text = ''): Geo | undefined {
  const [lat = Number.NaN, lon = Number.NaN] = text.split(',').map(Number);
  return Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : undefined;
}

/** Whether a place lies in an area, its edges included. */
export const isWithin = ({ lat, lon }: Geo, { south, west, north, east }: Town['bounds']): boolean =>
  lat >= south && lat <= north && lon >= west && lon <= east;

/** Metres in a straight line (haversine). */
export function metresBetween(from: Geo, to: Geo): number {
  const [north, east] = [radians(to.lat - from.lat), radians(to.lon - from.lon)];
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
}

/**
 * Rounded up: who arrives early can wait. `undefined` when it is too far to walk.
 * @example walkingMinutes(800) -> 20; walkingMinutes(300) -> 6
 */
export function walkingMinutes(metres: number): number | undefined {
  if (metres > WALKABLE) return undefined;
  const minutes = Math.max(1, Math.ceil((metres * DETOUR) / METRES_A_MINUTE));
  return minutes > EXACT_MINUTES ? Math.ceil(minutes / 5) * 5 : minutes;
}

/** Which way to go at first, in degrees clockwise from north, 0 to 359; `undefined` when both are too near one another to tell. */
export function bearingTo(from: Geo, to: Geo): number | undefined {
  if (metresBetween(from, to) < BLURRED) return undefined;
  const east = (to.lon - from.lon) * Math.cos(radians((from.lat + to.lat) / 2));
  return (Math.round((Math.atan2(east, to.lat - from.lat) * 180) / Math.PI) + 360) % 360;
}

/** The same in words: `bearingTo` in eighths. */
export function directionTo(from: Geo, to: Geo): Direction8 | undefined {
  const bearing = bearingTo(from, to);
  return bearing === undefined ? undefined : DIRECTIONS[Math.round(bearing / 45) % 8];
}

/**
 * The number to show and its unit: steps of 50 m, from 1 km steps of 100 m, from 10 km whole kilometres.
 * @example distanceInSteps(820) -> { unit: 'm', value: '800' }; distanceInSteps(1840) -> { unit: 'km', value: '1.8' }
 */
export function distanceInSteps(metres: number): { unit: 'm' | 'km'; value: string } {
  const steps = Math.max(50, Math.round(metres / 50) * 50);
  if (steps < 1000) return { unit: 'm', value: `${steps}` };
  return { unit: 'km', value: metres < 9950 ? `${Math.round(metres / 100) / 10}` : `${Math.round(metres / 1000)}` };
}

/** Whether the reader is far from every one of these places. */
export const isFarFrom = (position: Geo, places: readonly Geo[]): boolean =>
  places.length > 0 && places.every((place) => metresBetween(position, place) > FAR);
