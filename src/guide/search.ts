/** A small search engine for some two hundred texts, built on the phone in one go. It knows nothing of languages: letters are folded. */
import { foldWord, foldWords, writtenWords } from './fold-letters.ts';

/** What can be found, by how much a word in each part counts. */
export interface Searchable {
  name: string;
  /** Other names, not shown. */
  find?: string;
  summary?: string;
  body?: string;
}

const PARTS = [
  ['name', 10],
  ['find', 8],
  ['summary', 4],
  ['body', 2],
] as const;
/** How much each further word of a name takes from it: who looks for "food" means "Food" rather than "Calais Food Collective". */
const LONG_NAME = 0.04;

export interface SearchIndex {
  words: string[];
  /** For each word the texts that have it and what it counts there: text, weight, text, weight ... */
  places: number[][];
  /** Words in each name. */
  lengths: number[];
}

export interface Found {
  /** Place of the text in the list that the index was made of. */
  text: number;
  score: number;
}

export function makeIndex(texts: readonly Searchable[]): SearchIndex {
  const index = new Map<string, number[]>();
  // Texts say few words again and again: each way of writing one is folded once.
  const known = new Map<string, number[]>();
  texts.forEach((text, number) => {
    for (const [part, weight] of PARTS) {
      for (const written of writtenWords(text[part] ?? '')) {
        const places = known.get(written) ?? meet(written, known, index);
        // Parts come with the weightiest first, so a word counts for the first part of a text that has it.
        if (places[places.length - 2] !== number) places.push(number, weight);
      }
    }
  });
  index.delete('');
  const lengths = texts.map(({ name }) => writtenWords(name).length);
  return { words: [...index.keys()], places: [...index.values()], lengths };
}

/** The places of a word written so for the first time; other ways of writing it may have been there before. */
function meet(written: string, known: Map<string, number[]>, index: Map<string, number[]>): number[] {
  const word = foldWord(written);
  const places = index.get(word) ?? [];
  index.set(word, places);
  known.set(written, places);
  return places;
}

/** Texts that fit, best first. Every word of the query counts, the more the fewer texts have it. */
export function search(index: SearchIndex, query: string): Found[] {
  const { lengths } = index;
  const scores = new Map<number, { sum: number; met: number }>();
  let whole = 0;
  for (const typed of foldWords(query)) {
    const best = bestPlaces(typed, index);
    const rarity = Math.log(1 + lengths.length / Math.max(1, best.size));
    whole += rarity;
    for (const [text, quality] of best) {
      const { sum, met } = scores.get(text) ?? { sum: 0, met: 0 };
      scores.set(text, { sum: sum + quality * rarity, met: met + rarity });
    }
  }
  return [...scores]
    .map(([text, { sum, met }]) => ({ text, score: (sum * met) / whole ** 2 / (1 + LONG_NAME * (lengths[text] ?? 0)) }))
    .sort((a, b) => b.score - a.score || a.text - b.text);
}

/** Below this nothing that was found is the word itself or its beginning: perhaps it was typed wrong. */
const SURE = 0.6;

/** The best match of one typed word in each text. */
function bestPlaces(typed: string, { words, places }: SearchIndex): Map<number, number> {
  let matches = words.map((word) => likeness(typed, word));
  if (Math.max(0, ...matches) < SURE) matches = words.map((word, i) => Math.max(matches[i] ?? 0, mistyped(typed, word)));
  const best = new Map<number, number>();
  matches.forEach((quality, i) => {
    const list = quality ? (places[i] ?? []) : [];
    for (let at = 0; at < list.length; at += 2) {
      const value = quality * (list[at + 1] ?? 0);
      if (value > (best.get(list[at] ?? 0) ?? 0)) best.set(list[at] ?? 0, value);
    }
  });
  return best;
}

/**
 * 1 for the same word, less for its beginning or a part of it, 0 for another word. Endings and prefixes of many languages come so.
 * @example likeness('hosp', 'hospital') -> 0.75; likeness('dhakhtarka', 'dhakhtar') -> 0.64
 */
function likeness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return 0.6 + (0.3 * typed.length) / word.length;
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  if (short.length < 3 || short.length * 2 < long.length || !long.includes(short)) return 0;
  return ((long.startsWith(short) ? 0.8 : 0.6) * short.length) / long.length;
}

/** Arabic script leaves vowels out, so its words are shorter. A number with another digit is another number. */
const WITH_VOWELS = /[a-z]/;
const DIGITS = /\d/;

/** The same for a word typed wrong: one mistake from four letters on, two from eight. */
function mistyped(typed: string, word: string): number {
  const length = typed.length + (WITH_VOWELS.test(typed) ? 0 : 1);
  const most = length < 4 || DIGITS.test(typed) ? 0 : length < 8 ? 1 : 2;
  if (!most || word.length < typed.length - most || lacks(typed, word) > most) return 0;
  const count = mistakes(typed, word.slice(0, typed.length + most), most);
  return count > most ? 0 : ((0.7 - 0.15 * count) * typed.length) / Math.max(typed.length, word.length);
}

/** How many letters the word does not have at all: so many mistakes at least. Cheap, and true for most words. */
function lacks(typed: string, word: string): number {
  let count = 0;
  for (const letter of typed) if (!word.includes(letter)) count++;
  return count;
}

/**
 * Letters added, left out, changed or swapped between what was typed and the beginning of a word; more than `most` when it has more.
 * @example mistakes('hopsit', 'hospital', 2) -> 1
 */
function mistakes(typed: string, word: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const [letter, other] = [typed[i - 1], word[j - 1]];
      let fewest = Math.min((row[j - 1] ?? 0) + Number(letter !== other), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === word[j - 2] && typed[i - 2] === other) fewest = Math.min(fewest, (before[j - 2] ?? 0) + 1);
      next.push(fewest);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row);
}
