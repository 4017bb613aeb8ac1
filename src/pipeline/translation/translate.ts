import type { Text, TextState } from '../../guide/types.ts';
import type { Lock, LockEntry } from './locks.ts';
import { hashSource, type Segment, type WordsFile } from './segments.ts';

/** Everything needed to say in which words, and how sure, a text is shown in a language. */
export interface Translations {
  sourceLang: string;
  /** `files[lang][key]`, e.g. `files.ar['services/pass']`. */
  files: Readonly<Record<string, Readonly<Record<string, WordsFile>>>>;
  locks: Readonly<Record<string, Lock>>;
}

/** One file's words in one language. */
export interface Reader {
  lang: string;
  /** The words of one segment, fallback included; `undefined` when the source has none. A plural form of the language's own stands under `key`. */
  text: (segment: string, key?: string) => Text | undefined;
  /** The same for a segment that the checks have made sure of. */
  needed: (segment: string) => Text;
  /** The body's blocks, fallback per block. */
  body: () => Text[];
}

/** Gives the words of one file in one language. `critical` keeps the source beside translations that nobody has reviewed. */
export function readerOf(translations: Translations, key: string, lang: string, critical = false): Reader {
  const { sourceLang, files, locks } = translations;
  const source = files[sourceLang]?.[key]?.segments ?? new Map<string, Segment>();
  const toText = (segment: Segment, ownKey = segment.key): Text => {
    const original = toSource(segment, sourceLang);
    if (lang === sourceLang) return original;
    const translated = files[lang]?.[key]?.segments.get(ownKey);
    if (!translated) return { ...original, state: 'missing' };
    const state = stateOf(segment, locks[lang]?.[key]?.[ownKey]);
    const text = { value: translated.value, lang, state };
    return critical && (state === 'machine' || state === 'outdated') ? { ...text, original } : text;
  };
  const text = (segment: string, ownKey = segment) => {
    const found = source.get(segment);
    return found && toText(found, ownKey);
  };
  return {
    lang,
    text,
    needed: (segment) => text(segment) ?? fail(`${key} has no ${segment} in ${sourceLang}, and no check has said so`),
    body: () => [...source.values()].filter(({ tag }) => tag !== 'words').map((segment) => toText(segment)),
  };
}

const toSource = ({ value }: Segment, lang: string): Text => ({ value, lang, state: 'source' });

/** Without an entry nobody has said how it was made: a draft. */
export function stateOf(source: Segment, entry: LockEntry | undefined): TextState {
  if (!entry) return 'draft';
  return entry.from === hashOfSegment(source) ? entry.state : 'outdated';
}

/** Every language and several checks ask for it. */
function hashOfSegment(segment: Segment): string {
  const known = hashes.get(segment) ?? hashSource(segment.source);
  hashes.set(segment, known);
  return known;
}

const hashes = new WeakMap<Segment, string>();

function fail(message: string): never {
  throw new Error(message);
}

/** @example inEachLanguage([{ lang: 'ar' }], (lang) => lang.length) -> { ar: 2 } */
export const inEachLanguage = <T>(languages: readonly { lang: string }[], make: (lang: string) => T): Record<string, T> =>
  Object.fromEntries(languages.map(({ lang }) => [lang, make(lang)]));
