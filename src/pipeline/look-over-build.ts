/** Reads a finished build back before it is published: whole, right, and telling no place finer than allowed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type PackList, packListUrl } from '../guide/packs.ts';
import type { Guide } from '../guide/types.ts';
import { type FinePlace, finePlaces } from './fine-places.ts';
import { keptHash } from './hashes.ts';

/** Gives the fingerprint of every file, sorted by path; throws with every fault found, which is ours, never an editor's. */
export async function lookOverBuild(folder: string, guide: Guide): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  const isTold = toldPlaces(guide);
  const ofFiles: string[] = [];
  const fingerprints = new Map<string, string>();
  // One after the other, so that the largest guide needs no more memory than its largest file.
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    fingerprints.set(file, createHash('sha256').update(bytes).digest('hex'));
    ofFiles.push(...faultsOfFile(file, bytes, isTold));
  }
  const faults = [
    ...ofFiles,
    ...guide.languages.flatMap(({ lang }) => faultsOfPacks(folder, lang, fingerprints)),
    ...['sw.js', 'sw-kill.js', 'index.html', '404.html', '_headers']
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is missing`),
  ];
  if (faults.length > 0) throw new Error(`The build is not published:\n${faults.join('\n')}`);
  return fingerprints;
}

function faultsOfFile(file: string, bytes: Buffer, isTold: (place: FinePlace) => boolean): string[] {
  if (!/\.(html|json|geojson|csv|js|mjs|css|txt|webmanifest|xml|svg)$/.test(file) && file !== '_headers') return [];
  const text = bytes.toString('utf8');
  const cut = file.endsWith('.html') && !file.startsWith('packs/') && !text.endsWith('</html>');
  const tooFine = finePlaces(text).filter((place) => !isTold(place));
  return [
    ...(cut ? [`${file} is cut off`] : []),
    ...tooFine.map((place) => `${file} tells the place ${place.written}, which no exact service has`),
  ];
}

/** Exact services say so themselves; the coast and the middles of towns on the map are no places of the guide. */
function toldPlaces({ services, map }: Guide): (place: FinePlace) => boolean {
  const exact = new Set(services.flatMap(({ geo }) => (geo ? [`${geo.lat} ${geo.lon}`] : [])));
  // In the map's file the end of one line stands beside the beginning of the next.
  const drawn = new Set(
    map ? [...map.land, ...map.borders].flat(2).concat(map.places.flatMap(({ geo }) => [geo.lat, geo.lon])) : [],
  );
  return ({ lat, lon }) => exact.has(`${lat} ${lon}`) || (drawn.has(lat) && drawn.has(lon));
}

function faultsOfPacks(folder: string, lang: string, fingerprints: ReadonlyMap<string, string>): string[] {
  const list = JSON.parse(readFileSync(path.join(folder, packListUrl(lang)), 'utf8')) as PackList;
  return list.files
    .filter(({ url, integrity }) => keptHash(Buffer.from(fingerprints.get(url) ?? '', 'hex')) !== integrity)
    .map(({ url }) => `${url} is not what ${lang}'s list says`);
}
