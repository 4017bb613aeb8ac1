/**
 * Words of the page for translators. English only, as all of the workshop: who translates the guide reads its source,
 * and words here would otherwise have to be translated into every language before anybody can begin.
 */
import type { TranslationState } from '../guide/translation-counts.ts';

export const WORDS = {
  title: 'Translations of this guide',
  description: 'How far the translations of this guide are.',
  lead: 'How many texts of each language are translated, and how sure that is. The files are those of the guide’s repository.',
  legend: 'States, worst first',
  texts: (count: number) => `${count} texts`,
  picture: (language: string, parts: string) => `${language}: ${parts}`,
  open: (files: number) => `What is missing or outdated, in ${files} ${files === 1 ? 'file' : 'files'}`,
  nothingOpen: 'Nothing is missing or outdated.',
  interface: 'Words of the interface',
  longer: 'Longer texts',
  source: 'source',
  sheet: 'A sheet with what is missing or outdated:',
} as const;

/** What each state means for readers. */
export const MEANINGS: Readonly<Record<TranslationState, string>> = {
  missing: 'not translated: readers see the source',
  outdated: 'the source has changed since',
  machine: 'translated by a machine, read by nobody',
  draft: 'translated by a person, not read by a second',
  reviewed: 'read by a second person',
};
