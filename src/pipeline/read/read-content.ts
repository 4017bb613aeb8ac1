import { FILE_START, type Problems } from '../problems.ts';
import { checkShape } from './check-shape.ts';
import {
  type CardFacts,
  cardFacts,
  type EmergencyFacts,
  emergencyFacts,
  type LandmarkList,
  landmarks,
  type NoticeFacts,
  noticeFacts,
  type ServiceFacts,
  serviceFacts,
  type TopicFacts,
  topicFacts,
} from './fact-schemas.ts';
import { ID } from './fields.ts';
import { didYouMean } from './nearest.ts';
import { ADDRESSES_FILE, type AddressLock, REDIRECTS_FILE, type Redirects, readAddresses } from './read-addresses.ts';
import type { SourceFile } from './read-files.ts';
import { readSynonyms, SYNONYMS_FILE, type Synonyms } from './read-synonyms.ts';
import type { WordsSource } from './read-words.ts';
import { type Located, readYaml } from './read-yaml.ts';
import { type GuideSettings, guideSettings, type OrganisationList, organisations } from './setting-schemas.ts';

/** The facts of one service, topic ... with its id and where everything stands. */
export interface FactFile<T> extends Located<T> {
  id: string;
}

export interface Facts {
  services: FactFile<ServiceFacts>[];
  emergency: FactFile<EmergencyFacts>[];
  topics: FactFile<TopicFacts>[];
  cards: FactFile<CardFacts>[];
  notices: FactFile<NoticeFacts>[];
}

/** The content folder, read and correct in shape; what its parts say about each other is not checked yet. */
export interface Content {
  settings: Located<GuideSettings> | undefined;
  organisations: Located<OrganisationList> | undefined;
  /** Undefined when there are none. */
  landmarks: Located<LandmarkList> | undefined;
  facts: Facts;
  /** The ids of all facts files, those with mistakes in them too, so that one mistake is reported once. */
  ids: Readonly<Record<keyof Facts, ReadonlySet<string>>>;
  words: WordsSource[];
  /** Per language. */
  synonyms: Record<string, Synonyms>;
  addresses: { lock: AddressLock | undefined; redirects: Redirects | undefined };
}

const SCHEMAS = { services: serviceFacts, emergency: emergencyFacts, topics: topicFacts, cards: cardFacts, notices: noticeFacts };
export const COLLECTIONS = Object.keys(SCHEMAS) as (keyof Facts)[];

/** Reads the content folder: settings, facts, and which file of words is which. */
export function readContent(files: readonly SourceFile[], langs: readonly string[], problems: Problems): Content {
  const settings = readOne('guide.yaml', guideSettings, files, problems);
  const list = readOne('organisations.yaml', organisations, files, problems);
  const places = readOne('landmarks.yaml', landmarks, files, problems, 'optional');
  const ids = Object.fromEntries(COLLECTIONS.map((collection) => [collection, new Set<string>()])) as Record<
    keyof Facts,
    Set<string>
  >;
  const facts: Facts = { services: [], emergency: [], topics: [], cards: [], notices: [] };
  const words: WordsSource[] = [];
  const synonyms: Content['synonyms'] = {};
  for (const source of files) {
    const place = placeOf(source, langs);
    if (typeof place === 'string') problems.error(source.file, FILE_START, place);
    else if (place.kind === 'words') words.push({ ...source, ...place });
    else if (place.kind === 'synonyms') readSynonyms(source, place.lang, { into: synonyms, problems });
    else if (place.kind === 'facts') {
      ids[place.collection].add(place.id);
      readFacts(source, place, facts, problems);
    }
  }
  const addresses = readAddresses(files, problems);
  return { settings, organisations: list, landmarks: places, facts, ids, words, synonyms, addresses };
}

type Place =
  | { kind: 'other' }
  | { kind: 'synonyms'; lang: string }
  | { kind: 'facts'; collection: keyof Facts; id: string }
  | { kind: 'words'; lang: string; collection: WordsSource['collection']; key: string };

const TOP_FILES = ['guide.yaml', 'organisations.yaml', 'landmarks.yaml', ADDRESSES_FILE, REDIRECTS_FILE, 'README.md'];

/**
 * What a file is, told from its path; a text says why it cannot be read.
 * @example placeOf({ path: 'ar/topics/sea.md' }) -> { kind: 'words', lang: 'ar', collection: 'topics', key: 'topics/sea' }
 */
function placeOf({ path }: SourceFile, langs: readonly string[]): Place | string {
  const parts = path.split('/');
  const [first = '', second = '', third = ''] = parts;
  if (TOP_FILES.includes(path)) return { kind: 'other' };
  if (isCollection(first)) return factsPlace(parts, first);
  if (parts.length < 2)
    return `Nothing reads this file.${didYouMean(first, TOP_FILES)} Move it to where content/README.md says, or remove it.`;
  if (!langs.includes(first)) {
    return `"${first}" is neither a language of locales/languages.yaml nor a collection.${didYouMean(first, [...langs, ...COLLECTIONS])} Rename the folder.`;
  }
  if (parts.length === 2 && second === SYNONYMS_FILE) return { kind: 'synonyms', lang: first };
  if (parts.length === 2 && second === 'about.md') return { kind: 'words', lang: first, collection: 'about', key: 'about' };
  const id = third.replace(/\.md$/, '');
  if (parts.length !== 3 || !isCollection(second) || !third.endsWith('.md')) return nowhere(path);
  return ID.test(id) ? { kind: 'words', lang: first, collection: second, key: `${second}/${id}` } : badId(id);
}

function factsPlace(parts: readonly string[], collection: keyof Facts): Place | string {
  const [, name = ''] = parts;
  const id = name.replace(/\.yaml$/, '');
  if (parts.length !== 2 || !name.endsWith('.yaml')) return nowhere(parts.join('/'));
  return ID.test(id) ? { kind: 'facts', collection, id } : badId(id);
}

const nowhere = (path: string) =>
  `Nothing reads "${path}". Facts are <collection>/<id>.yaml, words <lang>/<collection>/<id>.md; the collections are ${COLLECTIONS.join(', ')}.`;

const badId = (id: string) => `"${id}" is no id: only lower case letters a-z, digits and single hyphens. Rename the file.`;

const isCollection = (name: string): name is keyof Facts => (COLLECTIONS as string[]).includes(name);

function readOne<T>(
  path: string,
  schema: Parameters<typeof checkShape<T>>[0],
  files: readonly SourceFile[],
  problems: Problems,
  need: 'needed' | 'optional' = 'needed',
): Located<T> | undefined {
  const source = files.find((file) => file.path === path);
  if (!source && need === 'optional') return undefined;
  if (!source) {
    problems.error(
      `content/${path}`,
      FILE_START,
      'This file is missing. Every guide needs it; content/README.md says what stands in it.',
    );
    return undefined;
  }
  const yaml = readYaml(source.text, source.file, problems);
  return yaml && checkShape(schema, yaml, problems);
}

function readFacts<C extends keyof Facts>(
  source: SourceFile,
  { collection, id }: { collection: C; id: string },
  facts: Facts,
  problems: Problems,
): void {
  const yaml = readYaml(source.text, source.file, problems);
  const checked =
    yaml && checkShape(SCHEMAS[collection] as Parameters<typeof checkShape<Facts[C][number]['value']>>[0], yaml, problems);
  if (checked) (facts[collection] as FactFile<typeof checked.value>[]).push({ ...checked, id });
}
