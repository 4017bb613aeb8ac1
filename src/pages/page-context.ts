/** What every part of a page may ask: its guide, its language, its words and its addresses. */
import { type ComponentChild, createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import { render } from 'preact-render-to-string';
import { pageUrl } from '../guide/routes.ts';
import type { Guide, Lang, Language, Text, TextState } from '../guide/types.ts';
import { drawForeign } from './foreign-words.ts';
import { directionOf, type Translate, type WordKey } from './words.ts';

export interface Page {
  guide: Guide;
  language: Language;
  /** Path that the site stands under, with both slashes. */
  base: string;
  t: Translate;
  /** `rest` -> address in the page's language. */
  link: (rest: string) => string;
  /** States of all texts shown so far, to say below the page how far its translation can be trusted. */
  seen: Set<TextState>;
}

const PageContext = createContext<Page | undefined>(undefined);
export const PageProvider = PageContext.Provider;

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('A part of a page was rendered outside a page.');
  return page;
}

/** A page's surroundings; `words` makes the translate function and reports each word's state. */
export function makePage(
  guide: Guide,
  language: Language,
  base: string,
  words: (lang: Lang, seen: Set<TextState>) => Translate,
): Page {
  const seen = new Set<TextState>();
  return { guide, language, base, seen, t: words(language.lang, seen), link: (rest) => pageUrl(base, language.lang, rest) };
}

/** Renders what stands in a page; every text in it then says its language. */
export function renderIn(page: Page, content: ComponentChild): string {
  const { guide, language } = page;
  const html = render(h(PageProvider, { value: page }, content));
  const source = { lang: guide.sourceLang, dir: directionOf(guide, guide.sourceLang) };
  return drawForeign(html, { source, page: language.lang });
}

/** `words[lang]`, which the compiler has filled for every language. */
export function inLanguage<T>(words: Record<Lang, T>, lang: Lang): T {
  const found = words[lang];
  if (!found) throw new Error(`No words in ${lang}: the compiler should have put the source there.`);
  return found;
}

export type { Text, WordKey };
