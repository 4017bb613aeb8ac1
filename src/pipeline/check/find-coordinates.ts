import type { Bounds } from './check-places.ts';
import { latinDigits } from './numbers-in-words.ts';

export interface FoundPlace {
  index: number;
  found: string;
}

/** What must stand nowhere near the guide's areas. */
export interface PlaceSearch {
  areas: readonly Bounds[];
  /** Numbers of places that may be told exactly. */
  allowed: Pick<ReadonlySet<number>, 'has'>;
  /** In a file about a place that is told by its town at the most, a pair of any fineness is too fine. */
  coarse?: boolean;
}

/** A decimal point as people, addresses, markdown and HTML write it. */
const POINT = String.raw`(?:\\?[.,٫．·]|%2[cCeE]|&#46;|&#x2[eE];|&period;)`;
const ONE_POINT = new RegExp(POINT);
/** Four decimals tell a place to within about ten metres. */
const FINE = new RegExp(String.raw`(?<![\d.])\d{1,2}${POINT}\d{4,}(?!\d)`, 'g');
/** 5.09513e1, which YAML and JSON read as a number too. */
const WITH_EXPONENT = /(?<![\w.])\d+(?:\.\d+)?e[+-]?\d{1,2}(?!\w)/gi;
/** A latitude beside a longitude, in either order: three decimals tell a place to within 100 m. Of three numbers any two may be one. */
const pair = (decimals: number) => {
  const number = String.raw`(\d{1,2}${POINT}\d{${decimals},})`;
  return new RegExp(String.raw`(?<![\d.])(?=(${number}(?!\d)(?:%[0-9a-fA-F]{2}|[^\d\n]){1,14}?${number}(?!\d)))`, 'g');
};
const PAIR = pair(3);
const ANY_PAIR = pair(1);

/** Other ways of writing down a place. */
const OTHER_WAYS = new RegExp(
  [
    /\d{1,2} ?[°º] ?\d{1,2}(?:[.,]\d+)? ?['′’]/, // degrees and minutes
    /\d{1,2} ?[°º] ?\d{1,2}[.,]\d+/, // degrees and minutes with a fraction
    /\b\d{1,2} ?d ?\d{1,2} ?m ?\d{1,2}(?:[.,]\d+)? ?s\b/, // 50d57m04s
    /\b\d{1,2} \d{1,2} \d{1,2}(?:[.,]\d+)? ?[NS]\b/, // 50 57 04 N
    /\b[2-9CFGHJMPQRVWXcfghjmpqrvwx]{4,8}\+[2-9CFGHJMPQRVWXcfghjmpqrvwx]{2,3}\b/, // plus codes
    /\/\/\/\p{L}+\.\p{L}+\.\p{L}+/u, // what3words
    /\b(?:what3words|w3w)[^\p{L}\n]{1,5}\p{L}+\.\p{L}+\.\p{L}+/u,
    /\b31 ?U ?[A-HJ-NP-Z]{2} ?(?:\d{2,5} ?\d{2,5})\b/, // the military grid, zone of this coast
    /\b31 ?[UN] \d{6}(?:[.,]\d+)?[ ,;mE]+\d{7}\b/, // UTM
    /\b[56]\d{5}(?:[.,]\d+)?[ ,;/]+70\d{5}\b/, // Lambert 93, in metres
    /\bgeohash\W{0,3}[0-9b-hj-km-np-z]{6,}\b/i,
    /\b(?:ge0|om|comgooglemaps|waze|here\.location):\/\/[^\s)]*/, // links that open a map app
    new RegExp(
      String.raw`(?:\b(?:${[
        String.raw`maps\.app\.goo\.gl`,
        String.raw`goo\.gl\/maps`,
        String.raw`w3w\.co`,
        String.raw`what3words\.com`,
        String.raw`google\.[a-z.]+\/maps`,
        String.raw`maps\.google\.[a-z.]+`,
        String.raw`maps\.apple\.com`,
        String.raw`bing\.com\/maps`,
        String.raw`waze\.com\/(?:ul|live-map)`,
        String.raw`osm\.org\/(?:go|node|way|relation)`,
        String.raw`openstreetmap\.org\/(?:node|way|relation|go|[^\s]*[#?])`,
        String.raw`umap\.openstreetmap\.[a-z]+`,
        String.raw`plus\.codes`,
        String.raw`omaps\.app`,
        String.raw`ge0\.me`,
        String.raw`geohash\.org`,
        String.raw`mapillary\.com`,
        String.raw`wego\.here\.com`,
        String.raw`mapcarta\.com`,
        String.raw`wikimapia\.org`,
        String.raw`yandex\.[a-z]+\/maps`,
        String.raw`geoportail\.gouv\.fr\/carte`,
      ].join('|')})[^\s)]*)`,
    ), // links to a spot on a map
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** How far around the guide's areas a number still looks like a coordinate, in degrees. */
const AROUND = 0.3;

/**
 * What looks like an exact place in a text.
 * @example findCoordinates('# 50.95123, 1.85456', { areas: [calais], allowed: new Set() }) -> [{ index: 2, found: '50.95123' }, …]
 */
export function findCoordinates(text: string, { areas, allowed, coarse = false }: PlaceSearch): FoundPlace[] {
  // Of the same length, so that a place is found where it stands.
  const plain = latinDigits(text);
  const isOfGuide = (value: number) => !allowed.has(value) && areas.some((area) => isNear(value, area));
  const fine = [...plain.matchAll(FINE), ...plain.matchAll(WITH_EXPONENT)].filter(([written]) => isOfGuide(toNumber(written)));
  const pairs = [...plain.matchAll(coarse ? ANY_PAIR : PAIR)].flatMap(({ index, 1: found = '', 2: one = '', 3: other = '' }) => {
    const [a, b] = [toNumber(one), toNumber(other)];
    const isTold = allowed.has(a) && allowed.has(b);
    const isFoundAlready = fine.some(({ index: start }) => start >= index && start < index + found.length);
    if (isTold || isFoundAlready || !areas.some((area) => isPlace(a, b, area) || isPlace(b, a, area))) return [];
    return [{ index, found: text.slice(index, index + found.length) }];
  });
  const others = [...fine, ...text.matchAll(OTHER_WAYS)].map(({ index, 0: found }) => ({ index, found }));
  return [...others, ...pairs];
}

const toNumber = (written: string) => Number(written.replace(ONE_POINT, '.'));

const isNear = (value: number, { south, west, north, east }: Bounds) =>
  (value > south - AROUND && value < north + AROUND) || (value > west - AROUND && value < east + AROUND);

const isPlace = (lat: number, lon: number, { south, west, north, east }: Bounds) =>
  lat > south - AROUND && lat < north + AROUND && lon > west - AROUND && lon < east + AROUND;
