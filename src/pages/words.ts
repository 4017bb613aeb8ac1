/** i18next, wrapped once: nobody else touches it. Used at build time only, a phone gets finished words. */
import i18next, { type i18n } from 'i18next';
import type source from '../../locales/en.json';
import { isolateValues } from '../guide/isolate-values.ts';
import type { Direction, Guide, Lang, Language, Text, TextState } from '../guide/types.ts';
import { markForeign, markValue } from './foreign-words.ts';

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;
/** Keys of locales/en.json. */
export type WordKey = WithoutPlural<Leaves<typeof source>>;
export type Values = Record<string, string | number>;
export type Translate = (key: WordKey, values?: Values) => string;

/** Makes `(lang, seen) => t`; every word asked for adds its state to `seen`, and is marked where it is in the source's language. */
export function guideWords(guide: Guide): (lang: Lang, seen: Set<TextState>) => Translate {
  const engine = engines.get(guide) ?? startEngine(guide);
  engines.set(guide, engine);
  return (lang, seen) => {
    const t = engine.getFixedT(lang);
    const words = guide.words[lang] ?? {};
    const known = filledWords(guide, lang);
    return (key, values) => {
      const word = words[key] ?? words[`${key}_other`];
      if (!word) throw new Error(`No word "${key}" in ${lang}: add it to locales/en.json.`);
      seen.add(word.state);
      if (word.lang === lang) return filled(known, values ? key + JSON.stringify(values) : key, () => t(key, { ...values }));
      return markForeign(t(key, { ...markValues(values), lng: word.lang }));
    };
  };
}

/** Every shell and every sheet asks for words; to put 14 languages into an engine takes longer than to draw a page. */
const engines = new WeakMap<Guide, i18n>();

/** Words as they were put together already: the same dates and towns stand on thousands of pages. */
function filledWords(guide: Guide, lang: Lang): Map<string, string> {
  const ofGuide = finished.get(guide) ?? new Map<Lang, Map<string, string>>();
  finished.set(guide, ofGuide);
  const ofLanguage = ofGuide.get(lang) ?? new Map<string, string>();
  ofGuide.set(lang, ofLanguage);
  return ofLanguage;
}

const finished = new WeakMap<Guide, Map<Lang, Map<string, string>>>();

function filled(known: Map<string, string>, key: string, fill: () => string): string {
  const word = known.get(key) ?? fill();
  known.set(key, word);
  return word;
}

const markValues = (values: Values = {}): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, markValue(value)]));

function startEngine(guide: Guide): i18n {
  const engine = i18next.createInstance();
  engine.init({
    lng: guide.sourceLang,
    fallbackLng: guide.sourceLang,
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: Object.fromEntries(guide.languages.map(({ lang }) => [lang, { translation: resourcesOf(guide, lang) }])),
  });
  return engine;
}

/** Only words that are really in this language; the rest comes from the source by i18next's fallback. */
function resourcesOf(guide: Guide, lang: Lang): Record<string, string> {
  const own = Object.entries(guide.words[lang] ?? {}).filter(([, text]) => text.lang === lang);
  return Object.fromEntries(own.map(([key, text]) => [key, template(guide, text)]));
}

/** A word as it waits for its values. */
const template = (guide: Guide, { value, lang }: Text): string =>
  directionOf(guide, lang) === 'rtl' ? isolateValues(value) : value;

export const directionOf = (guide: Guide, lang: Lang): Direction =>
  guide.languages.find((language) => language.lang === lang)?.dir ?? 'ltr';

/** LEFT-TO-RIGHT ISOLATE, RIGHT-TO-LEFT ISOLATE and the end of both: what `dir` says, in plain text. */
const ISOLATES = { ltr: '\u2066', rtl: '\u2067', end: '\u2069' };

/** A word as scripts on a page get it. They show plain text, so one of the other direction brings its own. */
export function wordForScripts(guide: Guide, { dir }: Language, text: Text): string {
  const own = directionOf(guide, text.lang);
  return own === dir ? template(guide, text) : ISOLATES[own] + isolateValues(text.value) + ISOLATES.end;
}
