/** Writes what CLDR knows into languages.yaml, and leaves alone what people have written there. */
import { isSeq, parseDocument, type Scalar, stringify, YAMLMap, type YAMLSeq } from 'yaml';
import { type LanguageList, NAMED_BY_CLDR } from '../read/setting-schemas.ts';
import { cldrNames, type LanguageNames } from './cldr-names.ts';

/** Keys in the order in which they stand in the file. */
const ORDER = [
  'lang',
  'dir',
  'script',
  'name',
  'english',
  'french',
  'weekdays',
  'months',
  'digits',
  'letters',
  'habesha',
  'first_day',
  'space_before',
  'space_after',
  'by_hand',
];

export interface NamedLanguages {
  /** The new text of the file. */
  text: string;
  /** Tags whose entry is another than before. */
  changed: string[];
  /** Tags that CLDR does not have: every name of theirs is by hand. */
  unknown: string[];
}

/**
 * Names every language of the file anew, but for the keys that an entry lists in `by_hand`.
 * The same text and the same CLDR always give the same text; comments and the order of languages stay.
 */
export function nameLanguages(text: string, names: (lang: string) => LanguageNames | undefined = cldrNames): NamedLanguages {
  const document = parseDocument(text);
  const result: NamedLanguages = { text, changed: [], unknown: [] };
  if (!isSeq(document.contents)) return result;
  for (const entry of document.contents.items) {
    if (!(entry instanceof YAMLMap)) continue;
    const lang = String(entry.get('lang'));
    const before = JSON.stringify(entry);
    const known = names(lang);
    if (known) fillIn(entry, known);
    else result.unknown.push(lang);
    sortKeys(entry);
    if (JSON.stringify(entry) !== before) result.changed.push(lang);
  }
  return { ...result, text: document.toString({ lineWidth: 0, flowCollectionPadding: false }) };
}

/** An entry for a language that is not in the file yet, as text to append. */
export const newLanguage = (lang: string, names: LanguageNames): string =>
  nameLanguages(stringify([{ lang, ...names }]), () => names).text;

function fillIn(entry: YAMLMap, known: LanguageNames): void {
  const byHand = (entry.toJSON() as Partial<LanguageList[number]>).by_hand ?? [];
  for (const key of NAMED_BY_CLDR) if (!byHand.includes(key) || !entry.has(key)) entry.set(key, known[key]);
  for (const key of ['weekdays', 'months', 'by_hand']) {
    const value = entry.get(key, true);
    if (Array.isArray(value)) entry.set(key, flowList(value));
    else if (isSeq(value)) value.flow = true;
  }
}

/** Seven or twelve short names read best on one line. */
function flowList(values: readonly string[]): YAMLSeq {
  const list = parseDocument(JSON.stringify(values)).contents as YAMLSeq;
  // JSON's quotes are only for the road; YAML quotes what needs it.
  for (const item of list.items as Scalar[]) delete item.type;
  return list;
}

function sortKeys(entry: YAMLMap): void {
  const place = (key: unknown) => ORDER.indexOf(String(key)) + 1 || ORDER.length + 1;
  entry.items.sort((a, b) => place(a.key) - place(b.key));
}
