import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeTargets } from '../../src/guide/code-targets.ts';
import { shortPath } from '../../src/guide/routes.ts';
import { PAPERS, sheetName } from '../../src/guide/sheets.ts';
import { photocopy } from './photocopy.ts';
import { codesOf, fewOrAll, openPress, type Printed, poppler, SITE } from './printed-sheets.ts';
import { type Grey, rasterPages } from './raster.ts';
import { readCodes } from './read-codes.ts';

const press = await openPress();
const { guide } = press;
afterAll(() => press.close());

/** Of each kind one or more, in letters of both directions and of two scripts; the sticker of the longest address. */
const FEW = ['poster', 'stickers-s-grande-synthe-france-services', 'leaflet-ar-calais', 'booklet-ti', 'cards-ti'];

const printedSheets = fewOrAll(guide, (sheet) => FEW.includes(sheetName(sheet))).flatMap((sheet) =>
  PAPERS[sheet.kind].map((paper) => [`${sheetName(sheet)} on ${paper}`, sheet, paper] as const),
);

/** Where a code of this guide may lead. */
const KNOWN = new Set(codeTargets(guide).map(({ rest }) => SITE + (shortPath(rest) ?? '')));

it('the few are all in the guide', () => {
  const names = printedSheets.map(([, sheet]) => sheetName(sheet));
  expect(FEW.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(printedSheets)('%s', (_, sheet, paper) => {
  let printed: Printed;
  /** Page number -> what its codes say, at the coarser resolution. */
  let read: Map<number, string[]>;

  beforeAll(async () => {
    printed = await press.print(sheet, { paper });
    read = await readPages(rasterPages(printed.file, 150));
  });

  it('has codes, and each leads to a page of the guide', () => {
    const codes = codesOf(printed.html);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !KNOWN.has(code))).toEqual([]);
  });

  it('is read back from its print, coarse and fine, and from a photocopy', async () => {
    const codes = codesOf(printed.html);
    expect(all(read), '150 pixels per inch').toEqual(codes);
    const fine = rasterPages(printed.file, 300, [...read.keys()]);
    expect(all(await readPages(fine)), '300 pixels per inch').toEqual(codes);
    const copies = new Map([...fine].map(([page, picture]) => [page, photocopy(picture)]));
    expect(all(await readPages(copies)), 'photocopy').toEqual(codes);
  });

  it('says its language and title, has tags for screen readers and all its fonts', async () => {
    expect(await factsOf(printed.file)).toEqual({
      lang: 'lang' in sheet ? sheet.lang : guide.sourceLang,
      title: expect.stringContaining(sheetName(sheet)),
      isTagged: true,
      notEmbedded: [],
    });
  });
});

/** Only pages that have any. */
async function readPages(pages: ReadonlyMap<number, Grey>): Promise<Map<number, string[]>> {
  const read = new Map<number, string[]>();
  for (const [page, picture] of pages) {
    const texts = await readCodes(picture);
    if (texts.length > 0) read.set(page, texts);
  }
  return read;
}

const all = (read: ReadonlyMap<number, string[]>) => [...read.values()].flat().sort();

async function factsOf(file: string) {
  const pdf = await PDFDocument.load(readFileSync(file));
  return {
    lang: pdf.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText(),
    title: pdf.getTitle(),
    isTagged: /^Tagged:\s+yes$/m.test(poppler('pdfinfo', file)),
    notEmbedded: fontsOf(file).filter((font) => !/ yes \w+ \w+ +\d+ +\d+$/.test(font)),
  };
}

/** A line for each font: whether it is embedded, is a subset, can be read as text, and its object; two lines of heading come before. */
const fontsOf = (file: string) => poppler('pdffonts', file).trimEnd().split('\n').slice(2);
