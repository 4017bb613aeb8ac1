import { expect, test } from 'vitest';
import { codeTargets } from '../../../src/guide/code-targets.ts';
import { readPath, shortPath } from '../../../src/guide/routes.ts';
import { readFixture } from '../pipeline/guide-fixtures.ts';

test('a code leads to the guide, or to a town, a need in it, a service or a topic', async () => {
  const { guide } = await readFixture(undefined);
  expect(guide && codeTargets(guide).map(({ kind, rest }) => `${kind} ${rest}`)).toEqual([
    'guide ',
    'town calais/',
    'need calais/health/',
    'need calais/sleep/',
    'service s/hospital/',
    'service s/night-place/',
    'topic t/sea/',
  ]);
});

test('each has a short address that leads to it', async () => {
  const { guide } = await readFixture(undefined);
  for (const { rest } of guide ? codeTargets(guide).slice(1) : []) {
    expect(readPath('/', `/${shortPath(rest)}`, ['en'])).toEqual({ kind: 'short', rest });
  }
});
