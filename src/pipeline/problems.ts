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

  error(file: string, at: Position, message: string): void {
    this.#add({ file, line: at.line, column: at.column, severity: 'error', message });
  }

  warn(file: string, at: Position, message: string): void {
    this.#add({ file, line: at.line, column: at.column, severity: 'warning', message });
  }

  /** Whether anything found forbids publishing. */
  get failed(): boolean {
    return this.#found.some((problem) => problem.severity === 'error');
  }

  /** Whether a file has an error already: what would follow from it need not be reported too. */
  failedIn(file: string): boolean {
    return this.#found.some((problem) => problem.severity === 'error' && problem.file === file);
  }

  sorted(): Problem[] {
    return [...this.#found].sort(compareProblems);
  }

  #add(problem: Problem): void {
    const isSame = (other: Problem) => compareProblems(problem, other) === 0 && problem.severity === other.severity;
    if (!this.#found.some(isSame)) this.#found.push(problem);
  }
}

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
