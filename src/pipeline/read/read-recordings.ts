/** Recorded voices: content/<lang>/audio/<collection>/<id>.opus, with the same as .m4a beside it. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Recording } from '../../guide/types.ts';
import { compareCodeUnits, FILE_START, type Problems } from '../problems.ts';
import { didYouMean } from './nearest.ts';

/** What is recorded, and the files on this machine by the address they are published at. */
export interface Recordings {
  /** `of.ar['topics/sea']` */
  of: Record<string, Record<string, Recording>>;
  files: Map<string, string>;
}

/** What a recording may be of. */
export type RecordedIds = Readonly<Record<string, ReadonlySet<string>>>;

const LARGEST = 1_000_000;
const RECORDED = ['services', 'emergency', 'topics', 'cards'];
const PATH = /^(?<lang>[^/]+)\/audio\/(?<collection>[^/]+)\/(?<id>[^/]+)\.(?<ending>opus|m4a)$/;

/** One sound file that can be published. */
interface Sound {
  lang: string;
  /** `topics/sea` */
  key: string;
  ending: 'opus' | 'm4a';
  path: string;
  url: string;
  bytes: number;
}

/** Reads every recording; what cannot be played or belongs to nothing is a problem. */
export async function readRecordings(folder: string, langs: readonly string[], ids: RecordedIds, problems: Problems) {
  const sounds: Sound[] = [];
  for (const path of await recordingPaths(folder)) {
    const refuse = (message: string) => problems.error(`${basename(folder)}/${path}`, FILE_START, message);
    const { lang = '', collection = '', id = '', ending = '' } = PATH.exec(path)?.groups ?? {};
    const misplaced = faultOfPlace({ lang, collection, id }, langs, ids);
    const bytes = await readFile(join(folder, path));
    const fault = misplaced ?? faultOfSound(bytes, ending);
    if (fault) refuse(fault);
    else sounds.push({ lang, key: `${collection}/${id}`, ending: ending as Sound['ending'], path, ...published(bytes, path) });
  }
  return pair(folder, sounds, problems);
}

async function recordingPaths(folder: string): Promise<string[]> {
  const languages = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = languages.filter((entry) => entry.isDirectory()).map(async ({ name }) => below(folder, `${name}/audio`));
  return (await Promise.all(found)).flat().sort(compareCodeUnits);
}

async function below(folder: string, under: string): Promise<string[]> {
  const entries = await readdir(join(folder, under), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function faultOfPlace(
  { lang, collection, id }: Record<'lang' | 'collection' | 'id', string>,
  langs: readonly string[],
  ids: RecordedIds,
) {
  if (!RECORDED.includes(collection))
    return `Nothing plays this file. Recordings are <lang>/audio/<collection>/<id>.opus and .m4a; the collections are ${RECORDED.join(', ')}.`;
  if (!langs.includes(lang))
    return `"${lang}" is no language of locales/languages.yaml.${didYouMean(lang, langs)} Rename the folder.`;
  const known = [...(ids[collection] ?? [])];
  return known.includes(id) ? undefined : `There is no "${id}" in ${collection}.${didYouMean(id, known)} Rename the file.`;
}

/** What phones and editors call the place of a recording: an atom of QuickTime, one of 3GPP, Apple's key, and the comments of Ogg. */
const PLACE_TAGS = [
  Buffer.from('\u00A9xyz', 'latin1'),
  ...['loci', 'location.ISO6709', 'LOCATION=', 'location='].map((tag) => Buffer.from(tag)),
];

/** By its first bytes: a renamed file of another kind plays on no phone. */
function faultOfSound(bytes: Buffer, ending: string) {
  if (bytes.length > LARGEST)
    return `The file has ${bytes.length} bytes; at most ${LARGEST} are sent. Record it at 16 kbit/s in mono, or shorten it.`;
  const isOpus = bytes.subarray(0, 4).equals(Buffer.from('OggS')) && bytes.subarray(0, 80).includes('OpusHead');
  const isAac = bytes.subarray(4, 8).equals(Buffer.from('ftyp')) && bytes.includes('mp4a');
  if (ending === 'opus' && !isOpus) return 'This is no Opus sound in an Ogg file. Convert it; a changed name is not enough.';
  if (ending === 'm4a' && !isAac) return 'This is no AAC sound in an MP4 file. Convert it; a changed name is not enough.';
  if (PLACE_TAGS.some((tag) => bytes.includes(tag)))
    return 'The file says where it was recorded, as phones write it. Save the sound again without its metadata.';
  return undefined;
}

function published(bytes: Buffer, path: string) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const url = path.replace(PATH, (_, lang: string, collection: string, id: string, ending: string) => {
    return `audio/${lang}/${collection}-${id}-${hash}.${ending}`;
  });
  return { url, bytes: bytes.length };
}

/** Some phones play only the one, some only the other. */
function pair(folder: string, sounds: readonly Sound[], problems: Problems): Recordings {
  const recordings: Recordings = { of: {}, files: new Map() };
  for (const sound of sounds) {
    const { lang, key, ending, path } = sound;
    const other = sounds.find((one) => one.lang === lang && one.key === key && one.ending !== ending);
    const missing = path.replace(/\.\w+$/, ending === 'opus' ? '.m4a' : '.opus');
    if (!other) {
      const message = `The same sound is missing as ${basename(missing)} beside it: some phones play only that. Add it.`;
      // A pair of which one was refused is told of once.
      if (!problems.failedIn(`${basename(folder)}/${missing}`))
        problems.error(`${basename(folder)}/${path}`, FILE_START, message);
      continue;
    }
    recordings.files.set(sound.url, join(folder, path));
    const bytes = Math.max(sound.bytes, other.bytes);
    const [opus, aac] = ending === 'opus' ? [sound.url, other.url] : [other.url, sound.url];
    recordings.of[lang] = { ...recordings.of[lang], [key]: { opus, aac, bytes } };
  }
  return recordings;
}
