/**
 * The one picture behind all static maps, with a part for each: land, borders, names of towns around, scale and north.
 * Pages draw a part with `<use>`, so that it takes the page's own colours, and a phone keeps the picture once.
 */
import {
  MAP_HEIGHT,
  MAP_WIDTH,
  type MapFrame,
  mercator,
  SHORE_STEP,
  type Spot,
  scaleBar,
  shoreTransform,
} from '../../guide/map-frame.ts';
import { type MapLayout, mapLayouts, WHOLE_COAST } from '../../guide/map-layout.ts';
import type { BaseMap, Guide, MapLine } from '../../guide/types.ts';
import { type Box, clipRing, type Line, type Point } from './rings.ts';

/** SVG with a part by the name of each layout; `undefined` without a base map. */
export function coastPicture(guide: Guide): string | undefined {
  const layouts = mapLayouts(guide);
  const whole = layouts?.[WHOLE_COAST];
  if (!guide.map || !layouts || !whole) return undefined;
  const shore = shores(guide.map, whole.frame, Object.values(layouts));
  const parts = Object.entries(layouts).map(([name, layout]) => {
    const ground = `<g transform="${shoreTransform(whole.frame, layout.frame)}">${shore}</g>`;
    return `<g id="${name}">${ground}${writing(layout)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${parts.join('')}</svg>`;
}

/**
 * Lines in whole steps from the corner of the map of the whole coast. Each map has them anew: compressed they weigh nothing,
 * and a part that draws another part is more than some browsers can do. Land has the colour that the page gives to `<use>`.
 */
function shores({ land, borders }: BaseMap, { left, top }: MapFrame, layouts: readonly MapLayout[]): string {
  const inSteps = (line: MapLine): Line =>
    line.map(([lon, lat]) => {
      const { x, y } = mercator({ lon, lat });
      return [(x - left) / SHORE_STEP, (y - top) / SHORE_STEP];
    });
  const seen = boxAround(layouts, left, top);
  const rings = land.map((ring) => clipRing(inSteps(ring), seen)).filter(({ length }) => length > 3);
  const lines = borders.flatMap((line) => runsWithin(inSteps(line), seen));
  return `<path d="${rings.map(path).join('')}" ${THIN}/><path d="${lines.map(path).join('')}" fill="none" stroke-dasharray="5 4" ${THIN}/>`;
}

/** The pieces of a line that have both ends in a box, or one. */
function runsWithin(line: Line, { west, south, east, north }: Box): Line[] {
  const isIn = ([x, y]: Point) => x > west && x < east && y > south && y < north;
  const runs: Point[][] = [];
  line.slice(1).forEach((to, i) => {
    const from = line[i] as Point;
    if (!isIn(from) && !isIn(to)) return;
    const run = runs.at(-1);
    if (run?.at(-1) === from) run.push(to);
    else runs.push([from, to]);
  });
  return runs;
}

const THIN = 'stroke="currentColor" stroke-opacity=".7" vector-effect="non-scaling-stroke"';

/** All maps with some room around, so that no edge of what is cut off is seen. In steps; south is what `Box` calls the smaller. */
function boxAround(layouts: readonly MapLayout[], left: number, top: number): Box {
  const steps = (metres: number) => Math.round(metres / SHORE_STEP);
  const room = 20;
  return {
    west: Math.min(...layouts.map(({ frame }) => steps(frame.left - left))) - room,
    south: Math.min(...layouts.map(({ frame }) => steps(frame.top - top))) - room,
    east: Math.max(...layouts.map(({ frame }) => steps(frame.left + MAP_WIDTH * frame.perUnit - left))) + room,
    north: Math.max(...layouts.map(({ frame }) => steps(frame.top + MAP_HEIGHT * frame.perUnit - top))) + room,
  };
}

/** @example path([[1, 2], [4, 1], [4.1, 1], [9, 9]]) -> 'M1 2l3-1 5 8' */
export function path(points: Line): string {
  const whole = points.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const [first = [0, 0]] = whole;
  const moves = whole.slice(1).map(([x, y], i) => [x - (whole[i]?.[0] ?? x), y - (whole[i]?.[1] ?? y)]);
  const lines = moves.filter(([x, y]) => x || y).map(([x, y]) => `${x} ${y}`);
  return `M${first.join(' ')}l${lines.join(' ')}`.replaceAll(' -', '-');
}

/** The edge of letters and dots has the colour that the page gives to the edge of `<use>`. */
function writing({ frame, names, towns }: MapLayout): string {
  const dots = [...Object.values(towns).map(({ dot }) => circle(dot, 3)), ...names.map(({ dot }) => circle(dot, 2))];
  const texts = names.map(({ name, label }) => `<text x="${label.x}" y="${label.y + BASELINE}">${escapeXml(name)}</text>`);
  return `<g fill="currentColor" text-anchor="middle" stroke-width="3" paint-order="stroke">${[...dots, ...texts].join('')}${scale(frame)}${NORTH}</g>`;
}

/** Letters stand on a line below their middle. */
const BASELINE = 4;

const circle = ({ x, y }: Spot, radius: number) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`;

/** A bar with its length, below on the left. */
function scale(frame: MapFrame): string {
  const length = scaleBar(frame);
  const units = Math.round(length / frame.metres);
  const words = length < 1000 ? `${length} m` : `${length / 1000} km`;
  return `<path d="M10 ${MAP_HEIGHT - 8}v-3h${units}v3" fill="none" stroke="currentColor" stroke-width="2"/><text x="${10 + units / 2}" y="${MAP_HEIGHT - 14}">${words}</text>`;
}

const NORTH = `<path d="M${MAP_WIDTH - 12} 6l5 14-5-4-5 4z"/><text x="${MAP_WIDTH - 12}" y="31">N</text>`;

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
