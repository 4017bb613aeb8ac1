/** What a phone may remember: the reader's language, a second one beside it, and pages kept at hand on purpose. Nothing else about what was read. */
import type { Lang } from '../guide/types.ts';
import { base } from './trusted-url.ts';

/** The language of this page. `<html lang>` is another as soon as a browser has translated the page. */
export const pageLanguage = (): Lang => document.documentElement.dataset.lang ?? '';

type Choice = 'language' | 'beside' | 'kept';

/** Begins all that the guide stores outside its caches: the origin may hold other sites. */
export const ownKey = (name = '') => `arrival-guide:${base()}:${name}`;

/** Portal windows and private ones may have no storage at all: then nothing is remembered. */
export function remembered(choice: Choice): Lang | undefined {
  try {
    return localStorage.getItem(ownKey(choice)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice, or forgets it. A reader who removed the guide from the phone leaves nothing on it. */
export function remember(choice: Choice, lang: Lang | undefined): void {
  try {
    if (lang && mayStore()) localStorage.setItem(ownKey(choice), lang);
    else localStorage.removeItem(ownKey(choice));
  } catch {
    // Nothing can be kept here, and nothing needs to be.
  }
}

/** Whether anything at all may be stored: not after "remove everything" or "this is not my phone", until the next tap on "save". */
export const mayStore = () => !/(?:^|; )keep=no(?:;|$)/.test(document.cookie);

/** Also the browser has a say: portal windows and some private ones refuse. */
export function canRemember(): boolean {
  try {
    return mayStore() && Boolean(localStorage);
  } catch {
    return false;
  }
}

/** Whether to fetch nothing unasked: the phone is set so, or the guide is (see comfort.ts). */
export const savesData = () =>
  !!(navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData ||
  !!document.documentElement.dataset.saving;

/**
 * The first of these languages that the reader wants: as chosen on this phone before, else as the browser says.
 * @example wantedLanguage(['en', 'ar']) -> 'ar' on a phone set to `ar-EG`
 */
export function wantedLanguage(langs: readonly Lang[]): Lang | undefined {
  const wishes = [remembered('language'), ...navigator.languages];
  for (const wish of wishes) {
    const found =
      wish &&
      langs.find(
        (lang) => lang === wish || ALSO_CALLED[lang]?.some((name) => wish.startsWith(name)) || lang === wish.split('-')[0],
      );
    if (found) return found;
  }
  return undefined;
}

/** What browsers call some of our languages; the longer names first. */
const ALSO_CALLED: Readonly<Record<Lang, readonly string[]>> = {
  prs: ['fa-AF'],
  kmr: ['ku', 'kmr'],
  ckb: ['ku-Arab', 'ku-IQ', 'ckb'],
};
