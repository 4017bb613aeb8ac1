import { expect, test } from 'vitest';
import { fixSpaces } from '../../../../src/pipeline/translation/fixed-spaces.ts';

const LANGUAGES = [{ lang: 'en' }, { lang: 'fr', space_before: ':;?!»', space_after: '«' }];
const fixed = (value: string, lang: string) => fixSpaces([{ words: { value, lang, state: 'draft' } }], LANGUAGES)[0]?.words.value;

test('no French line begins or ends with a sign that has a space beside it', () => {
  expect(fixed('Où ? Ici : « oui » ; non !', 'fr')).toBe('Où\u00a0? Ici\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0!');
  expect(fixed('<p>Appelez <a href="tel:115">115</a> : gratuit, à 9:30.</p>', 'fr')).toBe(
    '<p>Appelez <a href="tel:115">115</a>\u00a0: gratuit, à 9:30.</p>',
  );
});

test('other languages stay as they are, and so does all that is no text', () => {
  expect(fixed('Where ? Here', 'en')).toBe('Where ? Here');
  const facts = { address: '1 rue : x', list: [1, null, undefined, true] };
  expect(fixSpaces(facts, LANGUAGES)).toEqual(facts);
  expect(fixSpaces(facts, [{ lang: 'en' }])).toBe(facts);
});

test('the source kept beside a text keeps its own spaces', () => {
  const text = { value: 'Oui !', lang: 'fr', state: 'machine', original: { value: 'Yes !', lang: 'en', state: 'source' } };
  expect(fixSpaces(text, LANGUAGES)).toEqual({ ...text, value: 'Oui\u00a0!' });
});
