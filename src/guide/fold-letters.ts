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
/**
 * Accents, vowel signs, joiners, marks of direction, the stretching line, a hamza that stands alone.
 * Written out, because making ready for `\p{M}` takes a slow phone longer than all the rest.
 */
const LOST =
  /[\u0300-\u036f\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u135d-\u135f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Sounds of the rows of eight from U+1200 on. `-` is a row of vowels. */
const ROWS = 'h l h m s r s sh q q q q b v t ch h h n n - k k h h w - z j y d d j g g g t ch p ts ts f p'.split(' ');
const VOWELS = ['e', 'u', 'i', 'a', 'e', '', 'o', 'wa'];

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

/** What each letter beyond a-z has become so far: a guide has some hundred of them, and each stands there a thousand times. */
const known = new Map(
  Object.entries(READ_AS).flatMap(([plain, letters]) => [...letters].map((letter) => [letter, plain] as const)),
);

function foldLetter(letter: string): string {
  const folded = known.get(letter) ?? [...letter.normalize('NFKD').toLowerCase().replace(LOST, '')].map(foldPart).join('');
  known.set(letter, folded);
  return folded;
}

function foldPart(part: string): string {
  const place = part.charCodeAt(0);
  if (place >= 0x1200 && place < 0x1358) return syllable(part);
  return /[٠-٩۰-۹]/.test(part) ? String(place & 15) : (known.get(part) ?? part);
}

/**
 * @example foldLetters('Hôpital') -> 'hopital'; foldLetters('مُستشفى') -> 'مستشفی'; foldLetters('ሆስፒታል') -> 'hospital'
 * @example foldLetters('Tắm') -> 'tam'; foldLetters('bishaan') -> 'bishan'; foldLetters('١١٢') -> '112'
 */
export const foldLetters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, foldLetter)
    .replace(/([^\d])\1+/g, '$1');

/** "the", with what may be joined before it; it must leave three letters. */
const ARTICLE = /^[وبفک]?ال(?=.{3})/;
/** `l'eau` is "eau" with an article; elsewhere an apostrophe is a letter's part and often left out. */
const ELISION = /^(?:[cdjlmnst]|qu)['’](?=.)/i;
const APOSTROPHE = /['’ʼ‘`ʹ]/g;
/** Anything but spaces and signs of all our scripts; apostrophes are letters here. */
const WORD = /[^\s!-&(-/:-@[-_{-¿×\u2010-\u2017\u201a-\u2027\u2030-\u205e،؛؟٪-٭۔፠-፨]+/g;

/** The words of a text as they are written, each to be folded. */
export const writtenWords = (text: string): string[] => text.match(WORD) ?? [];

/** One word, folded; '' when nothing of it counts. */
export function foldWord(word: string): string {
  const bare = word.search(APOSTROPHE) < 0 ? word : word.replace(ELISION, '').replace(APOSTROPHE, '');
  return foldLetters(bare).replace(ARTICLE, '');
}

/**
 * The words of a text, folded.
 * @example foldWords('L’accueil de jour') -> ['acueil', 'de', 'jour']; foldWords('والمستشفى') -> ['مستشفی']
 */
export const foldWords = (text: string): string[] => writtenWords(text).map(foldWord).filter(Boolean);
