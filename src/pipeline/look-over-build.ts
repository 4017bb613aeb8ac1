/** Reads a finished build back before it is published: whole, right, and telling no place finer than allowed. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type PackList, packListUrl } from '../guide/packs.ts';
import type { Guide } from '../guide/types.ts';
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
  if (!/\.(html|json|js|txt|webmanifest|xml|svg)$/.test(file)) return [];
  const text = await readFile(path.join(folder, file), 'utf8');
  const cut = file.endsWith('.html') && !file.startsWith('packs/') && !text.endsWith('</html>');
  const told = new Set(guide.services.flatMap(({ geo }) => (geo ? [`${geo.lat},${geo.lon}`, `${geo.lat}/${geo.lon}`] : [])));
  const tooFine = [...text.matchAll(PLACE)].map(([place]) => place).filter((place) => !told.has(place));
  return [
    ...(cut ? [`${file} is cut off`] : []),
    ...tooFine.map((place) => `${file} tells the place ${place}, which no exact service has`),
  ];
}

/** Two numbers that could be a latitude and a longitude of this coast, finer than three decimals. */
const PLACE = /\b(?:4[89]|5[0-2])\.\d{4,}\s*[,/;]\s*-?[0-3]\.\d{4,}/g;

async function faultsOfPacks(folder: string, lang: string): Promise<string[]> {
  const list = JSON.parse(await readFile(path.join(folder, packListUrl(lang)), 'utf8')) as PackList;
  const faults = await Promise.all(
    list.files.map(async ({ url, integrity }) =>
      keptHashOf(await readFile(path.join(folder, url))) === integrity ? [] : [`${url} is not what ${lang}'s list says`],
    ),
  );
  return faults.flat();
}
