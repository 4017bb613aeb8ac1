import type { Lock, LockEntry, LockState } from './locks.ts';
import { expectedWords } from './plural-forms.ts';
import { hashSource, type Segment, type WordsFile } from './segments.ts';
import { stateOf, type Translations } from './translate.ts';

export interface Stamp {
  lang: string;
  state: LockState;
  /** Who reviewed, when somebody did. */
  by?: string;
  on?: string;
  /** Also what was made from an older source. Otherwise only what has no entry yet. */
  all: boolean;
}

export interface StampedLock {
  lock: Lock;
  /** How many segments got a new entry. */
  stamped: number;
}

/** Notes for every translated segment of a language from which source it was made. Entries whose segment is gone are dropped. */
export function stampLock({ files, locks, sourceLang }: Translations, stamp: Stamp): StampedLock {
  const old = locks[stamp.lang] ?? {};
  let stamped = 0;
  const lock: Lock = {};
  for (const file of Object.values(files[stamp.lang] ?? {})) {
    const entries: Lock[string] = {};
    for (const [key, source] of sourcesOf(file, files[sourceLang]?.[file.key])) {
      const before = old[file.key]?.[key];
      const isNew = !before || (stamp.all && stateOf(source, before) === 'outdated');
      entries[key] = isNew ? newEntry(source, stamp) : before;
      stamped += isNew ? 1 : 0;
    }
    if (Object.keys(entries).length > 0) lock[file.key] = entries;
  }
  return { lock, stamped };
}

/** Each segment of a translation with the source segment it translates. */
function sourcesOf(file: WordsFile, source: WordsFile | undefined): [string, Segment][] {
  if (!source) return [];
  const keys = [...source.segments.keys()];
  const pairs = file.key === 'words' ? expectedWords(keys, source.lang, file.lang) : keys.map((key) => ({ key, sourceKey: key }));
  return pairs.flatMap(({ key, sourceKey }) => {
    const original = source.segments.get(sourceKey);
    return original && file.segments.has(key) ? [[key, original] as [string, Segment]] : [];
  });
}

const newEntry = ({ source }: Segment, { state, by, on }: Stamp): LockEntry => ({
  from: hashSource(source),
  state,
  ...(by !== undefined && { by }),
  ...(on !== undefined && { on }),
});
