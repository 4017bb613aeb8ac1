import { describe, expect, it } from 'vitest';
import { MAP_HEIGHT, MAP_WIDTH, project } from '../../../src/guide/map-frame.ts';
import { mapLayouts, WHOLE_COAST } from '../../../src/guide/map-layout.ts';
import { MARK_SIZE, marksOf } from '../../../src/guide/map-marks.ts';
import { placesOnMap } from '../../../src/guide/map-places.ts';
import { RESERVED_PARTS } from '../../../src/guide/routes.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const { guide } = await readGuide({ content: 'content', locales: 'locales', made: MADE });
if (!guide) throw new Error('The guide cannot be read.');
const layouts = mapLayouts(guide) ?? {};

it('there is one map for each town and one of the whole coast, which no town can be called', () => {
  expect(Object.keys(layouts)).toEqual([WHOLE_COAST, ...guide.towns.map(({ id }) => id)]);
  expect(RESERVED_PARTS).toContain(WHOLE_COAST);
});

it('a guide without a base map has no maps', () => {
  const { map: _, ...without } = guide;
  expect(mapLayouts(without)).toBeUndefined();
});

describe.each(Object.entries(layouts))('the map of %s', (name, { frame, towns, names, sea }) => {
  it('shows at least 10 km: the base map is no finer', () => expect(frame.metres * MAP_WIDTH).toBeGreaterThanOrEqual(10_000));

  it('names its towns once, and finds the sea', () => {
    expect(Object.keys(towns)).toEqual(name === WHOLE_COAST ? guide.towns.map(({ id }) => id) : [name]);
    const all = names.map((other) => other.name);
    expect(new Set(all).size).toBe(all.length);
    expect(guide.towns.filter(({ id, french }) => towns[id] && all.includes(french))).toEqual([]);
    expect(sea).toBeDefined();
  });

  it('has every name on it, and none over another', () => {
    const wide = (text: string) => text.length * 6;
    const boxes = [
      ...names.map(({ name: other, label }) => ({ ...label, width: wide(other), height: 12 })),
      ...Object.values(towns).map(({ label }) => ({ ...label, width: 80, height: 30 })),
    ];
    for (const [i, a] of boxes.entries()) {
      expect(Math.abs(a.x - MAP_WIDTH / 2) + a.width / 2).toBeLessThanOrEqual(MAP_WIDTH / 2);
      expect(Math.abs(a.y - MAP_HEIGHT / 2) + a.height / 2).toBeLessThanOrEqual(MAP_HEIGHT / 2);
      for (const b of boxes.slice(i + 1)) {
        const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2;
        expect(apart, JSON.stringify([a, b])).toBe(true);
      }
    }
  });
});

it.each(guide.towns)('on the map of $id no mark stands over a name', (town) => {
  const layout = layouts[town.id];
  if (!layout) throw new Error('no map');
  const { marks } = marksOf(placesOnMap(guide, town, 'en'), layout.frame);
  for (const { x, y, from, to } of marks.filter((mark) => mark.from === mark.to)) {
    for (const { name, label } of layout.names) {
      const across = Math.abs(label.x - x) - (name.length * 6 + MARK_SIZE) / 2;
      expect(Math.max(across, Math.abs(label.y - y) - (12 + MARK_SIZE) / 2), `${from}–${to} over ${name}`).toBeGreaterThan(-2);
    }
  }
});

it('towns of the base map lie where the guide has them', () => {
  for (const town of guide.towns) {
    const found = guide.map?.places.find(({ name }) => name === town.french);
    expect(found, town.french).toBeDefined();
    const layout = layouts[town.id];
    if (found && layout) expect(layout.towns[town.id]?.dot).toEqual(project(layout.frame, found.geo));
  }
});
