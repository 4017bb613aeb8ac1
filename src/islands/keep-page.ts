/** Puts the open page among those kept at hand, or takes it out. */
import { keptPages } from './kept.ts';
import { wordsOf } from './page-words.ts';
import { pageLanguage, remember } from './remembered.ts';

export function keepPage(rest: string, isWanted: boolean): void {
  const heading = document.querySelector('h1');
  const others = keptPages().filter((page) => page.rest !== rest);
  // A title without translation stands in a span of its own language.
  const own = heading?.querySelector<HTMLElement>('[lang]:not(.original, .beside)');
  const { lang, dir } = own ?? { lang: pageLanguage(), dir: document.documentElement.dir };
  const pages = isWanted ? [...others, { rest, name: heading ? wordsOf(heading) : rest, lang, dir }] : others;
  remember('kept', pages.length > 0 ? JSON.stringify(pages) : undefined);
}
