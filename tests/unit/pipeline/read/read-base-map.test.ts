import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Problems } from '../../../../src/pipeline/problems.ts';
import { readBaseMap } from '../../../../src/pipeline/read/read-base-map.ts';

const content = mkdtempSync(join(tmpdir(), 'base-map-'));
mkdirSync(join(content, 'map'));
afterAll(() => rmSync(content, { recursive: true }));

it('does not mind a byte order mark before the base map', async () => {
  writeFileSync(join(content, 'map/base.geojson'), `\uFEFF${readFileSync('content/map/base.geojson', 'utf8')}`);
  expect(await readBaseMap(content, new Problems())).toEqual(await readBaseMap('content', new Problems()));
});
