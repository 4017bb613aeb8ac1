/** Pieces of the real guide that are guides themselves: small enough to be read again in a moment, cut so that in time all of it has its turn. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Random } from './seeded.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** How many of each are chosen; what they link to comes with them. */
const CHOSEN = { services: 4, topics: 1, cards: 2, emergency: 2, notices: 1 } as const;
type Collection = keyof typeof CHOSEN;
const COLLECTIONS = Object.keys(CHOSEN) as Collection[];

export interface Slice {
  folders: { content: string; locales: string };
  /** Paths of all its files: `content/en/about.md`. */
  files: readonly string[];
  path: (file: string) => string;
  remove: () => void;
}

/** The source language, French (cards need it) and one more, with a few entries of each kind. */
export function cutSlice(random: Random): Slice {
  const folder = mkdtempSync(join(tmpdir(), 'guide-slice-'));
  const all = parse(read('locales/languages.yaml')) as { lang: string }[];
  const langs = ['en', 'fr', random.pick(all.map(({ lang }) => lang).filter((lang) => lang !== 'en' && lang !== 'fr'))];
  const kept = withWhatTheyLinkTo(chooseEntries(random), langs);
  const files = [...contentFiles(kept, langs), ...localeFiles(langs)];
  const path = (file: string) => join(folder, file);
  for (const file of files) {
    mkdirSync(dirname(path(file)), { recursive: true });
    cpSync(join(ROOT, file), path(file));
  }
  const change = (file: string, edit: (text: string) => string) => {
    if (files.includes(file)) writeFileSync(path(file), edit(read(file)));
  };
  change('locales/languages.yaml', () => stringify(all.filter(({ lang }) => langs.includes(lang))));
  change('content/addresses.lock.json', (text) => withoutOthers(text, kept));
  const needs = (parse(read('content/guide.yaml')) as { needs: { id: string }[] }).needs.map(({ id }) => id);
  for (const lang of langs) {
    change(`content/${lang}/synonyms.yaml`, (text) =>
      keysOnly(text, (key) => needs.includes(key) || kept.some(({ id }) => id === key)),
    );
    change(`locales/${lang}.lock.json`, (text) => lockOf(text, kept));
  }
  const folders = { content: path('content'), locales: path('locales') };
  return { folders, files, path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

interface Entry {
  collection: Collection;
  id: string;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const idsOf = (collection: Collection) =>
  readdirSync(join(ROOT, 'content', collection))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();

const chooseEntries = (random: Random): Entry[] =>
  COLLECTIONS.flatMap((collection) => {
    const ids = idsOf(collection);
    return Array.from({ length: Math.min(ids.length, CHOSEN[collection]) }, () => ({ collection, id: random.pick(ids) }));
  });

function withWhatTheyLinkTo(chosen: readonly Entry[], langs: readonly string[]): Entry[] {
  const kept = new Map<string, Entry>();
  const queue = [...chosen, ...linksIn(langs.map((lang) => textAt(`content/${lang}/about.md`)).join())];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const name = `${entry.collection}/${entry.id}`;
    if (kept.has(name)) continue;
    kept.set(name, entry);
    queue.push(...linksIn(langs.map((lang) => textAt(`content/${lang}/${name}.md`)).join()));
  }
  return [...kept.values()];
}

const textAt = (file: string) => (existsSync(join(ROOT, file)) ? read(file) : '');

/** Entries that a body links to: by file, or by a number that one of them has. */
function linksIn(body: string): Entry[] {
  const files = [...body.matchAll(/\]\((?:\.\.\/)?([a-z]+)\/([a-z0-9-]+)\.md\)/g)].map(([, collection = '', id = '']) => ({
    collection: collection as Collection,
    id,
  }));
  const numbers = [...body.matchAll(/\]\((?:tel|sms):([+\d]+)\)/g)].flatMap(([, number = '']) => ownersOf(number));
  return [...files.filter(({ collection }) => COLLECTIONS.includes(collection)), ...numbers];
}

const ownersOf = (number: string): Entry[] =>
  (['emergency', 'services'] as const).flatMap((collection) =>
    idsOf(collection)
      .filter((id) => read(`content/${collection}/${id}.yaml`).replace(/[ .]/g, '').includes(`"${number}"`))
      .map((id) => ({ collection, id })),
  );

function contentFiles(kept: readonly Entry[], langs: readonly string[]): string[] {
  const top = ['guide.yaml', 'organisations.yaml', 'landmarks.yaml', 'addresses.lock.json', 'map/base.geojson'];
  const files = [
    ...top,
    ...kept.map(({ collection, id }) => `${collection}/${id}.yaml`),
    ...langs.flatMap((lang) => [
      `${lang}/about.md`,
      `${lang}/synonyms.yaml`,
      ...kept.map(({ collection, id }) => `${lang}/${collection}/${id}.md`),
    ]),
  ];
  return files.map((file) => `content/${file}`).filter((file) => existsSync(join(ROOT, file)));
}

const localeFiles = (langs: readonly string[]) =>
  ['languages.yaml', 'glossary.csv', 'descriptions.json', ...langs.flatMap((lang) => [`${lang}.json`, `${lang}.lock.json`])]
    .map((file) => `locales/${file}`)
    .filter((file) => existsSync(join(ROOT, file)));

/** Of the recorded addresses those of pages that are here: of the guide's towns, or of what was kept. */
function withoutOthers(lock: string, kept: readonly Entry[]): string {
  const { addresses, ...more } = JSON.parse(lock) as { addresses: string[] };
  const here = kept.map(({ collection, id }) => `${collection[0]}/${id}/`);
  const own = addresses.filter((address) => address.startsWith('n/') || here.includes(address));
  return `${JSON.stringify({ ...more, addresses: own }, null, 2)}\n`;
}

function lockOf(lock: string, kept: readonly Entry[]): string {
  const here = ['about', 'words', ...kept.map(({ collection, id }) => `${collection}/${id}`)];
  return `${JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(lock)).filter(([key]) => here.includes(key))), null, 2)}\n`;
}

/** Of a file with a line for each key, the lines of some. */
const keysOnly = (yaml: string, isKept: (key: string) => boolean) =>
  yaml
    .split('\n')
    .filter((line) => isKept(/^"?([\w-]+)"?:/.exec(line)?.[1] ?? ''))
    .join('\n');
