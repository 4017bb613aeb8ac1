/** Pages of a PDF as a printer would put them on paper: grey pixels, by poppler, which shares no code with the browser that made them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One byte a pixel, row by row; 0 is black. */
export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Pages of a file by their numbers from 1, at so many pixels per inch; without numbers all of them. */
export function rasterPages(pdf: string, dpi: number, pages?: readonly number[]): Map<number, Grey> {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'));
  try {
    const options = ['-gray', '-r', String(dpi)];
    const target = join(folder, 'page');
    if (!pages) execFileSync('pdftoppm', [...options, pdf, target]);
    for (const page of pages ?? []) execFileSync('pdftoppm', [...options, '-f', String(page), '-l', String(page), pdf, target]);
    return new Map(readdirSync(folder).map((name) => [Number(/\d+/.exec(name)), readPgm(readFileSync(join(folder, name)))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether any pixel of the first page is neither black, white nor a grey between them. */
export function hasColour(pdf: string): boolean {
  const file = execFileSync('pdftoppm', ['-r', '40', '-l', '1', pdf], { maxBuffer: 1e8 });
  const pixels = file.subarray(/^P6\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40))?.[0].length);
  return pixels.some((value, i) => i % 3 > 0 && value !== pixels[i - 1]);
}

/** The binary "portable graymap": `P5 width height 255`, one white space, the pixels. */
function readPgm(file: Uint8Array): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 40)).toString('latin1'));
  if (!head) throw new Error('This is no graymap with a byte for each pixel.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) };
}
