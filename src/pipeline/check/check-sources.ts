import type { IsoDate } from '../../guide/types.ts';
import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkDates } from './check-dates.ts';
import { checkGlossary } from './check-glossary.ts';
import { checkHours } from './check-hours.ts';
import { checkInterfaceWords } from './check-interface-words.ts';
import { checkLetters } from './check-letters.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkNumbersKept } from './check-numbers-kept.ts';
import { checkPlaces } from './check-places.ts';
import { checkReferences } from './check-references.ts';
import { checkScript } from './check-script.ts';
import { checkSettings } from './check-settings.ts';
import { checkSitesKept } from './check-sites-kept.ts';
import { checkSynonyms } from './check-synonyms.ts';
import { checkTranslations } from './check-translations.ts';
import { checkWordFiles } from './check-word-files.ts';

/** What the parts of a guide, each correct in itself, say about one another and about the world. */
export function checkSources(sources: Sources, made: IsoDate, problems: Problems): void {
  checkSettings(sources, problems);
  checkReferences(sources, problems);
  checkAddresses(sources, problems);
  checkPlaces(sources, problems);
  checkDates(sources, made, problems);
  checkHours(sources, made, problems);
  checkNumbers(sources, problems);
  checkWordFiles(sources, problems);
  checkTranslations(sources, problems);
  checkInterfaceWords(sources, problems);
  checkNumbersKept(sources, problems);
  checkSitesKept(sources, problems);
  checkScript(sources, problems);
  checkLetters(sources, problems);
  checkGlossary(sources, problems);
  checkSynonyms(sources, problems);
}
