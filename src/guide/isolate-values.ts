/** What is put into a sentence that runs from right to left keeps an order of its own. */

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: the plain-text form of `<bdi>`, which titles and labels understand too. */
const [OPEN, CLOSE] = ['\u2068', '\u2069'];

/** A placeholder, with its unit (`{{size}} kB`) and with what it is bound to (`{{done}}/{{of}}`). */
const VALUE = /\{\{[^}]+\}\}(?:[/–-]\{\{[^}]+\}\})*(?: [A-Za-z]+\b)?/g;

/** A date is made of values alone. Isolated one by one they would leave nothing to tell the date's own direction by. */
const hasWords = (words: string) => /\p{L}/u.test(words.replace(/\{\{[^}]+\}\}/g, ''));

/**
 * Words with their placeholders isolated, for languages written from right to left.
 * Without it a day after a Latin name becomes part of that name: `ofpra.fr: 31 ...` shows 31 on the wrong side.
 * @example isolateValues('{{size}} kB') -> '\u2068{{size}} kB\u2069'
 */
export const isolateValues = (words: string): string =>
  hasWords(words) ? words.replace(VALUE, (value) => OPEN + value + CLOSE) : words;
