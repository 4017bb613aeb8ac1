import type { Position, Problems } from '../problems.ts';
import type { ServiceFacts } from '../read/fact-schemas.ts';
import { FINEST_PRECISION } from '../read/kinds.ts';
import type { SourceFile } from '../read/read-files.ts';
import type { Sources } from '../read/read-sources.ts';
import { findCoordinates } from './find-coordinates.ts';
import { findHidden } from './hidden-characters.ts';

/** What must stand nowhere in any file, comments included. */
export function checkText(files: readonly SourceFile[], sources: Sources | undefined, problems: Problems): void {
  for (const file of files) {
    checkHidden(file, sources, problems);
    checkEscapes(file, problems);
    if (sources) checkCoordinates(file, sources, problems);
  }
  if (sources) checkJsonEscapes(sources, problems);
}

function checkHidden({ file, path, text }: SourceFile, sources: Sources | undefined, problems: Problems): void {
  for (const { index, message } of findHidden(text, scriptOf(path, sources)))
    problems.error(file, positionIn(text, index), message);
}

/** The script of the file's language; a file for all languages may hold every script. */
function scriptOf(path: string, sources: Sources | undefined): string {
  const lang = /^([^/.]+)[/.]/.exec(path)?.[1];
  return sources?.languages.value.find((language) => language.lang === lang)?.script ?? 'Zyyy';
}

/** Hidden characters could hide behind their codes. */
function checkEscapes({ file, path, text }: SourceFile, problems: Problems): void {
  if (!/\.(yaml|md)$/.test(path)) return;
  for (const { index, 0: code } of text.matchAll(/\\(?:u[\da-f]{4}|U[\da-f]{8}|x[\da-f]{2})/gi)) {
    problems.error(file, positionIn(text, index), `"${code}" is a character written as its code. Write the character itself.`);
  }
}

function checkJsonEscapes({ files, languages, translations }: Sources, problems: Problems): void {
  for (const { lang, script } of languages.value) {
    const words = translations.files[lang]?.words;
    const raw = files.find(({ file }) => file === words?.file)?.text ?? '';
    for (const { value, at } of words?.segments.values() ?? []) {
      const [hidden] = findHidden(value, script).filter(({ index }) => !raw.includes(value.charAt(index)));
      if (words && hidden) problems.error(words.file, at, hidden.message);
    }
  }
}

/** The places that may be told exactly, landmarks among them, have said so themselves; a service's own geo is judged in check-places.ts. */
function checkCoordinates({ file, text }: SourceFile, { settings, facts, landmarks }: Sources, problems: Problems): void {
  if (problems.failedIn(file)) return;
  const areas = [...settings.value.towns.map(({ bounds }) => bounds), ...settings.value.also_within];
  const isExact = ({ precision, kind }: ServiceFacts) => precision === 'exact' && FINEST_PRECISION[kind] === 'exact';
  const told = facts.services.filter((service) => service.file === file || isExact(service.value));
  const places = [...told.map(({ value }) => value), ...(landmarks?.value ?? [])];
  const allowed = new Set(places.flatMap(({ geo }) => (geo ? [geo.lat, geo.lon] : [])));
  for (const { index, found } of findCoordinates(text, areas, allowed)) {
    const message = `"${found}" looks like an exact place, which stands only in the geo of an exact service. Take it out, from the history as well.`;
    problems.error(file, positionIn(text, index), message);
  }
}

function positionIn(text: string, index: number): Position {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
