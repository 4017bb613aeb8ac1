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

/** As browsers hand pictures over: red, green, blue and opacity of each pixel in a byte, the first lowest. */
function coloured({ width, height, pixels }: Grey): ImageData {
  const colours = Uint32Array.from(pixels, (value) => 0xff000000 + value * 0x010101);
  return { width, height, data: new Uint8ClampedArray(colours.buffer), colorSpace: 'srgb' };
}
