/**
 * Words that the page's language lacks stand there in the source's, and the page says so where they stand. A translated word is
 * a plain string until the page is HTML; till then it carries marks: characters that no text may have (see check/hidden-characters.ts).
 */
import type { Direction, Lang } from '../guide/types.ts';

/** Around words of the source language, and around values of the page's own language within them. */
const [OPEN, CLOSE, OPEN_VALUE, CLOSE_VALUE] = ['\uE000', '\uE001', '\uE002', '\uE003'];
const MARKS = /[\uE000-\uE003]/g;

export const markForeign = (words: string) => OPEN + words + CLOSE;

/** A value without letters (a time, a number) has no language of its own. */
export const markValue = <T extends string | number>(value: T) =>
  /\p{L}/u.test(String(value)) ? OPEN_VALUE + value + CLOSE_VALUE : value;

/** For titles, and for comparing. */
export const withoutMarks = (text: string) => text.replace(MARKS, '');

/** As the text of an element or attribute. */
export const escapeHtml = (text: string) =>
  withoutMarks(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Tags with their attributes, and elements that hold nothing but text: no element can stand in either. */
const NO_ELEMENTS = /<(title|option|textarea|script|style)\b.*?<\/\1>|<[^>"]*(?:"[^"]*"[^>"]*)*>/gs;

interface Languages {
  source: { lang: Lang; dir: Direction };
  page: Lang;
}

/**
 * HTML with its marks turned into elements; where there can be none they go.
 * @example drawForeign('<a title="\uE000Home\uE001">\uE000Home\uE001</a>', languages)
 *   -> '<a title="Home"><span lang="en" dir="ltr">Home</span></a>'
 */
export function drawForeign(html: string, { source, page }: Languages): string {
  if (html.search(MARKS) < 0) return html;
  return html
    .replace(NO_ELEMENTS, withoutMarks)
    .replaceAll(OPEN, `<span lang="${source.lang}" dir="${source.dir}">`)
    .replaceAll(OPEN_VALUE, `<bdi lang="${page}">`)
    .replaceAll(CLOSE, '</span>')
    .replaceAll(CLOSE_VALUE, '</bdi>');
}
