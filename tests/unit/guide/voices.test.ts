import { expect, test } from 'vitest';
import { voiceFor } from '../../../src/guide/voices.ts';

const voice = (lang: string, localService = true) => ({ lang, localService });
const found = (lang: string, ...voices: string[]) =>
  voiceFor(
    lang,
    voices.map((tag) => voice(tag)),
  )?.lang;

test('a voice of the language is found, whatever its country and however it is written', () => {
  expect(found('ar', 'en-GB', 'ar-EG')).toBe('ar-EG');
  expect(found('en', 'de_DE', 'en_US')).toBe('en_US');
  expect(found('vi', 'vi')).toBe('vi');
});

test('no other voice stands in for a missing one', () => {
  expect(found('ti', 'am-ET', 'ar', 'en')).toBeUndefined();
  expect(found('om', 'omx-ET')).toBeUndefined();
});

test('a voice that sends the text to a server is never taken', () => {
  expect(voiceFor('ar', [voice('ar-XA', false)])).toBeUndefined();
  expect(voiceFor('ar', [voice('ar-XA', false), voice('ar-SA')])?.lang).toBe('ar-SA');
});

test('Dari is read by a voice of Afghanistan, else by one of Iran; Farsi never by one of Dari', () => {
  expect(found('prs', 'fa-IR', 'fa-AF')).toBe('fa-AF');
  expect(found('prs', 'fa-IR')).toBe('fa-IR');
  expect(found('fa', 'prs')).toBeUndefined();
});

test('Kurmanji and Sorani are not read by each other’s voice', () => {
  expect(found('kmr', 'ku')).toBe('ku');
  expect(found('kmr', 'ku-IQ', 'ckb')).toBeUndefined();
  expect(found('ckb', 'ku', 'ku-TR')).toBeUndefined();
  expect(found('ckb', 'ku-IQ')).toBe('ku-IQ');
});
