import { foldLetters } from '../../guide/fold-letters.ts';
import type { Problems } from '../problems.ts';
import { didYouMean } from '../read/nearest.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Synonyms } from '../read/read-synonyms.ts';

/** Synonyms belong to entries that exist, and search sees each of an entry's words as another one. */
export function checkSynonyms({ synonyms, ids, settings }: Sources, problems: Problems): void {
  const { services, topics, cards, emergency } = ids;
  const needs = settings.value.needs.map(({ id }) => id);
  const known = new Set([...needs, ...services, ...topics, ...cards, ...emergency]);
  for (const list of Object.values(synonyms)) {
    checkIds(list, known, problems);
    checkTwins(list, problems);
  }
}

function checkIds({ file, value, at }: Synonyms, known: ReadonlySet<string>, problems: Problems): void {
  for (const id of Object.keys(value)) {
    if (known.has(id)) continue;
    const message = `There is no need, service, topic, card or emergency number "${id}".${didYouMean(id, known)} Correct it or take it out.`;
    problems.error(file, at([id], 'key'), message);
  }
}

/** Case, accents and the like make no other word. */
function checkTwins({ file, value, at }: Synonyms, problems: Problems): void {
  for (const [id, words] of Object.entries(value)) {
    const seen = new Map<string, string>();
    for (const [index, word] of words.entries()) {
      const folded = foldLetters(word);
      const twin = seen.get(folded);
      seen.set(folded, word);
      if (twin !== undefined)
        problems.error(file, at([id, index]), `Search takes "${word}" and "${twin}" for the same word. Keep one of the two.`);
    }
  }
}
