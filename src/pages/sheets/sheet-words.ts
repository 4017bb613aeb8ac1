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
  title: { fr: 'Imprimer le guide', en: 'Print the guide' },
  about: {
    fr: 'Choisissez une feuille, regardez-la, imprimez-la. Tout reste lisible en noir et blanc et après photocopie.',
    en: 'Choose a sheet, look at it, print it. All of it stays readable in black and white and after photocopying.',
  },
  before: {
    fr: 'Avant d’imprimer beaucoup : scannez un code avec un téléphone, et regardez la date sur la feuille.',
    en: 'Before you print many: scan one code with a phone, and look at the date on the sheet.',
  },
  whole: { fr: 'Tout le guide', en: 'The whole guide' },
  need_in: { fr: 'Un besoin :', en: 'One need:' },
  one_place: { fr: 'Un seul lieu ou service', en: 'A single place or service' },
  back: { fr: 'Autres feuilles', en: 'Other sheets' },
  paper: { fr: 'Papier', en: 'Paper' },
  black: { fr: 'Noir et blanc', en: 'Black and white' },
  print: { fr: 'Imprimer', en: 'Print' },
  by_menu: {
    fr: 'Sans JavaScript : imprimez par le menu du navigateur.',
    en: 'Without JavaScript: print from the menu of the browser.',
  },
  no_codes: {
    fr: 'Sans JavaScript, les codes restent vides, parce que l’adresse du site n’est pas réglée. N’imprimez pas cette feuille.',
    en: 'Without JavaScript the codes stay empty, because the address of the site is not set. Do not print this sheet.',
  },
  languages: { fr: 'Autre langue', en: 'Another language' },
  kept: {
    fr: 'Cette feuille est gardée sur cet appareil et s’ouvre sans connexion.',
    en: 'This sheet is kept on this device and opens without a connection.',
  },
} as const satisfies Record<string, Both>;

/** What to know at the printer. */
export const HOW_TO: Readonly<Record<SheetKind, Both>> = {
  poster: { fr: 'Échelle 100 %, sans marges du navigateur.', en: 'Scale 100 %, no margins from the browser.' },
  leaflet: {
    fr: 'A4 paysage, recto verso, retourner sur le petit côté. Pliez aux deux traits, en accordéon : la couverture reste devant.',
    en: 'A4 landscape, both sides, flip on the short edge. Fold at the two marks like a fan: the cover stays in front.',
  },
  booklet: {
    fr: 'Des pages A5. Pour un livret plié, choisissez « Livret » dans la fenêtre d’impression, ou deux pages par feuille A4. Sur un ordinateur : npm run print.',
    en: 'A5 pages. For a folded booklet choose “Booklet” in the print window, or two pages on each A4. At a terminal: npm run print.',
  },
  cards: {
    fr: 'A4, recto verso, échelle 100 %. Coupez le long des repères.',
    en: 'A4, both sides, scale 100 %. Cut along the marks.',
  },
  stickers: {
    fr: 'A4, papier autocollant, échelle 100 %. Coupez le long des traits.',
    en: 'A4, sticker paper, scale 100 %. Cut along the lines.',
  },
};
