import type { BaseMap } from '../../guide/types.ts';
import type { LinkTargets } from '../markdown/link-targets.ts';
import type { Problems } from '../problems.ts';
import type { WordsFile } from '../translation/segments.ts';
import type { Translations } from '../translation/translate.ts';
import { readNumber } from './phone-numbers.ts';
import { readBaseMap } from './read-base-map.ts';
import { type Content, type Facts, readContent } from './read-content.ts';
import { readFolder, type SourceFile } from './read-files.ts';
import type { GlossaryEntry } from './read-glossary.ts';
import { type Locales, readLocales } from './read-locales.ts';
import { type Recordings, readRecordings } from './read-recordings.ts';
import { readStreets, type StreetFile } from './read-streets.ts';
import { readWords } from './read-words.ts';
import type { Located } from './read-yaml.ts';
import type { GuideSettings, LanguageList, OrganisationList } from './setting-schemas.ts';

export interface Folders {
  content: string;
  locales: string;
}

/** Everything that was written, each part correct in shape. */
export interface Sources {
  /** Every file read, for checks on the text itself. */
  files: readonly SourceFile[];
  settings: Located<GuideSettings>;
  languages: Located<LanguageList>;
  organisations: Located<OrganisationList>;
  landmarks: Content['landmarks'];
  map: BaseMap | undefined;
  streets: StreetFile | undefined;
  facts: Facts;
  ids: Content['ids'];
  addresses: Content['addresses'];
  recordings: Recordings;
  translations: Translations;
  synonyms: Content['synonyms'];
  glossary: readonly GlossaryEntry[];
}

/** Reads both folders; `undefined` when the files on which everything rests cannot be read. */
export async function readSources(
  folders: Folders,
  problems: Problems,
): Promise<{ files: SourceFile[]; sources: Sources | undefined }> {
  const localeFiles = await readFolder(folders.locales, problems);
  const contentFiles = await readFolder(folders.content, problems);
  const files = [...contentFiles, ...localeFiles];
  const locales = readLocales(localeFiles, problems);
  const langs = locales.languages?.value.map(({ lang }) => lang) ?? [];
  if (!locales.languages) return { files, sources: undefined };
  const content = readContent(contentFiles, langs, problems);
  const { settings, organisations, landmarks, facts, ids, synonyms, addresses } = content;
  if (!settings || !organisations) return { files, sources: undefined };
  const translations = readTranslations(content, locales, settings.value.source_language, problems);
  const recordings = await readRecordings(folders.content, langs, ids, problems);
  const map = await readBaseMap(folders.content, problems);
  const streets = readStreets(folders.content, problems);
  const { languages, glossary } = locales;
  return {
    files,
    sources: {
      files,
      settings,
      languages,
      organisations,
      landmarks,
      map,
      streets,
      facts,
      ids,
      addresses,
      recordings,
      translations,
      synonyms,
      glossary,
    },
  };
}

function readTranslations(content: Content, locales: Locales, sourceLang: string, problems: Problems): Translations {
  const targets = linkTargets(content);
  const files: Record<string, Record<string, WordsFile>> = {};
  const keep = (file: WordsFile | undefined) => {
    if (!file) return;
    const ofLanguage = files[file.lang] ?? {};
    ofLanguage[file.key] = file;
    files[file.lang] = ofLanguage;
  };
  for (const source of content.words) keep(readWords(source, targets, problems));
  for (const words of Object.values(locales.words)) keep(words);
  return { sourceLang, files, locks: locales.locks };
}

/** What the bodies of this guide may link to. */
function linkTargets({ ids, facts }: Content): LinkTargets {
  const written = [
    ...facts.emergency.map(({ value }) => value.number),
    ...facts.services.flatMap(({ value }) => value.phones?.map(({ number }) => number) ?? []),
  ];
  return { ids, numbers: new Set(written.map((number) => readNumber(number)?.number ?? number)) };
}
