/** What search looks through: the pages of one language as a phone keeps them, and each emergency number. */
import type { Pack } from './packs.ts';
import { RESERVED_PARTS, routes } from './routes.ts';
import type { Searchable } from './search.ts';
import type { Direction, Lang } from './types.ts';

export interface Findable extends Searchable {
  /** Address after `/<lang>/`, for a number with its place in the page. */
  rest: string;
  kind: 'need' | 'service' | 'topic' | 'card' | 'number' | 'page';
  /** When the name is not in the page's language. */
  own?: { lang: Lang; dir: Direction };
  /** Its town, '' for none or several. */
  town: string;
  /** The need that its sign and colour show, '' for none. */
  need: string;
}

/** Pages that are ways to others. */
const WAYS: readonly string[] = [routes.language(), routes.notSaved(), routes.search()];

export function findables(pages: Pack): Findable[] {
  const all = Object.entries(pages).filter(([rest]) => !WAYS.includes(rest));
  return all.flatMap(([rest, page]) => (rest === routes.emergency() ? numbers(page) : [findable(rest, page)]));
}

type PageOfPack = Pack[string];

function findable(rest: string, { main, description, home, find = '' }: PageOfPack): Findable {
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
    summary: kind === 'service' || kind === 'topic' ? plain(description) : '',
    body: kind === 'need' || kind === 'page' ? '' : plain(main.replace(heading, '').replace(NOT_SAID, ' ')),
  };
}

function kindOf(rest: string): Findable['kind'] {
  const [first = '', second] = rest.split('/');
  if (first === 's') return 'service';
  if (first === 't') return 'topic';
  if (!second) return 'page';
  return RESERVED_PARTS.includes(first) ? 'card' : 'need';
}

/** Words that stand on every page of a kind: labels, sources, how sure, buttons. */
const NOT_SAID = /<(dt|details)\b.*?<\/\1>|<section class="note".*?<\/section>|<a class="back".*?<\/a>|<div class="actions">.*/gs;

/** The other names of a number stand in a line of their own that begins with its id. */
function numbers({ main, find = '' }: PageOfPack): Findable[] {
  const others = new Map(find.split('\n').map((line) => [line.split(' ', 1)[0], line]));
  return [...main.matchAll(/<section class="number" id="n-([\w-]+)">(.*?<\/h2>)(.*?)<\/section>/gs)].map(
    ([, id = '', heading = '', rest = '']) => ({
      rest: `${routes.emergency()}#n-${id}`,
      kind: 'number',
      ...named(heading),
      find: others.get(id) ?? '',
      summary: plain(/<p>(.*?)<\/p>/s.exec(rest)?.[1] ?? ''),
      town: '',
      need: '',
    }),
  );
}

/** The words of a heading without their source; they may be in another language. */
function named(heading: string): Pick<Findable, 'name' | 'own'> {
  const shown = heading.replace(/<span class="original".*?<\/span>/gs, '');
  const [, lang, dir] = /<span lang="([\w-]+)" dir="(ltr|rtl)">/.exec(shown) ?? [];
  return { name: plain(shown), ...(lang && { own: { lang, dir: dir as Direction } }) };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The text of a piece of a page, on one line.
 * @example plain('<b>Salt &amp; pepper</b> @@sign:food@@') -> 'Salt & pepper'
 */
export const plain = (html: string): string =>
  html
    .replace(/<[^>]*>|@@[^@]*@@/g, ' ')
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
