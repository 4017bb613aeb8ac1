import { tagFault } from '../check/language-tags.ts';
import type { Position, Problems } from '../problems.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import type { SourceFile } from './read-files.ts';

/** locales/glossary.csv: which word the translations use for a term of the source, and which names stay as they are. */

export const GLOSSARY_FILE = 'glossary.csv';

/** In place of a translation: the term stays as it is written. */
const KEEP = 'keep';

export interface GlossaryEntry {
  term: string;
  /** A language, or `*` for all. */
  lang: string;
  /** Any of these will do; the beginning of a word that changes its end. */
  words: string[];
  /** For translators. */
  note: string;
  at: Position;
}

const COLUMNS = ['source', 'lang', 'translation', 'note'];

/** Reads the glossary; a guide may have none. */
export function readGlossary(source: SourceFile | undefined, problems: Problems): GlossaryEntry[] {
  if (!source) return [];
  const [head, ...rows] = readCsv(source.text);
  if (head?.cells.join() !== COLUMNS.join()) {
    problems.error(source.file, { line: 1, column: 1 }, `The first line must be: ${COLUMNS.join(',')}. Put it back.`);
    return [];
  }
  return rows.flatMap((row) => {
    const fault = rowFault(row);
    if (fault) problems.error(source.file, { line: row.line, column: 1 }, fault);
    return fault ? [] : [toEntry(row)];
  });
}

function rowFault({ cells: [term = '', lang = '', translation = '', , ...more] }: CsvRow): string | undefined {
  if (more.length) return 'This row has more than four cells. Put a cell that holds a comma in quotes.';
  if (!term || !lang || !translation)
    return `The first three cells of a row are needed: a term, a language or *, a translation or "${KEEP}".`;
  if (lang === '*' && translation !== KEEP) return `With * only "${KEEP}" is possible. Name the language of this translation.`;
  return lang === '*' ? undefined : tagFault(lang);
}

function toEntry({ line, cells: [term = '', lang = '', translation = '', note = ''] }: CsvRow): GlossaryEntry {
  const words = translation === KEEP ? [term] : translation.split('|').map((word) => word.trim());
  return { term, lang, words, note, at: { line, column: 1 } };
}
