/** What can be printed: which sheets there are, on which paper, where each stands within the site, and what its code leads to. */
import { shortPath } from './routes.ts';
import type { Guide, Lang } from './types.ts';

/** `rest` is the page that the code leads to, '' for the whole guide (see routes.ts). */
export type Sheet =
  /** To hang up: all languages at once. */
  | { kind: 'poster'; rest: string }
  /** The same code many times, to cut out and stick on. */
  | { kind: 'stickers'; rest: string }
  /** One A4 to fold: what a town has, in one language. */
  | { kind: 'leaflet'; lang: Lang; town: string }
  /** The whole guide of a language, page by page. */
  | { kind: 'booklet'; lang: Lang }
  /** As big as a bank card: numbers to call, and sentences to show. */
  | { kind: 'cards'; lang: Lang };

export type SheetKind = Sheet['kind'];

/** The papers of each kind, the usual one first. A booklet's pages are A5 because two of them make an A4. */
export const PAPERS = {
  poster: ['A4', 'A5', 'A6'],
  stickers: ['A4'],
  leaflet: ['A4'],
  booklet: ['A5'],
  cards: ['A4'],
} as const satisfies Record<SheetKind, readonly [string, ...string[]]>;

export type Paper = (typeof PAPERS)[SheetKind][number];

/** In the order in which they are offered. */
export const SHEET_KINDS = Object.keys(PAPERS) as SheetKind[];

/** Selector that matches once a sheet's own script has laid it out. */
export const LAID_OUT = 'html[data-ready]';

/** Folder of all that is for printing, relative to the base. */
export const PRINT = 'print/';

/**
 * Where a sheet stands within the site, relative to the base.
 * @example sheetPath({ kind: 'leaflet', lang: 'ar', town: 'calais' }) -> 'print/leaflet/ar/calais/'
 */
export const sheetPath = (sheet: Sheet): string => `${PRINT}${sheet.kind}/${ownPath(sheet)}`;

function ownPath(sheet: Sheet): string {
  switch (sheet.kind) {
    case 'poster':
    case 'stickers':
      return sheet.rest;
    case 'leaflet':
      return `${sheet.lang}/${sheet.town}/`;
    case 'booklet':
    case 'cards':
      return `${sheet.lang}/`;
  }
}

/**
 * The name of a sheet's file, without ending. It stands on the sheet too, so that old paper can be recognised.
 * @example sheetName({ kind: 'poster', rest: 'calais/food/' }) -> 'poster-calais-food'
 */
export const sheetName = (sheet: Sheet): string => sheetPath(sheet).slice(PRINT.length, -1).replaceAll('/', '-');

/**
 * The address behind a sheet's code, relative to the base: a short one, which never breaks.
 * @example codePath({ kind: 'poster', rest: 'calais/food/' }) -> 'n/calais/food/'
 */
export const codePath = (sheet: Sheet): string => shortOf(restOf(sheet));

/** The page a sheet belongs to. */
function restOf(sheet: Sheet): string {
  if (sheet.kind === 'leaflet') return `${sheet.town}/`;
  return 'rest' in sheet ? sheet.rest : '';
}

function shortOf(rest: string): string {
  if (rest === '') return '';
  const short = shortPath(rest);
  if (short === undefined) throw new Error(`The page "${rest}" has no short address, so no code can lead to it.`);
  return short;
}

/** Every sheet of a guide, kind by kind. */
export function allSheets(guide: Guide): Sheet[] {
  const towns = guide.towns.map(({ id }) => `${id}/`);
  const needs = towns.flatMap((town) => guide.needs.map(({ id }) => `${town}${id}/`));
  const services = guide.services.map(({ id }) => `s/${id}/`);
  const langs = guide.languages.map(({ lang }) => lang);
  return [
    ...['', ...towns, ...needs].map((rest): Sheet => ({ kind: 'poster', rest })),
    ...langs.flatMap((lang) => guide.towns.map(({ id }): Sheet => ({ kind: 'leaflet', lang, town: id }))),
    ...langs.map((lang): Sheet => ({ kind: 'booklet', lang })),
    ...langs.map((lang): Sheet => ({ kind: 'cards', lang })),
    ...['', ...towns, ...needs, ...services].map((rest): Sheet => ({ kind: 'stickers', rest })),
  ];
}

/**
 * An address as it is written on paper: what a person has to type and nothing more.
 * @example writtenAddress('https://guide.example/n/calais/food/') -> 'guide.example/n/calais/food'
 */
export const writtenAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');
