/** A guide on disk that a test may change: a copy of the real one, or of the tiny one. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { Problems } from '../../../../src/pipeline/problems.ts';
import { type Folders, readSources, type Sources } from '../../../../src/pipeline/read/read-sources.ts';
import { type ImportResult, importSheet } from '../../../../src/pipeline/translation/import-sheet.ts';
import type { LockState } from '../../../../src/pipeline/translation/locks.ts';
import type { ReadSheet, SheetRow } from '../../../../src/pipeline/translation/sheet-rows.ts';
import { MADE } from '../guide-fixtures.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const GUIDES = { real: ROOT, tiny: join(ROOT, 'tests/fixtures/guides/_whole') };

export interface Workshop {
  folders: Folders;
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  remove: (path: string) => void;
  /** Every file below a folder: path -> text. */
  files: (...folders: string[]) => Record<string, string>;
  sources: () => Promise<Sources>;
  /** Imports rows, or a whole sheet. */
  putBack: (rows: readonly SheetRow[] | ReadSheet, state?: LockState) => Promise<ImportResult>;
}

/** `langs` keeps only these languages, where all would take long and tell nothing more. */
export function openWorkshop(guide: keyof typeof GUIDES, langs?: readonly string[]): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'guide-workshop-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['content', 'locales']) cpSync(join(GUIDES[guide], part), join(folder, part), { recursive: true });
  const folders = { content: join(folder, 'content'), locales: join(folder, 'locales') };
  if (langs) keepLanguages(folders, langs);
  const sources = async () => {
    const { sources: read } = await readSources(folders, new Problems());
    if (!read) throw new Error('The guide cannot be read.');
    return read;
  };
  return {
    folders,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, text) => writeFileSync(join(folder, path), text),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    files: (...parts) => Object.fromEntries(parts.flatMap((part) => filesIn(folder, part))),
    sources,
    putBack: async (given, state = 'draft') => {
      const sheet = 'rows' in given ? given : { rows: [...given], faults: [] };
      return importSheet(await sources(), { sheet, folders, state, made: MADE });
    },
  };
}

function keepLanguages({ content, locales }: Folders, langs: readonly string[]): void {
  const list = join(locales, 'languages.yaml');
  const all = parse(readFileSync(list, 'utf8')) as { lang: string }[];
  writeFileSync(list, stringify(all.filter(({ lang }) => langs.includes(lang))));
  for (const { lang } of all.filter((language) => !langs.includes(language.lang)))
    for (const path of [join(content, lang), join(locales, `${lang}.json`), join(locales, `${lang}.lock.json`)])
      rmSync(path, { recursive: true, force: true });
}

function filesIn(folder: string, part: string): [string, string][] {
  if (!existsSync(join(folder, part))) return [];
  return readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]);
}
