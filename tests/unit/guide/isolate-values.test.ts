import { expect, it } from 'vitest';
import { isolateValues } from '../../../src/guide/isolate-values.ts';

const shown = (words: string) => isolateValues(words).replaceAll('\u2068', '[').replaceAll('\u2069', ']');

it('keeps each value to itself', () => {
  expect(shown('نشره {{by}}: {{date}}.')).toBe('نشره [{{by}}]: [{{date}}].');
});

it('keeps a unit in Latin letters with its number', () => {
  expect(shown('نزیکەی {{size}} kB دادەبەزێت')).toBe('نزیکەی [{{size}} kB] دادەبەزێت');
});

it('keeps together what a stroke binds', () => {
  expect(shown('تم {{done}}/{{of}}')).toBe('تم [{{done}}/{{of}}]');
});

it('lets what is made of values alone run as these do', () => {
  expect(shown('{{day}} {{month}} {{year}}')).toBe('{{day}} {{month}} {{year}}');
  expect(shown('{{from}} – {{to}}')).toBe('{{from}} – {{to}}');
});
