/** What comes back from a translator, whichever form it was sent in. */

/** One row that a translator sent back. */
export interface SheetRow {
  /** For messages, e.g. `texts, row 12` or `line 40`. */
  where: string;
  id: string;
  /** The source from which it was translated: the one in the sheet, which may be older than the guide's. */
  source: string;
  /** '' when it was left open. */
  translation: string;
  /** What the translator's program says about it, where it says something. */
  mark?: 'sure' | 'unsure';
}

/** A sheet as it was read; faults say which row cannot be read and what to do. */
export interface ReadSheet {
  rows: SheetRow[];
  faults: string[];
}

/** Spreadsheets and editors on Windows end lines in their own way. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');
