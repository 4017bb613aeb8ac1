import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasHouseNumber } from '../../../../src/pipeline/check/check-places.ts';
import { findHidden } from '../../../../src/pipeline/check/hidden-characters.ts';
import { tagFault } from '../../../../src/pipeline/check/language-tags.ts';
import { templateMark } from '../../../../src/pipeline/check/template-marks.ts';
import { decideMade } from '../../../../src/pipeline/made-date.ts';
import { countProblems, Problems } from '../../../../src/pipeline/problems.ts';
import { FINEST_PRECISION } from '../../../../src/pipeline/read/kinds.ts';
import { nearest } from '../../../../src/pipeline/read/nearest.ts';
import { readNumber } from '../../../../src/pipeline/read/phone-numbers.ts';

test('the table of kinds that editors read is the one that the check obeys', () => {
  const rows = readFileSync('content/README.md', 'utf8').matchAll(
    /^\| ((?:`[a-z-]+` ?)+)\| `(call-first|town|street|exact)` \|$/gm,
  );
  const told = [...rows].flatMap(([, kinds = '', finest]) =>
    [...kinds.matchAll(/`([a-z-]+)`/g)].map(([, kind]) => [kind, finest]),
  );
  expect(Object.fromEntries(told)).toEqual(FINEST_PRECISION);
});

describe('house numbers in an address', () => {
  test.each([
    '12 rue de Croy, 62100 Calais',
    '12 bis, rue de Croy, Calais',
    'Centre, 3-5 rue X, Calais',
    'rue de Croy 12, Calais',
    'rue de Croy n° 7',
  ])('found: %s', (address) => expect(hasHouseNumber(address)).toBe(true));
  test.each([
    'rue de Croy, 62100 Calais',
    'place du 11 novembre 1918, Calais',
    'rue du 8 mai 1945, 59140 Dunkerque',
    'quai de la Loire',
  ])('not found: %s', (address) => expect(hasHouseNumber(address)).toBe(false));
});

describe('phone numbers', () => {
  test.each([
    ['+33 3 21 46 33 33', '+33321463333', '03 21 46 33 33'],
    ['0800 05 95 95', '+33800059595', '0 800 05 95 95'],
    ['115', '115', '115'],
    ['116000', '116000', '116000'],
    ['+44 20 7946 0958', '+442079460958', '+44 20 7946 0958'],
  ])('%s is read', (text, number, display) => expect(readNumber(text)).toEqual({ number, display }));
  test.each(['', '1', '+33 3 21 46', '+33 3 21 46 33 33 ext 4', 'ask there', '1234567890123'])('%j is none', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );
});

test('a language is known by the tag that everybody uses', () => {
  expect(['ar', 'ckb', 'ti', 'fa-AF', 'om'].flatMap((tag) => tagFault(tag) ?? [])).toEqual([]);
  expect(tagFault('AR')).toContain('written ar');
  expect(tagFault('xx')).toContain('no language');
});

test('Dari and Kurmanji keep their own tags', () => {
  expect(['prs', 'kmr'].flatMap((tag) => tagFault(tag) ?? [])).toEqual([]);
  expect(tagFault('PRS')).toContain('written');
});

test('a joiner belongs in Persian, not in English', () => {
  expect(findHidden('می\u200cخواهم', 'Arab')).toEqual([]);
  expect(findHidden('a\u200cb', 'Latn')).toHaveLength(1);
});

test('a sign that only one font knows belongs nowhere', () => {
  expect(findHidden('a\ue000b', 'Latn')).toHaveLength(1);
});

test('a mistyped word is guessed only when it is close', () => {
  expect(nearest('hosptal', ['hospital', 'station'])).toBe('hospital');
  expect(nearest('banana', ['hospital', 'station'])).toBeUndefined();
});

describe('the day on which the guide is made', () => {
  const now = new Date('2026-12-24T12:00:00Z');
  test('is that of SOURCE_DATE_EPOCH, whatever else is known', () =>
    expect(decideMade({ epoch: '1795305600', isDirty: true, commit: '1', now })).toBe('2026-11-22'));
  test('is that of the last commit', () => expect(decideMade({ isDirty: false, commit: '1795305600', now })).toBe('2026-11-22'));
  test('is counted in Paris, where midnight comes before that of UTC', () =>
    expect(decideMade({ isDirty: false, commit: '1795303800', now })).toBe('2026-11-22'));
  test('is today while somebody is writing', () =>
    expect(decideMade({ isDirty: true, commit: '1795305600', now })).toBe('2026-12-24'));
  test('is today without git', () => expect(decideMade({ isDirty: false, now })).toBe('2026-12-24'));
});

test('the count says what was found', () => {
  const problem = { file: 'a', line: 1, column: 1, message: '' };
  expect(countProblems([], 40)).toBe('No problems in 40 files.');
  expect(
    countProblems(
      [
        { ...problem, severity: 'error' },
        { ...problem, severity: 'warning' },
      ],
      1,
    ),
  ).toBe('1 error, 1 warning in 1 file.');
});

describe('what an editor is told', () => {
  const told = (message: string) => {
    const problems = new Problems();
    problems.error('content/guide.yaml', { line: 1, column: 1 }, message);
    return problems.sorted()[0]?.message ?? '';
  };

  test('is said once, and forty thousand of them take no time', () => {
    const problems = new Problems();
    const start = process.cpuUsage();
    for (let line = 1; line <= 40_000; line++)
      for (const _ of [1, 2])
        problems.error('locales/fa.json', { line, column: 1 }, 'The character U+0000 is a control character.');
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
    expect(problems.sorted()).toHaveLength(40_000);
    expect([problems.failed, problems.failedIn('locales/fa.json'), problems.failedIn('locales/ar.json')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('names what a terminal would obey', () => expect(told('No "a\u001b[2J\u202eb".')).toBe('No "aU+001B[2JU+202Eb".'));

  test('is not as long as what was written: its beginning and its remedy stay', () => {
    const long = told(`This text has ${'1'.repeat(30_000)} too much. Write the numbers of content/en/about.md:3.`);
    expect(long.length).toBeLessThan(800);
    expect(long).toMatch(/^This text has 1+ \.\.\. 1+ too much\. Write the numbers of content\/en\/about\.md:3\.$/);
  });
});

test('what ends a line unseen, what looks like a space and a pile of marks belong nowhere', () => {
  for (const text of ['a\u2028b', 'a\u2029b', 'a\u2800b', 'a\u0300\u0301\u0302\u0303b'])
    expect(findHidden(text, 'Zyyy')).toHaveLength(1);
  expect(findHidden('شدّةً', 'Arab')).toEqual([]);
});

test.each(['Call @@sign:call@@', 'a @@main@@ b', '@a', 'a @', '{{town}}@', '@{{town}}'])(
  'a mark of the templates, or what could become one beside another text, is refused: %s',
  (text) => expect(templateMark(text)).toContain('"@@"'),
);

test('an address for mail is no mark', () => expect(templateMark('Write to help@example.org, day and night')).toBeUndefined());
