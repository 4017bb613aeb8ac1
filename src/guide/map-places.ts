/** Which places a map may show, and how finely. Every map asks here, so that none tells more than another. */
import { isWithin } from './distance.ts';
import type { Geo, Lang, Service, Town } from './types.ts';

/** Metres around the middle of an area within which its place lies: its two decimals may be 700 m off, its street is some 300 m long. */
export const AREA_RADIUS = 1000;

export interface PlaceOnMap {
  /** The service's. */
  id: string;
  name: string;
  needs: readonly string[];
  lon: number;
  lat: number;
  /** `exact` may be drawn as a pin, `street` only as a circle of `radius`. */
  precision: 'exact' | 'street';
  /** Metres; 0 for an exact place. */
  radius: number;
}

/**
 * The places of a town that may be shown, from west to east, their names in a language.
 * What is told by town only, or not at all, is never among them; nor is what lies outside the town's bounds.
 */
export function placesOnMap({ services }: { services: readonly Service[] }, town: Town, lang: Lang): PlaceOnMap[] {
  return services.flatMap((service) => placeOf(service, town, lang)).sort(fromWest);
}

function placeOf(service: Service, town: Town, lang: Lang): PlaceOnMap[] {
  const geo = shownAt(service);
  if (!geo || !service.towns.includes(town.id) || !isWithin(geo, town.bounds)) return [];
  const { id, needs, words } = service;
  const isExact = service.precision === 'exact';
  return [
    {
      id,
      name: words[lang]?.name.value ?? id,
      needs,
      lon: geo.lon,
      lat: geo.lat,
      precision: isExact ? 'exact' : 'street',
      radius: isExact ? 0 : AREA_RADIUS,
    },
  ];
}

/** The compiler refuses a finer place than this already; a map does not rely on it. */
function shownAt({ precision, geo, area }: Service): Geo | undefined {
  if (precision === 'exact') return geo;
  if (precision !== 'street' || !area) return undefined;
  const round = (degrees: number) => Math.round(degrees * 100) / 100;
  return { lat: round(area.lat), lon: round(area.lon) };
}

const fromWest = (a: PlaceOnMap, b: PlaceOnMap) => a.lon - b.lon || b.lat - a.lat || (a.id < b.id ? -1 : 1);
