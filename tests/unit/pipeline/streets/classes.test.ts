import { expect, test } from 'vitest';
import { areaOf, lineOf, pointOf } from '../../../../src/pipeline/streets/classes.ts';

test('roads, railways and waters are told apart by class and by the zoom from which they are seen', () => {
  expect(lineOf({ highway: 'trunk', ref: 'N 1', name: 'Rocade' })).toEqual({
    layer: 'road',
    from: 8,
    properties: { class: 'main', name: 'Rocade', ref: 'N 1' },
  });
  expect(lineOf({ railway: 'rail' })).toMatchObject({ layer: 'rail', from: 9 });
  expect(lineOf({ railway: 'rail', service: 'siding' })).toMatchObject({ from: 13, properties: { class: 'yard' } });
  expect(lineOf({ waterway: 'ditch' })).toMatchObject({ layer: 'waterway', from: 14 });
  expect(lineOf({ power: 'line' })).toBeUndefined();
});

test('a path where a railway was, and a street with a tram in it, are ways to walk', () => {
  expect(lineOf({ highway: 'cycleway', railway: 'abandoned' })?.properties.class).toBe('path');
  expect(lineOf({ highway: 'residential', railway: 'tram' })?.properties.class).toBe('street');
});

test.each([
  [{ railway: 'rail', tunnel: 'yes' }],
  [{ waterway: 'ditch', tunnel: 'culvert' }],
  [{ railway: 'disused' }],
  [{ highway: 'path', informal: 'yes' }],
  [{ highway: 'service', access: 'private' }],
  [{ highway: 'proposed' }],
  [{ route: 'ferry' }],
])('no line is drawn for %j', (tags) => {
  expect(lineOf(tags)).toBeUndefined();
});

test('a closed drive that people may walk is drawn, and so is a street that is closed to cars', () => {
  expect(lineOf({ highway: 'service', access: 'private', foot: 'yes' })).toBeDefined();
  expect(lineOf({ highway: 'residential', access: 'private' })).toBeDefined();
});

test('only taps and toilets that a town has for everybody are points', () => {
  expect(pointOf({ amenity: 'drinking_water' })?.properties).toEqual({ class: 'drinking-water' });
  expect(pointOf({ amenity: 'toilets', access: 'yes' })?.properties).toEqual({ class: 'toilets' });
});

test.each([
  [{ amenity: 'drinking_water', operator: 'Refugee Aid' }],
  [{ amenity: 'drinking_water', 'social_facility:for': 'migrant' }],
  [{ amenity: 'drinking_water', man_made: 'water_tank' }],
  [{ amenity: 'drinking_water', 'operator:type': 'ngo' }],
  [{ amenity: 'drinking_water', access: 'private' }],
  [{ amenity: 'toilets', description: 'temporary, for the camp' }],
  [{ amenity: 'toilets', access: 'customers' }],
  [{ amenity: 'water_point' }],
  [{ amenity: 'refugee_site', name: 'Somewhere' }],
  [{ amenity: 'social_facility', name: 'Somewhere' }],
  [{ place: 'locality', name: 'Somewhere' }],
])('no point is told for %j', (tags) => {
  expect(pointOf(tags)).toBeUndefined();
});

test('a name loses what nobody sees and what would turn the text around it, and its end when it is endless', () => {
  expect(pointOf({ place: 'town', name: ' Cal\u202eais\u0000 ' })?.properties.name).toBe('Calais');
  expect(areaOf({ leisure: 'park', name: 'x'.repeat(500) })?.properties.name).toHaveLength(80);
  expect(pointOf({ place: 'town', name: '\u202e' })).toBeUndefined();
});
