import { expect, test } from 'vitest';
import { formatProblems } from '../../../../src/pipeline/problems.ts';
import { expectedOf, faults, readFixture } from '../guide-fixtures.ts';

test('the whole guide, on which the broken ones are based, has no problem', async () => {
  const { guide, problems } = await readFixture(undefined);
  expect(formatProblems(problems)).toBe('');
  expect(guide).toBeDefined();
});

test.each(faults())('an editor is told, with line and remedy, about: %s', async (fault) => {
  const { guide, problems } = await readFixture(fault);
  expect(formatProblems(problems)).toBe(expectedOf(fault));
  expect(expectedOf(fault)).not.toBe('');
  expect(guide === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
});
