/**
 * What is wrong with a text in which a mark of the guide's own templates (`@@main@@`) stands or could come to stand when
 * it is put beside another; as a sentence. Such a mark would be replaced by parts of pages, inside quotes too.
 * @example templateMark('Call @@sign:call@@') -> '"@@" marks the places ...'
 * @example templateMark('help@example.org') -> undefined
 */
export const templateMark = (text: string): string | undefined =>
  MARK.test(text)
    ? '"@@" marks the places where the guide puts its own parts, and an "@" at the edge of a text could become one. Take it out.'
    : undefined;

const MARK = /@@|^\s*@|@\s*$|@\{\{|\}\}@/;
