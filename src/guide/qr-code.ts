/**
 * A QR code for a short text such as an address, after ISO/IEC 18004. Only what the guide needs, so that it weighs little on a phone:
 * bytes, versions 2 to 6 (at most 106 bytes), which have one alignment pattern and blocks of equal length. The version is that of
 * error correction M; where the text leaves room for a higher level in it, it has that one.
 */

/** Format bits of each level of error correction with mask 0, already made safe (annex C): the first stands for the highest bit. */
const [M, Q, H] = [0b101010000010010, 0b011010101011111, 0b001011010001001];

interface Form {
  version: number;
  /** Codewords for error correction in each block. */
  correction: number;
  blocks: number;
  /** Of the level of error correction. */
  format: number;
}

/** From the smallest to the largest; of a version the strongest level first. Levels that no text can need are left out. */
const FORMS: readonly Form[] = [
  { version: 2, correction: 28, blocks: 1, format: H },
  { version: 2, correction: 22, blocks: 1, format: Q },
  { version: 2, correction: 16, blocks: 1, format: M },
  { version: 3, correction: 18, blocks: 2, format: Q },
  { version: 3, correction: 26, blocks: 1, format: M },
  { version: 4, correction: 26, blocks: 2, format: Q },
  { version: 4, correction: 18, blocks: 2, format: M },
  { version: 5, correction: 24, blocks: 2, format: M },
  { version: 6, correction: 16, blocks: 4, format: M },
];
/** Codewords a version holds, error correction included. */
const TOTAL: Readonly<Record<number, number>> = { 2: 44, 3: 70, 4: 100, 5: 134, 6: 172 };

/** Rows of modules, true for dark, for a text in UTF-8; `undefined` when it is too long. */
export function qrCode(bytes: readonly number[]): boolean[][] | undefined {
  const form = FORMS.find((one) => bytes.length + 2 <= capacity(one));
  return form && draw(form, withCorrection(form, dataWords(bytes, capacity(form))));
}

const capacity = ({ version, correction, blocks }: Form) => (TOTAL[version] ?? 0) - correction * blocks;

/** Mode "bytes", their number, the bytes, four bits of end, then filling up to what the version holds. */
function dataWords(bytes: readonly number[], length: number): number[] {
  const all = [4, bytes.length >> 4, bytes.length & 15, ...bytes.flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const words = Array.from({ length: all.length / 2 }, (_, i) => ((all[2 * i] ?? 0) << 4) | (all[2 * i + 1] ?? 0));
  for (let filling = 0xec; words.length < length; filling ^= 0xec ^ 0x11) words.push(filling);
  return words;
}

/** Blocks are written column by column: first their data, then their error correction. */
function withCorrection({ correction, blocks: count }: Form, data: readonly number[]): number[] {
  const size = data.length / count;
  const blocks = Array.from({ length: count }, (_, i) => data.slice(i * size, (i + 1) * size));
  return [...byColumn(blocks), ...byColumn(blocks.map((block) => remainder(block, correction)))];
}

const byColumn = (blocks: readonly (readonly number[])[]) =>
  (blocks[0] ?? []).flatMap((_, i) => blocks.map((block) => block[i] ?? 0));

/** Reed-Solomon: the remainder of the block divided by the product of (x - 2^i), in the field of 256 elements. */
function remainder(block: readonly number[], degree: number): number[] {
  let divisor = [1];
  for (let i = 0, root = 1; i < degree; i++, root = times(root, 2)) {
    divisor = [...divisor, 0].map((word, k) => word ^ times(divisor[k - 1] ?? 0, root));
  }
  const rest: number[] = Array(degree).fill(0);
  for (const word of block) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let k = 0; k < degree; k++) rest[k] = (rest[k] ?? 0) ^ times(divisor[k + 1] ?? 0, factor);
  }
  return rest;
}

/** Multiplication in that field, modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((b >> bit) & 1 ? a : 0);
  return product;
}

function draw({ version, format }: Form, words: readonly number[]): boolean[][] {
  const size = 17 + 4 * version;
  const rows: (boolean | undefined)[][] = Array.from({ length: size }, () => Array(size).fill(undefined));
  const set = (x: number, y: number, isDark: boolean) => {
    const row = rows[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  /** Squares around a middle: dark where the ring's distance is not among `light`. */
  const rings = (x: number, y: number, reach: number, light: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy++)
      for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (let i = 0; i < size; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4]);
  rings(size - 7, size - 7, 2, [1]);
  drawFormat(format, size, set);
  drawWords(rows, words);
  return rows.map((row) => row.map(Boolean));
}

/** Twice, around the corner at the top left and along the two others. */
function drawFormat(format: number, size: number, set: (x: number, y: number, isDark: boolean) => void): void {
  for (let i = 0; i < 15; i++) {
    const isDark = ((format >> i) & 1) === 1;
    if (i < 8) set(8, i < 6 ? i : i + 1, isDark);
    else set(i === 8 ? 7 : 14 - i, 8, isDark);
    if (i < 8) set(size - 1 - i, 8, isDark);
    else set(8, size - 15 + i, isDark);
  }
  set(8, size - 8, true);
}

/** Two columns at a time from the right, upwards and downwards in turn, into what is still free; mask 0 is a chessboard. */
function drawWords(rows: (boolean | undefined)[][], words: readonly number[]): void {
  const size = rows.length;
  let bit = 0;
  for (let right = size - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp) {
    for (let step = 0; step < size; step++) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = rows[y];
        if (!row || row[x] !== undefined) continue;
        const isDark = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        row[x] = Boolean(isDark) !== ((x + y) % 2 === 0);
        bit++;
      }
    }
  }
}
