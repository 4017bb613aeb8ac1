/**
 * What Unicode's CLDR knows of a language, from Node's full ICU: names of days and months, its own name, its digits.
 * Asked at writing time only. Phones know fewer languages and answer in the device's language without saying so.
 */
import type { LanguageList } from '../read/setting-schemas.ts';

export type LanguageNames = Omit<
  LanguageList[number],
  'lang' | 'letters' | 'habesha' | 'first_day' | 'space_before' | 'space_after' | 'by_hand'
>;

/** CLDR's name for a tag of ours, where it has another one. */
const CLDR_LOCALES: Readonly<Record<string, string>> = { prs: 'fa-AF', kmr: 'ku' };

/** Undefined for a language that CLDR does not have, where ICU would answer in the machine's language. */
export function cldrNames(lang: string): LanguageNames | undefined {
  const locale = CLDR_LOCALES[lang] ?? lang;
  if (Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0) return undefined;
  const { script = 'Latn' } = new Intl.Locale(locale).maximize();
  const ownName = languageName(locale, locale);
  return {
    dir: RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr',
    script,
    name: ownName.slice(0, 1).toLocaleUpperCase(locale) + ownName.slice(1),
    english: languageName('en', locale),
    french: languageName('fr', locale),
    weekdays: days(7, (day) => dateParts(locale, { weekday: 'long' }, [2024, 0, 1 + day]).weekday),
    months: days(12, (month) => dateParts(locale, { day: 'numeric', month: 'long' }, [2024, month, 5]).month),
    digits: digitsOf(locale),
  };
}

/** Scripts of living languages that run from right to left. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

const languageName = (reader: string, locale: string) => new Intl.DisplayNames(reader, { type: 'language' }).of(locale) ?? locale;

const days = (count: number, name: (index: number) => string | undefined) =>
  Array.from({ length: count }, (_, index) => name(index) ?? '');

/** Months are asked for beside a day, because some languages write them otherwise when they stand alone. */
function dateParts(locale: string, options: Intl.DateTimeFormatOptions, [year, month, day]: [number, number, number]) {
  const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
  const parts = format.formatToParts(Date.UTC(year, month, day)).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts) as Record<string, string | undefined>;
}

/** @example digitsOf('fa') -> '۰۱۲۳۴۵۶۷۸۹' */
function digitsOf(locale: string): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  return Array.from({ length: 10 }, (_, digit) => format.format(digit)).join('');
}
