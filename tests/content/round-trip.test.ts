import { describe, expect, test, vi } from 'vitest';
import { readPo, writePo } from '../../src/pipeline/translation/po-sheet.ts';
import { type TranslationRow, translationRows } from '../../src/pipeline/translation/translation-rows.ts';
import { readXlsx, writeXlsx } from '../../src/pipeline/translation/xlsx-sheet.ts';
import { openWorkshop, type Workshop } from '../unit/pipeline/translation/workshop.ts';

vi.setConfig({ testTimeout: 240_000 });

const FORMS = [
  { form: 'xlsx', send: (rows: TranslationRow[]) => readXlsx(writeXlsx(rows)) },
  { form: 'po', send: (rows: TranslationRow[]) => readPo(writePo(rows, 'all')) },
] as const;

async function everyRow(workshop: Workshop) {
  const sources = await workshop.sources();
  const langs = sources.languages.value.map(({ lang }) => lang).filter((lang) => lang !== sources.translations.sourceLang);
  return { langs, rows: langs.flatMap((lang) => translationRows(sources, lang)) };
}

describe.each(FORMS)('every text of every language, sent out as $form', ({ send }) => {
  test('changes nothing when it comes back unchanged', async () => {
    const workshop = openWorkshop('real');
    const before = workshop.files('content', 'locales');
    const { rows } = await everyRow(workshop);
    expect(rows.length).toBeGreaterThan(1500);
    expect(await workshop.putBack(send(rows))).toMatchObject({ faults: [], changed: 0, files: [] });
    expect(workshop.files('content', 'locales')).toEqual(before);
  });

  test('makes the very same guide again where every translation was lost', async () => {
    const workshop = openWorkshop('real');
    const { langs, rows } = await everyRow(workshop);
    const files = Object.keys(workshop.files('content', 'locales'));
    // Words to search by are written for each language, not translated.
    const isTranslated = (file: string) => !file.endsWith('/synonyms.yaml');
    const ofLanguage = (file: string) => langs.some((lang) => new RegExp(`^(content/${lang}/|locales/${lang}[.])`).test(file));
    for (const file of files.filter(ofLanguage).filter(isTranslated)) workshop.remove(file);
    expect(await workshop.putBack(send(rows), 'machine')).toMatchObject({ faults: [] });
    const again = (await everyRow(workshop)).rows;
    const words = (all: TranslationRow[]) => all.map(({ id, translation }) => [id, translation]);
    expect(words(again)).toEqual(words(rows));
    expect(Object.keys(workshop.files('content', 'locales'))).toEqual(expect.arrayContaining(files));
  });
});
