import { expectedWords } from './plural-forms.ts';
import type { Segment, WordsFile } from './segments.ts';
import { stateOf, type Translations } from './translate.ts';

/** A translated segment beside the source segment it was made from. */
export interface SegmentPair {
  file: WordsFile;
  segment: Segment;
  source: WordsFile;
  original: Segment;
}

/** Every translated segment that is not outdated: an outdated one rightly differs from what its source says now. */
export function upToDatePairs({ files, locks, sourceLang }: Translations): SegmentPair[] {
  const translated = Object.entries(files).flatMap(([lang, list]) => (lang === sourceLang ? [] : Object.values(list)));
  return translated.flatMap((file) => {
    const source = files[sourceLang]?.[file.key];
    if (!source) return [];
    const sourceKeys = sourceKeysOf(file, source);
    return [...file.segments.values()].flatMap((segment): SegmentPair[] => {
      const original = source.segments.get(sourceKeys.get(segment.key) ?? segment.key);
      const isUpToDate = original && stateOf(original, locks[file.lang]?.[file.key]?.[segment.key]) !== 'outdated';
      return isUpToDate ? [{ file, segment, source, original }] : [];
    });
  });
}

/** A plural form that only the translation has is made from the source's general one. */
function sourceKeysOf(file: WordsFile, source: WordsFile): Map<string, string> {
  if (file.key !== 'words') return new Map();
  const expected = expectedWords(source.segments.keys(), source.lang, file.lang);
  return new Map(expected.map(({ key, sourceKey }) => [key, sourceKey]));
}
