import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type BuiltPage, builtGuideFiles, builtPages } from '../../src/pipeline/built-pages.ts';
import { Problems } from '../../src/pipeline/problems.ts';
import { readSources } from '../../src/pipeline/read/read-sources.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn, ROOT } from './built-site.ts';
import { type PageText, textsOf } from './page-texts.ts';

const { sources } = await readSources({ content: join(ROOT, 'content'), locales: join(ROOT, 'locales') }, new Problems());
if (!sources) throw new Error('The guide cannot be read.');
const scripts = new Map(sources.languages.value.map(({ lang, script }) => [lang, script]));

/** What stands in its own letters in every language: official names (those of organisations and of the glossary). */
const names = [
  ...Object.values(sources.organisations.value).map(({ name }) => name),
  ...sources.glossary.filter(({ lang }) => lang === '*').map(({ term }) => term),
].sort((a, b) => b.length - a.length);

/** Quoted words (what a sign or a form says), addresses on the web, and titles of books and projects in capitals. */
const QUOTED = /“[^”]*”|«[^»]*»|"[^"]*"|\([^)]*\)|https?:\S+|\S+@\S+|\S+\.(?:org|fr|com|net|eu|uk|info)\b\S*/g;

const ownWords = (text: string) =>
  names.reduce((rest, name) => rest.replaceAll(name, ' '), text.replaceAll("'", '’')).replace(QUOTED, ' ');

/** English words that are none in the other languages of the guide; an English sentence hardly does without one. */
const ENGLISH = /(?<![\p{L}’-])(?:the|and|you|your|with|from|this|have|which|they|what|where)(?![\p{L}’-])/u;

/** Three words in a row that are no names: no borrowed term is so long. */
const LATIN_SENTENCE = /(?<![\p{L}’-])(?:\p{Ll}[\p{Script=Latn}’-]*[ ,]+){2}\p{Ll}[\p{Script=Latn}’-]*/u;

/** Why a text cannot be in the language that it says it is in. */
function faultOf({ lang, text, isApart }: PageText): string[] {
  // The calendar that one leaves to is in no language.
  if (lang === 'zxx') return [];
  const script = scripts.get(lang);
  if (!script) return [`lang="${lang}" is no language of the guide: ${text}`];
  if (isApart) return [];
  const words = ownWords(text);
  const letters = words.match(/\p{L}/gu) ?? [];
  const isOther = (letter: string) => !new RegExp(`\\p{scx=${script}}|\\p{scx=Latn}|\\p{Lm}`, 'u').test(letter);
  if (letters.some(isOther)) return [`in ${lang}, letters of neither ${script} nor Latin: ${text}`];
  if (lang !== 'en' && ENGLISH.test(words)) return [`in ${lang}, English: ${text}`];
  if (script !== 'Latn' && LATIN_SENTENCE.test(words)) return [`in ${lang}, a sentence in Latin letters: ${text}`];
  return [];
}

const pages = [...builtPages(DIST), ...builtGuideFiles(DIST)];

describe('every text', () => {
  it('is in the letters and words of the language that it says it is in', () => {
    const faults = faultsOn(pages, ({ html }) => textsOf(html).flatMap(faultOf));
    expect(faults).toEqual([]);
  });

  it('that a script may show is in the language of its page', () => {
    const faults = faultsOn(
      pages.filter(({ lang }) => lang),
      (page) => wordsForScripts(page).flatMap((text) => faultOf({ lang: page.lang ?? '', text, isApart: false })),
    );
    expect(faults).toEqual([]);
  });
});

/** The words that stand in a page as data. */
function wordsForScripts({ html }: BuiltPage): string[] {
  const data = [...html.matchAll(/<script type="application\/json"[^>]*>(.*?)<\/script>/gs)];
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value.replace(/\{\{[^}]*\}\}/g, ' ')];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  return data.flatMap(([, json = '']) => strings(JSON.parse(json)));
}

it('no file has a character of private use, by which words of another language are marked on their way into a page', () => {
  const files = filesBelow(DIST).filter((file) => /\.(html|json|js|webmanifest|txt)$/.test(file));
  expect(files.filter((file) => /[\uE000-\uF8FF]/.test(readFileSync(join(DIST, file), 'utf8')))).toEqual([]);
});

describe('the rule itself', () => {
  const fault = (lang: string, text: string) => faultOf({ lang, text, isApart: false });
  const otherScript = [...scripts].find(([, script]) => script !== 'Latn')?.[0] ?? '';
  test.each(['Look at the water before you drink.', 'Ask first, and come early.', 'Food with rice'])(
    'finds English: %s',
    (text) => {
      for (const lang of scripts.keys()) expect(fault(lang, text).length > 0, lang).toBe(lang !== 'en');
    },
  );
  it('finds French words where another script is expected', () =>
    expect(fault(otherScript, 'demander une place dans un centre')).not.toEqual([]));
  it('lets official names, gloss and short terms stand', () => {
    expect(fault('ar', 'اسأل Watch the Channel أو PASS عن wifi')).toEqual([]);
    expect(fault('fr', 'Refugee Women’s Centre')).toEqual([]);
  });
  it('finds letters of a third script', () => expect(fault('fr', 'Ask аn')).not.toEqual([]));
  it('knows which language each text is in', () => {
    const html = readFileSync(join(DIST, 'index.html'), 'utf8');
    expect(new Set(textsOf(html).map(({ lang }) => lang))).toEqual(new Set(scripts.keys()));
  });
});
