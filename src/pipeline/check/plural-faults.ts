import type { Position } from '../problems.ts';
import { type ExpectedWord, pluralForms } from '../translation/plural-forms.ts';
import type { Segment, WordsFile } from '../translation/segments.ts';

/**
 * Plurals that have some of the forms their language needs and lack others. i18next would then show the whole word in
 * the source language for some numbers only, which nobody sees while looking.
 */
export function pluralFaults(words: WordsFile, expected: readonly ExpectedWord[]): { at: Position; message: string }[] {
  const plurals = new Set(expected.flatMap(({ plural }) => plural ?? []));
  return [...plurals].flatMap((plural) => {
    const keys = pluralForms(words.lang).map((form) => `${plural}_${form}`);
    const missing = keys.filter((key) => !words.segments.has(key));
    const [first] = keys.map((key) => words.segments.get(key)).filter((segment): segment is Segment => segment !== undefined);
    if (!first || missing.length === 0) return [];
    const message = `This plural lacks ${missing.join(', ')}: for some numbers readers would see the source. This language needs ${keys.length} forms. Write all of them.`;
    return [{ at: first.at, message }];
  });
}
