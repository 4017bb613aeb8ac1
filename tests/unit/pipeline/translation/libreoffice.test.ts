import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cldrNames } from '../../../../src/pipeline/translation/cldr-names.ts';
import { newLanguage } from '../../../../src/pipeline/translation/name-languages.ts';
import { translationRows } from '../../../../src/pipeline/translation/translation-rows.ts';
import { readXlsx } from '../../../../src/pipeline/translation/xlsx-sheet.ts';
import { openWorkshop } from './workshop.ts';

/**
 * The tiny guide with three more languages, exported with `--all`, opened in LibreOffice 7.4, the cells of
 * edited-cells.json filled in, and saved by LibreOffice as .xlsx.
 */
const FIXTURES = join(import.meta.dirname, '../../../fixtures/translations');
const EDITED = JSON.parse(readFileSync(join(FIXTURES, 'edited-cells.json'), 'utf8')) as Record<string, string>;
const LANGS = ['ti', 'vi', 'ckb'];

test('a spreadsheet edited in LibreOffice comes back whole, in Arabic, Ethiopic and Vietnamese letters', async () => {
  const workshop = openWorkshop('tiny');
  const entries = LANGS.map((lang) => newLanguage(lang, cldrNames(lang) ?? expect.fail(`CLDR does not know ${lang}`)));
  workshop.write('locales/languages.yaml', workshop.read('locales/languages.yaml') + entries.join(''));
  const every = async () => {
    const sources = await workshop.sources();
    return ['ar', ...LANGS].flatMap((lang) => translationRows(sources, lang));
  };
  const before = await every();
  const sheet = readXlsx(readFileSync(join(FIXTURES, 'edited-in-libreoffice.xlsx')));
  expect(sheet.rows.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  expect(await workshop.putBack(sheet)).toMatchObject({ faults: [], changed: Object.keys(EDITED).length, older: 0 });
  const after = new Map((await every()).map(({ id, translation }) => [id, translation]));
  for (const { id, translation } of before) expect(after.get(id)).toBe(EDITED[id] ?? translation);
});
