import { expect, test } from 'vitest';
import { allSheets, SHEET_KINDS, sheetName } from '../../../../src/guide/sheets.ts';
import { chooseSheets, type SheetChoice } from '../../../../src/pipeline/paper/choose-sheets.ts';
import { readFixture } from '../guide-fixtures.ts';

/** Names of the chosen sheets of the small guide. */
async function chosen(choice: Partial<SheetChoice>): Promise<string[]> {
  const { guide } = await readFixture(undefined);
  if (!guide) throw new Error('The small guide has mistakes.');
  return chooseSheets(guide, { kinds: SHEET_KINDS, langs: ['en', 'ar'], ...choice }).map(sheetName);
}

test('without a wish it is every sheet', async () => {
  const { guide } = await readFixture(undefined);
  expect(await chosen({})).toEqual(guide && allSheets(guide).map(sheetName));
});

test('languages choose among leaflets, booklets and cards only', async () => {
  expect(await chosen({ kinds: ['leaflet', 'booklet', 'cards'], langs: ['ar'] })).toEqual([
    'leaflet-ar-calais',
    'booklet-ar',
    'cards-ar',
  ]);
  expect(await chosen({ kinds: ['poster'], langs: [] })).toEqual([
    'poster',
    'poster-calais',
    'poster-calais-health',
    'poster-calais-sleep',
  ]);
});

test('a town has its own posters, and stickers of its places', async () => {
  expect(await chosen({ kinds: ['poster'], towns: ['calais'] })).toEqual([
    'poster-calais',
    'poster-calais-health',
    'poster-calais-sleep',
  ]);
  expect(await chosen({ kinds: ['leaflet', 'stickers'], towns: ['elsewhere'] })).toEqual([]);
  expect(await chosen({ kinds: ['stickers'], towns: ['calais'] })).toContain('stickers-s-hospital');
});

test('single pages are named by their short addresses', async () => {
  expect(await chosen({ kinds: ['poster', 'stickers'], pages: ['', 'n/calais/health/', 's/hospital/'] })).toEqual([
    'poster',
    'poster-calais-health',
    'stickers',
    'stickers-calais-health',
    'stickers-s-hospital',
  ]);
});
