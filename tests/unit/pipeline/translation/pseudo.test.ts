import { expect, test } from 'vitest';
import { numbersIn } from '../../../../src/pipeline/check/numbers-in-words.ts';
import { placeholdersOf } from '../../../../src/pipeline/check/placeholders.ts';
import { Problems } from '../../../../src/pipeline/problems.ts';
import { readSources } from '../../../../src/pipeline/read/read-sources.ts';
import { pseudoText, withPseudoLanguages } from '../../../../src/pipeline/translation/pseudo.ts';

const LANGS = ['en-XA', 'ar-XB'];
const { sources } = await readSources({ content: 'content', locales: 'locales' }, new Problems());
if (!sources) throw new Error('The real content cannot be read.');
const { translations, languages } = withPseudoLanguages(sources);
const originals = Object.values(translations.files[translations.sourceLang] ?? {}).filter(({ key }) => key !== 'words');
const pairs = (lang: string) =>
  originals.flatMap(({ key, segments }) =>
    [...segments.values()].map((original) => ({ original, own: translations.files[lang]?.[key]?.segments.get(original.key) })),
  );
const markup = (html = '') => html.match(/<[^>]*>|&[a-z#\d]+;/g) ?? [];

test('the pseudo-languages are added at the end, with every text of the source', () => {
  expect(languages.value.map(({ lang }) => lang).slice(-2)).toEqual(LANGS);
  for (const lang of LANGS) expect(pairs(lang).filter(({ own }) => !own)).toEqual([]);
});

test.each(LANGS)('markup, links, placeholders and numbers of the whole guide stay as they are in %s', (lang) => {
  for (const { original, own } of pairs(lang)) {
    expect(markup(own?.value)).toEqual(markup(original.value));
    expect(numbersIn(own?.text ?? '')).toEqual(numbersIn(original.text));
    expect(placeholdersOf(own?.text ?? '')).toEqual(placeholdersOf(original.text));
  }
});

test('en-XA is about 40 % longer, and no word of it is English', () => {
  const length = (texts: (string | undefined)[]) => texts.join('').length;
  const all = pairs('en-XA');
  const ratio = length(all.map(({ own }) => own?.text)) / length(all.map(({ original }) => original.text));
  expect(ratio).toBeGreaterThan(1.25);
  expect(ratio).toBeLessThan(1.5);
  expect(pseudoText('Call <a href="tel:112">112</a> in {{town}}', 'en-XA')).toBe('Çááll <a href="tel:112">112</a> ííñ {{town}}');
});

test('ar-XB has no Latin letter left in its words', () => {
  const words = pairs('ar-XB').map(({ own }) => own?.text.replace(/\{\{[^}]*\}\}|https?:\S+/g, '') ?? '');
  expect(words.filter((text) => /[a-z]/i.test(text))).toEqual([]);
});

test('a pseudo-language has the plural forms of its grammar', () => {
  const keys = [...(translations.files['ar-XB']?.words?.segments.keys() ?? [])].filter((key) => key.startsWith('need.places_'));
  expect(keys).toHaveLength(6);
});

test('nothing else of the sources changes', () => {
  expect(sources.languages.value.map(({ lang }) => lang)).not.toContain('en-XA');
  expect(sources.translations.files).not.toHaveProperty('en-XA');
});
