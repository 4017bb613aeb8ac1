/** Puts a translator's sheet back into the guide: all of it, or, when anything in it is wrong, nothing. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { IsoDate } from '../../guide/types.ts';
import { readGuide } from '../make-guide.ts';
import { formatProblem, type Problem, Problems } from '../problems.ts';
import { type Folders, readSources, type Sources } from '../read/read-sources.ts';
import { type ChangedFile, changedFiles, changedLocks } from './apply-changes.ts';
import type { LockState } from './locks.ts';
import { readChanges } from './read-changes.ts';
import type { ReadSheet } from './sheet-rows.ts';

export interface Import {
  sheet: ReadSheet;
  folders: Folders;
  /** What the new words are: by a person (`draft`) or a machine. */
  state: LockState;
  made: IsoDate;
}

export interface ImportResult {
  /** Why nothing was written, each with its row. */
  faults: string[];
  /** What should be looked at, although it was written. */
  warnings: string[];
  /** How many segments were changed. */
  changed: number;
  /** How many of them were made from an older source. */
  older: number;
  /** The files that were written. */
  files: string[];
}

export async function importSheet(sources: Sources, { sheet, folders, state, made }: Import): Promise<ImportResult> {
  const { changes, faults, older } = readChanges(sources, sheet.rows, state);
  const files = changedFiles(sources, changes);
  const written = new Map([
    ...files.map((file): [string, string] => [pathOf(file, folders), file.text]),
    ...[...changedLocks(sources, changes)].map(([lang, text]): [string, string] => [
      join(folders.locales, `${lang}.lock.json`),
      text,
    ]),
  ]);
  const result = { faults: [...sheet.faults, ...faults], warnings: [], changed: changes.length, older };
  const stop = (more: Pick<ImportResult, 'faults' | 'warnings'>) => ({ ...result, ...more, files: [] });
  if (result.faults.length > 0 || changes.length === 0) return stop(result);
  const found = await checkOnCopy(files, written, { folders, made });
  if (found.faults.length > 0) return stop(found);
  await writeAll(written);
  return { ...result, ...found, files: [...written.keys()] };
}

const pathOf = ({ file, key }: ChangedFile, { content, locales }: Folders): string =>
  join(key === 'words' ? locales : content, file.slice(file.indexOf('/') + 1));

async function writeAll(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

type Found = Pick<ImportResult, 'faults' | 'warnings'>;

/** Lays the files over a copy of the guide and runs the checks of `npm run check` there. */
async function checkOnCopy(
  files: readonly ChangedFile[],
  written: ReadonlyMap<string, string>,
  { folders, made }: { folders: Folders; made: IsoDate },
): Promise<Found> {
  const scratch = await mkdtemp(join(tmpdir(), 'guide-import-'));
  try {
    const copy = {
      content: join(scratch, 'c', basename(folders.content)),
      locales: join(scratch, 'l', basename(folders.locales)),
    };
    await cp(folders.content, copy.content, { recursive: true });
    await cp(folders.locales, copy.locales, { recursive: true });
    await writeAll(new Map([...written].map(([path, text]) => [movedTo(path, folders, copy), text])));
    const { problems } = await readGuide({ ...copy, made });
    const { sources } = await readSources(copy, new Problems());
    const found = sortOut(problems, files);
    return found.faults.length > 0 || !sources ? found : { ...found, faults: files.flatMap((file) => lossesIn(file, sources)) };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

const movedTo = (path: string, from: Folders, to: Folders): string =>
  path.startsWith(join(from.content, '/'))
    ? join(to.content, path.slice(join(from.content, '/').length))
    : join(to.locales, path.slice(join(from.locales, '/').length));

/** The problems of the changed files, by the row they come from. A warning about words that were there before is none of ours. */
function sortOut(problems: readonly Problem[], files: readonly ChangedFile[]): Found {
  const found: Found = { faults: [], warnings: [] };
  for (const problem of problems) {
    const file = files.find((one) => one.file === problem.file);
    const where = file && rowAt(file, problem.line);
    if (file && problem.severity === 'error') found.faults.push(where ? `${where}: ${problem.message}` : formatProblem(problem));
    else if (where && problem.line > 1) found.warnings.push(`${where}: ${problem.message}`);
  }
  return found;
}

/** The row from which a line of a file comes; a fault of the whole file is told at its first row. */
function rowAt({ lines, changes }: ChangedFile, line: number): string | undefined {
  const [segment] = [...lines].filter(([, start]) => start <= line).at(-1) ?? [];
  const row = line === 1 ? [...changes.values()][0]?.row : changes.get(segment ?? '')?.row;
  return row?.where;
}

/** A last look: what stands in the files now is what was in the sheet, word for word. */
const lossesIn = ({ lang, key, segments, changes, file }: ChangedFile, { translations }: Sources): string[] =>
  [...segments].flatMap(([segment, value]) => {
    if (translations.files[lang]?.[key]?.segments.get(segment)?.source === value) return [];
    const where = changes.get(segment)?.row.where ?? file;
    return [`${where}: This would not be read as it is written here. Write it as plainly as the source.`];
  });
