/** Left-to-right and first-strong isolates, and what closes them: in plain text they do what `<bdi>` does on a page. */
const [LEFT_TO_RIGHT, FIRST_STRONG, CLOSE] = ['\u2066', '\u2068', '\u2069'];

/**
 * The words of a part of the page as plain text, without what stands there in a second language.
 * From right to left, what keeps its own order on the page keeps it in the text; elsewhere nothing is added, as it doubles the price of an SMS.
 */
export function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const other of copy.querySelectorAll('.original, .beside, .visually-hidden')) other.remove();
  for (const clock of copy.querySelectorAll('.habesha')) clock.prepend(' ');
  for (const part of copy.querySelectorAll('a, p')) part.append(' ');
  if (document.documentElement.dir === 'rtl') for (const part of copy.querySelectorAll('bdi')) isolate(part);
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

function isolate(part: HTMLElement) {
  part.prepend(part.dir === 'ltr' ? LEFT_TO_RIGHT : FIRST_STRONG);
  part.append(CLOSE);
}
