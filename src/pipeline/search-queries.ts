/** How well search finds what people type: a table of queries, run on a built site by a test and by `npm run bench`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Findable, findables } from '../guide/findables.ts';
import type { Pack } from '../guide/packs.ts';
import { makeIndex, search } from '../guide/search.ts';
import type { Lang } from '../guide/types.ts';
import { readPackList } from './site-weight.ts';

interface Query {
  type: string;
  /** Addresses after the language, or needs, which stand for the need in any town. */
  find: string[];
  why: string;
}

export interface QueryResult extends Query {
  /** What came first. */
  first: string[];
  passed: boolean;
}

/** How many of the results a reader looks at. */
const LOOKED_AT = 3;

export const readQueries = (file: string): Record<Lang, Query[]> => parse(readFileSync(file, 'utf8'));

/** Everything that search looks through in a language of a built site. */
export function readFindables(dist: string, lang: Lang): Findable[] {
  const packs = readPackList(dist, lang).files.filter(({ kind }) => kind === 'pack');
  return findables(Object.assign({}, ...packs.map(({ url }) => JSON.parse(readFileSync(join(dist, url), 'utf8')) as Pack)));
}

export function runQueries(texts: readonly Findable[], queries: readonly Query[]): QueryResult[] {
  const index = makeIndex(texts);
  return queries.map((query) => {
    const first = search(index, query.type)
      .slice(0, LOOKED_AT)
      .map(({ text }) => texts[text]?.rest ?? '');
    return { ...query, first, passed: first.some((rest) => query.find.some((wanted) => isMeant(rest, wanted))) };
  });
}

const isMeant = (rest: string, wanted: string) =>
  rest === wanted || (!wanted.includes('/') && rest.split('/')[1] === wanted && rest.split('/').length === 3);
