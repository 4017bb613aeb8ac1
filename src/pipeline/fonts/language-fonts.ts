/** A font for phones that lack a language's letters: small, because it has no other letters. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import type { Guide, Lang, Language, Text } from '../../guide/types.ts';
import { ALPHABETS } from './alphabets.ts';

/** One weight: browsers thicken it for headings, and a second file would double what a poor phone fetches. */
export const FILES: Readonly<Record<string, string>> = {
  Arab: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  Ethi: '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2',
};

/** Copyright, licence and its address stay in the file, as the Open Font License asks (name table of OpenType). */
const LICENCE_NAMES = [0, 13, 14];

/** Fonts by language, for those whose `letters` say that a phone may lack some. */
export async function languageFonts(guide: Guide): Promise<Map<Lang, Uint8Array>> {
  const fonts = new Map<Lang, Uint8Array>();
  for (const language of guide.languages) {
    const file = language.letters ? FILES[language.script] : undefined;
    if (file) fonts.set(language.lang, await cutDown(file, lettersUsed(guide, language)));
  }
  return fonts;
}

/**
 * The one script of which phones lack every letter or none. Of Arabic letters they lack a few, and those of two fonts do not join:
 * so only a page in such a language brings them, for all its words.
 */
export const ALL_OR_NONE = 'Ethi';

/** A font for what pages of other languages, or of none, say in those letters; undefined when they say nothing in them. */
export async function namesFont(html: string): Promise<Uint8Array | undefined> {
  const letters = [...new Set(html.match(charactersOf(ALL_OR_NONE)))].filter((letter) => !/[\u200c\u200d]/.test(letter));
  const file = FILES[ALL_OR_NONE];
  return file && letters.length ? cutDown(file, letters.sort().join('')) : undefined;
}

export async function cutDown(file: string, letters: string): Promise<Uint8Array> {
  const whole = await readFile(createRequire(import.meta.url).resolve(file));
  return subsetFont(whole, letters, { targetFormat: 'woff2', preserveNameIds: LICENCE_NAMES });
}

/**
 * The letters of a language's script in all its texts, and its alphabet; each once, in the order of Unicode.
 * @example an Amharic guide that says "Calais ካሌ" -> 'ሀሁሂ...ካ...ሌ...', without Latin letters
 */
export function lettersUsed(guide: Guide, language: Language): string {
  const known = lettersOf.get(guide) ?? new Map<Language, string>();
  lettersOf.set(guide, known);
  const letters = known.get(language) ?? findLetters(guide, language);
  known.set(language, letters);
  return letters;
}

/** Each font asks: that of the language's pages, and those for paper in two weights. */
const lettersOf = new WeakMap<Guide, Map<Language, string>>();

function findLetters(guide: Guide, { lang, script, name, weekdays, months, letters = '' }: Language): string {
  const { languages, ...texts } = guide;
  const all = [wordsIn(texts, lang), name, ...weekdays, ...months, letters, ALPHABETS[script] ?? ''].join('');
  return [...new Set(all.match(charactersOf(script)))].sort().join('');
}

/** Also marks shared by few scripts, like the Arabic comma, and the joiners that stand between letters. */
const charactersOf = (script: string) => new RegExp(`[\\p{Script_Extensions=${script}}\\u200c\\u200d]`, 'gu');

/** Every text in a language, wherever in the guide it stands. */
function wordsIn(value: unknown, lang: Lang): string {
  if (typeof value !== 'object' || value === null) return '';
  if (isText(value)) return value.lang === lang ? value.value : '';
  return Object.values(value)
    .map((part) => wordsIn(part, lang))
    .join('');
}

const isText = (value: object): value is Text => 'value' in value && typeof value.value === 'string' && 'lang' in value;
