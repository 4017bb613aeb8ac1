import { describe, expect, it } from 'vitest';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import {
  beforeUsable,
  builtLanguages,
  LANGUAGE_BUDGET,
  type LanguageWeight,
  languageWeight,
  mapWeight,
  readPackList,
} from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn } from './built-site.ts';

const KB = 1024;
const pages = builtPages(DIST);

/** Compressing all that a language has takes seconds. */
const weights = new Map<string, LanguageWeight>();
function weightOf(lang: string): LanguageWeight {
  const weight = weights.get(lang) ?? languageWeight(DIST, lang);
  weights.set(lang, weight);
  return weight;
}

describe('the weight of a page on the line', () => {
  it.each(builtLanguages(DIST))(
    'the first page in %s needs at most 14 KB, which a host sends before it waits for an answer',
    (lang) => {
      const page = pages.find(({ path }) => path === `${lang}/`);
      expect(page && beforeUsable(DIST, page.html)).toBeLessThanOrEqual(14 * KB);
    },
  );

  it.each(builtLanguages(DIST))('the heaviest page of each kind in %s needs at most 24 KB', (lang) => {
    const heaviest = onePagePerKind(pages.filter((page) => page.lang === lang));
    const heavy = faultsOn(heaviest, (page) =>
      beforeUsable(DIST, page.html) > 24 * KB ? [`${beforeUsable(DIST, page.html)} bytes`] : [],
    );
    expect(heavy).toEqual([]);
  });
});

describe('keeping a language on the phone', () => {
  it.each(builtLanguages(DIST))(`takes in %s at most ${LANGUAGE_BUDGET.times} times its bare words plus 25 KB`, (lang) => {
    const { saved, budget } = weightOf(lang);
    expect(saved).toBeLessThanOrEqual(budget);
  });

  it('takes at most 2 KB for the picture behind all maps', () => {
    const { coast } = weightOf('en');
    expect(coast).toBeGreaterThan(0);
    expect(coast).toBeLessThanOrEqual(LANGUAGE_BUDGET.coast);
  });

  it.each(builtLanguages(DIST))('takes in %s at most 8 KB to put the guide together in one file', (lang) => {
    const { file } = weightOf(lang);
    expect(file).toBeGreaterThan(0);
    expect(file).toBeLessThanOrEqual(LANGUAGE_BUDGET.file);
  });

  it('takes at most 15 KB for the tools that wait for a tap', () => {
    const { tools } = weightOf('en');
    expect(tools).toBeGreaterThan(0);
    expect(tools).toBeLessThanOrEqual(LANGUAGE_BUDGET.tools);
  });
});

describe('the map that moves', () => {
  it('takes at most 480 KB, gzipped: its script, its worker, its style and the shores', () => {
    expect(mapWeight(DIST)).toBeGreaterThan(0);
    expect(mapWeight(DIST)).toBeLessThanOrEqual(480 * KB);
  });

  it.each(builtLanguages(DIST))('is no part of what a phone keeps unasked with %s', (lang) => {
    expect(readPackList(DIST, lang).files.filter(({ url }) => url.includes('atlas'))).toEqual([]);
  });
});
