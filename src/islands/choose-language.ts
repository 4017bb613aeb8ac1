/**
 * Pages of no language. The language chosen on this phone before opens at once; an address from paper also goes on in the browser's
 * language, while the first choice only puts that one on top.
 */
import { remembered, wantedLanguage } from './remembered.ts';
import { base } from './trusted-url.ts';

export function chooseLanguage(list: HTMLElement): void {
  const links = new Map([...list.querySelectorAll<HTMLAnchorElement>('a[hreflang]')].map((link) => [link.hreflang, link]));
  const wanted = links.get(wantedLanguage([...links.keys()]) ?? '');
  const isFirstChoice = location.pathname === base();
  const known = isFirstChoice ? links.get(remembered('language') ?? '') : wanted;
  if (known) {
    location.replace(known.href);
    return;
  }
  const suggested = wanted?.closest('li');
  if (suggested) list.prepend(suggested);
  suggested?.classList.add('suggested');
}

/** Finds a language by its own name, its English or its French one, however they are typed. */
export function findLanguage(input: HTMLInputElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-island="choose-language"] > li')];
  input.hidden = false;
  input.addEventListener('input', () => {
    const wanted = folded(input.value.trim());
    for (const row of rows) row.hidden = !folded(row.textContent ?? '').includes(wanted);
  });
}

/** `Tiếng Việt` -> `tieng viet` */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
