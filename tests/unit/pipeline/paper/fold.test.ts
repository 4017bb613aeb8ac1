import { PDFDocument, rgb } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { foldBooklet, foldedSides, type Side } from '../../../../src/pipeline/paper/fold.ts';

/**
 * Prints, stacks and folds as a person does: every sheet has a front and a back, turned over the short edge, so that what is left on
 * the front has on its back what is right on the back's side. Answers with the pages as a reader who turns leaves meets them.
 */
function readFolded(sides: readonly Side[], dir: 'ltr' | 'rtl'): (number | undefined)[] {
  const sheets = Array.from({ length: sides.length / 2 }, (_, i) => ({
    front: sides[2 * i] as Side,
    back: sides[2 * i + 1] as Side,
  }));
  const [first, last] = dir === 'ltr' ? [1, 0] : [0, 1];
  const opening = sheets.flatMap(({ front, back }) => [front[first], back[last]]);
  const closing = [...sheets].reverse().flatMap(({ front, back }) => [back[first], front[last]]);
  return [...opening, ...closing];
}

describe('a folded booklet', () => {
  it.each(['ltr', 'rtl'] as const)('is read from page 1 to its back cover, whatever their number: %s', (dir) => {
    for (let pages = 2; pages <= 41; pages++) {
      const read = readFolded(foldedSides(pages, dir), dir);
      const white = (4 - (pages % 4)) % 4;
      const inside = Array.from({ length: pages - 1 }, (_, i) => i + 1);
      expect(read).toEqual([...inside, ...Array(white).fill(undefined), pages]);
    }
  });

  it('has its first page on the right half of the outer sheet, in languages from right to left on the left half', () => {
    expect(foldedSides(8, 'ltr')[0]).toEqual([8, 1]);
    expect(foldedSides(8, 'rtl')[0]).toEqual([1, 8]);
  });
});

describe('the file to print', () => {
  async function booklet(pages: number) {
    const pdf = await PDFDocument.create();
    pdf.setTitle('Guide · booklet-ar');
    for (let page = 0; page < pages; page++) pdf.addPage([420, 595]).drawSquare({ size: 10 + page, color: rgb(0, 0, 0) });
    return pdf.save();
  }

  it('has two pages side by side on A4, and asks for both sides turned over the short edge, in their own size', async () => {
    const folded = await PDFDocument.load(await foldBooklet(await booklet(5), { lang: 'ar', dir: 'rtl' }));
    expect(folded.getPages().map((page) => page.getSize())).toEqual(Array(4).fill({ width: 841.89, height: 595.28 }));
    const wishes = folded.catalog.getOrCreateViewerPreferences();
    expect([wishes.getDuplex(), wishes.getPrintScaling()]).toEqual(['DuplexFlipShortEdge', 'None']);
    expect(folded.getTitle()).toBe('Guide · booklet-ar');
  });
});
