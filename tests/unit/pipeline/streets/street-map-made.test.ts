import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { STREET_LAYERS, type StreetLayer } from '../../../../src/guide/street-layers.ts';
import { noteFileOf } from '../../../../src/pipeline/streets/street-map.ts';
import { BOX, classOf, drawTown, mapOf, wordsIn } from './town.ts';

const town = await mapOf(drawTown(), { timestamp: Date.UTC(2026, 10, 20, 21) / 1000 });

test('the official reader opens the file and finds the box, the zooms and the kind of its tiles', () => {
  const { west, south, east, north } = BOX;
  expect(town.header).toMatchObject({
    ...{ specVersion: 3, minZoom: 8, maxZoom: 13, clustered: true, tileType: 1, tileCompression: 2, internalCompression: 2 },
    ...{ minLon: west, minLat: south, maxLon: east, maxLat: north },
  });
  expect(town.header.centerLon).toBeCloseTo((west + east) / 2);
  expect(town.header.centerLat).toBeCloseTo((south + north) / 2);
});

test('every tile of the box is there and no other', async () => {
  expect(await town.tileList(8)).toEqual(['8/129/85']);
  expect(await town.tileList(11)).toEqual(['11/1034/685', '11/1034/686']);
  const all = [];
  for (let zoom = 8; zoom <= 13; zoom++) all.push(...(await town.tileList(zoom)));
  expect(town.header.numAddressedTiles).toBe(all.length);
  expect(town.tiles).toBe(all.length);
});

test('the file tells other maps its layers, its licence and the day of the data', () => {
  const { vector_layers, ...told } = town.metadata as { vector_layers: { id: string }[] };
  expect(vector_layers.map(({ id }) => id)).toEqual(Object.keys(STREET_LAYERS));
  expect(told).toMatchObject({ attribution: '© OpenStreetMap contributors', license: 'ODbL-1.0', date: '2026-11-20' });
});

test('source, day, box, size and licence stand beside the tiles', () => {
  expect(JSON.parse(readFileSync(noteFileOf(town.out), 'utf8'))).toEqual({
    source: 'town.osm.pbf',
    date: '2026-11-20',
    bbox: [BOX.west, BOX.south, BOX.east, BOX.north],
    maxzoom: 13,
    bytes: town.bytes.length,
    licence: 'ODbL-1.0',
    attribution: '© OpenStreetMap contributors',
  });
});

test('the same extract always gives the same bytes, and nothing is left beside them', async () => {
  const again = await mapOf(drawTown(), { timestamp: Date.UTC(2026, 10, 20, 21) / 1000 });
  expect(again.bytes.equals(town.bytes)).toBe(true);
  expect(readdirSync(dirname(again.out)).filter((name) => name.includes('making'))).toEqual([]);
});

test.each([
  ['nodes one by one', { plainNodes: true }],
  ['blobs that are not packed', { packing: 'none' as const }],
])('%s give the same tiles', async (_, options) => {
  const other = await mapOf(drawTown(), { timestamp: Date.UTC(2026, 10, 20, 21) / 1000, ...options });
  expect(other.bytes.equals(town.bytes)).toBe(true);
});

test('every class that is drawn is one that the map knows', async () => {
  for (let zoom = 8; zoom <= 13; zoom++)
    for (const layer of Object.keys(STREET_LAYERS) as StreetLayer[]) {
      const known: readonly string[] = STREET_LAYERS[layer].classes;
      const drawn = (await town.featuresAt([1.85, 50.94], layer, zoom)).map(classOf);
      expect(drawn.filter((name) => !known.includes(name))).toEqual([]);
    }
});

test('roads have their class, name and number', async () => {
  const roads = await town.featuresAt([1.845, 50.94], 'road');
  const streets = roads.filter((road) => classOf(road) === 'street');
  expect(streets.map(({ properties }) => properties)).toEqual([{ class: 'street', name: 'Rue des Essais' }]);
  const further = await town.featuresAt([1.851, 50.94], 'road');
  expect(further.map(({ properties }) => properties)).toContainEqual({ class: 'main', ref: 'D 9' });
  expect(roads.map(classOf)).toContain('path');
});

test('a street in two ways that run against each other is one line, so that its name has room', async () => {
  const street = (await town.featuresAt([1.845, 50.94], 'road')).find(({ properties }) => properties.name === 'Rue des Essais');
  expect(street?.geometry.type).toBe('LineString');
});

test('further out there are only long roads and their numbers', async () => {
  const roads = await town.featuresAt([1.85, 50.94], 'road', 9);
  expect(roads.map(({ properties }) => properties)).toEqual([
    { class: 'motorway', ref: 'A 99' },
    { class: 'main', ref: 'D 9' },
  ]);
});

test('railways, waterways, homes, woods and places are there', async () => {
  expect((await town.featuresAt([1.85, 50.93], 'rail')).map(classOf)).toEqual(['rail']);
  expect((await town.featuresAt([1.812, 50.92], 'waterway')).map(({ properties }) => properties.name)).toEqual([
    'Canal des Essais',
  ]);
  expect(await town.areasAt([1.84, 50.93], 'built')).toEqual(['homes']);
  const places = await town.featuresAt([1.85, 50.945], 'place', 8);
  expect(places.map(({ properties }) => properties)).toEqual([{ class: 'town', name: 'Essai-sur-Mer' }]);
});

test('places to go to are points, also where they are drawn as buildings', async () => {
  const points = await town.featuresAt([1.852, 50.941], 'point');
  expect(points.map(({ properties }) => [properties.class, properties.name])).toEqual([
    ['pharmacy', 'Pharmacie des Essais'],
    ['bus-stop', 'Mairie'],
    ['toilets', undefined],
    ['drinking-water', undefined],
  ]);
  expect((await town.featuresAt([1.851, 50.9301], 'point', 11)).map(classOf)).toEqual(['station']);
});

test('what may lead to people or into danger is in no tile: aid water points, trodden and closed ways, railways underground', async () => {
  for (const name of await town.tileList(13)) {
    const [z = 0, x = 0, y = 0] = name.split('/').map(Number);
    expect(wordsIn(await town.tile(z, x, y))).not.toMatch(/Hidden|Refugee/);
  }
  expect((await town.featuresAt([1.81, 50.945], 'rail')).map(classOf)).toEqual([]);
});

test('an area of several ways is whole, with its hole', async () => {
  expect(await town.areasAt([1.862, 50.952], 'water')).toEqual(['lake']);
  expect(await town.areasAt([1.865, 50.955], 'water')).toEqual([]);
  expect(await town.areasAt([1.859, 50.952], 'water')).toEqual([]);
});

test('a wood that reaches beyond the box keeps its shape up to the edge', async () => {
  expect(await town.areasAt([1.8999, 50.96], 'green')).toEqual(['wood']);
  expect(await town.areasAt([1.8801, 50.9301], 'green')).toEqual(['wood']);
  expect(await town.areasAt([1.879, 50.96], 'green')).toEqual([]);
});

test('a smaller last zoom still shows everything', async () => {
  const small = await mapOf(drawTown(), { maxZoom: 11 });
  expect(small.header.maxZoom).toBe(11);
  const roads = await small.featuresAt([1.845, 50.94], 'road', 11);
  expect(roads.map(classOf).sort()).toEqual(['main', 'motorway', 'path', 'street']);
});

test('a street map is not dated when the extract is not, and says so', async () => {
  const undated = await mapOf(drawTown());
  expect(undated.provenance).not.toHaveProperty('date');
  expect(undated.remarks).toEqual(['The extract does not say of which day it is, so the map cannot say it either.']);
});
