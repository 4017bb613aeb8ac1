import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGuide } from '../../../src/pipeline/make-guide.ts';

/** Tiny guides on disk, each named after its fault. A fixture holds only the files that differ from `_whole`. */
const GUIDES = join(import.meta.dirname, '../../fixtures/guides');
/** `content/en/about.md.removed` says that this guide has no `content/en/about.md`. */
const REMOVED = '.removed';
export const MADE = '2026-11-22';

export const faults = (): string[] =>
  readdirSync(GUIDES)
    .filter((name) => name !== '_whole')
    .sort();

export const expectedOf = (fault: string): string => {
  const file = join(GUIDES, fault, 'expected.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : '';
};

/** Reads the whole guide with a fixture's files laid over it, and files given as text over those; a `null` removes one. */
export async function readFixture(fault: string | undefined, files: Record<string, string | null> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    cpSync(join(GUIDES, '_whole'), folder, { recursive: true });
    if (fault) cpSync(join(GUIDES, fault), folder, { recursive: true });
    for (const [path, text] of Object.entries(files))
      writeFileSync(join(folder, text === null ? path + REMOVED : path), text ?? '');
    removeMarked(folder);
    return await readGuide({ content: join(folder, 'content'), locales: join(folder, 'locales'), made: MADE });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of the whole guide, for changing a word of it. */
export const wholeFile = (path: string): string => readFileSync(join(GUIDES, '_whole', path), 'utf8');

function removeMarked(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith(REMOVED)) continue;
    rmSync(join(folder, path));
    rmSync(join(folder, path.slice(0, -REMOVED.length)), { force: true });
  }
}
