import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sheetName } from '../../src/guide/sheets.ts';
import type { Lang } from '../../src/guide/types.ts';
import { foldBooklet } from '../../src/pipeline/paper/fold.ts';
import { comparable, fewOrAll, openPress, poppler } from './printed-sheets.ts';
import { hasColour, rasterPages } from './raster.ts';
import { readCodes } from './read-codes.ts';
import { tooNearEdge, wordsOn, writtenOver } from './words-on-paper.ts';

const press = await openPress();
const { guide } = press;
afterAll(() => press.close());

/** Poppler changes the order of parts in Latin and in Arabic letters, so they are looked for one by one. */
const parts = (name: string) => name.split(/[()،,«»“”"]/).map(comparable);

describe.each(guide.languages.map(({ lang }) => lang))('the booklet in %s', (lang) => {
  let file: string;
  beforeAll(async () => {
    ({ file } = await press.print({ kind: 'booklet', lang }));
  });

  it('can be read as text: it has the names of all services', () => {
    expect(missingNames(file, lang)).toEqual([]);
  });

  it('has no words over each other or where printers cannot print', () => {
    const pages = wordsOn(file);
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.flatMap(writtenOver)).toEqual([]);
    expect(pages.flatMap(tooNearEdge)).toEqual([]);
  });
});

/** `areas` are parts of each page, as options of pdftotext: it takes two pages side by side for one line of both. */
function missingNames(file: string, lang: Lang, areas: readonly string[][] = [[]]): string[] {
  const text = comparable(areas.map((area) => poppler('pdftotext', ...area, file, '-')).join(' '));
  const names = guide.services.map(({ words }) => words[lang]?.name.value ?? '');
  return names.filter((name) => !parts(name).every((part) => text.includes(part)));
}

it('a booklet laid out for folding can still be read as text, and has both covers outside', async () => {
  const language = guide.languages.find(({ lang }) => lang === 'ar');
  if (!language) throw new Error('The guide has no Arabic.');
  const { file } = await press.print({ kind: 'booklet', lang: 'ar' });
  const folded = file.replace('.pdf', '-fold.pdf');
  writeFileSync(folded, await foldBooklet(readFileSync(file), language));
  const half = (x: number) => ['-x', String(x), '-y', '0', '-W', '421', '-H', '596'];
  expect(missingNames(folded, 'ar', [half(0), half(421)])).toEqual([]);
  const outside = rasterPages(folded, 150, [1]).get(1);
  expect(outside && (await readCodes(outside))).toHaveLength(2);
});

/** Of the other kinds. */
const FEW = /^(poster-calais-food|leaflet-(ar|ckb|ti|ur|vi|so)-calais|cards-(ar|ti|vi|om)|stickers-s-calais-pass)$/;

describe.each(fewOrAll(guide, (sheet) => FEW.test(sheetName(sheet))).map((sheet) => [sheetName(sheet), sheet] as const))(
  '%s',
  (_, sheet) => {
    it('has no words over each other or where printers cannot print, and fills its paper only', async () => {
      const { file } = await press.print(sheet);
      const pages = wordsOn(file);
      expect(pages.flatMap(writtenOver)).toEqual([]);
      expect(pages.flatMap(tooNearEdge)).toEqual([]);
      if (sheet.kind === 'leaflet') expect(pages).toHaveLength(2);
      if (sheet.kind === 'poster') expect(pages).toHaveLength(1);
    });
  },
);

it('a poster of a need names it in every language', async () => {
  const text = comparable(poppler('pdftotext', (await press.print({ kind: 'poster', rest: 'calais/food/' })).file, '-'));
  const names = guide.languages.map(({ lang }) => guide.words[lang]?.['need.food']?.value ?? '');
  expect(names.filter((name) => !text.includes(comparable(name)))).toEqual([]);
});

it('a sheet has the colour of its need, or none at all when asked for', async () => {
  const sheet = { kind: 'poster', rest: 'calais/food/' } as const;
  expect(hasColour((await press.print(sheet, { bw: false })).file)).toBe(true);
  expect(hasColour((await press.print(sheet, { bw: true })).file)).toBe(false);
});
