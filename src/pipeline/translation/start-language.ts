/** Starts a language: its entry in languages.yaml, from what Unicode's CLDR knows of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { IsoDate } from '../../guide/types.ts';
import { readGuide } from '../make-guide.ts';
import { formatProblems } from '../problems.ts';
import type { Folders } from '../read/read-sources.ts';
import { cldrNames } from './cldr-names.ts';
import { newLanguage } from './name-languages.ts';

/** Why the language cannot be started, or `undefined` when its entry has been written. */
export async function startLanguage(lang: string, folders: Folders, made: IsoDate): Promise<string | undefined> {
  if (!isTag(lang)) return `"${lang}" is no language tag. Write it like bn, or pt-BR.`;
  const names = cldrNames(lang);
  if (!names)
    return `Unicode's CLDR does not know "${lang}". Copy the block of another language in languages.yaml, change every line, and add by_hand.`;
  const file = join(folders.locales, 'languages.yaml');
  const text = await readFile(file, 'utf8');
  if (new RegExp(`^- lang: ["']?${lang}["']?\\s*$`, 'm').test(text)) return `"${lang}" is in ${file} already.`;
  const started = text.replace(/\n*$/, '\n') + newLanguage(lang, names);
  const errors = await errorsWith(started, folders, made);
  if (errors) return `With "${lang}" in the list the guide does not pass its checks, so it was not written:\n${errors}`;
  await writeFile(file, started);
  return undefined;
}

const isTag = (lang: string): boolean => {
  try {
    return new Intl.Locale(lang).toString() === lang;
  } catch {
    return false;
  }
};

/** The errors that the guide would have with this list of languages. */
async function errorsWith(list: string, { content, locales }: Folders, made: IsoDate): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'guide-language-'));
  try {
    const copy = join(scratch, basename(locales));
    await cp(locales, copy, { recursive: true });
    await writeFile(join(copy, 'languages.yaml'), list);
    const { problems } = await readGuide({ content, locales: copy, made });
    return formatProblems(problems.filter(({ severity }) => severity === 'error'));
  } finally {
    await rm(scratch, { recursive: true });
  }
}
