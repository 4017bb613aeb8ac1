import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { addressLines, labelledCode } from '../../../../src/pipeline/paper/labelled-code.ts';

const ADDRESS = 'https://guide.example/s/calais-pass/';

/** The code drawn again from its path: the rows of dark modules that it covers. */
function modulesOf(svg: string, width: number): string[] {
  const path = /fill="#000" shape-rendering="crispEdges" d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const rows = Array.from({ length: width }, () => Array<string>(width).fill(' '));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(length));
  return rows.map((row) => row.join(''));
}

describe('a code with its address', () => {
  it('is drawn module for module, with four modules of white on every side', () => {
    const { svg, width } = labelledCode(ADDRESS, 30);
    const rows = modulesOf(svg, width);
    const { data } = encode(ADDRESS, { ecc: 'L', boostEcc: true, border: 4 });
    expect(rows).toEqual(data.map((row) => row.map((isDark) => (isDark ? '#' : ' ')).join('')));
    for (const edge of [...rows.slice(0, 4), ...rows.slice(-4)]) expect(edge.trim()).toBe('');
    for (const row of rows) expect(row.slice(0, 4) + row.slice(-4)).toBe(' '.repeat(8));
  });

  it('has the size that was asked for, in millimetres', () => {
    const { width, module } = labelledCode(ADDRESS, 60);
    expect((width - 8) * module).toBeCloseTo(60);
  });

  it('takes the most error correction that costs no larger code', () => {
    expect(labelledCode(ADDRESS, 30).width).toBe(encode(ADDRESS, { ecc: 'L', boostEcc: false, border: 4 }).size);
  });
});

describe('the address in letters', () => {
  it.each([
    ['https://guide.example/s/calais-pass/', 40, ['guide.example/s/calais-pass']],
    ['https://guide.example/s/calais-pass/', 16, ['guide.example/s/', 'calais-pass']],
    ['https://guide.example/s/calais-pass/', 12, ['guide.exampl', 'e/s/calais-', 'pass']],
    ['http://localhost:4173/', 40, ['localhost:4173']],
  ])('%s in lines of at most %i letters', (address, most, lines) => {
    expect(addressLines(address, most)).toEqual(lines);
  });

  it('never stands beside the code', () => {
    const { svg, width } = labelledCode(`https://guide.example/s/${'very-'.repeat(20)}long/`, 30);
    for (const [, length] of svg.matchAll(/textLength="([\d.]+)"/g)) expect(Number(length)).toBeLessThanOrEqual(width);
  });
});
