import * as v from 'valibot';
import { foldWords } from '../../guide/fold-letters.ts';
import type { Problems } from '../problems.ts';
import { checkShape } from './check-shape.ts';
import { someOf, words } from './fields.ts';
import type { SourceFile } from './read-files.ts';
import { type Located, readYaml } from './read-yaml.ts';

/** content/<lang>/synonyms.yaml: for the id of an entry the words that people type for it. */
export const SYNONYMS_FILE = 'synonyms.yaml';

export type Synonyms = Located<Record<string, string[]>>;

const searchable = v.pipe(
  words,
  v.check((text) => foldWords(text).length > 0, 'Nothing of this can be typed into the search. Write a word.'),
);

const synonyms = v.record(v.string(), someOf(searchable));

interface Reading {
  into: Record<string, Synonyms>;
  problems: Problems;
}

/** Reads one language's list; a guide may have none. */
export function readSynonyms(source: SourceFile, lang: string, { into, problems }: Reading): void {
  const yaml = readYaml(source.text, source.file, problems);
  const checked = yaml && checkShape(synonyms, yaml, problems);
  if (checked) into[lang] = checked;
}
