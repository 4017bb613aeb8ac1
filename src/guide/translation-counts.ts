/** How far each language is, counted over the finished guide: for translators, on the command line and on /translate/. */
import type { Guide, Lang, Text, TextState } from './types.ts';

/** States of a translation, worst first. */
export const TRANSLATION_STATES = ['missing', 'outdated', 'machine', 'draft', 'reviewed'] as const satisfies readonly TextState[];
export type TranslationState = (typeof TRANSLATION_STATES)[number];
export type StateCounts = Record<TranslationState, number>;

export interface FileCounts {
  /** `services/<id>`, `about`, or `words` for the interface. */
  key: string;
  counts: StateCounts;
}

export interface LanguageCounts {
  lang: Lang;
  segments: number;
  counts: StateCounts;
  files: FileCounts[];
}

/** Counts the segments of every language but the source's, by state and file. */
export const countTranslations = (guide: Guide): LanguageCounts[] =>
  guide.languages.filter(({ lang }) => lang !== guide.sourceLang).map(({ lang }) => countLanguage(guide, lang));

function countLanguage(guide: Guide, lang: Lang): LanguageCounts {
  const files = textsOf(guide, lang).map(([key, texts]) => ({ key, counts: countStates(texts) }));
  const counts = Object.fromEntries(
    TRANSLATION_STATES.map((state) => [state, files.reduce((sum, file) => sum + file.counts[state], 0)]),
  ) as StateCounts;
  return { lang, segments: sumOf(counts), counts, files };
}

/** Every text that a language has or should have, by the file it belongs to. */
function textsOf({ words, about, services, emergency, topics, cards, notices }: Guide, lang: Lang): [string, Text[]][] {
  const collections = { services, emergency, topics, cards, notices };
  const entries = Object.entries(collections).flatMap(([name, list]) =>
    list.map((entry): [string, Text[]] => [`${name}/${entry.id}`, leaves(entry.words[lang])]),
  );
  return [['words', leaves(words[lang])], ['about', leaves(about[lang])], ...entries];
}

/** The texts of one entry; a body is a list of them. */
const leaves = (words: object | undefined): Text[] => Object.values(words ?? {}).flat() as Text[];

const countStates = (texts: readonly Text[]) =>
  Object.fromEntries(
    TRANSLATION_STATES.map((state) => [state, texts.filter((text) => text.state === state).length]),
  ) as StateCounts;

/** @example sumOf({ missing: 1, outdated: 0, machine: 2, draft: 0, reviewed: 0 }) -> 3 */
export const sumOf = (counts: StateCounts): number => TRANSLATION_STATES.reduce((sum, state) => sum + counts[state], 0);

/** A whole percentage that says 100 only when nothing is left, and 0 only when nothing is done. */
export function percentOf(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0;
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/**
 * Where the words of a file stand in the repository.
 * @example wordsFile('ar', 'topics/sea') -> 'content/ar/topics/sea.md'; wordsFile('ar', 'words') -> 'locales/ar.json'
 */
export const wordsFile = (lang: Lang, key: string): string =>
  key === 'words' ? `locales/${lang}.json` : `content/${lang}/${key}.md`;
