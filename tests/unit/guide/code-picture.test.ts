import { expect, it } from 'vitest';
import { codePicture, QUIET } from '../../../src/guide/code-picture.ts';
import { qrCode } from '../../../src/guide/qr-code.ts';

const bytes = [...new TextEncoder().encode('https://guide.example/n/calais/food/')];

/** What a path of rectangles one module high covers, as rows of `#` and ` `. */
function paint({ size, path }: { size: number; path: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill(' '));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width); i++) (rows[Number(y)] ?? [])[Number(x) + i] = '#';
  return rows.map((row) => row.join(''));
}

it('draws the modules of the code, and four of white on each side', () => {
  const picture = codePicture(bytes);
  const rows = (qrCode(bytes) ?? []).map((row) => row.map((isDark) => (isDark ? '#' : ' ')).join(''));
  const side = ' '.repeat(QUIET);
  const blank = Array<string>(QUIET).fill(' '.repeat(rows.length + 2 * QUIET));
  expect(picture && paint(picture)).toEqual([...blank, ...rows.map((row) => side + row + side), ...blank]);
});

it('draws nothing for an address that is too long', () => {
  expect(codePicture(Array(200).fill(65))).toBeUndefined();
});
