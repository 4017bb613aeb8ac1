import { describe, expect, test } from 'vitest';
import { findLookAlikes, foreignDigits, strayLetters } from '../../../../src/pipeline/check/look-alike-letters.ts';

describe('letters that another language writes', () => {
  test.each([
    ['fa', 'كجا'],
    ['prs', 'پولیسي'],
    ['ckb', 'وه‌رگێڕ'],
    ['ur', 'کهاں'],
    ['ps', 'كار'],
    ['ar', 'فی'],
    ['vi', 'tie\u0302\u0301ng'],
    ['fa', 'کتاب\u200c ها'],
  ])('are found in %s: %s', (lang, text) => expect(findLookAlikes(text, lang)).not.toEqual([]));
  test.each([
    ['fa', 'می‌خواهم'],
    ['ps', 'پولیس يې دی'],
    ['ckb', 'ناوەندەکە، ھەموو'],
    ['ur', 'کہاں ہے، مجھے'],
    ['ar', 'مُترجِمًا في المستشفى'],
    ['vi', 'tiếng Việt'],
    ['en', 'naïve'],
  ])('are not found in right %s: %s', (lang, text) => expect(findLookAlikes(text, lang)).toEqual([]));
});

test('a letter of a third script hides in a word that looks right', () => {
  expect(strayLetters('Cаlais', 'Latn').map(({ index }) => index)).toEqual([1]);
  expect(strayLetters('مستشفى Calais', 'Arab')).toEqual([]);
  expect(strayLetters('ብ1901 SMS', 'Ethi')).toEqual([]);
});

test('digits other than 0-9 are found as they are written', () => {
  expect(foreignDigits('ساعت ۱۴:۳۰ و 15').map(({ index }) => index)).toEqual([5, 8]);
});
