/** Reads a finished build back before it is published: whole, right, and telling no place finer than allowed. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PackList, packListUrl } from '../guide/packs.ts';
import type { Guide } from '../guide/types.ts';
import { type FinePlace, finePlaces } from './fine-places.ts';
import { keptHashOf } from './hashes.ts';

/** Throws with every fault found; a fault here is ours, never an editor's. */
export async function lookOverBuild(folder: string, guide: Guide): Promise<void> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const faults = [
    ...(await Promise.all(files.map((file) => faultsOfFile(folder, file, guide)))).flat(),
    ...(await Promise.all(guide.languages.map(({ lang }) => faultsOfPacks(folder, lang)))).flat(),
    ...['sw.js', 'sw-kill.js', 'index.html', '404.html', '_headers']
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing`),
  ];
  if (faults.length > 0) throw new Error(`The build is not published:\n${faults.join('\n')}`);
}

async function faultsOfFile(folder: string, file: string, guide: Guide): Promise<string[]> {
  if (!/\.(html|json|geojson|csv|js|mjs|css|txt|webmanifest|xml|svg)$/.test(file) && file !== '_headers') return [];
  const text = await readFile(path.join(folder, file), 'utf8');
  const cut = file.endsWith('.html') && !file.startsWith('packs/') && !text.endsWith('</html>');
  const tooFine = finePlaces(text).filter((place) => !isTold(place, guide));
  return [
    ...(cut ? [`${file} is cut off`] : []),
    ...tooFine.map((place) => `${file} tells the place ${place.written}, which no exact service has`),
  ];
}

/** Exact services say so themselves; the coast and the middles of towns on the map are no places of the guide. */
const isTold = ({ lat, lon }: FinePlace, { services, map }: Guide): boolean =>
  services.some(({ geo }) => geo?.lat === lat && geo.lon === lon) || (numbersOf(map).has(lat) && numbersOf(map).has(lon));

const known = new WeakMap<object, ReadonlySet<number>>();

/** Every number of the base map: in its file the end of one line stands beside the beginning of the next. */
function numbersOf(map: Guide['map']): ReadonlySet<number> {
  if (!map) return new Set();
  const numbers =
    known.get(map) ?? new Set([...map.land, ...map.borders].flat(2).concat(map.places.flatMap(({ geo }) => [geo.lat, geo.lon])));
  known.set(map, numbers);
  return numbers;
}

async function faultsOfPacks(folder: string, lang: string): Promise<string[]> {
  const list = JSON.parse(await readFile(path.join(folder, packListUrl(lang)), 'utf8')) as PackList;
  const faults = await Promise.all(
    list.files.map(async ({ url, integrity }) =>
      keptHashOf(await readFile(path.join(folder, url))) === integrity ? [] : [`${url} is not what ${lang}'s list says`],
    ),
  );
  return faults.flat();
}
