import { RESERVED_NEEDS, RESERVED_PARTS } from '../../guide/routes.ts';
import { ALPHABETS } from '../fonts/alphabets.ts';
import type { Problems } from '../problems.ts';
import { didYouMean } from '../read/nearest.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Path } from '../read/read-yaml.ts';
import { isWritingSystem, tagFault } from './language-tags.ts';

/** guide.yaml and languages.yaml: no id twice, no town named like a page, only real languages. */
export function checkSettings(sources: Sources, problems: Problems): void {
  checkGuideFile(sources, problems);
  checkLanguageList(sources, problems);
  checkLanguagesSpoken(sources, problems);
}

function checkGuideFile({ settings, languages }: Sources, problems: Problems): void {
  const { file, at, value } = settings;
  const complain = (path: Path, message: string) => problems.error(file, at(path), message);
  const langs = languages.value.map(({ lang }) => lang);
  if (!langs.includes(value.source_language)) {
    complain(
      ['source_language'],
      `"${value.source_language}" is not in locales/languages.yaml.${didYouMean(value.source_language, langs)}`,
    );
  }
  for (const index of repeated(value.towns.map(({ id }) => id)))
    complain(['towns', index, 'id'], 'This town stands here a second time. Take one out.');
  for (const index of repeated(value.needs.map(({ id }) => id)))
    complain(['needs', index, 'id'], 'This need stands here a second time. Take one out.');
  for (const [index, { id }] of value.towns.entries()) {
    if (RESERVED_PARTS.includes(id))
      complain(
        ['towns', index, 'id'],
        `A town cannot have the id "${id}": pages of the guide stand at that address. Choose another.`,
      );
  }
  for (const [index, { id }] of value.needs.entries()) {
    if (RESERVED_NEEDS.includes(id))
      complain(
        ['needs', index, 'id'],
        `A need cannot have the id "${id}": a page of each town stands at that address. Choose another.`,
      );
  }
}

function checkLanguageList({ languages: { file, at, value } }: Sources, problems: Problems): void {
  for (const index of repeated(value.map(({ lang }) => lang)))
    problems.error(file, at([index, 'lang']), 'This language stands here a second time. Take one out.');
  for (const [index, { lang, script, letters }] of value.entries()) {
    const fault = tagFault(lang);
    if (fault) problems.error(file, at([index, 'lang']), fault);
    if (!isWritingSystem(script))
      problems.error(file, at([index, 'script']), `"${script}" is no script. Write its ISO 15924 code, like Latn, Arab, Ethi.`);
    if (letters !== undefined && !ALPHABETS[script])
      problems.error(
        file,
        at([index, 'letters']),
        `The guide has no font for the script ${script}, so there is nothing to do where these letters are missing. Take the line out.`,
      );
  }
}

function checkLanguagesSpoken({ facts }: Sources, problems: Problems): void {
  for (const { file, at, value } of facts.services) {
    for (const [index, tag] of (value.languages_spoken ?? []).entries()) {
      const fault = tagFault(tag);
      if (fault) problems.error(file, at(['languages_spoken', index]), fault);
    }
  }
}

/** Positions of what has stood in the list before. */
const repeated = (ids: readonly string[]): number[] => [...ids.keys()].filter((index) => ids.indexOf(ids[index] ?? '') < index);
