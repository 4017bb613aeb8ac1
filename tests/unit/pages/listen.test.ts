import { expect, test } from 'vitest';
import type { Guide, TextState } from '../../../src/guide/types.ts';
import { renderPages } from '../../../src/pages/render.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const { guide: real } = await readGuide({ content: 'content', locales: 'locales', made: MADE });
const OFFER = 'data-island="listen"';

/** The first critical page in Arabic, read over by people but for its first paragraph, which is in this state. */
function pageOf(state: TextState, change: (guide: Guide) => Guide = (guide) => guide): string {
  const guide = structuredClone(real);
  const topic = guide?.topics.find(({ critical }) => critical);
  const words = topic?.words.ar;
  const language = guide?.languages.find(({ lang }) => lang === 'ar');
  if (!guide || !topic || !words?.body[0] || !language) throw new Error('The guide has no critical page in Arabic.');
  for (const text of [words.title, words.summary, ...words.body]) text.state = 'reviewed';
  words.body[0].state = state;
  const { sections } = renderPages(change({ ...guide, services: [], topics: [{ ...topic, id: 'sea' }] }), language, '/');
  const { topics = [] } = sections;
  return topics.find(({ rest }) => rest === 't/sea/')?.main ?? '';
}

test.each(['machine', 'outdated'] as const)('critical words in the state %s are not offered to a voice', (state) => {
  expect(pageOf(state)).not.toContain(OFFER);
});

test.each(['draft', 'reviewed'] as const)('critical words in the state %s are', (state) => {
  expect(pageOf(state)).toContain(OFFER);
});

test('words that are not critical are, whoever made them', () => {
  const notCritical = (guide: Guide) => ({ ...guide, topics: guide.topics.map((topic) => ({ ...topic, critical: false })) });
  expect(pageOf('machine', notCritical)).toContain(OFFER);
});

test('a recording is offered also for critical words that a machine made: a person has read them', () => {
  const recording = { opus: 'audio/ar/sea.opus', aac: 'audio/ar/sea.m4a', bytes: 43_210 };
  const main = pageOf('machine', (guide) => ({ ...guide, recordings: { ar: { 'topics/sea': recording } } }));
  expect(main).toContain('href="/audio/ar/sea.m4a"');
  expect(main).toContain('data-opus="/audio/ar/sea.opus"');
  expect(main).toMatch(/43[^<]*كيلوبايت/);
});
