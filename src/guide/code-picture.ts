import { qrCode } from './qr-code.ts';

/** Modules of white around a code, as the standard asks (ISO/IEC 18004). */
export const QUIET = 4;

export interface CodePicture {
  /** Modules of one side, the white around it included: the `viewBox` is `0 0 size size`. */
  size: number;
  /** The dark modules as one path, those side by side as one rectangle. */
  path: string;
}

/** The code of a text in UTF-8, to be drawn black on white; undefined when it is too long for one. */
export function codePicture(bytes: readonly number[]): CodePicture | undefined {
  const rows = qrCode(bytes);
  return rows && { size: rows.length + 2 * QUIET, path: modulesPath(rows) };
}

/** The dark modules of a code within the white around it. */
export const modulesPath = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => rowPath(row, y + QUIET)).join('');

/** @example rowPath([true, true, false], 4) -> 'M4 4h2v1h-2z' */
function rowPath(row: readonly boolean[], y: number): string {
  const text = row.map((isDark) => (isDark ? '#' : ' ')).join('');
  return [...text.matchAll(/#+/g)].map(({ index, 0: run }) => `M${index + QUIET} ${y}h${run.length}v1h-${run.length}z`).join('');
}
