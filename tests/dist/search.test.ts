import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFindables, readQueries, runQueries } from '../../src/pipeline/search-queries.ts';
import { builtLanguages } from '../../src/pipeline/site-weight.ts';
import { DIST, ROOT } from './built-site.ts';

const queries = readQueries(join(ROOT, 'tests/fixtures/search/queries.yaml'));
const langs = builtLanguages(DIST);
const texts = Object.fromEntries(langs.map((lang) => [lang, readFindables(DIST, lang)]));
const results = Object.entries(queries).flatMap(([lang, asked]) =>
  runQueries(texts[lang] ?? [], asked).map((result) => ({ ...result, lang })),
);

describe('what people type', () => {
  it.each(langs)('is tried in %s at least eight times', (lang) => expect(queries[lang]?.length).toBeGreaterThanOrEqual(8));

  it('is found among the first three in 95 of 100 tries', () => {
    const missed = results.filter(({ passed }) => !passed);
    for (const { lang, type, first, find } of missed)
      console.warn(`${lang} "${type}": ${first.join(' ')}, not ${find.join(' ')}`);
    expect(results.length).toBeGreaterThanOrEqual(150);
    expect(1 - missed.length / results.length).toBeGreaterThanOrEqual(0.95);
  });
});

it.each(langs)('search in %s looks through every page that has something to say, each with a name', (lang) => {
  const all = texts[lang] ?? [];
  expect(all.length).toBe(texts.en?.length);
  expect(all.filter(({ name }) => !name || /[<>@]|&\w+;/.test(name)).map(({ rest }) => rest)).toEqual([]);
});

it.each(langs)('each thing that can be found in %s is found by its own name', (lang) => {
  const all = texts[lang] ?? [];
  const own = all.map(({ rest, name }) => ({
    type: name,
    find: all.filter((one) => one.name === name).map((one) => one.rest),
    why: rest,
  }));
  const missed = runQueries(all, own).filter(({ passed }) => !passed);
  expect(missed.map(({ type, first }) => `${type}: ${first.join(' ')}`)).toEqual([]);
});
