/** What a phone keeps of one language, and how the list of it is written. */
import type { PageParts } from './compose-page.ts';
import type { IsoDate, Lang } from './types.ts';

/** Raised when a worker of an older build could not read the files any more. */
export const PACK_FORMAT = 3;

/**
 * A list is fetched with every update, and hashes are what cannot be compressed: 132 bits of SHA-256 are kept of each, four more than
 * RFC 6920 asks for in its `sha-256-128`. Nobody can make another file to one of them.
 */
export const INTEGRITY_LENGTH = 'sha256-'.length + 22;

export interface PackFile {
  /** Relative to the site's base, hash-named. */
  url: string;
  kind: 'shell' | 'pack' | 'asset' | 'font';
  /** Length of the file, uncompressed. */
  bytes: number;
  /** Beginning of the file's subresource-integrity text: `sha256-` and 22 letters. */
  integrity: string;
}

/** `packs/<lang>.json`: everything one language needs, of one version. */
export interface PackList {
  format: number;
  lang: Lang;
  /** The guide's own date, for the reader. */
  made: IsoDate;
  /** What pages say that is another in each edition, by EDITION_SIGNS of compose-page.ts: safe HTML. */
  signs: Record<string, string>;
  files: PackFile[];
  /** Kept beside `files` on phones that lack letters of the language. */
  fonts?: PackFile[];
}

/** What keeping a language costs, for who has not begun to. */
export interface Cost {
  /** Bytes over the air (brotli) for all files but fonts. */
  transfer: number;
  /** Bytes of the font, and the letters by which a phone is asked whether it needs it. */
  font?: { bytes: number; letters: string };
}

/** Of all languages, relative to the base. No phone keeps it. */
export const COSTS_URL = 'costs.json';
export type Costs = Readonly<Record<Lang, Cost>>;

/** Beginning of the addresses of a language's fonts: `packs/ti/font-`. */
export const fontPrefix = (lang: Lang) => `packs/${lang}/font-`;

/** Beginning of the address of what the guide in one file is put together with. */
export const templatePrefix = (lang: Lang) => `packs/${lang}/file-`;

/** What a phone keeps of a language: with its fonts, when the phone's own lack letters. */
export const filesToKeep = ({ files, fonts = [] }: PackList, withFonts: boolean): PackFile[] =>
  withFonts ? [...files, ...fonts] : files;

/** Whether a file is published in pieces as well (pieces.ts). */
export const isInPieces = ({ url, kind }: Pick<PackFile, 'url' | 'kind'>) => url.startsWith('packs/') && kind !== 'font';

/** A file of kind `pack`: its pages by `rest`. */
export type Pack = Record<string, Omit<PageParts, 'rest'>>;

/** `packListUrl('ar')` -> `packs/ar.json`, relative to the base. */
export const packListUrl = (lang: Lang) => `packs/${lang}.json`;
/**
 * Beginning of the address of what the first choice and the short addresses are put together with. It stands in the list of every
 * language: so it is of one version with the scripts that it names, and a worker that lists it would be another after each of their changes.
 */
export const NEUTRAL_PREFIX = 'packs/neutral/shell-';
