/** What the QR codes in a picture say, read by ZXing, which knows nothing of how they were drawn. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Grey } from './raster.ts';

const WASM = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');

// The package would fetch it from the internet.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(WASM)).buffer } });

/** The texts of all codes, in order of the alphabet; a text that stands on two codes comes twice. */
export async function readCodes(picture: Grey | Uint8Array): Promise<string[]> {
  const found = await readBarcodes('pixels' in picture ? coloured(picture) : picture, {
    formats: ['QRCode'],
    tryHarder: true,
    maxNumberOfSymbols: 255,
  });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text }) => text)
    .sort();
}

/** As browsers hand pictures over: red, green, blue and opacity of each pixel. */
function coloured({ width, height, pixels }: Grey): ImageData {
  const data = new Uint8ClampedArray(pixels.length * 4);
  for (const [i, value] of pixels.entries()) data.fill(value, 4 * i, 4 * i + 3).fill(255, 4 * i + 3, 4 * i + 4);
  return { width, height, data, colorSpace: 'srgb' };
}
