/** What a phone keeps of one language, and how the list of it is written. */
import type { PageParts } from './compose-page.ts';
import type { IsoDate, Lang } from './types.ts';

/** Raised when a worker of an older build could not read the files any more. */
export const PACK_FORMAT = 2;

export interface PackFile {
  /** Relative to the site's base, hash-named. */
  url: string;
  kind: 'shell' | 'pack' | 'asset' | 'font';
  /** Length of the file, uncompressed. */
  bytes: number;
  /** Subresource-integrity text, `sha256-...`. */
  integrity: string;
}

/** `packs/<lang>.json`: everything one language needs, of one version. */
export interface PackList {
  format: number;
  lang: Lang;
  /** The guide's own date, for the reader. */
  made: IsoDate;
  /** Bytes over the air (brotli) for all files. */
  transfer: number;
  files: PackFile[];
  /** Kept beside `files` on phones that lack a letter of `letters`; not counted in `transfer`. Lists of old builds have none. */
  fonts?: PackFile[];
  letters?: string;
}

/** Beginning of the addresses of a language's fonts: `packs/ti/font-`. */
export const fontPrefix = (lang: Lang) => `packs/${lang}/font-`;

/** Beginning of the address of what the guide in one file is put together with. */
export const templatePrefix = (lang: Lang) => `packs/${lang}/file-`;

/** What a phone keeps of a language: with its fonts, when the phone's own lack letters. */
export const filesToKeep = ({ files, fonts = [] }: PackList, withFonts: boolean): PackFile[] =>
  withFonts ? [...files, ...fonts] : files;

/** A file of kind `pack`: its pages by `rest`. */
export type Pack = Record<string, Omit<PageParts, 'rest'>>;

/** `packListUrl('ar')` -> `packs/ar.json`, relative to the base. */
export const packListUrl = (lang: Lang) => `packs/${lang}.json`;
/** Shell of the first choice and of the short addresses, kept with the worker. */
export const NEUTRAL_SHELL_URL = 'packs/neutral.html';
