/** Fonts for paper: letters that every printing machine has to have, whatever fonts are on it. */
import type { Guide } from '../../guide/types.ts';
import { cutDown, FILES, lettersUsed } from './language-fonts.ts';

export interface PaperFont {
  /** ISO 15924. */
  script: string;
  weight: 400 | 700;
  bytes: Uint8Array;
}

/** What of a page each script's font draws; the joiners stand between Arabic letters and must not part them. */
const RANGES: Readonly<Record<string, string>> = {
  Arab: 'U+600-6FF,U+750-77F,U+8A0-8FF,U+200C-200F,U+2066-2069,U+FB50-FDFF,U+FE70-FEFF',
  Ethi: 'U+1200-139F,U+2D80-2DDF',
};

const WEIGHTS = [400, 700] as const;

/** One font of each weight for each script of the guide that has one, with the letters of all its languages. */
export async function paperFonts(guide: Guide): Promise<PaperFont[]> {
  const scripts = Object.keys(RANGES).filter((script) => guide.languages.some((language) => language.script === script));
  const wanted = scripts.flatMap((script) => WEIGHTS.map((weight) => ({ script, weight })));
  return Promise.all(wanted.map(async (font) => ({ ...font, bytes: await makeFont(guide, font) })));
}

function makeFont(guide: Guide, { script, weight }: Omit<PaperFont, 'bytes'>): Promise<Uint8Array> {
  const letters = guide.languages
    .filter((language) => language.script === script)
    .map((language) => lettersUsed(guide, language))
    .join('');
  return cutDown((FILES[script] ?? '').replace('-400-', `-${weight}-`), [...new Set(letters)].sort().join(''));
}

/** CSS that makes the family "Paper" of these fonts; `urlOf` says where each is to be had. */
export const fontFaces = (fonts: readonly PaperFont[], urlOf: (font: PaperFont) => string): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:Paper;font-weight:${font.weight};src:url(${urlOf(font)}) format("woff2");unicode-range:${RANGES[font.script]}}`,
    )
    .join('');

/** For a page that stands alone. */
export const asData = ({ bytes }: PaperFont): string => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`;
