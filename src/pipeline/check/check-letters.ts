import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import { isWritingSystem } from './language-tags.ts';
import { findLookAlikes, foreignDigits, strayLetters, type WrongLetter } from './look-alike-letters.ts';

/** Every text is written in the very letters of its language, and in the digits of the guide. */
export function checkLetters({ languages, translations }: Sources, problems: Problems): void {
  for (const { lang, script } of languages.value) {
    if (!isWritingSystem(script)) continue;
    for (const { file, segments } of Object.values(translations.files[lang] ?? {})) {
      for (const { text, at } of segments.values()) {
        const [wrong] = [...findLookAlikes(text, lang), ...strayLetters(text, script)];
        const [digits] = foreignDigits(text);
        if (wrong) problems.error(file, at, near(text, wrong));
        if (digits) problems.warn(file, at, digits.message);
      }
    }
  }
}

/** The words around a letter, so that it is found in a long text. */
function near(text: string, { index, message }: WrongLetter): string {
  const start = text.lastIndexOf(' ', index) + 1;
  const end = text.indexOf(' ', index);
  return `${message} It stands in "${text.slice(start, end < 0 ? undefined : end).replace(/[\u200C\u200D]/g, '·')}".`;
}
