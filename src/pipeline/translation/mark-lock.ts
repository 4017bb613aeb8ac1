/** What a person says about translations without changing a word of them. */
import type { IsoDate } from '../../guide/types.ts';
import type { Lock, LockEntry } from './locks.ts';
import { hashSource, type Segment } from './segments.ts';
import { stateOf, type Translations } from './translate.ts';
import { expectedSegments } from './translation-rows.ts';

export interface MarkedLock {
  lock: Lock;
  /** How many segments got a new entry. */
  marked: number;
  /** How many outdated ones were left as they are. */
  outdated: number;
}

/** A whole file (`topics/sea`) or one segment of it (`topics/sea#body.1.0`). */
export interface Part {
  key: string;
  segment?: string;
}

/** @example readPart('words#bar.home') -> { key: 'words', segment: 'bar.home' } */
export function readPart(id: string): Part {
  const [key = '', segment] = id.split('#');
  return { key, ...(segment && { segment }) };
}

/** Whether a language has, or should have, such a part. */
export const hasPart = (translations: Translations, lang: string, { key, segment }: Part): boolean =>
  expectedSegments(translations, { lang, key }).some((pair) => segment === undefined || pair.segment === segment);

/** The source has changed, but not what it says: the translations of the part are as good as they were before. */
export const acceptSource = (translations: Translations, lang: string, part: Part): MarkedLock =>
  mark(translations, { lang, part }, (entry, source) =>
    entry && stateOf(source, entry) === 'outdated' ? { ...entry, from: hashSource(source.source) } : undefined,
  );

/** A second person has read the translations of the part. What is outdated has to be redone or accepted first. */
export const markReviewed = (
  translations: Translations,
  { lang, part, by, on }: { lang: string; part: Part; by: string; on: IsoDate },
): MarkedLock =>
  mark(translations, { lang, part }, (entry, source) =>
    stateOf(source, entry) === 'outdated' ? undefined : { from: hashSource(source.source), state: 'reviewed', by, on },
  );

type Renew = (entry: LockEntry | undefined, source: Segment) => LockEntry | undefined;

function mark(translations: Translations, { lang, part }: { lang: string; part: Part }, renew: Renew): MarkedLock {
  const lock = structuredClone(translations.locks[lang] ?? {});
  const result: MarkedLock = { lock, marked: 0, outdated: 0 };
  const translated = translations.files[lang]?.[part.key]?.segments;
  for (const { segment, source } of expectedSegments(translations, { lang, key: part.key })) {
    if ((part.segment && part.segment !== segment) || !translated?.has(segment)) continue;
    const before = lock[part.key]?.[segment];
    const entry = renew(before, source);
    if (entry) {
      lock[part.key] = { ...lock[part.key], [segment]: entry };
      result.marked++;
    } else if (stateOf(source, before) === 'outdated') result.outdated++;
  }
  return result;
}
