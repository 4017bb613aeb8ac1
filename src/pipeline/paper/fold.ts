/** A booklet's pages laid two by two on sheets that are printed on both sides, put into each other and folded once. */
import { Duplex, PDFDocument, type PDFEmbeddedPage, PrintScaling } from 'pdf-lib';
import type { Direction } from '../../guide/types.ts';

/** Numbers of pages from 1; undefined is a page left white. */
export type Side = readonly [left: number | undefined, right: number | undefined];

/**
 * The sides of the sheets in the order in which a printer takes them: front, back, front of the next sheet ...
 * Languages from right to left have the spine on the right, so that page 1 lies on the left half of the outer sheet.
 * The last page is the back cover; white pages that fill up the sheets come before it.
 * @example foldedSides(4, 'ltr') -> [[4, 1], [2, 3]]
 * @example foldedSides(4, 'rtl') -> [[1, 4], [3, 2]]
 */
export function foldedSides(pages: number, dir: Direction): Side[] {
  const all = Math.ceil(pages / 4) * 4;
  const numbered = (place: number) => (place === all ? pages : place < pages ? place : undefined);
  return Array.from({ length: all / 2 }, (_, side): Side => {
    const [early, late] = [numbered(side + 1), numbered(all - side)];
    return (side % 2 === 0) === (dir === 'ltr') ? [late, early] : [early, late];
  });
}

/**
 * The PDF to print: A5 pages two by two on A4, which asks the printer to turn it over the short edge.
 * The letters stay letters, but tags and links are lost: on a screen the booklet itself is to be read.
 */
export async function foldBooklet(booklet: Uint8Array, { lang, dir }: { lang: string; dir: Direction }): Promise<Uint8Array> {
  const source = await PDFDocument.load(booklet);
  const folded = await PDFDocument.create();
  const pages = await folded.embedPdf(booklet, source.getPageIndices());
  for (const side of foldedSides(pages.length, dir))
    drawSide(
      folded,
      side.map((page) => page && pages[page - 1]),
    );
  folded.setTitle(source.getTitle() ?? '', { showInWindowTitleBar: true });
  folded.setLanguage(lang);
  const wishes = folded.catalog.getOrCreateViewerPreferences();
  wishes.setDuplex(Duplex.DuplexFlipShortEdge);
  wishes.setPrintScaling(PrintScaling.None);
  return folded.save();
}

type MaybePage = PDFEmbeddedPage | undefined | 0;

/** A browser rounds its paper to whole points; each page stands in the middle of its half. */
function drawSide(folded: PDFDocument, halves: readonly MaybePage[]) {
  const paper = folded.addPage([A4.width, A4.height]);
  for (const [half, page] of halves.entries()) {
    const middle = (A4.width / 4) * (1 + 2 * half);
    if (page) paper.drawPage(page, { x: middle - page.width / 2, y: (A4.height - page.height) / 2 });
  }
}

/** Lying on its side; in points, 72 to the inch. */
const A4 = { width: 841.89, height: 595.28 };
