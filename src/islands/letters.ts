/** Brings a font to phones that lack letters of the page's language. Whether they do is found out by drawing some. */

/** Nobody's letters: for these a phone draws what it draws for a letter that it lacks. */
const NO_LETTERS = ['\uffff', '\u0378', '\u{10fffe}'];
const SIZE = 24;
/** On `<html>`; base.css then puts the guide's own font before the phone's, for all letters: those of two fonts do not join. */
const MARK = 'own-letters';

/** Names of languages in Ethiopic letters stand on pages in others, where this font must not set the height of lines. */
const OF_NAMES = { unicodeRange: 'U+1200-137F' };

/** Resolves when it is known what the phone lacks. Fonts may still be on their way then. */
export async function bringLetters(): Promise<void> {
  const { letters, font, names, namesFont } = document.documentElement.dataset;
  await bring(MARK, letters, () => new FontFace('Guide', `url("${font}")`));
  await bring('own-names', names, () => new FontFace('Names', `url("${namesFont}")`, OF_NAMES));
}

async function bring(mark: string, letters: string | undefined, make: () => FontFace): Promise<void> {
  if (!letters || !(await lacksLetters(letters))) return;
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
 * One letter at a time: the first of a script makes a phone open a font, which is slow, and a tap may come in between.
 */
export async function lacksLetters(letters: string): Promise<boolean> {
  pen ??= makePen();
  if (!pen) return false;
  const boxes = new Set<string>();
  for (const letter of ['', ...NO_LETTERS]) boxes.add(await draw(pen, letter));
  for (const letter of letters) if (boxes.has(await draw(pen, letter))) return true;
  return false;
}

let pen: CanvasRenderingContext2D | null | undefined;

function makePen(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const made = canvas.getContext('2d', { willReadFrequently: true });
  if (made) made.font = '16px sans-serif';
  return made;
}

/** The ink of a letter, as text to compare. */
async function draw(pen: CanvasRenderingContext2D, letter: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  pen.clearRect(0, 0, SIZE, SIZE);
  pen.fillText(letter, 3, 18);
  return pen
    .getImageData(0, 0, SIZE, SIZE)
    .data.filter((_, index) => index % 4 === 3)
    .join();
}
