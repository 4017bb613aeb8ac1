/** Which interface words a language needs: the source's, with the plural forms of its own grammar. */

export interface ExpectedWord {
  /** The word's key in this language, e.g. `need.places_few`. */
  key: string;
  /** The source word it translates, e.g. `need.places_other`. */
  sourceKey: string;
  /** `need.places` when it is one of the forms of a plural. */
  plural?: string;
}

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const FORM = new RegExp(`^(.+)_(${FORMS.join('|')})$`);

/**
 * Every key that `lang` should have.
 * @example expectedWords(['day_one', 'day_other'], 'en', 'ar') -> day_zero, day_one, day_two, day_few, day_many, day_other
 */
export function expectedWords(sourceKeys: Iterable<string>, sourceLang: string, lang: string): ExpectedWord[] {
  const keys = new Set(sourceKeys);
  return [...keys].flatMap((key) => {
    const base = pluralBase(key, keys, sourceLang);
    if (base === undefined) return [{ key, sourceKey: key }];
    if (!key.endsWith('_other')) return [];
    return pluralForms(lang).map((form) => {
      const own = `${base}_${form}`;
      return { key: own, sourceKey: keys.has(own) ? own : key, plural: base };
    });
  });
}

/** The plural forms that a language distinguishes, smallest first, e.g. `one` and `other` in English. */
export function pluralForms(lang: string): string[] {
  const known: readonly string[] = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  return FORMS.filter((form) => known.includes(form));
}

/** A word is a plural when the source has all forms of it: `day_other` alone is a word of its own. */
function pluralBase(key: string, keys: ReadonlySet<string>, sourceLang: string): string | undefined {
  const base = FORM.exec(key)?.[1];
  const isPlural = base !== undefined && pluralForms(sourceLang).every((form) => keys.has(`${base}_${form}`));
  return isPlural ? base : undefined;
}
