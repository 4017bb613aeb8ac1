/** How long a booklet takes, and whether a run of all kinds in all languages needs more memory the longer it runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { allSheets, LAID_OUT, SHEET_KINDS, type Sheet } from '../guide/sheets.ts';
import type { Guide } from '../guide/types.ts';
import { foldBooklet } from '../pipeline/paper/fold.ts';
import { type Printer, startPrinter } from '../pipeline/paper/printer.ts';
import { openSheets } from '../pipeline/sheets/open-sheets.ts';
import { openGuide } from './call.ts';
import { findChromium } from './find-chromium.ts';

/** Seconds for a booklet from the command to its two files; times the memory of the first half that the second half may take. */
const BUDGET = { booklet: 20, growth: 1.15 };
const SITE = 'https://guide.example/';
const MB = 1024;

type Render = Awaited<ReturnType<typeof openSheets>>;

/** Prints a table; sets the exit status when something takes too much. */
export async function benchPaper(lang: string): Promise<void> {
  const start = performance.now();
  const guide = await openGuide({ content: 'content', locales: 'locales' });
  const render = await openSheets(guide, SITE);
  const printer = await startPrinter(await findChromium());
  try {
    await make(guide, { kind: 'booklet', lang }, { render, printer });
    tell(`booklet ${lang}, with reading the guide and starting the browser`, secondsSince(start), BUDGET.booklet, 's');
    await printEverything(guide, { render, printer });
  } finally {
    await printer.close();
  }
}

interface Press {
  render: Render;
  printer: Printer;
}

async function make(guide: Guide, sheet: Sheet, { render, printer }: Press): Promise<number> {
  const pdf = await printer.pdf(render(sheet, { made: guide.made }), LAID_OUT);
  const language = guide.languages.find(({ lang }) => 'lang' in sheet && lang === sheet.lang);
  const folded = sheet.kind === 'booklet' && language ? await foldBooklet(pdf, language) : [];
  return pdf.length + folded.length;
}

/** Every sheet twice, so that the second half of the run does the work of the first again. */
async function printEverything(guide: Guide, press: Press) {
  const sheets = allSheets(guide);
  const halves: number[][] = [];
  for (const half of [1, 2]) {
    const memory: number[] = [];
    for (const kind of SHEET_KINDS) memory.push(...(await printKind(guide, { kind, half }, press)));
    halves.push(memory);
  }
  const [first = 0, second = 0] = halves.map((memory) => Math.max(...memory));
  console.log(`all ${sheets.length} sheets twice: at most ${first} MB in the first half, ${second} MB in the second`);
  tell('growth of memory', second / first, BUDGET.growth, 'times');
}

/** Answers with the MB in use after every tenth sheet. */
async function printKind(guide: Guide, { kind, half }: { kind: Sheet['kind']; half: number }, press: Press): Promise<number[]> {
  const start = performance.now();
  const sheets = allSheets(guide).filter((sheet) => sheet.kind === kind);
  const memory: number[] = [];
  let bytes = 0;
  for (const [i, sheet] of sheets.entries()) {
    bytes += await make(guide, sheet, press);
    if (i % 10 === 0) memory.push(memoryInUse());
  }
  memory.push(memoryInUse());
  const each = (secondsSince(start) / sheets.length).toFixed(2);
  console.log(
    `${half}. ${kind.padEnd(10)} ${String(sheets.length).padStart(4)} sheets, ${each} s and ${Math.round(bytes / sheets.length / 1024)} KB each, ${Math.max(...memory)} MB`,
  );
  return memory;
}

/** MB of this process and all that it started, each page of memory counted once; 0 where there is no /proc. */
function memoryInUse(): number {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]));
  const isOurs = (pid: number): boolean => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  const kilobytes = [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + share(pid), 0);
  return Math.round(kilobytes / MB);
}

const processes = (): number[] => readNames('/proc').map(Number).filter(Number.isInteger);
const parentOf = (pid: number) => numberIn(`/proc/${pid}/status`, /^PPid:\s*(\d+)/m);
const share = (pid: number) => numberIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s*(\d+)/m);

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** 0 for a process that has just ended. */
function numberIn(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

const secondsSince = (start: number) => (performance.now() - start) / 1000;

function tell(what: string, value: number, budget: number, unit: string) {
  const isKept = value <= budget;
  console.log(`${what}: ${value.toFixed(2)} ${unit} (at most ${budget})  ${isKept ? 'pass' : 'MISS'}`);
  if (!isKept) process.exitCode = 1;
}
