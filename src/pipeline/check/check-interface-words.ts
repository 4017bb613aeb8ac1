import { FILE_START, type Problems } from '../problems.ts';
import { didYouMean } from '../read/nearest.ts';
import type { Sources } from '../read/read-sources.ts';
import { expectedWords } from '../translation/plural-forms.ts';
import type { Segment, WordsFile } from '../translation/segments.ts';
import { placeholderFault } from './placeholders.ts';
import { pluralFaults } from './plural-faults.ts';

/** locales/<lang>.json: the words that the pages use, in every language. */
export function checkInterfaceWords(sources: Sources, problems: Problems): void {
  const { files, sourceLang } = sources.translations;
  const source = files[sourceLang]?.words;
  if (!source) {
    problems.error(
      `locales/${sourceLang}.json`,
      FILE_START,
      'This file is missing. It holds the interface words of the source language.',
    );
    return;
  }
  checkTownAndNeedWords(sources, source, problems);
  for (const { lang } of sources.languages.value) {
    const words = files[lang]?.words;
    if (words) checkWords(words, source, problems);
    else
      problems.warn(
        `locales/${lang}.json`,
        FILE_START,
        'This file is missing, so the interface is shown in the source language. Write it.',
      );
  }
}

function checkTownAndNeedWords(
  { settings: { file, value, at } }: Sources,
  { segments, file: wordsFile }: WordsFile,
  problems: Problems,
): void {
  for (const [key, list] of [
    ['town', value.towns],
    ['need', value.needs],
  ] as const) {
    for (const [index, { id }] of list.entries()) {
      if (!segments.has(`${key}.${id}`))
        problems.error(file, at([`${key}s`, index, 'id']), `The ${key} "${id}" has no word. Add "${key}.${id}" to ${wordsFile}.`);
    }
  }
}

function checkWords(words: WordsFile, source: WordsFile, problems: Problems): void {
  const needed = expectedWords(source.segments.keys(), source.lang, words.lang);
  const expected = new Map(needed.map(({ key, sourceKey }) => [key, sourceKey]));
  for (const word of words.segments.values()) {
    const original = source.segments.get(expected.get(word.key) ?? '');
    const fault = wordFault(word, original) ?? (original ? undefined : strangerFault(word.key, expected.keys()));
    if (fault) problems.error(words.file, word.at, fault);
  }
  for (const { at, message } of pluralFaults(words, needed)) problems.error(words.file, at, message);
  const missing = [...expected.keys()].filter((key) => !words.segments.has(key));
  if (missing.length && !problems.failedIn(words.file)) problems.warn(words.file, FILE_START, missingMessage(missing));
}

/** What is wrong with one word's text. */
function wordFault({ key, value }: Segment, original: Segment | undefined): string | undefined {
  if (!value.trim()) return `"${key}" is empty. Write the word, or take the key out.`;
  if (value.includes('<')) return 'A "<" stands in this text. Take it out: no HTML here.';
  if (/\*\*|\]\(/.test(value)) return 'Bold and links are not possible in interface words. Write plain words.';
  if (value.includes('$t(')) return '"$t(" would pull in another word. Write the word out.';
  const isPlural = /_(zero|one|two|few|many|other)$/.test(key);
  return original && placeholderFault(value, original.value, isPlural ? ['count'] : []);
}

const strangerFault = (key: string, known: Iterable<string>) =>
  `The source has no word "${key}".${didYouMean(key, known)} Correct the key or take it out.`;

const SHOWN = 6;

function missingMessage(keys: readonly string[]): string {
  const listed = keys.slice(0, SHOWN).join(', ') + (keys.length > SHOWN ? ' …' : '');
  return `${keys.length === 1 ? 'A word is' : `${keys.length} words are`} missing and shown in the source language: ${listed}. Add ${keys.length === 1 ? 'it' : 'them'}.`;
}
