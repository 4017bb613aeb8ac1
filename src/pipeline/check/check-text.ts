import type { Position, Problems } from '../problems.ts';
import type { ServiceFacts } from '../read/fact-schemas.ts';
import { FINEST_PRECISION } from '../read/kinds.ts';
import type { SourceFile } from '../read/read-files.ts';
import type { Sources } from '../read/read-sources.ts';
import { findCoordinates, type PlaceSearch } from './find-coordinates.ts';
import { findHidden } from './hidden-characters.ts';

/** What must stand nowhere in any file, comments included. */
export function checkText(files: readonly SourceFile[], sources: Sources | undefined, problems: Problems): void {
  const searchFor = sources && placeSearch(sources);
  for (const file of files) {
    checkHidden(file, sources, problems);
    checkEscapes(file, problems);
    if (searchFor) checkCoordinates(file, searchFor(file.path), problems);
  }
  if (!sources || !searchFor) return;
  checkJsonEscapes(sources, problems);
  checkPlacesInWords(sources, searchFor, problems);
}

function checkHidden({ file, path, text }: SourceFile, sources: Sources | undefined, problems: Problems): void {
  for (const { index, message } of findHidden(text, scriptOf(path, sources)))
    problems.error(file, positionIn(text, index), message);
}

/** Files in which words of every language stand side by side. */
const MANY_SCRIPTS = ['languages.yaml', 'glossary.csv', 'descriptions.json'];

/** The script of the file's language, `Zyyy` for any, '' for facts, which have none. */
function scriptOf(path: string, sources: Sources | undefined): string {
  if (MANY_SCRIPTS.includes(path)) return 'Zyyy';
  const lang = /^([^/.]+)[/.]/.exec(path)?.[1];
  if (!sources) return 'Zyyy';
  return sources.languages.value.find((language) => language.lang === lang)?.script ?? '';
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

function checkCoordinates({ file, text }: SourceFile, search: PlaceSearch, problems: Problems): void {
  if (problems.failedIn(file)) return;
  for (const { index, found } of findCoordinates(text, search))
    problems.error(file, positionIn(text, index), placeMessage(found));
}

/** Once more as readers see it: marks and codes in between can part a number in the file. */
function checkPlacesInWords({ files, translations }: Sources, searchFor: SearchFor, problems: Problems): void {
  const paths = new Map(files.map(({ file, path }) => [file, path]));
  for (const { file, segments } of Object.values(translations.files).flatMap((list) => Object.values(list))) {
    if (problems.failedIn(file)) continue;
    const search = searchFor(paths.get(file) ?? '');
    for (const { text, at } of segments.values()) {
      const [place] = findCoordinates(text, search);
      if (place) problems.error(file, at, placeMessage(place.found));
    }
  }
}

const placeMessage = (found: string) =>
  `"${found}" looks like an exact place, which stands only in the geo of an exact service. Take it out, from the history as well.`;

type SearchFor = (path: string) => PlaceSearch;

/** The places that may be told exactly, landmarks among them, have said so themselves; a service's own geo is judged in check-places.ts. */
function placeSearch({ settings, facts, landmarks }: Sources): SearchFor {
  const areas = [...settings.value.towns.map(({ bounds }) => bounds), ...settings.value.also_within];
  const isExact = ({ precision, kind }: ServiceFacts) => precision === 'exact' && FINEST_PRECISION[kind] === 'exact';
  const numbersOf = ({ geo }: Pick<ServiceFacts, 'geo'>) => (geo ? [geo.lat, geo.lon] : []);
  const exact = new Set(
    [...facts.services.map(({ value }) => value).filter(isExact), ...(landmarks?.value ?? [])].flatMap(numbersOf),
  );
  const services = new Map(facts.services.map(({ id, value }) => [id, value]));
  return (path) => {
    const [, id = '', ending] = /(?:^|\/)services\/([^/]+)\.(md|yaml)$/.exec(path) ?? [];
    const service = services.get(id);
    const own = service && ending === 'yaml' ? [...numbersOf(service), ...numbersOf({ geo: service.area })] : [];
    const coarse = service?.precision === 'town' || service?.precision === 'call-first';
    return { areas, allowed: { has: (number) => exact.has(number) || own.includes(number) }, coarse };
  };
}

function positionIn(text: string, index: number): Position {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
