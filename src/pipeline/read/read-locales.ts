import { FILE_START, type Problems } from '../problems.ts';
import { type Lock, readLock } from '../translation/locks.ts';
import { plainSegment, type Segment, type WordsFile } from '../translation/segments.ts';
import { checkShape } from './check-shape.ts';
import { didYouMean } from './nearest.ts';
import type { SourceFile } from './read-files.ts';
import { GLOSSARY_FILE, type GlossaryEntry, readGlossary } from './read-glossary.ts';
import { readJson } from './read-json.ts';
import { type Located, readYaml } from './read-yaml.ts';
import { type LanguageList, languages } from './setting-schemas.ts';

/** The locales folder, read and correct in shape. */
export interface Locales {
  languages: Located<LanguageList> | undefined;
  /** Interface words per language. */
  words: Record<string, WordsFile>;
  locks: Record<string, Lock>;
  glossary: GlossaryEntry[];
}

const LIST = 'languages.yaml';
const OTHER_FILES = [LIST, GLOSSARY_FILE, 'README.md', 'descriptions.json'];

export function readLocales(files: readonly SourceFile[], problems: Problems): Locales {
  const list = readLanguages(files, problems);
  const langs = list?.value.map(({ lang }) => lang) ?? [];
  const words: Record<string, WordsFile> = {};
  const locks: Record<string, Lock> = {};
  for (const source of files) {
    const [, lang = '', lock] = /^([\w-]+)(\.lock)?\.json$/.exec(source.path) ?? [];
    if (OTHER_FILES.includes(source.path)) continue;
    if (!langs.includes(lang)) reportStranger(source, lang, langs, problems);
    else if (lock) locks[lang] = readLock(source, problems);
    else words[lang] = readInterfaceWords(source, lang, problems);
  }
  const glossary = readGlossary(
    files.find(({ path }) => path === GLOSSARY_FILE),
    problems,
  );
  return { languages: list, words, locks, glossary };
}

function readLanguages(files: readonly SourceFile[], problems: Problems): Located<LanguageList> | undefined {
  const source = files.find(({ path }) => path === LIST);
  if (!source) {
    problems.error(`locales/${LIST}`, FILE_START, 'This file is missing. It lists the languages of the guide.');
    return undefined;
  }
  const yaml = readYaml(source.text, source.file, problems);
  return yaml && checkShape(languages, yaml, problems);
}

/** Without a readable list every file would be a stranger; then the list's own problem is enough. */
function reportStranger({ file, path }: SourceFile, lang: string, langs: readonly string[], problems: Problems): void {
  if (langs.length === 0) return;
  const message = lang
    ? `"${lang}" is not in locales/languages.yaml.${didYouMean(lang, langs)} Add the language there, or rename the file.`
    : `Nothing reads "${path}". Remove it.`;
  problems.error(file, FILE_START, message);
}

/** Reads i18next JSON; nested keys are joined with a dot. */
function readInterfaceWords(source: SourceFile, lang: string, problems: Problems): WordsFile {
  const json = readJson(source, problems);
  const segments = json ? flatten(json, [], problems) : [];
  return { key: 'words', lang, file: source.file, segments: new Map(segments.map((segment) => [segment.key, segment])) };
}

function flatten(json: Located<unknown>, path: readonly string[], problems: Problems): Segment[] {
  const value = path.reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], json.value);
  const at = json.at(path);
  if (typeof value === 'string') return [plainSegment(path.join('.'), value, at)];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.keys(value).flatMap((key) => flatten(json, [...path, key], problems));
  }
  problems.error(json.file, at, `"${path.join('.')}" must be text in quotes.`);
  return [];
}
