/** Rows for translators as a spreadsheet, and back. */
import { type CellObject, read, utils, type WorkSheet, write } from '@e965/xlsx';
import { type ReadSheet, type SheetRow, unixLines } from './sheet-rows.ts';
import type { TranslationRow } from './translation-rows.ts';

const COLUMNS = ['id', 'state', 'context', 'source', 'translation', 'note'] as const satisfies readonly (keyof TranslationRow)[];
const WIDTHS: Record<(typeof COLUMNS)[number], number> = {
  id: 28,
  state: 10,
  context: 40,
  source: 60,
  translation: 60,
  note: 40,
};

/** For people who open the file without knowing anything about the guide. */
const HOW_TO = [
  'Write your translation in the column "translation". Change nothing in "id" and "source".',
  'Leave a cell empty where you are not sure: readers then see the source, and that it is the source.',
  'The column "note" says what must stay as it is. Latin digits (0-9) everywhere.',
  'Save as .xlsx and send it back. Rows may be sorted, filtered or left out.',
];

/** A spreadsheet with the words of the interface on one sheet and the longer texts on another. */
export function writeXlsx(rows: readonly TranslationRow[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, toSheet(rows.filter(({ key }) => key === 'words')), 'words');
  utils.book_append_sheet(book, toSheet(rows.filter(({ key }) => key !== 'words')), 'texts');
  utils.book_append_sheet(book, utils.aoa_to_sheet(HOW_TO.map((line) => [line])), 'how to');
  // Shared strings, as spreadsheet programs write them: others the library decodes twice.
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer);
}

function toSheet(rows: readonly TranslationRow[]): WorkSheet {
  const cells = rows.map((row) => COLUMNS.map((column) => textCell(row[column])));
  const sheet = utils.aoa_to_sheet([[...COLUMNS], ...cells]);
  sheet['!cols'] = COLUMNS.map((column) => ({ wch: WIDTHS[column] }));
  sheet['!autofilter'] = { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: COLUMNS.length - 1 } }) };
  return sheet;
}

/** A cell that stays text: "24/7" typed into it becomes no date, and "=" no formula. */
const textCell = (text: string): CellObject => ({ t: 's', v: escapeCodes(text), z: '@' });

/** In a spreadsheet `_x000D_` is a character by its code, unless its first `_` is written as a code itself (ECMA-376, ST_Xstring). */
const escapeCodes = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

/** Reads every sheet whose first row has our headings, in whichever order its columns are. */
export function readXlsx(bytes: Uint8Array): ReadSheet {
  const book = read(bytes, { type: 'array', cellFormula: true, cellDates: true });
  const result: ReadSheet = { rows: [], faults: [] };
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet) readSheet(name, sheet, result);
  }
  if (result.rows.length === 0 && result.faults.length === 0)
    result.faults.push('No sheet has the headings id, source and translation in its first row. Send the exported file back.');
  return result;
}

function readSheet(name: string, sheet: WorkSheet, { rows, faults }: ReadSheet): void {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const cellAt = (r: number, c: number) => sheet[utils.encode_cell({ r, c })] as CellObject | undefined;
  const headings = new Map<string, number>();
  for (let c = range.s.c; c <= range.e.c; c++) headings.set(String(cellAt(0, c)?.v ?? '').trim(), c);
  const columns = (['id', 'source', 'translation'] as const).map((heading) => headings.get(heading));
  if (columns.some((column) => column === undefined)) return;
  for (let r = 1; r <= range.e.r; r++) {
    const where = `${name}, row ${r + 1}`;
    const cells = columns.map((c) => cellAt(r, c ?? 0));
    const [id = '', source = '', translation = ''] = cells.map(cellText);
    if (cells.some(isNoText)) faults.push(`${where}: a formula, a date or a fault stands here. Write it as text.`);
    else if (id.trim()) rows.push({ where, id: id.trim(), source, translation } satisfies SheetRow);
    else if (translation.trim())
      faults.push(`${where}: this row has no id, so nobody knows what it translates. Copy the id back.`);
  }
}

const isNoText = (cell: CellObject | undefined): boolean =>
  cell !== undefined && (cell.f !== undefined || !['s', 'n', 'z'].includes(cell.t));

/** Numbers as they are shown in the cell. */
const cellText = (cell: CellObject | undefined): string =>
  unixLines(cell?.t === 'n' ? (cell.w ?? String(cell.v)) : String(cell?.v ?? ''));
