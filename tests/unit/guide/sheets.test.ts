import { describe, expect, it } from 'vitest';
import { allSheets, codePath, SHEET_KINDS, sheetName, sheetPath, writtenAddress } from '../../../src/guide/sheets.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const { guide } = await readGuide({ content: 'content', locales: 'locales', made: MADE });
const sheets = guide ? allSheets(guide) : [];

describe('what can be printed', () => {
  it('has sheets of every kind, each with a place and a name of its own', () => {
    expect(new Set(sheets.map(({ kind }) => kind))).toEqual(new Set(SHEET_KINDS));
    for (const of of [sheetPath, sheetName]) expect(new Set(sheets.map(of)).size).toBe(sheets.length);
  });

  it('has a leaflet of every town in every language, and a booklet and cards of every language', () => {
    const [langs, towns] = [guide?.languages.length ?? 0, guide?.towns.length ?? 0];
    const count = (kind: string) => sheets.filter((sheet) => sheet.kind === kind).length;
    expect([count('leaflet'), count('booklet'), count('cards')]).toEqual([langs * towns, langs, langs]);
  });

  it('has codes that lead to short addresses, which never break', () => {
    expect(sheets.map(codePath).filter((path) => !/^$|^[nst]\/[a-z0-9-]+\/([a-z0-9-]+\/)?$/.test(path))).toEqual([]);
  });

  it('has no code to a page without a short address', () => {
    expect(() => codePath({ kind: 'poster', rest: 'emergency/' })).toThrow('has no short address');
  });
});

it('paper shows of an address what one has to type', () => {
  expect(writtenAddress('https://guide.example/n/calais/food/')).toBe('guide.example/n/calais/food');
  expect(writtenAddress('https://guide.example/')).toBe('guide.example');
});
