import { brotliCompressSync } from 'node:zlib';
import type { Guide, Language, Notice } from '../../guide/types.ts';
import { FILE_START, type Problems } from '../problems.ts';

/** Every home and every list asks for the news of its language again, so it stays this small on the line (brotli, in bytes). */
export const NOTICES_LIMIT = 2048;

/** What stands around the words: the document and two pictograms, and then each piece of news. Measured, rounded up. */
const AROUND = 420;
const AROUND_EACH = 60;

/** News of a language that grows beyond its limit would slow every page down. */
export function checkNoticesWeight(guide: Guide, problems: Problems): void {
  const notices = guide.notices.filter(({ until }) => until >= guide.made);
  for (const { lang, english } of guide.languages) {
    const weight = noticesWeight(notices, lang);
    const [heaviest] = [...notices].sort((a, b) => wordsOf(b, lang).length - wordsOf(a, lang).length);
    if (weight <= NOTICES_LIMIT || !heaviest) continue;
    problems.error(
      `content/${heaviest.words[lang]?.title.lang ?? lang}/notices/${heaviest.id}.md`,
      FILE_START,
      `The news in ${english} weighs about ${weight} bytes compressed; at most ${NOTICES_LIMIT} are sent. Shorten this longest one, or end what no longer matters (until).`,
    );
  }
}

/** A little more than the file of the language will really weigh. */
export const noticesWeight = (notices: readonly Notice[], lang: Language['lang']) =>
  AROUND + notices.length * AROUND_EACH + brotliCompressSync(notices.map((notice) => wordsOf(notice, lang)).join('\n')).length;

const wordsOf = ({ words }: Notice, lang: Language['lang']) =>
  [words[lang]?.title, ...(words[lang]?.body ?? [])].map((text) => text?.value ?? '').join('\n');
