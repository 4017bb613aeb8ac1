import type { Bounds } from './check-places.ts';

export interface FoundPlace {
  index: number;
  found: string;
}

/** Four decimals tell a place to within about ten metres. */
const DECIMAL = /(?<![\d.,])\d{1,2}[.,]\d{4,}(?!\d)/g;

/** Other ways of writing down a place. */
const OTHER_WAYS = new RegExp(
  [
    /\d{1,2} ?[°º] ?\d{1,2}(?:[.,]\d+)? ?['′’]/, // degrees and minutes
    /\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b/, // plus codes
    /\/\/\/\p{L}+\.\p{L}+\.\p{L}+/u, // what3words
    /\b(?:maps\.app\.goo\.gl|goo\.gl\/maps|w3w\.co|what3words\.com|google\.[a-z.]+\/maps|openstreetmap\.org\/[^\s]*[#?])[^\s)]*/, // links to a spot on a map
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** How far around the guide's areas a number still looks like a coordinate, in degrees. */
const AROUND = 0.3;

/**
 * What looks like an exact place in a text, apart from the numbers in `allowed`.
 * @example findCoordinates('# 50.95123, 1.85456', [calais], new Set()) -> [{ index: 2, found: '50.95123' }, …]
 */
export function findCoordinates(text: string, areas: readonly Bounds[], allowed: ReadonlySet<number>): FoundPlace[] {
  const decimals = [...text.matchAll(DECIMAL)].filter(([written]) => {
    const value = Number(written.replace(',', '.'));
    return !allowed.has(value) && areas.some((area) => isNear(value, area));
  });
  return [...decimals, ...text.matchAll(OTHER_WAYS)].map(({ index, 0: found }) => ({ index, found }));
}

const isNear = (value: number, { south, west, north, east }: Bounds) =>
  (value > south - AROUND && value < north + AROUND) || (value > west - AROUND && value < east + AROUND);
