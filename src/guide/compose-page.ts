import { routes } from './routes.ts';

/** The part of a page that is its own; the rest is the shell of its language. All values are safe HTML. */
export interface PageParts {
  /** Address after `/<lang>/`. */
  rest: string;
  title: string;
  /** '' for a page that says what it is in its first paragraph (descriptionOf). */
  description: string;
  /** Which entry of the bar at the bottom is this page, '' for none. */
  bar: string;
  /** `rest` of the town's home that "Home" leads to, '' for the town chooser. */
  home: string;
  /** What its head has besides that of every page: PLACES_HEAD, or nothing. */
  head?: string;
  /** Inner HTML of `<main>`, with marks in the place of pictograms and of entries that lead to other pages. */
  main: string;
  /** The page as an entry of lists on other pages, once for all of them. */
  card?: string;
  /** Other words under which search finds this page; no part of what is shown. */
  find?: string;
  /** Of a page that is no more: `rest` of the one that is shown in its place, below `main`. */
  instead?: string;
}

/** Pages of one language by `rest`, as far as others need them. */
export type Others = Readonly<Record<string, Partial<PageParts> | undefined>>;

/**
 * `@@name@@` is replaced by the part of that name, `@@today@@` by the page Today of the page's town,
 * `@@bar:home@@` by ` aria-current="page"` when `bar` is `home`.
 */
const MARK = /@@([a-z]+)(?::([a-z]+))?@@/g;
/** A pictogram is drawn some ten times on a page and in every page of a pack; its mark is short. */
const SIGN = /@@sign:([a-z]+)@@/g;
/** Most pages list services: what is said of each in a list is stored once, with its page. */
const CARD = /@@card:([^@]+)@@/g;
/** In a shell, what stands after this is the table of pictograms, name -> SVG, as JSON. */
const SIGNS = '@@signs@@';

/** `cardMark('s/pass/')`: the entry of that page. */
export const cardMark = (rest: string) => `@@card:${rest}@@`;
/** Whether something of other pages stands in it. */
export const needsOthers = ({ main, instead }: Pick<PageParts, 'main' | 'instead'>) =>
  instead !== undefined || main.includes(cardMark('').slice(0, -2));
const FIRST_PARAGRAPH = /<p>([^<@]*)<\/p>/;
/** A page without a description of its own is described by its first paragraph that is plain text. */
export const descriptionOf = ({ description, main }: Pick<PageParts, 'description' | 'main'>) =>
  description || (FIRST_PARAGRAPH.exec(main)?.[1] ?? '');
/**
 * Signs for what is another in each edition. They travel with the list of a language (packs.ts), so that a new day alone changes no
 * file that a phone keeps: the guide's day as ISO date, in words and in the text of a link, and of the guide in one file its size in kB
 * and the day until which it is good.
 */
export const EDITION_SIGNS = {
  made: 'made',
  day: 'day',
  dayInLink: 'daylink',
  fileSize: 'filesize',
  fileUntil: 'fileuntil',
} as const;
export const signMark = (name: string) => `@@sign:${name}@@`;
/**
 * Sign for what only pages with places or opening hours need: style, scripts and words. The others are spared a tenth of their bytes,
 * and a phone keeps it once, with the shell.
 */
export const PLACES_SIGN = 'placeshead';
export const PLACES_HEAD = signMark(PLACES_SIGN);
/** Name -> SVG. */
export const signsOf = (shell: string) => JSON.parse(shell.split(SIGNS)[1] ?? '{}') as Record<string, string>;
export const withSigns = (html: string, signs: Readonly<Record<string, string>>) => html + SIGNS + JSON.stringify(signs);
/** The shell as one edition of the guide has it: with the signs of its list beside its own. */
export function inEdition(shell: string, edition: Readonly<Record<string, string>>): string {
  const [html = ''] = shell.split(SIGNS);
  return withSigns(html, { ...signsOf(shell), ...edition });
}

/**
 * Puts a page together from its language's shell and its own parts.
 * The build and the service worker both call this, so a page composed on a phone has the very bytes that were published.
 * `others` are the pages of the same language that this one may list, or show in its place.
 * @example composePage('<title>@@title@@</title>', parts) -> '<title>Food in Calais</title>'
 */
export function composePage(shell: string, own: PageParts, others: Others = {}): string {
  const parts = living(own, others);
  const [html = '', signs = '{}'] = shell.split(SIGNS);
  const filled = html.replace(MARK, (mark: string, name: string, argument?: string) => {
    if (name === 'sign') return mark;
    if (name === 'today') return parts.home + routes.todayAnywhere();
    if (name === 'bar') return argument === parts.bar ? ' aria-current="page"' : '';
    if (name === 'description') return descriptionOf(parts);
    return parts[name as keyof PageParts] ?? '';
  });
  const listed = filled.replace(CARD, (_, rest: string) => others[rest]?.card ?? '');
  return drawSigns(listed, JSON.parse(signs) as Record<string, string>);
}

/** What is said of an old address, and the page that is shown there instead, under its own address. */
function living(own: PageParts, others: Others): PageParts {
  const page = own.instead && others[own.instead];
  return page ? { ...own, ...page, rest: own.instead ?? '', main: own.main + page.main } : own;
}

const drawSigns = (html: string, signs: Readonly<Record<string, string>>) =>
  html.replace(SIGN, (_, name: string) => signs[name] ?? '');

/** A page without parts of its own. */
export const NO_PARTS: PageParts = { rest: '', title: '', description: '', bar: '', home: '', main: '' };

/**
 * A page of no language: the first choice, or with `rest` a short address that leads to that page in every language.
 * Both come from one shell, so that a phone keeps it once. Search engines are told of the first choice only.
 */
export const composeNeutral = (shell: string, rest?: string) =>
  composePage(shell, { ...NO_PARTS, rest: rest ?? '', description: rest === undefined ? 'all' : 'noindex' });
