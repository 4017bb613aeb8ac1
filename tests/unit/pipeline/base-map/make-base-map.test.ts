import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BaseMap, baseMapText, makeBaseMap } from '../../../../src/pipeline/base-map/make-base-map.ts';
import { INSTALL, MAP_PACKAGES } from '../../../../src/pipeline/base-map/map-packages.ts';
import type { Point, Ring } from '../../../../src/pipeline/base-map/rings.ts';
import { brotliBytes } from '../../../../src/pipeline/site-weight.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const text = readFileSync(join(ROOT, 'content/map/base.geojson'), 'utf8');
const map = JSON.parse(text) as BaseMap;
const of = (k: string) => map.features.filter(({ properties }) => properties.k === k);

describe('the base map of the guide', () => {
  it('weighs at most 6 KB on the line', () => expect(brotliBytes(text)).toBeLessThanOrEqual(6 * 1024));

  it('is written as the command writes it', () => expect(text).toBe(baseMapText(map)));

  it('has land, the border and both towns, and nothing of which no source can be named', () => {
    expect(new Set(map.features.map(({ properties }) => properties.k))).toEqual(new Set(['land', 'border', 'place']));
    const names = of('place').map(({ properties }) => 'n' in properties && properties.n);
    expect(names).toEqual(expect.arrayContaining(['Calais', 'Dunkerque', 'Grande-Synthe', 'Loon-Plage']));
  });

  it('tells nothing finer than five decimals', () => expect(text).not.toMatch(/\d\.\d{6}/));

  it('has Calais and Dunkirk on land and the strait at sea', () => {
    const land = of('land').flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : []));
    const onLand = (point: Point) => land.some((ring) => isWithinRing(point, ring));
    expect(onLand([1.856, 50.948])).toBe(true);
    expect(onLand([2.377, 51.025])).toBe(true);
    expect(onLand([1.8, 51.05])).toBe(false);
  });

  it('has closed rings', () => {
    for (const { geometry } of of('land')) {
      const [ring = []] = geometry.type === 'Polygon' ? geometry.coordinates : [];
      expect(ring.at(0)).toEqual(ring.at(-1));
    }
  });

  it('says in its README what it was made of', () => {
    const readme = readFileSync(join(ROOT, 'content/map/README.md'), 'utf8');
    for (const [name, version] of Object.entries(MAP_PACKAGES)) expect(readme).toContain(`\`${name}\` ${version}`);
    expect(readme).toContain(INSTALL);
  });
});

/** Even-odd rule. */
function isWithinRing([lon, lat]: Point, ring: Ring): boolean {
  const crossings = ring.slice(1).filter(([toLon, toLat], i) => {
    const [fromLon, fromLat] = ring[i] as Point;
    return fromLat > lat !== toLat > lat && lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon);
  });
  return crossings.length % 2 === 1;
}

describe('making it', () => {
  const [west, middle, east]: Ring[] = [
    [
      [2, 51],
      [2.2, 51],
      [2.2, 51.1],
      [2, 51.1],
      [2, 51],
    ],
    [
      [2.2, 51],
      [2.4, 51],
      [2.4, 51.1],
      [2.2, 51.1],
      [2.2, 51],
    ],
    [
      [5, 51],
      [5.2, 51],
      [5.2, 51.1],
      [5, 51.1],
      [5, 51],
    ],
  ];
  const city = (name: string, population: number, lon: number) => ({
    name,
    population,
    loc: { coordinates: [lon, 51] as const },
  });
  const made = makeBaseMap({ FRA: [west as Ring, east as Ring], BEL: [middle as Ring] }, [
    city('Small', 1200, 2.123456),
    city('Big', 70_000, 2.1),
    city('Far', 70_000, 9),
  ]);

  it('joins the countries and leaves out what is far away', () => {
    expect(made.features.map(({ properties }) => properties)).toEqual([
      { k: 'land' },
      { k: 'border' },
      { k: 'place', n: 'Big', r: 0 },
      { k: 'place', n: 'Small', r: 3 },
    ]);
  });

  it('rounds where a place is', () => expect(made.features.at(-1)?.geometry.coordinates).toEqual([2.1235, 51]));
});

describe('the command', () => {
  /** Runs it with the packages of a folder, and answers with what it says when it fails. */
  function fail(packages: string): string {
    try {
      execFileSync('npx', ['tsx', 'src/cli/map-base.ts', '--packages', packages, '--out', join(packages, 'base.geojson')], {
        cwd: ROOT,
        stdio: 'pipe',
      });
    } catch (problem) {
      return String((problem as { stderr: Buffer }).stderr);
    }
    return 'it did not fail';
  }

  it('says which packages it lacks and how to get them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'map-'));
    expect(fail(folder)).toContain(`@geo-maps/countries-coastline-1m 0.6.0 is not installed. Run: ${INSTALL}`);
    const other = join(folder, 'node_modules/@geo-maps/countries-coastline-1m');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'package.json'), '{"version":"0.5.0"}');
    expect(fail(folder)).toContain('is there in version 0.5.0; the map is made from 0.6.0');
    rmSync(folder, { recursive: true });
  });
});
