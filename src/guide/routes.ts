/**
 * The only file that knows what an address looks like.
 * `rest` is what stands after `/<lang>/`: the same in every language, '' for a language's first page.
 */
import type { IsoDate, Lang } from './types.ts';

/** Names the part of the page "On this phone" for those who read on another person's. */
export const NOT_MINE = 'not-mine';

/** Names the part of that page where the whole guide is passed on. */
export const PASS_ON = 'pass-on';

export const routes = {
  language: () => '',
  town: (town: string) => `${town}/`,
  today: (town: string) => `${town}/today/`,
  /** For readers who have not chosen a town. */
  todayAnywhere: () => 'today/',
  need: (town: string, need: string) => `${town}/${need}/`,
  service: (id: string) => `s/${id}/`,
  topic: (id: string) => `t/${id}/`,
  map: () => 'map/',
  emergency: () => 'emergency/',
  search: () => 'search/',
  cards: () => 'cards/',
  card: (id: string) => `cards/${id}/`,
  phone: () => 'phone/',
  notMine: () => `phone/#${NOT_MINE}`,
  about: () => 'about/',
  /** Shown by the worker for an address that is not on the phone. */
  notSaved: () => 'not-saved/',
} as const;

/** The whole guide of a language in one file: `guideFileUrl('ar')` -> `ar/guide.html`, relative to the base. */
export const guideFileUrl = (lang: Lang) => `${lang}/guide.html`;

/** What it is called on a phone that gets it; tells nothing but its language and day. */
export const guideFileName = (lang: Lang, made: IsoDate) => `guide-${lang}-${made}.html`;

/** What stands in that file, beside the needs of the towns: beginnings of `rest`. */
export const FILE_PARTS = ['emergency/', 's/', 't/', 'cards/', 'about/'];

/** Where "leave" leads: a plain page of no language that says nothing of the guide. Relative to the base. */
export const CALENDAR = 'calendar/';

/** First path parts that are not a town. */
export const RESERVED_PARTS = [
  's',
  't',
  'n',
  'emergency',
  'cards',
  'phone',
  'about',
  'not-saved',
  'today',
  'map',
  'search',
  'print',
  'packs',
  'assets',
  'notices',
  'audio',
  'icons',
  'translate',
  'calendar',
];

/** Second path parts that are not a need: `/<lang>/<town>/today/`. */
export const RESERVED_NEEDS = ['today'];

/** `pageUrl('/a/b/', 'ar', 's/pass/')` -> `/a/b/ar/s/pass/` */
export const pageUrl = (base: string, lang: Lang, rest: string) => `${base}${lang}/${rest}`;

/** `noticesUrl('ar')` -> `notices/ar.html`, relative to the base: the newest news, which no phone keeps. */
export const noticesUrl = (lang: Lang) => `notices/${lang}.html`;

/**
 * The language-neutral address printed on paper.
 * @example shortPath('s/pass/') -> 's/pass/'; shortPath('calais/') -> 'n/calais/'; shortPath('cards/') -> undefined
 */
export function shortPath(rest: string): string | undefined {
  if (/^[st]\/[^/]+\/$/.test(rest)) return rest;
  const [first = ''] = rest.split('/');
  return first && !RESERVED_PARTS.includes(first) ? `n/${rest}` : undefined;
}

export type Address =
  | { kind: 'chooser' }
  | { kind: 'calendar' }
  | { kind: 'page'; lang: Lang; rest: string }
  /** `rest` is the page the short address leads to, in any language. */
  | { kind: 'short'; rest: string }
  | { kind: 'other' };

/**
 * What a path within the site stands for. Forgives a missing final slash and `index.html`; the case of the path counts.
 * @example readPath('/a/b/', '/a/b/ar/s/pass') -> { kind: 'page', lang: 'ar', rest: 's/pass/' }
 */
export function readPath(base: string, path: string, langs: readonly Lang[]): Address {
  if (!`${path}/`.startsWith(base)) return { kind: 'other' };
  const parts = path
    .slice(base.length)
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .filter(Boolean);
  const [first, ...others] = parts;
  if (first === undefined) return { kind: 'chooser' };
  if (first === 'calendar' && !others.length) return { kind: 'calendar' };
  const rest = others.length ? `${others.join('/')}/` : '';
  if (langs.includes(first)) return { kind: 'page', lang: first, rest };
  if ((first === 's' || first === 't') && others.length === 1) return { kind: 'short', rest: `${first}/${rest}` };
  if (first === 'n' && (others.length === 1 || others.length === 2)) return { kind: 'short', rest };
  return { kind: 'other' };
}
