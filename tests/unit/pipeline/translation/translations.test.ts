import { describe, expect, test } from 'vitest';
import { writeLock } from '../../../../src/pipeline/translation/locks.ts';
import { hashSource } from '../../../../src/pipeline/translation/segments.ts';
import { readFixture, wholeFile } from '../guide-fixtures.ts';

const lockOf = (key: string, entries: Record<string, object>) => ({
  'locales/ar.lock.json': writeLock({ [key]: entries } as never),
});

const entry = (source: string, state: string) => ({ from: hashSource(source), state });

async function guideWith(files: Record<string, string | null>) {
  const { guide, problems } = await readFixture(undefined, files);
  expect(problems).toEqual([]);
  if (!guide) throw new Error('no guide');
  return guide;
}

describe('how much a translation can be trusted', () => {
  test('the source itself is the source', async () => {
    const guide = await guideWith({});
    expect(guide.topics[0]?.words.en?.title).toEqual({ value: 'Safety at sea', lang: 'en', state: 'source' });
  });

  test('a translation about which nothing is noted is a draft', async () => {
    const guide = await guideWith({});
    expect(guide.services[0]?.words.ar?.summary).toEqual({ value: 'أطباء وممرضات.', lang: 'ar', state: 'draft' });
  });

  test('a missing file is shown in the source language, and says so', async () => {
    const guide = await guideWith({ 'content/ar/services/hospital.md': null });
    expect(guide.services[0]?.words.ar?.name).toEqual({ value: 'Calais hospital', lang: 'en', state: 'missing' });
    expect(guide.services[0]?.words.ar?.body).toEqual([
      { value: '<p>Ask for an interpreter.</p>', lang: 'en', state: 'missing' },
    ]);
  });

  test('a missing part at the end falls back alone', async () => {
    const short = wholeFile('content/ar/topics/sea.md').split('\n- ')[0] ?? '';
    const guide = await guideWith({ 'content/ar/topics/sea.md': short });
    expect(guide.topics[0]?.words.ar?.body.map(({ lang }) => lang)).toEqual(['ar', 'ar', 'en']);
  });

  test.each([
    ['قل أين أنت.', '[missing]', ['en', 'ar', 'ar']],
    ['## من يمكنه المساعدة', '## [missing]', ['ar', 'en', 'ar']],
  ])('a part marked as missing falls back alone: %s', async (part, mark, langs) => {
    const file = 'content/ar/topics/sea.md';
    const guide = await guideWith({ [file]: wholeFile(file).replace(part, mark) });
    const body = guide.topics[0]?.words.ar?.body ?? [];
    expect(body.map(({ lang }) => lang)).toEqual(langs);
    expect(body.find(({ lang }) => lang === 'en')?.state).toBe('missing');
    expect(JSON.stringify(guide)).not.toContain('[missing]');
  });

  test('a reviewed translation stays reviewed while its source stays the same', async () => {
    const guide = await guideWith(lockOf('topics/sea', { title: entry('Safety at sea', 'reviewed') }));
    expect(guide.topics[0]?.words.ar?.title.state).toBe('reviewed');
  });

  test('whatever it was, it is outdated once its source has changed', async () => {
    const guide = await guideWith(lockOf('topics/sea', { title: entry('Safety on ships', 'reviewed') }));
    expect(guide.topics[0]?.words.ar?.title.state).toBe('outdated');
  });

  test('a critical text that a machine made keeps its source beside it', async () => {
    const guide = await guideWith(lockOf('topics/sea', { title: entry('Safety at sea', 'machine') }));
    expect(guide.topics[0]?.words.ar?.title.original).toEqual({ value: 'Safety at sea', lang: 'en', state: 'source' });
  });

  test('every emergency text is critical, a hospital name is not', async () => {
    const machine = {
      'emergency/115': { name: entry('A place to sleep', 'machine') },
      'services/hospital': { name: entry('Calais hospital', 'machine') },
    };
    const guide = await guideWith({ 'locales/ar.lock.json': writeLock(machine as never) });
    expect(guide.emergency[0]?.words.ar?.name.original?.value).toBe('A place to sleep');
    expect(guide.services[0]?.words.ar?.name).toEqual({ value: 'مستشفى Calais', lang: 'ar', state: 'machine' });
  });
});

describe('when a source counts as changed', () => {
  const before = hashSource('See the [day centre](../services/a.md) in {{town}}.');
  test.each([
    ['a link that leads elsewhere', 'See the [day centre](../services/b.md) in {{town}}.', true],
    ['a renamed placeholder', 'See the [day centre](../services/a.md) in {{city}}.', true],
    ['a line broken elsewhere', 'See the\n [day centre](../services/a.md) in {{town}}.', true],
    ['another word', 'See the [night centre](../services/a.md) in {{town}}.', false],
    ['a number', 'See the 2 [day centre](../services/a.md) in {{town}}.', false],
  ])('%s', (_, after, isSame) => {
    expect(hashSource(after) === before).toBe(isSame);
  });
});

test('each language gets the plural forms of its own grammar', async () => {
  const { words } = await guideWith({});
  expect(Object.keys(words.en ?? {}).filter((key) => key.startsWith('need.places'))).toEqual([
    'need.places_one',
    'need.places_other',
  ]);
  expect(words.ar?.['need.places_few']).toEqual({ value: '{{count}} أماكن', lang: 'ar', state: 'draft' });
});
