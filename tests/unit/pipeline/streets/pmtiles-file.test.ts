import { gzipSync } from 'node:zlib';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import { expect, test } from 'vitest';
import { writePmtiles } from '../../../../src/pipeline/streets/pmtiles-file.ts';
import { BOX, fileOf, openMap } from './town.ts';

const write = (tiles: { id: number; bytes: Uint8Array }[]) =>
  fileOf(writePmtiles({ tiles, box: BOX, minZoom: 8, maxZoom: 13, metadata: {} }), 'tiles.pmtiles');

/** The same numbers at every run (Park and Miller's generator). */
function randomNumbers() {
  let number = 1;
  return () => {
    number = (number * 48_271) % 2_147_483_647;
    return number;
  };
}

/** The reader does not look into a tile, so words will do. */
const tileOf = (words: string) => gzipSync(words);

test('equal tiles are stored once, and in a row they are one entry', async () => {
  const [sea, land] = [tileOf('sea'), tileOf('land')];
  const { header } = await openMap(
    write([
      { id: 100, bytes: sea },
      { id: 101, bytes: sea },
      { id: 102, bytes: land },
      { id: 103, bytes: sea },
    ]),
  );
  expect(header).toMatchObject({
    numAddressedTiles: 4,
    numTileEntries: 3,
    numTileContents: 2,
    tileDataLength: sea.length + land.length,
  });
});

test('more tiles than one directory holds are spread over several, and the reader finds each', async () => {
  const random = randomNumbers();
  let id = zxyToTileId(13, 0, 0);
  const tiles = Array.from({ length: 20_000 }, (_, index) => {
    id += 1 + (random() % 251);
    const letters = Array.from({ length: random() % 60 }, () => (random() % 36).toString(36)).join('');
    return { id, bytes: tileOf(`${index}-${letters}`) };
  });
  const map = await openMap(write(tiles));
  expect(map.header.leafDirectoryLength).toBeGreaterThan(0);
  expect(map.header.numTileEntries).toBe(20_000);
  for (const index of [0, 4095, 4096, 13_000, 19_999]) {
    const tile = await map.archive.getZxy(...tileIdToZxy(tiles[index]?.id ?? 0));
    expect(new TextDecoder().decode(tile?.data)).toMatch(new RegExp(`^${index}-`));
  }
});
