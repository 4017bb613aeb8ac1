/** The files that an import would write, as text. */
import { groupBy } from '../group-by.ts';
import type { Sources } from '../read/read-sources.ts';
import { type Lock, writeLock } from './locks.ts';
import type { Change } from './read-changes.ts';
import { isBodyKey, missingMark } from './segments.ts';
import { type ExpectedSegment, expectedSegments, type FilePlace, fileOf } from './translation-rows.ts';
import { type WrittenFile, type WrittenSegments, writeJson, writeMarkdown } from './write-words.ts';

export interface ChangedFile extends FilePlace, WrittenFile {
  /** As problems name it, e.g. `content/ar/topics/sea.md`. */
  file: string;
  /** The changes by their segment. */
  changes: ReadonlyMap<string, Change>;
  /** All words of the file, by segment. */
  segments: ReadonlyMap<string, string>;
}

/** Each file of words that has a change, as it would be written. */
export function changedFiles({ translations }: Sources, changes: readonly Change[]): ChangedFile[] {
  const nameOf = ({ lang, key }: FilePlace) => `${lang}/${key}`;
  const places = new Map(changes.map(({ lang, key }) => [nameOf({ lang, key }), { lang, key }]));
  const groups = groupBy(changes, nameOf);
  return [...places].map(([name, place]) => {
    const bySegment = new Map(groups.get(name)?.map((change) => [change.segment, change]));
    const before = translations.files[place.lang]?.[place.key]?.segments;
    const expected = expectedSegments(translations, place);
    const segments = new Map(
      expected.flatMap(({ segment }): [string, string][] => {
        const value = bySegment.get(segment)?.value ?? before?.get(segment)?.source;
        return value === undefined ? [] : [[segment, value]];
      }),
    );
    const written = place.key === 'words' ? writeJson(segments) : writeMarkdown(withGapsMarked(segments, expected));
    return { ...place, ...written, file: fileOf(translations, place), changes: bySegment, segments };
  });
}

/** The lock of each language that has a change. */
export function changedLocks({ translations: { locks } }: Sources, changes: readonly Change[]): Map<string, string> {
  const merged = new Map<string, Lock>();
  for (const { lang, key, segment, entry } of changes) {
    const lock = merged.get(lang) ?? structuredClone(locks[lang] ?? {});
    lock[key] = { ...lock[key], [segment]: entry };
    merged.set(lang, lock);
  }
  return new Map([...merged].map(([lang, lock]) => [lang, writeLock(lock)]));
}

/**
 * Blocks are told apart by their place, so a missing one before another is written as a mark.
 * @example withGapsMarked(new Map([['body.0.2', 'Two']]), expected) -> body.0.1: '[missing]', body.0.2: 'Two'
 */
function withGapsMarked(segments: WrittenSegments, expected: readonly ExpectedSegment[]): WrittenSegments {
  const last = expected.findLastIndex(({ segment }) => isBodyKey(segment) && segments.has(segment));
  return new Map(
    expected.flatMap(({ segment, source: { tag } }, index): [string, string][] => {
      const value = segments.get(segment) ?? (isBodyKey(segment) && index < last ? missingMark(tag) : undefined);
      return value === undefined ? [] : [[segment, value]];
    }),
  );
}
