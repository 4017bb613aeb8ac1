/** What is another in each edition of the guide: said by marks in the pages, and by the list of the language what they stand for. */
import { EDITION_SIGNS, signMark } from '../guide/compose-page.ts';
import { addDays, GOOD_DAYS } from '../guide/schedule.ts';
import type { Guide, Language } from '../guide/types.ts';
import { escapeHtml, withoutMarks } from './foreign-words.ts';
import { makePage } from './page-context.ts';
import { dateInWords } from './texts.tsx';
import { guideWords } from './words.ts';

/** Stands for the guide's own day in words. */
export const guideDay = () => signMark(EDITION_SIGNS.day);

/** All signs of an edition but the size of the guide in one file, which is made with them. */
export function daySigns(guide: Guide, language: Language, base: string): Record<string, string> {
  const page = makePage(guide, language, base, guideWords(guide));
  const inWords = (date: string) => dateInWords(page, date);
  const day = inWords(guide.made);
  return {
    [EDITION_SIGNS.made]: guide.made,
    [EDITION_SIGNS.day]: escapeHtml(day),
    [EDITION_SIGNS.dayInLink]: encodeURIComponent(withoutMarks(day)),
    [EDITION_SIGNS.fileUntil]: escapeHtml(inWords(addDays(guide.made, GOOD_DAYS))),
  };
}
