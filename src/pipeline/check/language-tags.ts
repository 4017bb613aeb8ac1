const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/**
 * Registered subtags that CLDR would rewrite to a wider one, fa-AF and ku. They stay as the readers' own groups and the
 * phones' language lists name them: Dari is told from the Persian of Iran, Kurmanji from all of Kurdish.
 */
const KEPT = ['prs', 'kmr'];

/**
 * What is wrong with a BCP 47 tag, as a sentence; `undefined` when it is a known language written as it should be.
 * @example tagFault('AR') -> '"AR" is written ar.'
 */
export function tagFault(tag: string): string | undefined {
  if (KEPT.includes(tag)) return undefined;
  const canonical = canonicalTag(tag);
  if (canonical === undefined || NAMES.of(canonical) === undefined) {
    return `"${tag}" is no language. Write its BCP 47 tag, like ar, fa, ckb, ti.`;
  }
  return canonical === tag ? undefined : `The language "${tag}" is written ${canonical}. Correct it.`;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** A pattern for one letter of a script, e.g. of `Arab`. */
export const lettersOf = (script: string): RegExp => new RegExp(`(?=\\p{L})\\p{scx=${script}}`, 'gu');

/** Whether an ISO 15924 code names a script whose letters can be told apart. */
export function isWritingSystem(script: string): boolean {
  try {
    return lettersOf(script) instanceof RegExp;
  } catch {
    return false;
  }
}
