import { describe, expect, test } from 'vitest';
import { hashSource } from '../../../../src/pipeline/translation/segments.ts';
import type { SheetRow } from '../../../../src/pipeline/translation/sheet-rows.ts';
import { translationRows } from '../../../../src/pipeline/translation/translation-rows.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** The rows of the tiny guide in Arabic, with other words for some of them. */
async function arabicRows(workshop: Workshop, changed: Record<string, string>): Promise<SheetRow[]> {
  const rows = translationRows(await workshop.sources(), 'ar');
  return rows.map(({ id, source, translation }, index) => ({
    where: `row ${index + 2}`,
    id,
    source,
    translation: changed[id] ?? translation,
  }));
}

const lockOf = (workshop: Workshop) =>
  JSON.parse(workshop.read('locales/ar.lock.json')) as Record<string, Record<string, object>>;

describe('a sheet that comes back', () => {
  test('puts a new text into its file and notes who made it from what', async () => {
    const workshop = openWorkshop('tiny');
    const rows = await arabicRows(workshop, { 'ar/topics/sea#title': 'السلامة على الماء' });
    const result = await workshop.putBack(rows);
    expect(result).toMatchObject({ faults: [], changed: 1, older: 0 });
    expect(workshop.read('content/ar/topics/sea.md')).toMatch(/^---\ntitle: السلامة على الماء\nsummary: /);
    expect(lockOf(workshop)).toEqual({ 'topics/sea': { title: { from: hashSource('Safety at sea'), state: 'draft' } } });
  });

  test('changes only the line that was translated', async () => {
    const workshop = openWorkshop('tiny');
    const before = workshop.read('content/ar/topics/sea.md').split('\n');
    await workshop.putBack(await arabicRows(workshop, { 'ar/topics/sea#title': 'السلامة على الماء' }));
    const after = workshop.read('content/ar/topics/sea.md').split('\n');
    expect(after.filter((line, index) => line !== before[index])).toEqual(['title: السلامة على الماء']);
  });

  test('makes the files of a language that has none', async () => {
    const workshop = openWorkshop('tiny');
    const rows = await arabicRows(workshop, {});
    for (const path of ['content/ar', 'locales/ar.json']) workshop.remove(path);
    expect(await workshop.putBack(rows)).toMatchObject({ faults: [], changed: rows.length });
    expect(translationRows(await workshop.sources(), 'ar').map(({ translation }) => translation)).toEqual(
      rows.map(({ translation }) => translation),
    );
  });

  test('leaves alone what was left empty', async () => {
    const workshop = openWorkshop('tiny');
    const before = workshop.files('content', 'locales');
    const rows = (await arabicRows(workshop, {})).map((row) => ({ ...row, translation: '' }));
    expect(await workshop.putBack(rows)).toMatchObject({ faults: [], changed: 0, files: [] });
    expect(workshop.files('content', 'locales')).toEqual(before);
  });

  test.each(['body.0.1', 'body.1.0'])(
    'may lack a part before others (%s): the file marks it, and the way out is the way in',
    async (part) => {
      const workshop = openWorkshop('tiny');
      const all = await arabicRows(workshop, {});
      const gap = `ar/topics/sea#${part}`;
      workshop.remove('content/ar/topics/sea.md');
      const rows = all.map((row) => (row.id === gap ? { ...row, translation: '' } : row));
      expect(await workshop.putBack(rows)).toMatchObject({ faults: [], warnings: [] });
      expect(workshop.read('content/ar/topics/sea.md')).toContain(
        part === 'body.1.0' ? '\n\n## [missing]\n\n' : '---\n[missing]\n\n',
      );
      const again = translationRows(await workshop.sources(), 'ar');
      expect(again.map(({ translation }) => translation)).toEqual(rows.map(({ translation }) => translation));
      expect(again.find(({ id }) => id === gap)?.state).toBe('missing');

      const [filled] = all.filter(({ id }) => id === gap);
      expect(await workshop.putBack(filled ? [filled] : [])).toMatchObject({ faults: [], changed: 1 });
      expect(workshop.read('content/ar/topics/sea.md')).not.toContain('[missing]');
      expect(translationRows(await workshop.sources(), 'ar').map(({ translation }) => translation)).toEqual(
        all.map(({ translation }) => translation),
      );
    },
  );

  test('is outdated from the start where the source has changed since it was sent out', async () => {
    const workshop = openWorkshop('tiny');
    const rows = await arabicRows(workshop, { 'ar/topics/sea#title': 'السلامة على الماء' });
    workshop.write('content/en/topics/sea.md', workshop.read('content/en/topics/sea.md').replace('Safety at sea', 'Safe at sea'));
    expect(await workshop.putBack(rows)).toMatchObject({ faults: [], changed: 1, older: 1 });
    const [row] = translationRows(await workshop.sources(), 'ar').filter(({ id }) => id === 'ar/topics/sea#title');
    expect(row).toMatchObject({ state: 'outdated', source: 'Safe at sea', translation: 'السلامة على الماء' });
  });

  test('keeps quotes, signs and letters that mean something to YAML, JSON or markdown', async () => {
    const workshop = openWorkshop('tiny');
    const text = `"نعم": #لا – 'ربما' \\ ${'كلمات أخرى '.repeat(12)}، & % * - =.`;
    const changed = { 'ar/services/hospital#summary': text, 'ar/words#need.health': text, 'ar/about#title': `- ${text}` };
    expect(await workshop.putBack(await arabicRows(workshop, changed))).toMatchObject({ faults: [], changed: 3 });
    const after = await arabicRows(workshop, {});
    for (const [id, wanted] of Object.entries(changed)) expect(after.find((row) => row.id === id)?.translation).toBe(wanted);
  });
});

describe('a sheet with a fault is not written at all, and names the row', () => {
  const DRIFT = '- واحد\n\nفقرة زائدة';

  test.each([
    ['no language of the guide', 'xx/topics/sea#title', 'x', /"xx" is no language to translate into/],
    ['an id that nobody knows', 'topics/sea title', 'x', /is no id of this guide/],
    ['a part that is gone', 'ar/topics/sea#body.9.9', 'x', /has no part "topics\/sea#body.9.9" any more/],
    ['markup in a word', 'ar/words#need.health', '<b>دليل</b>', /A "<" stands in this text/],
    ['a lost placeholder', 'ar/words#need.page', 'هنا في {{town}}', /need/],
    ['another language', 'ar/topics/sea#summary', 'This was never translated at all', /not in the letters of Arabic/],
    ['a paragraph too many', 'ar/topics/sea#body.1.1', DRIFT, /Here stands|no part that this|would not be read/],
    ['a heading without its ##', 'ar/topics/sea#body.1.0', 'في الماء', /Here stands|has no part/],
    ['a hidden character', 'ar/services/hospital#summary', 'أطباء\u202E وممرضات', /U\+202E/],
  ])('%s', async (_, id, translation, message) => {
    const workshop = openWorkshop('tiny');
    const before = workshop.files('content', 'locales');
    const good = (await arabicRows(workshop, { 'ar/topics/sea#title': 'السلامة على الماء' })).filter((row) => row.id !== id);
    const source = (await arabicRows(workshop, {})).find((row) => row.id === id)?.source ?? 'x';
    const result = await workshop.putBack([...good, { where: 'texts, row 99', id, source, translation }]);
    expect(result.files).toEqual([]);
    expect(result.faults.join('\n')).toMatch(message);
    expect(result.faults.some((fault) => fault.startsWith('texts, row 99: '))).toBe(true);
    expect(workshop.files('content', 'locales')).toEqual(before);
  });

  test('a paragraph that would become a point of the list above it', async () => {
    const workshop = openWorkshop('tiny');
    workshop.write('content/en/topics/sea.md', `${workshop.read('content/en/topics/sea.md')}\nBe careful.\n`);
    const list = '- [المستشفى](../services/hospital.md) ليلًا.\n- اتصل بالرقم [115](tel:115).';
    const result = await workshop.putBack([
      { where: 'row 2', id: 'ar/topics/sea#body.1.1', source: 'An older list.', translation: list },
      { where: 'row 3', id: 'ar/topics/sea#body.1.2', source: 'Be careful.', translation: '- انتبه.' },
    ]);
    expect(result.faults.map((fault) => fault.split(':')[0])).toEqual(['row 2', 'row 3']);
    expect(result.faults[1]).toMatch(/would not be read as it is written/);
  });

  test('the same part translated twice', async () => {
    const workshop = openWorkshop('tiny');
    const twins = ['واحد', 'اثنان'].map((translation, index) => ({
      ...{ where: `row ${index + 2}`, id: 'ar/topics/sea#title', source: 'Safety at sea', translation },
    }));
    expect((await workshop.putBack(twins)).faults).toEqual([
      'row 3: row 2 translates the same part otherwise. Take one of the two out.',
    ]);
  });
});

describe('a gettext file, where a mark says who is sure', () => {
  const title = { where: 'line 1', id: 'ar/topics/sea#title', source: 'Safety at sea' };
  const stateAfter = async (row: SheetRow) => {
    const workshop = openWorkshop('tiny');
    const from = hashSource('Safety on ships');
    workshop.write('locales/ar.lock.json', JSON.stringify({ 'topics/sea': { title: { from, state: 'machine' } } }));
    const { faults } = await workshop.putBack([row]);
    expect(faults).toEqual([]);
    return translationRows(await workshop.sources(), 'ar').find(({ id }) => id === row.id)?.state;
  };

  test('an outdated text whose mark was taken away is good again', async () => {
    const same = translationRows(await openWorkshop('tiny').sources(), 'ar').find(({ id }) => id === title.id)?.translation ?? '';
    expect(await stateAfter({ ...title, translation: same, mark: 'sure' })).toBe('draft');
    expect(await stateAfter({ ...title, translation: same, mark: 'unsure' })).toBe('outdated');
  });

  test('new words that are still marked stay as doubtful as the old ones', async () => {
    expect(await stateAfter({ ...title, translation: 'السلامة على الماء', mark: 'unsure' })).toBe('outdated');
    expect(await stateAfter({ ...title, translation: 'السلامة على الماء', mark: 'sure' })).toBe('draft');
  });
});
