/** Which OpenStreetMap tags become which class of which layer, and from which zoom on. Tags: wiki.openstreetmap.org/wiki/Map_features */
import { STREET_LAYERS, type StreetLayer } from '../../guide/street-layers.ts';
import type { Tags } from './decode-block.ts';

/** What a feature says of itself in the tiles. */
export type Properties = Readonly<{ class: string; name?: string; ref?: string }>;

/** What an object is on the map. */
export interface Drawn {
  layer: StreetLayer;
  /** First zoom that shows it. The last zoom of a map shows everything. */
  from: number;
  properties: Properties;
}

/** Class and first zoom by layer: what matters over long ways comes first. */
type ClassTable = Readonly<Record<string, readonly [name: string, from: number]>>;

const ROADS: ClassTable = {
  motorway: ['motorway', 8],
  motorway_link: ['motorway', 11],
  trunk: ['main', 8],
  trunk_link: ['main', 11],
  primary: ['main', 9],
  primary_link: ['main', 11],
  secondary: ['major', 10],
  secondary_link: ['major', 12],
  tertiary: ['major', 11],
  tertiary_link: ['major', 12],
  unclassified: ['street', 12],
  residential: ['street', 12],
  living_street: ['street', 12],
  pedestrian: ['street', 12],
  road: ['street', 12],
  service: ['minor', 13],
  track: ['minor', 13],
  footway: ['path', 14],
  path: ['path', 14],
  cycleway: ['path', 14],
  bridleway: ['path', 14],
  steps: ['path', 14],
};

const RAILS: ClassTable = { rail: ['rail', 9], narrow_gauge: ['rail', 11], light_rail: ['tram', 12], tram: ['tram', 12] };

const WATERWAYS: ClassTable = {
  river: ['river', 9],
  canal: ['canal', 9],
  stream: ['stream', 12],
  drain: ['ditch', 14],
  ditch: ['ditch', 14],
};

/** By `key=value`. */
const AREAS: Readonly<Record<string, readonly [layer: StreetLayer, name: string, from: number]>> = {
  'natural=water': ['water', 'lake', 9],
  'waterway=riverbank': ['water', 'lake', 9],
  'waterway=dock': ['water', 'lake', 9],
  'landuse=reservoir': ['water', 'lake', 9],
  'landuse=basin': ['water', 'lake', 10],
  'landuse=forest': ['green', 'wood', 9],
  'natural=wood': ['green', 'wood', 9],
  'natural=beach': ['green', 'sand', 10],
  'natural=sand': ['green', 'sand', 10],
  'natural=dune': ['green', 'sand', 10],
  'leisure=park': ['green', 'grass', 11],
  'leisure=garden': ['green', 'grass', 13],
  'leisure=pitch': ['green', 'grass', 13],
  'leisure=golf_course': ['green', 'grass', 11],
  'leisure=nature_reserve': ['green', 'grass', 10],
  'landuse=grass': ['green', 'grass', 13],
  'landuse=village_green': ['green', 'grass', 13],
  'landuse=recreation_ground': ['green', 'grass', 12],
  'landuse=cemetery': ['green', 'grass', 12],
  'natural=heath': ['green', 'grass', 10],
  'natural=scrub': ['green', 'grass', 11],
  'natural=grassland': ['green', 'grass', 11],
  'landuse=residential': ['built', 'homes', 9],
  'landuse=commercial': ['built', 'work', 10],
  'landuse=retail': ['built', 'work', 10],
  'landuse=industrial': ['built', 'work', 10],
  'landuse=port': ['built', 'work', 10],
  'landuse=harbour': ['built', 'work', 10],
};
const AREA_KEYS = ['natural', 'waterway', 'landuse', 'leisure'];

const PLACES: ClassTable = {
  city: ['city', 8],
  town: ['town', 8],
  village: ['village', 10],
  suburb: ['suburb', 11],
  quarter: ['suburb', 12],
  hamlet: ['hamlet', 12],
};

/** By `key=value`. */
const POINTS: ClassTable = {
  'railway=station': ['station', 11],
  'railway=halt': ['station', 11],
  'highway=bus_stop': ['bus-stop', 14],
  'amenity=bus_station': ['bus-stop', 13],
  'amenity=toilets': ['toilets', 14],
  'amenity=drinking_water': ['drinking-water', 14],
  'amenity=pharmacy': ['pharmacy', 14],
};
const POINT_KEYS = ['railway', 'highway', 'amenity'];

/** Not open to everybody. */
const CLOSED = ['no', 'private', 'customers', 'permit', 'delivery'];

/** What a way is as a line; undefined for what the map does not draw. */
export function lineOf(tags: Tags): Drawn | undefined {
  if (tags.highway) return mayBeWalked(tags) ? drawnBy(ROADS, 'road', tags.highway, tags) : undefined;
  // Nobody should walk along a railway under the ground, so none is drawn: the line into the Channel Tunnel is one.
  if (isUnderground(tags)) return undefined;
  return railOf(tags) ?? drawnBy(WATERWAYS, 'waterway', tags.waterway, tags);
}

/** Tracks for shunting are told apart: they are many. */
function railOf(tags: Tags): Drawn | undefined {
  const isYard = tags.railway === 'rail' && tags.service !== undefined;
  return isYard ? { layer: 'rail', from: 13, properties: { class: 'yard' } } : drawnBy(RAILS, 'rail', tags.railway, tags);
}

/**
 * Small ways that are closed to the public lead nobody anywhere, and those that only feet have made ("informal") may lead to
 * where people sleep: neither is drawn.
 */
function mayBeWalked(tags: Tags): boolean {
  const isSmall = ['minor', 'path'].includes(ROADS[tags.highway ?? '']?.[0] ?? '');
  return !isSmall || !(isClosed(tags) || tags.informal === 'yes');
}

/** What a closed way or a multipolygon is as an area. */
export function areaOf(tags: Tags): Drawn | undefined {
  for (const key of AREA_KEYS) {
    const [layer, name, from] = AREAS[`${key}=${tags[key]}`] ?? [];
    if (layer && name && from) return { layer, from, properties: propertiesOf(layer, name, tags) };
  }
  return undefined;
}

/** What a node is, or a closed way of which only the middle is told: a place name or something to go to. */
export function pointOf(tags: Tags): Drawn | undefined {
  const place = drawnBy(PLACES, 'place', tags.place, tags);
  if (place?.properties.name) return place;
  const key = POINT_KEYS.find((one) => POINTS[`${one}=${tags[one]}`]);
  return key && isForEverybody(tags) ? drawnBy(POINTS, 'point', `${key}=${tags[key]}`, tags) : undefined;
}

/** Words in any tag that say that a tap or toilet was put up for people on the move: such places are never told exactly. */
const AID = /refugee|migrant|humanitarian|social_facility|exil|\bngo\b|charit|\bcamp\b|mobile|temporary|tank/i;

/** Water and toilets only where a town has them for everybody. */
function isForEverybody(tags: Tags): boolean {
  const isPublicPlace = !['toilets', 'drinking_water'].includes(tags.amenity ?? '');
  return isPublicPlace || !(isClosed(tags) || Object.entries(tags).some(([key, value]) => AID.test(key) || AID.test(value)));
}

export const isCoastline = (tags: Tags): boolean => tags.natural === 'coastline';

const isClosed = (tags: Tags) => CLOSED.includes(tags.access ?? '') && !['yes', 'designated'].includes(tags.foot ?? '');

const isUnderground = (tags: Tags) => tags.tunnel !== undefined && tags.tunnel !== 'no';

function drawnBy(table: ClassTable, layer: StreetLayer, value: string | undefined, tags: Tags): Drawn | undefined {
  const [name, from] = table[value ?? ''] ?? [];
  return name && from ? { layer, from, properties: propertiesOf(layer, name, tags) } : undefined;
}

function propertiesOf(layer: StreetLayer, name: string, tags: Tags): Properties {
  const texts = STREET_LAYERS[layer].texts.map((key) => [key, readable(tags[key])]).filter(([, text]) => text);
  return { class: name, ...Object.fromEntries(texts) } as Properties;
}

/** No one needs a longer name on a map. */
const LONGEST_NAME = 80;

/** Without what nobody sees but what turns or breaks the text around it; letters of some scripts need the joiners. */
const readable = (text = '') =>
  text
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
