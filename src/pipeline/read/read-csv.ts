/** One row of a table, and the line it begins on, counted from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** A cell in quotes (which may hold commas, doubled quotes and line ends) or without, and what ends it. Something always fits. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g;

/**
 * Reads comma-separated text as spreadsheets write it (RFC 4180); empty rows are left out, a lone quote is a letter.
 * @example readCsv('a,"b ""c"", d"\n') -> [{ line: 1, cells: ['a', 'b "c", d'] }]
 */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  for (const [whole, quoted, plain = '', end] of `${text}\n`.matchAll(CELL)) {
    row.cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    rows.push(row);
    row = { line, cells: [] };
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}
