import { expect, it } from 'vitest';
import { leafletLists } from '../../../src/guide/leaflet-lists.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const guide = (await readGuide({ content: 'content', locales: 'locales', made: MADE })).guide as Guide;

it.each(guide.towns.map(({ id }) => id))('a leaflet of %s tells or counts every service of every need', (town) => {
  for (const { need, shown, named, more } of leafletLists(guide, town)) {
    const all = guide.services.filter(({ needs, towns }) => needs.includes(need.id) && towns.includes(town));
    expect(shown.length + named.length + more).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining([...shown, ...named]));
  }
});

it('tells a service once, under its main need', () => {
  const told = leafletLists(guide, 'calais').flatMap(({ shown, need }) => shown.map((service) => [service, need.id] as const));
  expect(new Set(told.map(([{ id }]) => id)).size).toBe(told.length);
  expect(told.filter(([{ needs }, need]) => needs[0] !== need)).toEqual([]);
});

it('leaves out a need that nobody in the town helps with', () => {
  const alone = { ...guide, services: guide.services.filter(({ needs }) => needs[0] === 'food') };
  expect(leafletLists(alone, 'calais').map(({ need }) => need.id)).toContain('food');
  expect(leafletLists(alone, 'calais').map(({ need }) => need.id)).not.toContain('things');
});
