/** Brings a font to phones that lack letters of the page's language. Whether they do is found out by drawing some. */

/** Nobody's letters: for these a phone draws what it draws for a letter that it lacks. */
const NO_LETTERS = ['\uffff', '\u0378', '\u{10fffe}'];
const SIZE = 24;
/** On `<html>`; base.css then puts the guide's own font before the phone's, for all letters: those of two fonts do not join. */
const MARK = 'own-letters';

/** Names of languages in Ethiopic letters stand on pages in others, where this font must not set the height of lines. */
const OF_NAMES = { unicodeRange: 'U+1200-137F' };

export function bringLetters(): void {
  const { letters, font, names, namesFont } = document.documentElement.dataset;
  bring(MARK, letters, () => new FontFace('Guide', `url("${font}")`));
  bring('own-names', names, () => new FontFace('Names', `url("${namesFont}")`, OF_NAMES));
}

function bring(mark: string, letters: string | undefined, make: () => FontFace): void {
  if (!letters || !lacksLetters(letters)) return;
  document.documentElement.classList.add(mark);
  void loadFont(make);
}

/** Whether this page brings its own font, which is then to be kept with the language. */
export const bringsLetters = () => document.documentElement.classList.contains(MARK);

/** Without a connection and without a kept font: once more when the connection is back. */
async function loadFont(make: () => FontFace): Promise<void> {
  try {
    document.fonts.add(await make().load());
  } catch {
    addEventListener('online', () => void loadFont(make), { once: true });
  }
}

/**
 * Whether this phone has no glyph for one of the letters. `document.fonts.check` says that it has all, always.
 * Browsers that answer with noise in place of pixels count as having them.
 */
export function lacksLetters(letters: string): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return false;
  pen.font = '16px sans-serif';
  const boxes = new Set(NO_LETTERS.map((letter) => draw(pen, letter)).concat(draw(pen, '')));
  return [...letters].some((letter) => boxes.has(draw(pen, letter)));
}

/** The ink of a letter, as text to compare. */
function draw(pen: CanvasRenderingContext2D, letter: string): string {
  pen.clearRect(0, 0, SIZE, SIZE);
  pen.fillText(letter, 3, 18);
  return pen
    .getImageData(0, 0, SIZE, SIZE)
    .data.filter((_, index) => index % 4 === 3)
    .join();
}
