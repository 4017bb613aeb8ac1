import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem, Problems } from '../../../../src/pipeline/problems.ts';
import { noteFileOf, STREET_MAP, streetMap } from '../../../../src/pipeline/streets/street-map.ts';
import { BOX, drawTown, mapOf, scratchFile } from './town.ts';

const made = await mapOf(drawTown(), { timestamp: Date.UTC(2026, 10, 20) / 1000 });
const NOTE = readFileSync(noteFileOf(made.out), 'utf8');

/** A content folder with these files as its street map; `undefined` leaves one out. */
function read(tiles: Uint8Array | undefined, note: string | undefined) {
  const folder = join(scratchFile('guide'), 'content');
  const file = join(folder, STREET_MAP);
  mkdirSync(join(folder, 'map'), { recursive: true });
  if (tiles) writeFileSync(file, tiles);
  if (note !== undefined) writeFileSync(noteFileOf(file), note);
  const problems = new Problems();
  return { file, map: streetMap(folder, problems), told: problems.sorted().map(formatProblem), failed: problems.failed };
}

test('a guide has the street map that was made for it', () => {
  const { file, map, told } = read(made.bytes, NOTE);
  expect(map).toEqual({ file, bytes: made.bytes.length, date: '2026-11-20', bbox: BOX, maxzoom: 13 });
  expect(told).toEqual([]);
});

test('a guide without one is no problem', () => {
  expect(read(undefined, undefined)).toMatchObject({ map: undefined, told: [] });
  expect(read(undefined, NOTE)).toMatchObject({ map: undefined, told: [] });
});

test.each([
  ['another kind of file', Buffer.from('PK\x03\x04 something else'), NOTE, 'This is no PMTiles file of version 3.'],
  ['an older version', Buffer.from('PMTiles\x02'), NOTE, 'This is no PMTiles file of version 3.'],
  ['an empty file', Buffer.from(''), NOTE, 'This is no PMTiles file of version 3.'],
  ['half a file', made.bytes.subarray(0, 1000), NOTE, `The file has 1000 bytes, its note says ${made.bytes.length}.`],
  ['no note', made.bytes, undefined, 'There is no whole note of its source, date and licence beside it.'],
  ['a broken note', made.bytes, '{', 'There is no whole note of its source, date and licence beside it.'],
  [
    'a note of another licence',
    made.bytes,
    NOTE.replace('ODbL', 'MIT'),
    'There is no whole note of its source, date and licence beside it.',
  ],
])('%s is no street map; the editor is told, and the guide goes on without', (_, tiles, note, told) => {
  const { map, told: problems, failed } = read(tiles, note);
  expect(map).toBeUndefined();
  expect(problems).toEqual([
    `content/map/streets.pmtiles:1:1 warning ${told} The guide has no street map until it is made again with "npm run map:streets".`,
  ]);
  expect(failed).toBe(false);
});
