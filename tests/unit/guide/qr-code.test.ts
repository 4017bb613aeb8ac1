import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from '../../../src/guide/qr-code.ts';

const bytesOf = (text: string) => [...new TextEncoder().encode(text)];

const asText = (rows: readonly (readonly boolean[])[] | undefined) =>
  rows?.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join('')).join('\n');

/** What another encoder, whose codes are read everywhere, makes of the same text. */
const asOthersDo = (text: string) =>
  asText(encode(bytesOf(text), { ecc: 'M', boostEcc: true, minVersion: 2, maskPattern: 0, border: 0 }).data);

describe('a code is the one that others draw', () => {
  const long = 'https://guide.example.org/a/b/s/calais-hospital-emergency/'.padEnd(106, 'x');

  it.each(Array.from({ length: 106 }, (_, i) => i + 1))('for an address of %i letters', (length) => {
    const text = long.slice(0, length);
    expect(asText(qrCode(bytesOf(text)))).toBe(asOthersDo(text));
  });

  it('for letters of other scripts', () => {
    expect(asText(qrCode(bytesOf('https://مثال.example/ወደ')))).toBe(asOthersDo('https://مثال.example/ወደ'));
  });
});

it('is not drawn for a text that is too long', () => {
  expect(qrCode(bytesOf('x'.repeat(107)))).toBeUndefined();
});
