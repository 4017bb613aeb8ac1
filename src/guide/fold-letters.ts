/**
 * Makes the many ways of typing a word one: case, accents, vowel signs, Arabic and Persian letters, Ethiopic letters of one sound.
 * Used on what is searched and on what is typed alike, so it may lose much: nobody reads its result.
 */

/** What each of these letters is read as. Many are missing on some keyboard; NFKD has taken off the accents and hamzas that it can. */
const READ_AS: Readonly<Record<string, string>> = {
  ا: 'ٱ',
  ب: 'پ',
  ت: 'ټٹ',
  ج: 'چځڅ',
  د: 'ډڈ',
  ر: 'ړڑڕ',
  ز: 'ژږ',
  ش: 'ښ',
  ف: 'ڤ',
  ک: 'كڪګگ',
  ل: 'ڵ',
  ن: 'ڼں',
  و: 'ۆۇۈۋۉ',
  ه: 'ةہھەۃ',
  ی: 'ىيېۍێے',
  d: 'đ',
  i: 'ı',
  o: 'ø',
  oe: 'œ',
  ae: 'æ',
  s: 'ß',
};
const PLAIN = new Map(
  Object.entries(READ_AS).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain] as const)),
);
const VARIANT = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'g');
/** Vowel signs and accents; joiners and marks of direction; the stretching line; a hamza that stands alone. */
const LOST = /[\p{M}\p{Cf}ـء]/gu;
const DIGIT = /[٠-٩۰-۹]/g;

/** Sounds of the rows of eight from U+1200 on. `-` is a row of vowels. */
const ROWS = 'h l h m s r s sh q q q q b v t ch h h n n - k k h h w - z j y d d j g g g t ch p ts ts f p'.split(' ');
const VOWELS = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];
const SYLLABLE = /[\u1200-\u1357]/g;

/**
 * Ethiopic as it sounds: one sound has several letters, and the vowel is what people type wrong.
 * @example syllable('ሠ') -> 'se'; syllable('ሓ') -> 'ha'; syllable('ዐ') -> 'a'
 */
function syllable(letter: string): string {
  const place = letter.charCodeAt(0) - 0x1200;
  const sound = ROWS[place >> 3] ?? '';
  const order = place & 7;
  if (sound !== '-') return sound + (sound === 'h' && order === 0 ? 'a' : (VOWELS[order] ?? ''));
  return order === 0 ? 'a' : VOWELS[order] || 'e';
}

/**
 * @example foldLetters('Hôpital') -> 'hopital'; foldLetters('مُستشفى') -> 'مستشفی'; foldLetters('ሆስፒታል') -> 'hospital'
 * @example foldLetters('Tắm') -> 'tam'; foldLetters('bishaan') -> 'bishan'; foldLetters('١١٢') -> '112'
 */
export function foldLetters(text: string): string {
  const folded = text.normalize('NFKD').toLowerCase().replace(LOST, '').replace(SYLLABLE, syllable);
  return folded
    .replace(VARIANT, (letter) => PLAIN.get(letter) ?? letter)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/(\p{L})\1+/gu, '$1');
}

/** "the", with what may be joined before it; it must leave three letters. */
const ARTICLE = /^[وبفک]?ال(?=.{3})/;
/** `l'eau` is "eau" with an article; elsewhere an apostrophe is a letter's part and often left out. */
const ELISION = /(^|[^\p{L}])(?:[cdjlmnst]|qu)['’](?=\p{L})/giu;
const APOSTROPHE = /['’ʼ‘`ʹ]/g;

/**
 * The words of a text, folded.
 * @example foldWords('L’accueil de jour') -> ['acueil', 'de', 'jour']; foldWords('والمستشفى') -> ['مستشفی']
 */
export const foldWords = (text: string): string[] =>
  foldLetters(text.replace(ELISION, '$1').replace(APOSTROPHE, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.replace(ARTICLE, ''));
