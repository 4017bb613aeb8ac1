import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { misfit, readMutants } from '../../../src/cli/mutant-list.ts';

const mutants = readMutants(readFileSync('tests/mutants/mutants.yaml', 'utf8'));

describe('the deliberate bugs', () => {
  it('are at least 25, of the worker, of what the guide says, of the check and of what is published', () => {
    expect(mutants.filter(({ slow }) => !slow).length).toBeGreaterThanOrEqual(25);
    const folders = new Set(mutants.map(({ file }) => file.split('/')[1]));
    expect([...folders].sort()).toEqual(['guide', 'islands', 'pages', 'pipeline', 'service-worker']);
  });

  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s still fits the code', (_, mutant) => {
    expect(misfit(mutant, '.')).toBeUndefined();
  });
});

const PATCH = { name: 'x', breaks: 'y', file: 'LICENSE', find: 'MIT License', replace: '', caught_by: ['LICENSE'], slow: false };

it('one that fits nowhere, in many places or changes nothing is told with its name and file', () => {
  const faults = [
    misfit({ ...PATCH, find: 'no such words' }, '.'),
    misfit({ ...PATCH, find: 'the' }, '.'),
    misfit({ ...PATCH, file: 'src/gone.ts' }, '.'),
    misfit({ ...PATCH, caught_by: ['tests/gone.test.ts'] }, '.'),
    misfit({ ...PATCH, replace: PATCH.find }, '.'),
    misfit(PATCH, '.'),
  ];
  expect(faults).toEqual([
    'x: its "find" stands 0 times in LICENSE, not once. Write the patch anew for the code as it is.',
    expect.stringMatching(/^x: its "find" stands \d+ times in LICENSE, not once\./),
    'x: there is no src/gone.ts.',
    'x: there is no tests/gone.test.ts.',
    'x: it changes nothing.',
    undefined,
  ]);
});

it('two of one name, or a key that is unknown, are refused', () => {
  const one = '- {name: a, breaks: b, file: c, find: d, replace: e, caught_by: [f]}\n';
  expect(() => readMutants(one + one)).toThrow('Two deliberate bugs are called "a".');
  expect(() => readMutants(one.replace('}', ', also: g}'))).toThrow();
});
