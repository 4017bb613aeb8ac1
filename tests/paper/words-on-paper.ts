/** Where the words of a PDF stand, as poppler measures them. Lengths are points, 72 to the inch. */
import { poppler } from './printed-sheets.ts';

interface Word {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PageOfWords {
  number: number;
  width: number;
  height: number;
  words: Word[];
}

/** Office printers leave about 5 mm of a sheet white; the boxes of words are a little higher than their letters. */
const EDGE = (6 / 25.4) * 72;

export function wordsOn(file: string): PageOfWords[] {
  const pages = poppler('pdftotext', '-bbox', file, '-').split('<page ').slice(1);
  return pages.map((page, i) => {
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
    return { number: i + 1, width: Number(width), height: Number(height), words: wordsIn(page) };
  });
}

function wordsIn(page: string): Word[] {
  const found = page.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g);
  return [...found].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}

/** Words that an office printer would leave out, or that stand beside the paper. */
export const tooNearEdge = ({ number, width, height, words }: PageOfWords): string[] =>
  words
    .filter(({ left, top, right, bottom }) => Math.min(left, top, width - right, height - bottom) < EDGE)
    .map(({ text }) => `page ${number}: ${text}`);

/** Pairs of words that stand on each other. Boxes of Arabic words tell nothing: their marks and joined letters are measured apart. */
export function writtenOver({ number, words }: PageOfWords): string[] {
  const measured = words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/\p{Script=Arabic}/u.test(text));
  return measured.flatMap((one, i) =>
    measured
      .slice(i + 1)
      .filter((other) => isOver(one, other))
      .map((other) => `page ${number}: ${one.text} and ${other.text}`),
  );
}

/** By more than a hair sideways, and by half of the lower word's height. */
function isOver(one: Word, other: Word): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 1.5 && down > Math.min(one.bottom - one.top, other.bottom - other.top) / 2;
}
