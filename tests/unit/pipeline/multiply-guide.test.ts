import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Guide } from '../../../src/guide/types.ts';
import { type CheckedGuide, readGuide } from '../../../src/pipeline/make-guide.ts';
import { multiplyGuide } from '../../../src/pipeline/multiply-guide.ts';
import { MADE } from './guide-fixtures.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folders = { content: join(ROOT, 'content'), locales: join(ROOT, 'locales') };
const into = mkdtempSync(join(tmpdir(), 'many-'));
let real: CheckedGuide;
let many: CheckedGuide;

beforeAll(async () => {
  real = await readGuide({ ...folders, made: MADE });
  many = await readGuide({ ...multiplyGuide(folders, 3, into), made: MADE });
}, 240_000);
afterAll(() => rmSync(into, { recursive: true }));

const guideOf = ({ guide }: CheckedGuide): Guide => guide ?? expect.fail('There is no guide.');

test('a guide of three times the places has no more problems than the guide itself', () => {
  expect(many.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(many.problems.length).toBe(real.problems.length);
});

test('each place stands there three times, with an id, a name in each language and a place of its own', () => {
  const { services, languages } = guideOf(many);
  expect(services.length).toBe(3 * guideOf(real).services.length);
  expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
  for (const { lang } of languages) {
    const names = services.map(({ words }) => words[lang]?.name.value);
    expect(names.filter((name) => name?.endsWith(' 3'))).toHaveLength(services.length / 3);
  }
  const places = services.flatMap(({ geo }) => (geo ? [`${geo.lat},${geo.lon}`] : []));
  const shared = places.length - new Set(places).size;
  const own = guideOf(real).services.flatMap(({ geo }) => (geo ? [`${geo.lat},${geo.lon}`] : []));
  expect(shared).toBe(3 * (own.length - new Set(own).size));
});

test('a copied translation is as sure as the one it was copied from', () => {
  const { services } = guideOf(many);
  const state = (id: string) => services.find((service) => service.id === id)?.words.ar?.name.state;
  for (const { id } of guideOf(real).services) expect(state(`${id}-2`)).toBe(state(id));
});
