/**
 * Two languages that nobody speaks, made from the source, on which layout is tested: `en-XA` is longer and accented,
 * `ar-XB` runs from right to left. They show text that is not translated, clipped or laid out for one direction only.
 */
import type { Sources } from '../read/read-sources.ts';
import type { LanguageList } from '../read/setting-schemas.ts';
import type { Lock } from './locks.ts';
import { expectedWords } from './plural-forms.ts';
import { hashSource, type Segment, type WordsFile } from './segments.ts';
import type { Translations } from './translate.ts';

type ListedLanguage = LanguageList[number];

interface PseudoLanguage extends Pick<ListedLanguage, 'lang' | 'dir' | 'script' | 'english' | 'french'> {
  /** Rewrites plain words. */
  rewrite: (words: string) => string;
}

const VOWELS = 'aeiouAEIOU';
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  z: 'ž',
};

/** Doubled vowels make words about 40 % longer, as German or Somali ones are; accents need room above capitals. */
const lengthen = (words: string): string =>
  words.replace(/[a-z]/gi, (letter) => {
    const accented = ACCENTED[letter.toLowerCase()] ?? letter;
    const written = letter === letter.toLowerCase() ? accented : accented.toUpperCase();
    return VOWELS.includes(letter) ? written + accented : written;
  });

const ARABIC = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'ابكدعفجهيجكلمنوبقرستوفوخيز'][index]]),
);

const mirror = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[a-z]/gi, (letter) => ARABIC[letter.toLowerCase()] ?? letter);

const PSEUDO: readonly PseudoLanguage[] = [
  { lang: 'en-XA', dir: 'ltr', script: 'Latn', english: 'Pseudo (longer)', french: 'pseudo', rewrite: lengthen },
  { lang: 'ar-XB', dir: 'rtl', script: 'Arab', english: 'Pseudo (right to left)', french: 'pseudo', rewrite: mirror },
];

export const PSEUDO_LANGS: readonly string[] = PSEUDO.map(({ lang }) => lang);

/** Tags, character references, placeholders and addresses stay as they are. */
const KEPT = /(<[^>]*>|&[a-z#\d]+;|\{\{[^}]*\}\}|https?:[^\s<]+)/gi;

/**
 * Rewrites the words of plain text or of a block's HTML.
 * @example pseudoText('Call <a href="tel:112">112</a> in {{town}}', 'en-XA') -> 'Çááll <a href="tel:112">112</a> ííñ {{town}}'
 */
export function pseudoText(text: string, lang: string): string {
  const rewrite = PSEUDO.find((language) => language.lang === lang)?.rewrite ?? ((words: string) => words);
  const parts = text.split(KEPT);
  return parts.map((part, index) => (index % 2 ? part : rewrite(part))).join('');
}

/** The sources with both languages in them. To be called after the checks, which would rightly refuse such words. */
export function withPseudoLanguages(sources: Sources): Sources {
  const { languages, translations } = sources;
  const source = languages.value.find(({ lang }) => lang === translations.sourceLang);
  if (!source) return sources;
  const added = PSEUDO.map(({ rewrite: _, ...language }) => toListed(language, source));
  return {
    ...sources,
    languages: { ...languages, value: [...languages.value, ...added] },
    translations: PSEUDO_LANGS.reduce(addTranslation, translations),
  };
}

const toListed = (language: Omit<PseudoLanguage, 'rewrite'>, { name, weekdays, months }: ListedLanguage): ListedLanguage => ({
  ...language,
  name: pseudoText(name, language.lang),
  weekdays: weekdays.map((day) => pseudoText(day, language.lang)),
  months: months.map((month) => pseudoText(month, language.lang)),
});

/** Made by a machine, so that the notes about that are laid out as well. */
function addTranslation(translations: Translations, lang: string): Translations {
  const originals = Object.values(translations.files[translations.sourceLang] ?? {});
  const lock: Lock = {};
  const files = originals.map((original): WordsFile => {
    const pairs = pairsOf(original, lang);
    lock[original.key] = Object.fromEntries(
      pairs.map(([key, { source }]) => [key, { from: hashSource(source), state: 'machine' }]),
    );
    return { ...original, lang, segments: new Map(pairs.map(([key, segment]) => [key, toPseudo(key, segment, lang)])) };
  });
  return {
    ...translations,
    files: { ...translations.files, [lang]: Object.fromEntries(files.map((file) => [file.key, file])) },
    locks: { ...translations.locks, [lang]: lock },
  };
}

/** Each segment that the language needs with the source segment it is made from. */
function pairsOf({ key: file, lang: sourceLang, segments }: WordsFile, lang: string): [key: string, Segment][] {
  if (file !== 'words') return [...segments];
  return expectedWords(segments.keys(), sourceLang, lang).flatMap(({ key, sourceKey }): [string, Segment][] => {
    const segment = segments.get(sourceKey);
    return segment ? [[key, segment]] : [];
  });
}

const toPseudo = (key: string, segment: Segment, lang: string): Segment => ({
  ...segment,
  key,
  value: pseudoText(segment.value, lang),
  text: pseudoText(segment.text, lang),
});
