/** The pages that the reader keeps at hand, on this phone only. */
import { pageUrl } from '../guide/routes.ts';
import type { Lang } from '../guide/types.ts';
import { pageLanguage, remember, remembered } from './remembered.ts';
import { base } from './trusted-url.ts';

export interface KeptPage {
  rest: string;
  /** As the page was called when it was kept, and in which language. */
  name: string;
  lang: Lang;
  dir: string;
}

/** Services and guidance; lists of them are one tap away already. */
export const isKeepable = (rest: string) => /^[st]\/[a-z\d-]+\/$/.test(rest);

/** What somebody else wrote into the storage is left out. */
export function keptPages(): KeptPage[] {
  try {
    const pages = JSON.parse(remembered('kept') ?? '[]') as KeptPage[];
    return pages.filter(({ rest, name, lang }) => isKeepable(rest) && typeof name === 'string' && typeof lang === 'string');
  } catch {
    return [];
  }
}

/** Fills the section "Kept at hand"; it stays hidden while nothing is kept. */
export function showKept(section: HTMLElement): void {
  const pages = keptPages();
  section.hidden = pages.length === 0;
  section.querySelector('ul')?.replaceChildren(...pages.map(row));
  section.querySelector('button')?.addEventListener('click', () => {
    remember('kept', undefined);
    section.setAttribute('role', 'status');
    section.textContent = section.dataset.forgotten ?? '';
  });
}

function row({ rest, name, lang, dir }: KeptPage): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  const words = document.createElement('bdi');
  link.href = pageUrl(base(), pageLanguage(), rest);
  words.lang = lang;
  words.dir = dir === 'rtl' ? dir : 'ltr';
  words.textContent = name;
  link.append(words);
  item.append(link);
  return item;
}
