/**
 * Words of printing, in French and English: who prints is an association of the coast, and reads one of the two.
 * What readers of the paper read comes from locales/, in their own languages.
 */
import type { SheetKind } from '../../guide/sheets.ts';

/** Both languages of one thing said, French first. */
export interface Both {
  fr: string;
  en: string;
}

export const KINDS: Readonly<Record<SheetKind, Both & { about: Both }>> = {
  poster: {
    fr: 'Affiche',
    en: 'Poster',
    about: { fr: 'Toutes les langues, un code à scanner.', en: 'All languages, one code to scan.' },
  },
  leaflet: {
    fr: 'Dépliant',
    en: 'Leaflet',
    about: {
      fr: 'Une ville, une langue, un A4 recto verso à plier en trois.',
      en: 'One town, one language, one A4 on both sides, folded in three.',
    },
  },
  booklet: {
    fr: 'Livret',
    en: 'Booklet',
    about: { fr: 'Tout le guide dans une langue, en pages A5.', en: 'The whole guide in one language, as A5 pages.' },
  },
  cards: {
    fr: 'Cartes de poche',
    en: 'Wallet cards',
    about: {
      fr: 'Numéros d’urgence et trois phrases à montrer, dix cartes par page.',
      en: 'Emergency numbers and three sentences to show, ten cards on a page.',
    },
  },
  stickers: {
    fr: 'Autocollants',
    en: 'Stickers',
    about: {
      fr: 'Le même code plusieurs fois, à découper et à coller.',
      en: 'The same code many times, to cut out and stick on.',
    },
  },
};

export const WORDS = {
  stamp: { fr: 'Cachet', en: 'Stamp' },
} as const satisfies Record<string, Both>;
