/** Spaces at which no line breaks: French writes one before : ; ? ! » and one after «, and no line begins or ends with such a sign. */
import type { Lang, Text } from '../../guide/types.ts';

/** U+00A0 and not the narrower U+202F, for which cheap phones have no letter. */
const FIXED = '\u00a0';

/** The signs of a language, as languages.yaml has them: `space_before: ":;?!»"`, `space_after: "«"`. */
export interface SpacedSigns {
  lang: Lang;
  space_before?: string | undefined;
  space_after?: string | undefined;
}

/**
 * The same value with these spaces fixed in every text of such a language, wherever it stands. What editors wrote, and what
 * translations are compared with, stays as it is.
 * @example fixSpaces({ value: 'Où : ici', lang: 'fr', … }, languages) -> { value: 'Où\u00a0: ici', … }
 */
export function fixSpaces<T>(value: T, languages: readonly SpacedSigns[]): T {
  const spaces = new Map(languages.flatMap(spacesOf));
  return spaces.size ? (fixWithin(value, spaces) as T) : value;
}

function spacesOf({ lang, space_before = '', space_after = '' }: SpacedSigns): [Lang, RegExp][] {
  const rules = [space_before && ` (?=[${space_before}])`, space_after && `(?<=[${space_after}]) `].filter(Boolean);
  return rules.length ? [[lang, new RegExp(rules.join('|'), 'g')]] : [];
}

function fixWithin(value: unknown, spaces: ReadonlyMap<Lang, RegExp>): unknown {
  if (Array.isArray(value)) return value.map((one) => fixWithin(one, spaces));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fixWithin(one, spaces)]));
  const space = isText(value) && spaces.get(value.lang);
  return space ? { ...copy, value: value.value.replace(space, FIXED) } : copy;
}

const isText = (value: object): value is Text => 'value' in value && typeof value.value === 'string' && 'lang' in value;
