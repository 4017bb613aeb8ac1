/** What a translator is handed: one row for each segment of a language, with all that is known about it. */
import type { TextState } from '../../guide/types.ts';
import { termsOf } from '../check/check-glossary.ts';
import type { Sources } from '../read/read-sources.ts';
import { expectedWords } from './plural-forms.ts';
import { contextOf, type Help, noteOf, readDescriptions } from './segment-notes.ts';
import type { Segment } from './segments.ts';
import { stateOf, type Translations } from './translate.ts';

/** One file of words. */
export interface FilePlace {
  lang: string;
  /** `services/<id>`, `about` or `words`. */
  key: string;
}

/** Where a translation stands. */
export interface SegmentPlace extends FilePlace {
  segment: string;
}

export interface TranslationRow extends SegmentPlace {
  /** The place in one word, which finds the way back. */
  id: string;
  /** The file to which the translation belongs, e.g. `content/ar/topics/sea.md`. */
  file: string;
  state: TextState;
  /** What it is and where it stands. */
  context: string;
  source: string;
  /** As written now, or ''. */
  translation: string;
  /** What to take care of. */
  note: string;
}

/** @example rowId({ lang: 'ar', key: 'topics/sea', segment: 'body.1.0' }) -> 'ar/topics/sea#body.1.0' */
export const rowId = ({ lang, key, segment }: SegmentPlace): string => `${lang}/${key}#${segment}`;

/** The other way round; `undefined` for what no tool of ours has written. */
export function readRowId(id: string): SegmentPlace | undefined {
  const [, lang, key, segment] = /^([\w-]+)\/([^#\s]+)#([^#\s]+)$/.exec(id) ?? [];
  return lang && key && segment ? { lang, key, segment } : undefined;
}

/** Every segment that `lang` has or should have, in the order of the source. */
export function translationRows(sources: Sources, lang: string): TranslationRow[] {
  const { files, sourceLang } = sources.translations;
  const keys = Object.keys(files[sourceLang] ?? {}).sort(wordsFirst);
  const help = { descriptions: readDescriptions(sources.files), terms: termsOf(lang, sources.glossary) };
  return keys.flatMap((key) => fileRows(sources, { lang, key }, help));
}

/** The interface is read by everybody, so its words come first. */
const wordsFirst = (a: string, b: string) => Number(b === 'words') - Number(a === 'words');

function fileRows(sources: Sources, { lang, key }: FilePlace, help: Help): TranslationRow[] {
  const { files, locks, sourceLang } = sources.translations;
  return expectedSegments(sources.translations, { lang, key }).map(({ segment, source }) => {
    const translated = files[lang]?.[key]?.segments.get(segment);
    const place = { lang, key, segment };
    return {
      ...place,
      id: rowId(place),
      file: fileOf(sources.translations, { lang, key }),
      state: translated ? stateOf(source, locks[lang]?.[key]?.[segment]) : 'missing',
      context: contextOf(source, key, files[sourceLang]?.[key]?.segments, help.descriptions),
      source: source.source,
      translation: translated?.source ?? '',
      note: noteOf(source, key, help),
    };
  });
}

export interface ExpectedSegment {
  segment: string;
  /** The source segment that it translates; for a plural form of the language's own, the source's nearest. */
  source: Segment;
}

/** The segments that a file of `lang` should have, each with its source. */
export function expectedSegments({ files, sourceLang }: Translations, { lang, key }: FilePlace): ExpectedSegment[] {
  const source = files[sourceLang]?.[key];
  if (!source) return [];
  const keys = [...source.segments.keys()];
  const pairs = key === 'words' ? expectedWords(keys, sourceLang, lang) : keys.map((one) => ({ key: one, sourceKey: one }));
  return pairs.flatMap(({ key: segment, sourceKey }) => {
    const original = source.segments.get(sourceKey);
    return original ? [{ segment, source: original }] : [];
  });
}

/** The file that holds, or will hold, the words of `key`: beside the source's own. */
export function fileOf({ files, sourceLang }: Translations, { lang, key }: FilePlace): string {
  const source = files[sourceLang]?.[key]?.file ?? '';
  return key === 'words' ? source.replace(/[^/]+$/, `${lang}.json`) : source.replace(/^([^/]+\/)[^/]+/, `$1${lang}`);
}
