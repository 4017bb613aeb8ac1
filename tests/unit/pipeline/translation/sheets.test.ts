import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { readPo, writePo } from '../../../../src/pipeline/translation/po-sheet.ts';
import type { TranslationRow } from '../../../../src/pipeline/translation/translation-rows.ts';
import { readXlsx, writeXlsx } from '../../../../src/pipeline/translation/xlsx-sheet.ts';

const FORMS = [
  { form: 'xlsx', write: writeXlsx, read: readXlsx },
  { form: 'po', write: (rows: TranslationRow[]) => writePo(rows, 'ar'), read: readPo },
] as const;

/** What has broken spreadsheets and gettext files before. */
const PIECES = [
  ...[
    '"',
    '""',
    "'",
    '\\',
    '\\n',
    '\n',
    '\n\n',
    '\t',
    '%s',
    '%',
    '#',
    '# ',
    '#, fuzzy',
    ': ',
    '- ',
    '=1+1',
    '+33',
    '@',
    '24/7',
    '1e5',
  ],
  ...[
    '007',
    'true',
    'NULL',
    '{{count}}',
    '&amp;',
    '<b>',
    ']]>',
    '_x000D_',
    '_x0041_',
    ',',
    ';',
    '|',
    '~',
    '\u00a0',
    '\u202f',
    'msgid "x"',
  ],
  ...[
    '\u200c',
    '\u200d',
    '\u200f',
    '\u061c',
    '\u2066x\u2069',
    'اللجوء',
    'ی‌ها',
    'ڕێنمایی',
    'ښځه',
    'ትግርኛ፣ ኣማርኛ።',
    'Tiếng Việt: ở đâu?',
    'e\u0302\u0301',
    '😀',
    '𞤀',
  ],
];

/** The same numbers each time, so that a red test can be repeated. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function mixture(next: () => number): string {
  const pieces = Array.from({ length: 1 + Math.floor(next() * 8) }, () => PIECES[Math.floor(next() * PIECES.length)] ?? '');
  return pieces.join(next() < 0.5 ? ' ' : '');
}

const row = (index: number, source: string, translation: string): TranslationRow => ({
  ...{ lang: 'ar', key: index % 2 ? 'words' : 'topics/sea', segment: `part-${index}`, id: `ar/topics/sea#part-${index}` },
  ...{
    file: 'content/ar/topics/sea.md',
    state: index % 3 ? 'machine' : 'missing',
    context: source,
    source,
    translation,
    note: translation,
  },
});

describe.each(FORMS)('a sheet as $form', ({ form, write, read }) => {
  test('brings every text back, letter for letter', () => {
    const next = numbers(7);
    const rows = Array.from({ length: 600 }, (_, index) => row(index, `s${mixture(next)}`, mixture(next)));
    const { rows: back, faults } = read(write(rows));
    expect(faults).toEqual([]);
    const byId = new Map(back.map((one) => [one.id, one]));
    for (const { id, source, translation } of rows) expect(byId.get(id)).toMatchObject({ source, translation });
    expect(back).toHaveLength(rows.length);
  });

  test('says where each row stands, as the translator sees it', () => {
    const rows = [row(1, 'one', 'eins'), row(3, 'three', 'drei'), row(2, 'two', 'zwei')];
    const where = read(write(rows)).rows.map((one) => `${one.id.slice(-1)}: ${one.where}`);
    if (form === 'xlsx') expect(where).toEqual(['1: words, row 2', '3: words, row 3', '2: texts, row 2']);
    else {
      const lines = Buffer.from(write(rows)).toString('utf8').split('\n');
      for (const one of where) expect(lines[Number(one.split(' ').at(-1)) - 1]).toBe(`msgctxt "ar/topics/sea#part-${one[0]}"`);
    }
  });

  test('that is something else altogether is refused in words', () => {
    expect(read(Buffer.from('Dear all, the translation is attached.'))).toMatchObject({
      rows: [],
      faults: [expect.stringMatching(/Send the exported file back/)],
    });
  });
});

describe('a spreadsheet that somebody worked in', () => {
  const bookOf = (...table: unknown[][]) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(table), 'texts');
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  };

  test('may have its columns in another order and others between', () => {
    const { rows } = readXlsx(bookOf(['my notes', 'translation', 'source', 'id'], ['?', 'eins', 'one', 'ar/words#a']));
    expect(rows).toEqual([{ where: 'texts, row 2', id: 'ar/words#a', source: 'one', translation: 'eins' }]);
  });

  test('may have numbers where the program took a text for one', () => {
    expect(readXlsx(bookOf(['id', 'source', 'translation'], ['ar/words#a', 112, 112])).rows[0]?.translation).toBe('112');
  });

  test('is told which row has lost its id, and which holds a formula or a date', () => {
    const formula = { t: 'n', f: '1+1', v: 2 };
    const table = [
      ['id', 'source', 'translation'],
      ['', 'one', 'eins'],
      ['ar/words#b', 'two', formula],
      ['ar/words#c', 'x', new Date(0)],
    ];
    expect(readXlsx(bookOf(...table)).faults).toEqual([
      'texts, row 2: this row has no id, so nobody knows what it translates. Copy the id back.',
      'texts, row 3: a formula, a date or a fault stands here. Write it as text.',
      'texts, row 4: a formula, a date or a fault stands here. Write it as text.',
    ]);
  });
});

test('a gettext file says what nobody is sure of', () => {
  const po = Buffer.from(writePo([row(1, 'one', 'eins'), row(3, 'three', '')], 'ar')).toString('utf8');
  expect(readPo(Buffer.from(po)).rows.map(({ mark }) => mark)).toEqual(['unsure', 'sure']);
  expect(readPo(Buffer.from(po.replace('#, fuzzy\n', ''))).rows.map(({ mark }) => mark)).toEqual(['sure', 'sure']);
});
