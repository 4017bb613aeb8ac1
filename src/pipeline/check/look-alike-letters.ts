/** Letters that look right and are not: search does not find them, some fonts lack them, a speech reader says them wrong. */
import { codePoint } from '../problems.ts';

export interface WrongLetter {
  /** Offset in the text. */
  index: number;
  message: string;
}

interface Rule {
  /** Languages it holds for. */
  langs: readonly string[];
  pattern: RegExp;
  message: (found: string) => string;
}

const instead = (right: string) => (found: string) =>
  `The letter ${found} (${codePoint(found)}) is that of another language. Write ${right} (${codePoint(right)}): search cannot find this one.`;

/** Pashto writes ي (U+064A) for one of its own five; Sorani writes its own ه as ھ or ه, but never before a joiner. */
const RULES: readonly Rule[] = [
  { langs: ['fa', 'prs', 'ckb', 'ur', 'ps'], pattern: /ك/gu, message: instead('ک') },
  { langs: ['fa', 'prs', 'ckb', 'ur'], pattern: /[يى]/gu, message: instead('ی') },
  { langs: ['ur'], pattern: /ه/gu, message: instead('ہ') },
  { langs: ['ar'], pattern: /ک/gu, message: instead('ك') },
  { langs: ['ar'], pattern: /ی/gu, message: instead('ي') },
  {
    langs: ['ckb'],
    pattern: /ه\u200C/gu,
    message: () => 'Here ه and an invisible joiner stand for one letter. Write ە (U+06D5), without the joiner.',
  },
  {
    langs: ['ar', 'ckb'],
    pattern: /(?<!ه)\u200C/gu,
    message: () => 'Here stands an invisible joiner (U+200C). This language does not write it: take it out.',
  },
];

/** A joiner keeps apart two parts of one word, so it has a letter on each side. */
const LONELY_JOINER = /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?!\p{L})/gu;

/** One sign written as a letter and a mark after it: `e` and U+0301 for `é`. */
const TAKEN_APART = /\p{L}\p{M}+/gu;

/**
 * Every letter in a text that `lang` does not write so.
 * @example findLookAlikes('كجا', 'fa') -> [{ index: 0, message: 'The letter ك (U+0643) is that of another language …' }]
 */
export function findLookAlikes(text: string, lang: string): WrongLetter[] {
  const own = RULES.filter(({ langs }) => langs.includes(lang)).flatMap(({ pattern, message }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ index, message: message(found) })),
  );
  const joiners = [...text.matchAll(LONELY_JOINER)].map(({ index }) => ({
    index,
    message: 'Here an invisible joiner stands at the edge of a word. Take it out: it belongs between two letters.',
  }));
  const apart = [...text.matchAll(TAKEN_APART)]
    .filter(([written]) => written.normalize('NFC').length < written.length)
    .map(({ index, 0: found }) => ({
      index,
      message: `"${found}" is written in two parts. Type the letter anew, as one: search cannot find this one.`,
    }));
  return [...own, ...joiners, ...apart];
}

/** @example foreignDigits('ساعت ۱۴:۳۰') -> [{ index: 5, … }] */
export const foreignDigits = (text: string): WrongLetter[] =>
  [...text.matchAll(/(?:(?!\d)\p{Nd})+/gu)].map(({ index, 0: found }) => ({
    index,
    message: `"${found}" is not written in the digits 0-9, which stand everywhere in this guide. Write it in them.`,
  }));

/** Letters of a script that is neither the language's own nor Latin: а (Cyrillic) looks like a. */
export function strayLetters(text: string, script: string): WrongLetter[] {
  const stray = new RegExp(`(?:(?![\\p{scx=${script}}\\p{scx=Latn}\\p{scx=Zyyy}\\p{scx=Zinh}])\\p{L})+`, 'gu');
  return [...text.matchAll(stray)].map(({ index, 0: found }) => ({
    index,
    message: `"${found}" is in the letters of another script. Write it in this language's own, or in Latin ones.`,
  }));
}
