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
  const numbers = new Map(ids.map((id, index) => [id, index + 1]));
  const numberOf = (id: string | undefined) => numbers.get(id ?? '') ?? 0;
  const marks = all
    .filter(({ isArea }) => !isArea)
    .map(({ x, y, ids: own }) => ({ x, y, from: numberOf(own[0]), to: numberOf(own.at(-1)) }));
  const areas = all
    .filter(({ isArea }) => isArea)
    .map(({ x, y, radius, ids: own }) => ({ x, y, radius, number: numberOf(own[0]), at: besides({ x, y }, radius, marks) }));
  return { marks, areas, numbers };
}

/**
 * Joins the two nearest until none are too near; a joined mark stands between its places.
 * Each mark remembers the nearest of those after it, so that a thousand places take a thousand times a look at all and not a million.
 */
function gather(groups: readonly Group[]): Group[] {
  const marks = groups.map((group): Remembered => ({ group, gap: Number.POSITIVE_INFINITY, nearest: undefined }));
  for (const [place, mark] of marks.entries()) lookFrom(mark, marks, place + 1);
  for (;;) {
    const mark = marks.reduce<Remembered | undefined>((best, one) => (best && best.gap <= one.gap ? best : one), undefined);
    if (!mark?.nearest || mark.gap >= 0) return marks.map(({ group }) => group);
    const gone = [mark, mark.nearest];
    const joined: Remembered = { group: join(mark.group, mark.nearest.group), gap: Number.POSITIVE_INFINITY, nearest: undefined };
    for (const one of gone) marks.splice(marks.indexOf(one), 1);
    marks.push(joined);
    for (const [place, one] of marks.entries()) {
      if (one.nearest && gone.includes(one.nearest)) lookFrom(one, marks, place + 1);
      else compare(one, joined);
    }
  }
}

/** A mark, and the nearest of those after it in the list. */
interface Remembered {
  group: Group;
  gap: number;
  nearest: Remembered | undefined;
}

function lookFrom(mark: Remembered, marks: readonly Remembered[], start: number): void {
  mark.gap = Number.POSITIVE_INFINITY;
  mark.nearest = undefined;
  for (let place = start; place < marks.length; place++) compare(mark, marks[place]);
}

/** Of two that are as near, the first. */
function compare(mark: Remembered, other: Remembered | undefined): void {
  if (!other || other === mark) return;
  const gap = gapBetween(mark.group, other.group);
  if (gap < mark.gap) Object.assign(mark, { gap, nearest: other });
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
