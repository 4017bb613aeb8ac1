/** The files that an import would write, as text. */
import type { Sources } from '../read/read-sources.ts';
import { type Lock, writeLock } from './locks.ts';
import type { Change } from './read-changes.ts';
import { expectedSegments, type FilePlace, fileOf, rowId } from './translation-rows.ts';
import { type WrittenFile, writeJson, writeMarkdown } from './write-words.ts';

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
  const places = new Map(changes.map(({ lang, key }) => [`${lang}/${key}`, { lang, key }]));
  return [...places.values()].map((place) => {
    const own = changes.filter(({ lang, key }) => lang === place.lang && key === place.key);
    const bySegment = new Map(own.map((change) => [change.segment, change]));
    const before = translations.files[place.lang]?.[place.key]?.segments;
    const segments = new Map(
      expectedSegments(translations, place).flatMap(({ segment }): [string, string][] => {
        const value = bySegment.get(segment)?.value ?? before?.get(segment)?.source;
        return value === undefined ? [] : [[segment, value]];
      }),
    );
    const written = place.key === 'words' ? writeJson(segments) : writeMarkdown(segments);
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
 * Blocks are told apart by their place, so a block needs the one before it: without that, it would be taken for it.
 * @example a file with body.0.2 but without body.0.1 -> 'texts, row 9: The part before it (…) has no translation …'
 */
export const gapsIn = ({ lang, key, changes, segments }: ChangedFile): string[] =>
  [...changes].flatMap(([segment, { row }]) => {
    const before = blockBefore(segment);
    if (before === undefined || segments.has(before)) return [];
    const id = rowId({ lang, key, segment: before });
    return [`${row.where}: The part before it (${id}) has no translation. Translate that one too, or leave this cell empty.`];
  });

/** @example blockBefore('body.2.1') -> 'body.2.0', its heading; blockBefore('body.2.0') -> 'body.1.0'; blockBefore('title') -> undefined */
function blockBefore(segment: string): string | undefined {
  const [, section, place] = /^body\.(\d+)\.(\d+)$/.exec(segment)?.map(Number) ?? [];
  if (section === undefined || place === undefined) return undefined;
  if (place > 1 || (place === 1 && section > 0)) return `body.${section}.${place - 1}`;
  return place === 0 && section > 1 ? `body.${section - 1}.0` : undefined;
}
