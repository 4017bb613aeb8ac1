/** Where everything stands that is the same on each static map of a town: which part of the coast, and what is written where. */
import { cornersOf, frameAround, MAP_HEIGHT, MAP_WIDTH, type MapFrame, mercator, project, type Spot } from './map-frame.ts';
import { MARK_SIZE } from './map-marks.ts';
import { placesOnMap } from './map-places.ts';
import type { BaseMap, Geo, Guide, Town } from './types.ts';

/** The base map is too coarse to be looked at closer than this, in metres across. */
const CLOSEST = 12_000;

/** Room that words are given, in the map's units. */
const TOWN_LABEL = { width: 92, height: 34 };
const SEA_LABEL = { width: 56, height: 18 };
/** A small name is at most so wide a letter, and so high. */
const LETTER = 6.7;
const NAME_HEIGHT = 14;
/** More names than these make a picture of letters. */
const MOST_NAMES = 10;
const DOT = { width: 6, height: 6 };
/** A mark, or a circle of so many units, and what must stay free around it. */
function boxOf(radius: number): Size {
  const size = Math.max(MARK_SIZE, 2 * radius) + 4;
  return { width: size, height: size };
}
/** Units that stay free around a name, so that it is clear whose it is. */
const AROUND = 5;
/** Where a name is tried: so many units from its dot, and also at its corners. */
interface Search {
  gaps: readonly number[];
  corners: boolean;
}
const NEAR: Search = { gaps: [5], corners: false };
const FAR_GAPS = [5, 12, 19, 26, 33, 40, 47];
/** A mark stands in the dot's place: the name stands in its row or column. */
const BESIDE_MARK: Search = { gaps: FAR_GAPS, corners: false };
/** The town that the map is about is named in any case. */
const ANYWHERE: Search = { gaps: FAR_GAPS, corners: true };

export interface MapLayout {
  frame: MapFrame;
  /** The middle of each town's name, by id, and where its dot is. */
  towns: Readonly<Record<string, { label: Spot; dot: Spot }>>;
  /** Towns around: the middle of the name, and the dot. */
  names: readonly { name: string; label: Spot; dot: Spot }[];
  /** The middle of the word for the sea, where there is enough of it. */
  sea?: Spot;
}

interface Size {
  width: number;
  height: number;
}
type Box = Spot & Size;

/** Layouts by guide: they are asked for by every page of every language. */
const known = new WeakMap<Guide, Record<string, MapLayout>>();

/** No town has this id: it would be an address of the guide's own. */
export const WHOLE_COAST = 'map';

/** Of each town by its id, and of the whole coast as `WHOLE_COAST`; `undefined` for a guide without a base map. */
export function mapLayouts(guide: Guide): Record<string, MapLayout> | undefined {
  const { map, towns } = guide;
  if (!map) return undefined;
  const found = known.get(guide) ?? { [WHOLE_COAST]: coastLayout(guide, map), ...perTown(guide, map, towns) };
  known.set(guide, found);
  return found;
}

const perTown = (guide: Guide, map: BaseMap, towns: readonly Town[]) =>
  Object.fromEntries(towns.map((town) => [town.id, townLayout(guide, map, town)]));

function coastLayout({ towns }: Guide, map: BaseMap): MapLayout {
  const frame = frameAround(
    towns.flatMap(({ bounds }) => cornersOf(bounds)),
    CLOSEST,
  );
  return layOut(frame, map, towns, []);
}

function townLayout(guide: Guide, map: BaseMap, town: Town): MapLayout {
  const places = placesOnMap(guide, town, guide.sourceLang);
  const frame = frameAround([centreOf(town, map), ...places], CLOSEST);
  const taken = places.map((place) => boxAround(project(frame, place), boxOf(place.radius / frame.metres)));
  return layOut(frame, map, [town], taken);
}

/** Where the town's name is found among the places of the base map, else the middle of its bounds. */
function centreOf({ french, bounds }: Town, { places }: BaseMap): Geo {
  const { south, west, north, east } = bounds;
  return places.find(({ name }) => name === french)?.geo ?? { lat: (south + north) / 2, lon: (west + east) / 2 };
}

/** `marks` are kept free. The guide's own towns come first, then the sea, then the others as long as there is room. */
function layOut(frame: MapFrame, map: BaseMap, towns: readonly Town[], marks: readonly Box[]): MapLayout {
  const drawn = [...marks, ...FURNITURE];
  const written: Box[] = [];
  const isFree = (box: Box) =>
    isOnMap(box) && !drawn.some((other) => overlap(box, other)) && !written.some((other) => overlap(grown(box), other));
  const write = (dot: Spot, size: Size, search: Search): Spot | undefined => {
    const found = boxesBeside(dot, size, search).find(isFree);
    if (found) written.push(found, boxAround(dot, DOT));
    return found && middleOf(found);
  };
  const own = towns.map((town) => {
    const dot = project(frame, centreOf(town, map));
    return [town.id, { label: write(dot, TOWN_LABEL, ANYWHERE) ?? dot, dot }] as const;
  });
  const sea = findSea(frame, map, isFree);
  if (sea) written.push(boxAround(sea, SEA_LABEL));
  const others = map.places.filter(({ name }) => !towns.some(({ french }) => french === name));
  const names = others.flatMap(({ name, geo }) => {
    const dot = project(frame, geo);
    if (!isOnMap(boxAround(dot, DOT))) return [];
    // Only a mark in its place explains why a name stands apart.
    const search = marks.some((mark) => overlap(mark, boxAround(dot, DOT))) ? BESIDE_MARK : NEAR;
    const label = write(dot, { width: name.length * LETTER, height: NAME_HEIGHT }, search);
    return label ? [{ name, label, dot }] : [];
  });
  return { frame, towns: Object.fromEntries(own), names: names.slice(0, MOST_NAMES), ...(sea && { sea }) };
}

/** The scale below on the left, the arrow to the north above on the right. */
const FURNITURE: readonly Box[] = [
  { x: 0, y: MAP_HEIGHT - 26, width: MAP_WIDTH / 4 + 14, height: 26 },
  { x: MAP_WIDTH - 24, y: 0, width: 24, height: 36 },
];

/** Above a dot, right of it, left, below, at its corners, and then farther away. */
function boxesBeside({ x, y }: Spot, { width, height }: Size, { gaps, corners }: Search): Box[] {
  return gaps.flatMap((gap) => {
    const across = { left: x - gap - width, middle: x - width / 2, right: x + gap };
    const down = { above: y - gap - height, middle: y - height / 2, below: y + gap };
    const beside = [
      { x: across.middle, y: down.above },
      { x: across.right, y: down.middle },
      { x: across.left, y: down.middle },
      { x: across.middle, y: down.below },
    ];
    const atCorners = [
      { x: across.left, y: down.above },
      { x: across.right, y: down.above },
      { x: across.left, y: down.below },
      { x: across.right, y: down.below },
    ];
    return [...beside, ...(corners ? atCorners : [])].map((corner) => ({ ...corner, width, height }));
  });
}

const boxAround = ({ x, y }: Spot, { width, height }: Size): Box => ({ x: x - width / 2, y: y - height / 2, width, height });
const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - AROUND,
  y: y - AROUND,
  width: width + 2 * AROUND,
  height: height + 2 * AROUND,
});
const middleOf = ({ x, y, width, height }: Box): Spot => ({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) });
const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const isOnMap = ({ x, y, width, height }: Box) => x >= 2 && y >= 2 && x + width <= MAP_WIDTH - 2 && y + height <= MAP_HEIGHT - 2;

/** The first free place, row by row, that lies in the sea with all of its corners. */
function findSea(frame: MapFrame, { land }: BaseMap, isFree: (box: Box) => boolean): Spot | undefined {
  const shores = land.map((ring) => ring.map(([lon, lat]) => unitsOf(frame, { lat, lon })));
  const isSea = (spot: Spot) => !shores.some((ring) => isWithinRing(spot, ring));
  const { width, height } = SEA_LABEL;
  for (let y = 22; y < MAP_HEIGHT - 30; y += 8) {
    for (const x of [MAP_WIDTH / 2, MAP_WIDTH / 4, (3 * MAP_WIDTH) / 4, 40, MAP_WIDTH - 40]) {
      const box = boxAround({ x, y }, SEA_LABEL);
      const corners = [0, 0.5, 1].flatMap((part) =>
        [0, 1].map((down) => ({ x: box.x + part * width, y: box.y + down * height })),
      );
      if (isFree(box) && corners.every(isSea)) return { x, y };
    }
  }
  return undefined;
}

/** Not rounded, unlike `project`: shores do not tell where people are. */
export function unitsOf(frame: MapFrame, geo: Geo): Spot {
  const { x, y } = mercator(geo);
  return { x: (x - frame.left) / frame.perUnit, y: (y - frame.top) / frame.perUnit };
}

/** Even-odd rule. */
function isWithinRing({ x, y }: Spot, ring: readonly Spot[]): boolean {
  const crossings = ring.slice(1).filter((to, i) => {
    const from = ring[i] ?? to;
    return from.y > y !== to.y > y && x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x);
  });
  return crossings.length % 2 === 1;
}
