/** Characters that readers cannot see but that change what they see, or that break search and copying. */
import { codePoint } from '../problems.ts';

export interface HiddenCharacter {
  /** Offset in the text. */
  index: number;
  message: string;
}

const RULES: readonly { pattern: RegExp; what: string; todo: string; exceptIn?: RegExp }[] = [
  {
    pattern: /[\u202A-\u202E\u2066-\u2069]/u,
    what: 'turns the direction of writing',
    todo: 'Take it out: the guide sets the direction itself.',
  },
  {
    pattern: /[\u200E\u200F\u061C]/u,
    what: 'is an invisible direction mark',
    todo: 'Take it out: the guide sets the direction itself.',
  },
  {
    pattern: /[\u200C\u200D]/u,
    what: 'is an invisible joiner',
    todo: 'Take it out: this script does not need it.',
    // Persian, Pashto, Kurdish, Urdu and the scripts of India write with it.
    exceptIn: /^(?!Latn|Cyrl|Grek|Ethi|Hebr|Armn|Geor|$)/,
  },
  {
    // Whatever Unicode calls ignorable, apart from those above.
    // U+2028 and U+2029 end a line for some readers only; U+2800 is braille without dots.
    pattern: /(?![\u061C\u200C-\u200F\u202A-\u202E\u2066-\u2069])\p{DI}|[\uFFF9-\uFFFD\u2028\u2029\u2800]/u,
    what: 'is invisible or broken',
    todo: 'Take it out, or write the line again by hand.',
  },
  { pattern: /\p{Co}/u, what: 'is a sign of one font only', todo: 'Take it out, or write what it shows.' },
  { pattern: /(?![\t\n])\p{Cc}/u, what: 'is a control character', todo: 'Take it out.' },
  // No language of ours sets more than three on a letter.
  {
    pattern: /\p{M}{4,}/u,
    what: 'begins a pile of marks',
    todo: 'Leave at most three on a letter: more cover the lines around.',
  },
  {
    pattern: /[\uFB00-\uFB06\uFB50-\uFD3D\uFD40-\uFDFF\uFE70-\uFEFC]/u,
    what: 'is a presentation form (copied from a PDF?)',
    todo: 'Type the word with ordinary letters: search cannot find this one.',
  },
];

/**
 * Every character of a text that must not be there; `script` is that of the text's language, '' when it has none.
 * @example findHidden('a\u202Eb', 'Latn') -> [{ index: 1, message: 'The character U+202E turns the direction …' }]
 */
export function findHidden(text: string, script: string): HiddenCharacter[] {
  return RULES.filter(({ exceptIn }) => !exceptIn?.test(script)).flatMap(({ pattern, what, todo }) =>
    [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
      index: match.index,
      message: `The character ${codePoint(match[0])} ${what}. ${todo}`,
    })),
  );
}
