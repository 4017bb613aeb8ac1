import { FILE_START, type Problems } from '../problems.ts';
import { didYouMean } from '../read/nearest.ts';
import { COLLECTIONS } from '../read/read-content.ts';
import type { Sources } from '../read/read-sources.ts';

/** Facts and words belong together: neither stands alone, and the words say what the facts need said. */
export function checkWordFiles(sources: Sources, problems: Problems): void {
  // A file that is there but cannot be read has been reported as such.
  const paths = new Set(sources.files.map(({ path }) => path));
  const hasFile = (path: string) => paths.has(path) || problems.failedIn(`content/${path}`);
  checkWordsHaveFacts(sources, problems);
  checkFactsHaveWords(sources, hasFile, problems);
  checkCardsInFrench(sources, hasFile, problems);
  checkStatusReasons(sources, problems);
}

function checkWordsHaveFacts({ ids, translations }: Sources, problems: Problems): void {
  for (const { key, file } of Object.values(translations.files).flatMap((files) => Object.values(files))) {
    const [collection = '', id] = key.split('/');
    const known = ids[collection as keyof typeof ids];
    if (id === undefined || known?.has(id)) continue;
    problems.error(
      file,
      FILE_START,
      `These words have no facts: content/${collection}/${id}.yaml is missing.${didYouMean(id, known ?? [])} Write it, or rename this file.`,
    );
  }
}

type HasFile = (path: string) => boolean;

function checkFactsHaveWords(sources: Sources, hasFile: HasFile, problems: Problems): void {
  const { sourceLang } = sources.translations;
  for (const collection of COLLECTIONS) {
    for (const { id, file } of sources.facts[collection]) {
      const path = `${sourceLang}/${collection}/${id}.md`;
      if (!hasFile(path))
        problems.error(file, FILE_START, `These facts have no words in the source language. Write content/${path}.`);
    }
  }
  const about = `${sourceLang}/about.md`;
  if (!hasFile(about))
    problems.error(`content/${about}`, FILE_START, 'This file is missing. It says who makes the guide and what it promises.');
}

/** The other person reads the French. */
function checkCardsInFrench(sources: Sources, hasFile: HasFile, problems: Problems): void {
  for (const { id, file } of sources.facts.cards) {
    const path = `fr/cards/${id}.md`;
    if (!hasFile(path))
      problems.error(file, FILE_START, `A card is shown beside its French, which is missing. Write content/${path}.`);
  }
}

function checkStatusReasons({ facts, translations: { files, sourceLang } }: Sources, problems: Problems): void {
  for (const { id, value } of facts.services) {
    const words = files[sourceLang]?.[`services/${id}`];
    if (!words || value.status === 'running' || words.segments.has('status_reason')) continue;
    problems.error(
      words.file,
      FILE_START,
      `The status is "${value.status}", but readers are not told why. Add status_reason: one sentence.`,
    );
  }
}
