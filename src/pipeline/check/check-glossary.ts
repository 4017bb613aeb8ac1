import type { Problems } from '../problems.ts';
import type { GlossaryEntry } from '../read/read-glossary.ts';
import type { Sources } from '../read/read-sources.ts';
import { type SegmentPair, upToDatePairs } from '../translation/segment-pairs.ts';

/** Where the source has a term of the glossary, the translation has the word chosen for it. */
export function checkGlossary({ glossary, translations, languages }: Sources, problems: Problems): void {
  const ofLanguage = new Map(languages.value.map(({ lang }) => [lang, termsOf(lang, glossary)]));
  for (const pair of upToDatePairs(translations)) {
    for (const term of ofLanguage.get(pair.file.lang) ?? []) checkTerm(term, pair, problems);
  }
}

export interface Term extends GlossaryEntry {
  pattern: RegExp;
}

/** What is said for one language wins over what is said for all. */
export function termsOf(lang: string, glossary: readonly GlossaryEntry[]): Term[] {
  const own = glossary.filter((entry) => entry.lang === lang);
  const general = glossary.filter((entry) => entry.lang === '*' && !own.some(({ term }) => term === entry.term));
  return [...own, ...general].map((entry) => ({ ...entry, pattern: wholeWord(entry.term) }));
}

/** Names are found as they are written, other terms also at the beginning of a sentence. */
function wholeWord(term: string): RegExp {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, term === term.toLowerCase() ? 'iu' : 'u');
}

function checkTerm({ term, words, note, pattern }: Term, { file, segment, source, original }: SegmentPair, problems: Problems) {
  if (!pattern.test(original.text)) return;
  const text = plainly(segment.text);
  if (words.some((word) => text.includes(plainly(word)))) return;
  const chosen = words.map((word) => `"${word}"`).join(' or ');
  const remark = note && ` (${note})`;
  problems.warn(
    file.file,
    segment.at,
    `The source (${source.file}:${original.at.line}) says "${term}", which the glossary gives as ${chosen}${remark}. Use that, or change locales/glossary.csv.`,
  );
}

/** Letters without case, accents and vowel signs, one apostrophe for all. */
const plainly = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'");
