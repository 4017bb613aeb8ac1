import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Segment } from '../translation/segments.ts';
import { isWritingSystem, lettersOf } from './language-tags.ts';

/** Fewer letters than this tell nothing: a name, a number with its unit. */
const SHORTEST = 12;
/** The rest may be foreign words with their gloss. */
const LEAST_SHARE = 0.6;
/** So few foreign letters need no gloss: "3 km". */
const FEW_FOREIGN = 3;

/** A text is written in its language's letters: a file pasted into the wrong folder is seen at once. */
export function checkScript({ languages, translations, organisations }: Sources, problems: Problems): void {
  const officialNames = new Set(Object.values(organisations.value).map(({ name }) => name));
  for (const { lang, script, english } of languages.value) {
    if (!isWritingSystem(script)) continue;
    for (const { file, segments } of Object.values(translations.files[lang] ?? {})) {
      for (const segment of segments.values()) {
        if (officialNames.has(segment.text) || isInScript(segment, script)) continue;
        problems.error(
          file,
          segment.at,
          `This text is not in the letters of ${english} (${script}). Translate it, or leave it out: the source is then shown.`,
        );
      }
    }
  }
}

/** What stands in Latin letters in every language: addresses, quoted words, official names. Bounded, for texts without any space. */
const NOT_WORDS = /https?:\S+|\S{1,80}@\S+|\S{1,80}\.(?:org|fr|com|net|eu|uk)\b\S*|\{\{[^}]*\}\}/g;
const QUOTED = /«[^»]*»|"[^"]*"|“[^”]*”/g;
const OFFICIAL_NAME = new RegExp(
  [
    /(?:(?:rue|place|avenue|boulevard|quai|route)\s+(?:(?:de|du|des|la)\s+)*)?/, // "rue Vauban"
    /(?=\p{Script=Latn})\p{Lu}[\p{Script=Latn}’'-]*/u, // "Centre"
    /(?:\s+(?:(?:d[eu]s?|la|les?|et|en|à|aux?|sur|of|the|and|for)\s+)*(?=\p{Script=Latn})\p{Lu}[\p{Script=Latn}’'-]*)*/u, // "Hospitalier de Calais"
  ]
    .map(({ source }) => source)
    .join(''),
  'gu',
);

function isInScript({ key, text }: Segment, script: string): boolean {
  const all = text.replace(NOT_WORDS, '');
  const words = script === 'Latn' ? all : all.replace(QUOTED, '').replace(OFFICIAL_NAME, '');
  const own = count(words, lettersOf(script));
  if (count(all, LETTER) < SHORTEST) return true;
  if (key === 'name' && own > 0) return true;
  const foreign = count(words, LETTER) - own;
  return foreign <= FEW_FOREIGN || own / (own + foreign) >= LEAST_SHARE;
}

const LETTER = /\p{L}/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
