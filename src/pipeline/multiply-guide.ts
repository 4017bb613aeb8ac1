/** Makes a guide with many more places of a real one, to see what a build of it costs. Nothing in it is left to chance. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geo } from '../guide/types.ts';
import { ADDRESSES_FILE } from './read/read-addresses.ts';
import type { Folders } from './read/read-sources.ts';
import { type Lock, writeLock } from './translation/locks.ts';
import { hashSource } from './translation/segments.ts';

/**
 * Writes into the folder `into`, as `content` and `locales`, the guide with every service `times` times: the same facts and words
 * in every language, each with an id, a name and a place on the map of its own. Towns, topics, cards and interface words stay.
 */
export function multiplyGuide({ content, locales }: Folders, times: number, into: string): Folders {
  const made = { content: join(into, 'content'), locales: join(into, 'locales') };
  cpSync(content, made.content, { recursive: true });
  cpSync(locales, made.locales, { recursive: true });
  const ids = idsIn(join(content, 'services'), '.yaml');
  const langs = readdirSync(content).filter((name) => existsSync(join(content, name, 'services')));
  const numbers = Array.from({ length: times - 1 }, (_, index) => index + 2);
  for (const id of ids) copyFacts(join(made.content, 'services'), id, numbers);
  for (const lang of langs) {
    const folder = join(made.content, lang, 'services');
    for (const id of idsIn(join(content, lang, 'services'), '.md')) copyWords(folder, id, numbers);
    const lock = join(made.locales, `${lang}.lock.json`);
    if (existsSync(lock)) copyLock(lock, (id) => nameIn(readFileSync(join(content, 'en/services', `${id}.md`), 'utf8')), numbers);
  }
  recordAddresses(join(made.content, ADDRESSES_FILE), ids, numbers);
  return made;
}

const idsIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));

/** @example copyId('calais-pass', 7) -> 'calais-pass-7' */
const copyId = (id: string, number: number) => `${id}-${number}`;

function copyFacts(folder: string, id: string, numbers: readonly number[]): void {
  const facts = readFileSync(join(folder, `${id}.yaml`), 'utf8');
  for (const number of numbers) {
    const moved = facts.replace(/^(geo: \{ lat: )([\d.-]+)(, lon: )([\d.-]+)/m, (_, start, lat, middle, lon) => {
      const place = placeAround({ lat: Number(lat), lon: Number(lon) }, number);
      return start + place.lat + middle + place.lon;
    });
    writeFileSync(join(folder, `${copyId(id, number)}.yaml`), moved);
  }
}

/** Degrees at the rim of the spiral on which a thousand copies would lie: all within the bounds of their town. */
const RIM = 0.015;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Like the seeds of a sunflower, so that no two copies lie at one place. */
function placeAround({ lat, lon }: Geo, number: number): Geo {
  const radius = RIM * Math.sqrt(number / 1000);
  const at = (degrees: number, way: number) => Number((degrees + radius * way).toFixed(6));
  return { lat: at(lat, Math.sin(number * GOLDEN_ANGLE)), lon: at(lon, Math.cos(number * GOLDEN_ANGLE)) };
}

const NAME = /^name: ("?)(.*?)("?)$/m;
const nameIn = (words: string) => JSON.parse(`"${NAME.exec(words)?.[2] ?? ''}"`) as string;

function copyWords(folder: string, id: string, numbers: readonly number[]): void {
  const words = readFileSync(join(folder, `${id}.md`), 'utf8');
  for (const number of numbers)
    writeFileSync(join(folder, `${copyId(id, number)}.md`), words.replace(NAME, `name: $1$2 ${number}$3`));
}

/** The name is made from another source than that of the first; all else from the same. */
function copyLock(file: string, sourceName: (id: string) => string, numbers: readonly number[]): void {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  for (const [key, entries] of Object.entries(lock).filter(([name]) => name.startsWith('services/'))) {
    const source = sourceName(key.slice('services/'.length));
    for (const number of numbers) {
      const name = entries.name && { ...entries.name, from: hashSource(`${source} ${number}`) };
      lock[copyId(key, number)] = { ...entries, ...(name && { name }) };
    }
  }
  writeFileSync(file, writeLock(lock));
}

function recordAddresses(file: string, ids: readonly string[], numbers: readonly number[]): void {
  if (!existsSync(file)) return;
  const { addresses, ...others } = JSON.parse(readFileSync(file, 'utf8')) as { addresses: string[] };
  const copies = ids.flatMap((id) => numbers.map((number) => `s/${copyId(id, number)}/`));
  writeFileSync(file, `${JSON.stringify({ ...others, addresses: [...addresses, ...copies].sort() }, null, 2)}\n`);
}
