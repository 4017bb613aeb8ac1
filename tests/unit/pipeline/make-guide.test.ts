import { expect, test } from 'vitest';
import { plusCode } from '../../../src/pipeline/make-entries.ts';
import { readFixture, wholeFile } from './guide-fixtures.ts';

const topic = (order: number) => wholeFile('content/topics/sea.yaml').replace('order: 10', `order: ${order}`);
const words = wholeFile('content/en/topics/sea.md');

test('facts and words of a service come together', async () => {
  const { guide } = await readFixture(undefined);
  const hospital = guide?.services.find(({ id }) => id === 'hospital');
  expect(hospital).toMatchObject({
    organisation: { id: 'ch-calais', name: 'Centre Hospitalier de Calais' },
    phones: [{ number: '+33321463333', display: '03 21 46 33 33', use: 'call', switchboard: true }],
    hours: { kind: 'table', osm: 'Mo-Fr 09:00-17:00; PH off' },
  });
  expect(JSON.stringify(guide)).not.toContain('undefined');
});

test('what no source says is left open, not guessed', async () => {
  const { guide } = await readFixture(undefined);
  const night = guide?.services.find(({ id }) => id === 'night-place');
  expect(night).toMatchObject({ hours: { kind: 'unknown' }, phones: [], languages_spoken: [] });
  expect(night).not.toHaveProperty('free');
  expect(night).not.toHaveProperty('geo');
});

test('services stand in the order of their ids, topics in their own order', async () => {
  const { guide } = await readFixture(undefined, {
    'content/topics/zebra.yaml': topic(1),
    'content/en/topics/zebra.md': words,
    'content/topics/apple.yaml': topic(10),
    'content/en/topics/apple.md': words,
  });
  expect(guide?.services.map(({ id }) => id)).toEqual(['hospital', 'night-place']);
  expect(guide?.topics.map(({ id }) => id)).toEqual(['zebra', 'apple', 'sea']);
});

test('the newest check is told as exactly as its source', async () => {
  const { guide } = await readFixture(undefined);
  expect(guide?.newestCheck).toBe('2025-03-02');
});

test('the same sources give the same guide', async () => {
  const [one, two] = await Promise.all([readFixture(undefined), readFixture(undefined)]);
  expect(JSON.stringify(one.guide)).toBe(JSON.stringify(two.guide));
});

test('a guide may have no landmarks; those it has keep their order and nothing but what pages show', async () => {
  const landmark = (id: string) =>
    `- { id: ${id}, town: calais, kind: station, name: Gare, geo: { lat: 50.953466, lon: 1.850885 }, checked: { on: 2022, by: SNCF, how: published }, sources: [{ url: "https://example.org/", date: 2022 }] }\n`;
  const [without, with2] = await Promise.all([
    readFixture(undefined),
    readFixture(undefined, { 'content/landmarks.yaml': landmark('north') + landmark('east') }),
  ]);
  expect(without.guide?.landmarks).toEqual([]);
  expect(with2.guide?.landmarks.map(({ id }) => id)).toEqual(['north', 'east']);
  expect(Object.keys(with2.guide?.landmarks[0] ?? {})).toEqual(['id', 'town', 'kind', 'name', 'geo']);
});

test('an exact place has the code that the specification gives it, without what the town says', () => {
  // From the test data of the Open Location Code project: 7FG49QCJ+2V and 8FVC2222+22.
  expect(plusCode({ lat: 20.3700625, lon: 2.7821875 })).toBe('9QCJ+2V');
  expect(plusCode({ lat: 47.0000625, lon: 8.0000625 })).toBe('2222+22');
});
