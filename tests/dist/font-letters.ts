/** Which characters a font file has, read from its own table of them (OpenType `cmap`). */
import { convert } from 'fontverter';

export async function lettersOfFont(woff2: Buffer): Promise<Set<string>> {
  const font = await convert(woff2, 'sfnt');
  const map = table(font, 'cmap');
  const parts = Array.from({ length: map.readUInt16BE(2) }, (_, i) => map.subarray(map.readUInt32BE(8 + i * 8)));
  return new Set(parts.flatMap(codePoints).map((code) => String.fromCodePoint(code)));
}

function table(font: Buffer, name: string): Buffer {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === name) return font.subarray(font.readUInt32BE(at + 8));
  }
  throw new Error(`The font has no table ${name}.`);
}

/** Format 4 is in every font, 12 in those with characters past U+FFFF; what else there may be says nothing more. */
function codePoints(part: Buffer): number[] {
  const format = part.readUInt16BE(0);
  if (format === 12) {
    const groups = Array.from({ length: part.readUInt32BE(12) }, (_, i) => part.subarray(16 + i * 12));
    return groups.flatMap((group) => range(group.readUInt32BE(0), group.readUInt32BE(4)));
  }
  if (format !== 4) return [];
  const segments = part.readUInt16BE(6) / 2;
  return Array.from({ length: segments }, (_, i) => i).flatMap((i) =>
    range(part.readUInt16BE(16 + (segments + i) * 2), part.readUInt16BE(14 + i * 2)).filter((code) => code !== 0xffff),
  );
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
