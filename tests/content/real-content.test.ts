import { expect, test } from 'vitest';
import { madeDate } from '../../src/pipeline/made-date.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { formatProblems } from '../../src/pipeline/problems.ts';

test('the published content has no problem, not even a warning', async () => {
  const { problems, guide } = await readGuide({ content: 'content', locales: 'locales', made: madeDate() });
  expect(formatProblems(problems)).toBe('');
  expect(guide?.services.length).toBeGreaterThan(0);
}, 60_000);
