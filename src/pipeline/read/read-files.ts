import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compareCodeUnits, FILE_START, type Problems } from '../problems.ts';

/** One text file as it stands on disk, without its byte order mark and with `\n` line ends. */
export interface SourceFile {
  /** As problems name it: the folder's own name and the path in it, e.g. `content/en/topics/asylum.md`. */
  file: string;
  /** The path within the folder, with `/`, e.g. `en/topics/asylum.md`. */
  path: string;
  text: string;
}

/** Bytes. No text a person writes is longer; a longer file is a mistake or an attack. What tools record grows with the guide. */
const largest = (path: string) => (path.endsWith('.lock.json') ? Infinity : (path.endsWith('.json') ? 128 : 64) * 1024);

/** The base map and the recordings are data with readers of their own. */
const NOT_TEXT = /^(?:map|[^/]+\/audio)$/;

/** Reads every text file of a folder, in the same order on every machine. */
export async function readFolder(folder: string, problems: Problems): Promise<SourceFile[]> {
  const label = basename(folder);
  const paths = await listFiles(folder, problems, label);
  const files: (SourceFile | undefined)[] = [];
  for (let start = 0; start < paths.length; start += AT_A_TIME) {
    const some = paths.slice(start, start + AT_A_TIME);
    files.push(...(await Promise.all(some.map((path) => readOne(folder, path, `${label}/${path}`, problems)))));
  }
  return files.filter((file) => file !== undefined);
}

/** Files open at once: systems allow a process a thousand or so. */
const AT_A_TIME = 100;

async function listFiles(folder: string, problems: Problems, label: string): Promise<string[]> {
  try {
    return await walk(folder, '');
  } catch {
    problems.error(label, FILE_START, `The folder ${folder} cannot be read. Give the folder that holds the guide's files.`);
    return [];
  }
}

async function walk(folder: string, under: string): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const nested = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => {
      const path = under + entry.name;
      if (!entry.isDirectory()) return [path];
      return NOT_TEXT.test(path) ? [] : walk(folder, `${path}/`);
    });
  return (await Promise.all(nested)).flat().sort(compareCodeUnits);
}

async function readOne(folder: string, path: string, file: string, problems: Problems): Promise<SourceFile | undefined> {
  const bytes = await readFile(join(folder, path));
  if (bytes.length > largest(path)) {
    problems.error(
      file,
      FILE_START,
      `The file has ${bytes.length} bytes; at most ${largest(path)} are read. Shorten or split it.`,
    );
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, path, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    problems.error(file, FILE_START, 'The file is not UTF-8 text. Save it again as UTF-8 (without BOM).');
    return undefined;
  }
}
