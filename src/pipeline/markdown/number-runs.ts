/**
 * Numbers whose parts have an order: in a line of Arabic the browser would otherwise show their parts right to left.
 * Times and ranges of times, dates, ranges, phone numbers.
 */
const ORDERED = new RegExp(
  [
    /\+\d{1,3}(?:[ .-]?\d{1,4}){2,}/, // +33 3 21 46 33 33
    /\b0\d(?:[ .-]?\d{2}){4}\b/, // 03 21 46 33 33
    /\b0 ?800(?: ?\d{2,3}){2,3}\b/, // 0 800 05 95 95
    /\d{1,2}:\d{2}(?: ?[-–] ?\d{1,2}:\d{2})?/, // 13:00-16:00
    /\b\d{4}-\d{2}(?:-\d{2})?\b/, // 2022-01-13
    /\b\d+ ?[-–] ?\d+\b/, // 10-15
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes plain text safe inside HTML and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** @example isolate('112') -> '<bdi dir="ltr">112</bdi>' */
export const isolate = (html: string): string => `<bdi dir="ltr">${html}</bdi>`;

/**
 * Text as HTML with its ordered numbers kept left to right.
 * @example textToHtml('من 13:00-16:00') -> 'من <bdi dir="ltr">13:00-16:00</bdi>'
 */
export function textToHtml(text: string): string {
  let html = '';
  let done = 0;
  for (const match of text.matchAll(ORDERED)) {
    html += escapeHtml(text.slice(done, match.index)) + isolate(escapeHtml(match[0]));
    done = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(done));
}
