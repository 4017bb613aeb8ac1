/** What the bench has measured: kept part by part, so that one can be measured again by itself, and written as one table. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname } from 'node:path';

export type Unit = 'KB' | 'MB' | 'ms' | 's' | 'requests' | 'times' | 'nodes' | 'of 100';

export interface Figure {
  what: string;
  /** In bytes for KB and MB, else in its unit. */
  value: number;
  unit: Unit;
  /** May not be exceeded; a figure without one is told for comparison. */
  goal?: number;
  /** What it is made of, in short. */
  note?: string;
}

/** One part of the bench as it was measured last. */
export interface Measured {
  /** `2026-11-22` */
  date: string;
  /** Of the project, in short; with `+` where files were changed. */
  commit: string;
  /** What it was measured with, e.g. the browser's build. */
  with: string;
  figures: Figure[];
}

/** Part -> what was measured last. */
export type Results = Readonly<Record<string, Measured>>;

const KB = 1024;
const MB = 1024 * KB;

export const readResults = (file: string): Results =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};

/** Keeps a part beside those measured before. */
export function keepResult(file: string, part: string, figures: Figure[], tools: string): void {
  const measured: Measured = { date: new Date().toISOString().slice(0, 10), commit: commit(), with: tools, figures };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readResults(file), [part]: measured }, null, 2));
}

function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src', 'content', 'locales') ? '+' : '');
  } catch {
    return 'no commit';
  }
}

/** @example verdict({ what: 'a typo', value: 4000, unit: 'KB', goal: 3072 }) -> 'no' */
export const verdict = ({ value, goal }: Figure): string => (goal === undefined ? '' : value <= goal ? 'yes' : 'no');

/** @example inUnit(2048, 'KB') -> '2.0 KB' */
export function inUnit(value: number, unit: Unit): string {
  if (unit === 'KB') return `${(value / KB).toFixed(1)} KB`;
  if (unit === 'MB') return `${(value / MB).toFixed(value < 10 * MB ? 1 : 0)} MB`;
  if (unit === 'times') return `${value.toFixed(2)} times`;
  if (unit === 's') return `${value.toFixed(1)} s`;
  if (unit === 'of 100') return `${value.toFixed(1)} of 100`;
  return unit === 'ms' ? `${Math.round(value)} ms` : `${value} ${unit}`;
}

/** For the terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    inUnit(figure.value, figure.unit),
    figure.goal === undefined ? '' : inUnit(figure.goal, figure.unit),
    verdict(figure),
    figure.note ?? '',
  ]);
  const line = ([what = '', value = '', goal = '', met = '', note = '']: string[]) =>
    `${what.padEnd(62)}${value.padStart(14)}${goal.padStart(14)}  ${met.padEnd(4)} ${note}`.trimEnd();
  return [['', 'measured', 'goal', 'met'], ...rows].map(line).join('\n');
}

/** What each part is, in the order of the report: name -> title, and how it was measured. */
export type Chapters = Readonly<Record<string, { title: string; how: string }>>;

/** The report as Markdown. It names the machine's size, never the machine. */
export function reportOf(results: Results, chapters: Chapters): string {
  const parts = Object.entries(chapters).map(([name, { title, how }]) => chapterOf(title, how, results[name]));
  const all = Object.keys(chapters).flatMap((name) => results[name]?.figures ?? []);
  const judged = all.filter(({ goal }) => goal !== undefined);
  const missed = judged.filter((figure) => verdict(figure) === 'no');
  return `# The numbers

Written by \`npm run bench\` on a machine with ${availableParallelism()} processors and ${Math.round(totalmem() / MB / KB)} GB of memory. KB are 1024 bytes, compressed by brotli 11 as a good host sends them.

${judged.length - missed.length} of ${judged.length} goals are met.${missed.length ? ` Not met: ${missed.map(({ what }) => what).join('; ')}.` : ''}

${parts.join('\n\n')}
`;
}

function chapterOf(title: string, how: string, measured: Measured | undefined): string {
  if (!measured) return `## ${title}\n\n${how}\n\nNot measured yet.`;
  const rows = measured.figures.map((figure) => {
    const goal = figure.goal === undefined ? '' : inUnit(figure.goal, figure.unit);
    return `| ${[figure.what, inUnit(figure.value, figure.unit), goal, verdict(figure), figure.note ?? ''].join(' | ')} |`;
  });
  const { date, commit: of, with: tools } = measured;
  return `## ${title}

${how} Measured ${date} at ${of}${tools && `, ${tools}`}.

| | measured | goal | met | |
|---|---:|---:|---|---|
${rows.join('\n')}`;
}

/** The middle of an odd number of values. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
