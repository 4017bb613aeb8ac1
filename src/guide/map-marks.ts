/** The marks of places on a static map: numbered as in the list below it, gathered where they would hide one another. */
import { MAP_HEIGHT, type MapFrame, project, type Spot } from './map-frame.ts';
import type { PlaceOnMap } from './map-places.ts';

/** Height of a mark with its outline, in the map's units; what is nearer than that becomes one mark. */
export const MARK_SIZE = 24;

/** One or more exact places. */
export interface Mark extends Spot {
  /** Numbers of its places, one after the other. */
  from: number;
  to: number;
}

/** A place that is told by a circle only; `x` and `y` are its middle. */
export interface Area extends Spot {
  /** Units. */
  radius: number;
  number: number;
  /** Where the number stands: in the circle, but beside all marks. */
  at: Spot;
}

export interface Marks {
  marks: Mark[];
  areas: Area[];
  /** Number of each place by the id of its service. */
  numbers: ReadonlyMap<string, number>;
}

interface Group extends Spot {
  ids: string[];
  isArea: boolean;
  radius: number;
}

/** Numbers the places from west to east, so that those of one mark follow one another. */
export function marksOf(places: readonly PlaceOnMap[], frame: MapFrame): Marks {
  const groups = places.map((place): Group => {
    const isArea = place.precision !== 'exact';
    return { ids: [place.id], ...project(frame, place), isArea, radius: Math.round(place.radius / frame.metres) };
  });
  const all = [...gather(groups.filter(({ isArea }) => !isArea)), ...groups.filter(({ isArea }) => isArea)].sort(
    (a, b) => a.x - b.x || a.y - b.y,
  );
  const ids = all.flatMap((group) => group.ids);
  const numberOf = (id: string | undefined) => ids.indexOf(id ?? '') + 1;
  const marks = all
    .filter(({ isArea }) => !isArea)
    .map(({ x, y, ids: own }) => ({ x, y, from: numberOf(own[0]), to: numberOf(own.at(-1)) }));
  const areas = all
    .filter(({ isArea }) => isArea)
    .map(({ x, y, radius, ids: own }) => ({ x, y, radius, number: numberOf(own[0]), at: besides({ x, y }, radius, marks) }));
  return { marks, areas, numbers: new Map(ids.map((id) => [id, numberOf(id)])) };
}

/** Joins the two nearest until none are too near; a joined mark stands between its places. */
function gather(groups: readonly Group[]): Group[] {
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b, gap: gapBetween(a, b) })));
  const nearest = pairs.sort((one, other) => one.gap - other.gap)[0];
  if (!nearest || nearest.gap >= 0) return [...groups];
  const { a, b } = nearest;
  return gather([...groups.filter((group) => group !== a && group !== b), join(a, b)]);
}

/** Units between the outlines of two marks; a mark with more than one number is wider. */
function gapBetween(a: Group, b: Group): number {
  const across = Math.abs(a.x - b.x) - (widthOf(a.ids.length) + widthOf(b.ids.length)) / 2;
  const down = Math.abs(a.y - b.y) - MARK_SIZE;
  return Math.max(across, down);
}

/** Units that a mark of so many places is wide. */
export const widthOf = (places: number) => (places === 1 ? MARK_SIZE : MARK_SIZE + 16);

function join(a: Group, b: Group): Group {
  const [one, other] = [a.ids.length, b.ids.length];
  const between = (key: 'x' | 'y') => Math.round((a[key] * one + b[key] * other) / (one + other));
  return { ...a, ids: [...a.ids, ...b.ids], x: between('x'), y: between('y') };
}

/** In the middle of its circle, or as near to it as no mark stands: at the latest on its edge. */
function besides({ x, y }: Spot, radius: number, marks: readonly Mark[]): Spot {
  const steps = [0, radius - MARK_SIZE / 2, radius].map((step) => Math.max(0, Math.round(step)));
  const spots = steps.flatMap((step) =>
    [0, step, -step].flatMap((down) => [0, step, -step].map((across) => ({ x: x + across, y: y + down }))),
  );
  const isFree = (spot: Spot) =>
    spot.y > MARK_SIZE / 2 &&
    spot.y < MAP_HEIGHT - MARK_SIZE / 2 &&
    marks.every((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y) >= MARK_SIZE);
  return spots.find(isFree) ?? { x, y };
}
