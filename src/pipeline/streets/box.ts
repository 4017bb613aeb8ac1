import { StreetsFault } from './fault.ts';

/** Degrees east of Greenwich and north of the equator, in this order. */
export type Position = readonly [lon: number, lat: number];

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The coast from Calais to the Belgian border. */
export const CALAIS_TO_BELGIUM: Box = { west: 1.7, south: 50.85, east: 2.55, north: 51.1 };

/** Web Mercator, in which maps of the web are drawn, ends here. */
const FARTHEST_NORTH = 85;

/** Reads `W,S,E,N`; throws StreetsFault for what is no box. */
export function parseBox(text: string): Box {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = text.split(',').map(toDegrees);
  const box = { west, south, east, north };
  if (more.length > 0 || Object.values(box).some(Number.isNaN))
    throw new StreetsFault(
      `--bbox ${text}: write four numbers with commas and no spaces, west,south,east,north, like ${boxToText(CALAIS_TO_BELGIUM)}.`,
    );
  if (west >= east || south >= north)
    throw new StreetsFault(`--bbox ${text}: west must be less than east and south less than north; change their order.`);
  if (west < -180 || east > 180 || south < -FARTHEST_NORTH || north > FARTHEST_NORTH)
    throw new StreetsFault(
      `--bbox ${text}: degrees go from -180 to 180 and from -${FARTHEST_NORTH} to ${FARTHEST_NORTH}; correct them.`,
    );
  return box;
}

const toDegrees = (text: string) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN);

/** @example boxToText(CALAIS_TO_BELGIUM) -> '1.70,50.85,2.55,51.10' */
export const boxToText = (box: Box): string => boxToNumbers(box).map(degreesToText).join(',');

/** Two decimals, more where two would say something else. */
const degreesToText = (degrees: number) => (Number(degrees.toFixed(2)) === degrees ? degrees.toFixed(2) : String(degrees));

export const boxToNumbers = ({ west, south, east, north }: Box): [number, number, number, number] => [west, south, east, north];

export const growBox = ({ west, south, east, north }: Box, degrees: number): Box => ({
  west: west - degrees,
  south: south - degrees,
  east: east + degrees,
  north: north + degrees,
});

export const isInBox = ({ west, south, east, north }: Box, [lon, lat]: Position): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;

/** What two boxes that meet have in common. */
export const sharedBox = (a: Box, b: Box): Box => ({
  west: Math.max(a.west, b.west),
  south: Math.max(a.south, b.south),
  east: Math.min(a.east, b.east),
  north: Math.min(a.north, b.north),
});
