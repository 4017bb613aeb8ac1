import { expect, test } from 'vitest';
import { drawForeign, markForeign, markValue, withoutMarks } from '../../../src/pages/foreign-words.ts';

const draw = (html: string) => drawForeign(html, { source: { lang: 'en', dir: 'ltr' }, page: 'ar' });

test('a word of the source says its language and its direction', () => {
  expect(draw(`<b>${markForeign('Home')}</b>`)).toBe('<b><span lang="en" dir="ltr">Home</span></b>');
});

test('what is put into it keeps the language of the page, and an order of its own', () => {
  const sentence = markForeign(`Checked on ${markValue('22 نوفمبر 2026')}.`);
  expect(draw(sentence)).toBe('<span lang="en" dir="ltr">Checked on <bdi lang="ar">22 نوفمبر 2026</bdi>.</span>');
});

test('a number or a time put into it stays as it is', () => {
  expect(markValue(3)).toBe(3);
  expect(markValue('09:00–12:00')).toBe('09:00–12:00');
});

test('a word of the source within a sentence of the page is set apart as well', () => {
  expect(draw(`<p>${markForeign('Food')} في كاليه</p>`)).toBe('<p><span lang="en" dir="ltr">Food</span> في كاليه</p>');
});

test.each([
  ['an attribute', (word: string) => `<nav aria-label="a > b: ${word}" data-x="y"></nav>`],
  ['a title', (word: string) => `<title>${word} · x</title>`],
  ['an entry of a choice', (word: string) => `<select><option value="1">${word}</option></select>`],
  ['data for scripts', (word: string) => `<script type="application/json">{"a":"${word}"}</script>`],
])('in %s, where no element can stand, it is plain', (_, html) => {
  expect(draw(html(markForeign('Home')))).toBe(html('Home'));
});

test('without such words nothing changes', () => {
  const html = '<p title="x">a < b</p><title>y</title>';
  expect(draw(html)).toBe(html);
  expect(withoutMarks('y')).toBe('y');
});
