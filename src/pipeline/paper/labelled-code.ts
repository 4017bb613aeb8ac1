/** A QR code as a picture of its own, with the address that it leads to under it in letters. */
import { encode } from 'uqr';
import { modulesPath, QUIET } from '../../guide/code-picture.ts';
import { writtenAddress } from '../../guide/sheets.ts';

/** Height of the letters and of a line of them, in modules. */
const LETTER = 2.4;
const LINE = 3.2;
/** Width of a letter of monospaced fonts in parts of its height. */
const ADVANCE = 0.6;

export interface LabelledCode {
  /** With its size in millimetres; one module is one unit of its `viewBox`. */
  svg: string;
  /** Modules, the white around it and the letters below included. */
  width: number;
  height: number;
  /** Millimetres that a module is wide. */
  module: number;
}

/**
 * Black on white, the highest error correction that its version holds: more would make the modules smaller.
 * `size` is the width of the black part in millimetres.
 */
export function labelledCode(address: string, size: number): LabelledCode {
  const { data } = encode(address, { ecc: 'L', boostEcc: true, border: 0 });
  const width = data.length + 2 * QUIET;
  const lines = addressLines(address, Math.floor((width - 2) / (LETTER * ADVANCE)));
  const height = width + lines.length * LINE + 1;
  const module = size / data.length;
  const texts = lines.map((line, i) => lineOf(line, width / 2, width - 1 + (i + 1) * LINE));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${rounded(height)}" width="${rounded(width * module)}mm" height="${rounded(height * module)}mm">`,
    `<title>${escapeXml(address)}</title>`,
    `<path fill="#fff" d="M0 0h${width}v${rounded(height)}H0z"/>`,
    `<path fill="#000" shape-rendering="crispEdges" d="${modulesPath(data)}"/>`,
    `<g fill="#000" font-family="DejaVu Sans Mono, Consolas, Menlo, monospace" font-size="${LETTER}" text-anchor="middle">${texts.join('')}</g>`,
    '</svg>',
  ].join('');
  return { svg, width, height, module };
}

/** A document that is nothing but the code, on paper of its size; `module` is the width of one module as CSS writes it. */
export function labelPage({ svg, width, height }: LabelledCode, address: string, module: string): string {
  const [wide, high] = [width, height].map((modules) => `calc(${rounded(modules)} * ${module})`);
  const style = `@page{size:${wide} ${high};margin:0}html,body{margin:0}svg{display:block;width:${wide};height:${high}}`;
  return `<!doctype html><html lang="zxx"><meta charset="utf-8"><title>${escapeXml(address)}</title><style>${style}</style>${svg}</html>`;
}

/** `textLength`: as wide in any font, so that nothing is cut where the machine that shows it has another. */
const lineOf = (line: string, x: number, y: number) =>
  `<text x="${x}" y="${rounded(y)}" textLength="${rounded(line.length * LETTER * ADVANCE)}">${escapeXml(line)}</text>`;

/**
 * What a person types, broken after slashes and hyphens into lines of at most `most` letters.
 * @example addressLines('https://guide.example/s/calais-pass/', 16) -> ['guide.example/s/', 'calais-pass']
 */
export function addressLines(address: string, most: number): string[] {
  const lines = [''];
  for (const part of writtenAddress(address).match(/[^/-]*[/-]?/g) ?? []) {
    for (const piece of part.match(new RegExp(`.{1,${most}}`, 'g')) ?? []) {
      const last = lines.at(-1) ?? '';
      if (last.length + piece.length <= most) lines[lines.length - 1] = last + piece;
      else lines.push(piece);
    }
  }
  return lines;
}

const rounded = (number: number) => Number(number.toFixed(2));

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
