/** Words under which search finds a page and that do not stand there: its French and English names, and what people type for it. */
import { foldWords } from '../guide/fold-letters.ts';
import type { Guide, Lang } from '../guide/types.ts';
import type { Page } from './page-context.ts';

/** Languages of the signs and of helpers: their names are searched in every language. */
export const namingLanguages = ({ sourceLang }: Guide): Lang[] => [...new Set(['fr', sourceLang])];

interface Named {
  /** Id whose synonyms belong to the page. */
  id: string;
  /** What it is called in a language. */
  name: (lang: Lang) => string;
  /** Words of the page that search looks through anyway. */
  shown: string;
}

/** Little words of French and English, which nobody looks for. */
const LITTLE = new Set(
  foldWords(`a an the and or of for in on at to by with from no one my your you if it how that may been be very
    à de du des la le les et ou en un une au aux pour par a votre vos si vous il très comment qui peut être été quand plus`),
);

/** Each word once, as it is written; `ville` is left out where the page says "Ville". */
export function findWords({ guide, language: { lang } }: Page, { id, name, shown }: Named): string {
  const langs = [...new Set([lang, ...namingLanguages(guide)])];
  const words = [
    ...langs.flatMap((one) => guide.synonyms[one]?.[id] ?? []),
    ...namingLanguages(guide).map((one) => (one === lang ? '' : name(one))),
  ];
  const known = new Set([...foldWords(shown), ...LITTLE]);
  const unknown = words
    .join(' ')
    .split(/[^\p{L}\p{M}\p{N}\p{Cf}'’]+/u)
    .filter((word) => isNew(word, known));
  return unknown.join(' ');
}

function isNew(word: string, known: Set<string>): boolean {
  const folded = foldWords(word).join(' ');
  const isKnown = known.has(folded);
  known.add(folded);
  return !isKnown;
}
