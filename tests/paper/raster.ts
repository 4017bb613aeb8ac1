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

/** Every page of a file, at so many pixels per inch. */
export function rasterPages(pdf: string, dpi: number): Grey[] {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'));
  try {
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), pdf, join(folder, 'page')]);
    return readdirSync(folder)
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The binary "portable graymap": `P5 width height 255`, one white space, the pixels. */
function readPgm(file: Uint8Array): Grey {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(file.subarray(0, 40)).toString('latin1'));
  if (!head) throw new Error('This is no graymap with a byte for each pixel.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: file.subarray(head[0].length) };
}
