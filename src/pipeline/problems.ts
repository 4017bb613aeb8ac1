/** What an editor has to mend, as data: collected, sorted, printed. Nothing here throws. */

/** Both count from 1, as text editors do. */
export interface Position {
  line: number;
  column: number;
}

export type Severity = 'error' | 'warning';

export interface Problem extends Position {
  /** As the editor knows it, e.g. `content/ar/topics/asylum.md`. */
  file: string;
  severity: Severity;
  /** What is wrong and what to do about it. */
  message: string;
}

/** The place named when a whole file is meant. */
export const FILE_START: Position = { line: 1, column: 1 };

/** Gathers problems while everything is read and checked, so that an editor sees all of them at once. */
export class Problems {
  readonly #found: Problem[] = [];
  /** What was said already is not said again; a file in the wrong encoding has a problem in every letter. */
  readonly #known = new Set<string>();
  readonly #failedFiles = new Set<string>();

  error(file: string, at: Position, message: string): void {
    this.#add({ file, line: at.line, column: at.column, severity: 'error', message });
  }

  warn(file: string, at: Position, message: string): void {
    this.#add({ file, line: at.line, column: at.column, severity: 'warning', message });
  }

  /** Whether anything found forbids publishing. */
  get failed(): boolean {
    return this.#failedFiles.size > 0;
  }

  /** Whether a file has an error already: what would follow from it need not be reported too. */
  failedIn(file: string): boolean {
    return this.#failedFiles.has(file);
  }

  sorted(): Problem[] {
    return [...this.#found].sort(compareProblems);
  }

  #add({ message, ...place }: Problem): void {
    const problem = { ...place, message: readable(message) };
    const key = formatProblem(problem);
    if (this.#known.has(key)) return;
    this.#known.add(key);
    if (problem.severity === 'error') this.#failedFiles.add(problem.file);
    this.#found.push(problem);
  }
}

const LONGEST = 800;
/** How much of a longer message's beginning and end is told: what is wrong, and what to do. */
const [BEGINNING, END] = [400, 300];

/**
 * A message quotes what was written, and that may be anything: what a terminal would obey is named instead, and nobody reads 30,000 digits.
 * @example readable('There is no "a\u001b[2J".') -> 'There is no "aU+001B[2J".'
 */
function readable(message: string): string {
  const plain = message.replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu, codePoint);
  return plain.length > LONGEST ? `${plain.slice(0, BEGINNING)} ... ${plain.slice(-END)}` : plain;
}

/** @example codePoint('\u202E') -> 'U+202E' */
export const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** @example formatProblem(problem) -> 'content/ar/topics/asylum.md:12:5 error There is no topic "dublun".' */
export const formatProblem = ({ file, line, column, severity, message }: Problem): string =>
  `${file}:${line}:${column} ${severity} ${message}`;

/** All of them, one a line. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');

/** @example countProblems(problems, 40) -> '3 errors, 1 warning in 40 files.' */
export function countProblems(problems: readonly Problem[], files: number): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const found = [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning')].filter(Boolean);
  return `${found.join(', ') || 'No problems'} in ${plural(files, 'file')}.`;
}

/** Compares by UTF-16 code units, so that the order is the same on every machine. */
export const compareCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

const compareProblems = (a: Problem, b: Problem): number =>
  compareCodeUnits(a.file, b.file) || a.line - b.line || a.column - b.column || compareCodeUnits(a.message, b.message);
