/** What search looks through: the pages of one language as a phone keeps them, and each emergency number. */
import { descriptionOf } from './compose-page.ts';
import type { Pack } from './packs.ts';
import { RESERVED_PARTS, routes } from './routes.ts';
import type { Searchable } from './search.ts';
import type { Direction, Lang } from './types.ts';

interface Own {
  lang: Lang;
  dir: Direction;
}

export interface Findable extends Searchable {
  /** Address after `/<lang>/`, for a number with its place in the page. */
  rest: string;
  kind: 'need' | 'service' | 'topic' | 'card' | 'number' | 'page';
  /** Digits that stand before the name, in an order of their own. */
  digits?: string;
  /** When the name is not in the page's language. */
  own?: Own;
  /** When the summary is not. */
  summaryOwn?: Own;
  /** Its town, '' for none or several. */
  town: string;
  /** The need whose colour it has, '' for none. */
  need: string;
  /** Name of its pictogram, '' for none. */
  sign: string;
}

/** Pages that are ways to others. */
const WAYS: readonly string[] = [routes.language(), routes.notSaved(), routes.search()];

export function findables(pages: Pack): Findable[] {
  const all = Object.entries(pages).filter(([rest, { instead }]) => !instead && !WAYS.includes(rest));
  return all.flatMap(([rest, page]) => (rest === routes.emergency() ? numbers(page) : [findable(rest, page)]));
}

type PageOfPack = Pack[string];

function findable(rest: string, page: PageOfPack): Findable {
  const { main, home, find = '' } = page;
  const [heading = ''] = /<h1.*?<\/h1>/s.exec(main) ?? [];
  const kind = kindOf(rest);
  const [, need = ''] = /class="(?:title|facts) need-([\w-]+)"/.exec(main) ?? [];
  return {
    rest,
    kind,
    ...named(heading),
    find,
    town: home.slice(0, -1),
    need,
    sign: kind === 'card' ? 'cards' : (/@@sign:([a-z]+)@@/.exec(heading)?.[1] ?? need),
    ...(kind === 'service' || kind === 'topic' ? summarised(summaryOf(main, descriptionOf(page))) : { summary: '' }),
    body: kind === 'need' || kind === 'page' ? '' : wordsAfter(main, heading),
  };
}

function kindOf(rest: string): Findable['kind'] {
  const [first = '', second] = rest.split('/');
  if (first === 's') return 'service';
  if (first === 't') return 'topic';
  if (!second) return 'page';
  return RESERVED_PARTS.includes(first) ? 'card' : 'need';
}

/** Tags, and words that stand on every page of a kind: labels, sources, how sure, buttons. */
const NOT_SAID =
  /<(dt|details)\b.*?<\/\1>|<section class="note".*?<\/section>|<a class="back".*?<\/a>|<div class="(?:badges">.*?<\/div>|actions">.*)|<[^>]*>|@@[^@]*@@/gs;

/** In one go: on a phone each copy of a page costs more time than searching it. */
const wordsAfter = (main: string, heading: string) =>
  decoded(main.slice(main.indexOf(heading) + heading.length).replace(NOT_SAID, ' '));

/** The other names of a number stand in a line of their own that begins with its id. */
function numbers({ main, find = '' }: PageOfPack): Findable[] {
  const others = new Map(find.split('\n').map((line) => [line.split(' ', 1)[0], line]));
  return [...main.matchAll(/<section class="number" id="n-([\w-]+)">(.*?<\/h2>)(.*?)<\/section>/gs)].map(
    ([, id = '', heading = '', rest = '']) => ({
      rest: `${routes.emergency()}#n-${id}`,
      kind: 'number',
      digits: plain(/<bdi.*?<\/bdi>/s.exec(heading)?.[0] ?? ''),
      ...named(heading.replace(/<bdi.*?<\/bdi>/s, '')),
      find: others.get(id) ?? '',
      ...summarised(/<p>.*?<\/p>/s.exec(rest)?.[0] ?? ''),
      town: '',
      need: '',
      sign: 'call',
    }),
  );
}

/** The words of a heading or sentence without their source; they may be in another language. */
function wordsOf(html: string): { text: string; own?: Own } {
  const shown = html.replace(/<span class="original".*?<\/span>/gs, '');
  const [, lang, dir] = /<span lang="([\w-]+)" dir="(ltr|rtl)">/.exec(shown) ?? [];
  return { text: plain(shown), ...(lang && { own: { lang, dir: dir as Direction } }) };
}

function named(html: string): Pick<Findable, 'name' | 'own'> {
  const { text: name, own } = wordsOf(html);
  return { name, ...(own && { own }) };
}

function summarised(html: string): Pick<Findable, 'summary' | 'summaryOwn'> {
  const { text: summary, own } = wordsOf(html);
  return { summary, ...(own && { summaryOwn: own }) };
}

/** The paragraph that says what the page's description says: there its language is told. */
function summaryOf(main: string, description: string): string {
  const wanted = plain(description);
  for (const [paragraph] of main.matchAll(/<p>.*?<\/p>/gs)) if (wordsOf(paragraph).text === wanted) return paragraph;
  return description;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The text of a piece of a page, on one line.
 * @example plain('<b>Salt &amp; pepper</b> @@sign:food@@') -> 'Salt & pepper'
 */
export const plain = (html: string): string =>
  decoded(html.replace(/<[^>]*>|@@[^@]*@@/g, ' '))
    .replace(/\s\s+/g, ' ')
    .trim();

const decoded = (text: string) => text.replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
