import { PACK_FORMAT, type PackFile, type PackList } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';

/** A list is some kilobytes; a portal's page may be anything. */
export const LIST_LIMIT = 200_000;
/** No file of a language comes near this. */
const FILE_LIMIT = 5_000_000;
/** Below the base, nothing that climbs out of it. */
const FILE_URL = /^(packs|assets)\/[\w./-]+$/;
const INTEGRITY = /^sha256-[A-Za-z0-9+/]{22}$/;

/** The list in a text, or undefined when it is another language's, of another format, cut off, or no list at all. */
export function readList(text: string, lang: Lang): PackList | undefined {
  try {
    const list = JSON.parse(text) as Partial<PackList> | null;
    const right =
      list?.format === PACK_FORMAT &&
      list.lang === lang &&
      typeof list.made === 'string' &&
      isSigns(list.signs) &&
      Array.isArray(list.files) &&
      list.files.every(isFile) &&
      (list.fonts === undefined || (Array.isArray(list.fonts) && list.fonts.every(isFile))) &&
      list.files.some(({ kind }) => kind === 'shell') &&
      list.files.some(({ kind }) => kind === 'pack');
    return right ? (list as PackList) : undefined;
  } catch {
    return undefined;
  }
}

const isSigns = (signs: unknown) =>
  typeof signs === 'object' && signs !== null && Object.values(signs).every((sign) => typeof sign === 'string');

function isFile(file: Partial<PackFile> | null): boolean {
  if (typeof file?.url !== 'string' || typeof file.bytes !== 'number' || typeof file.integrity !== 'string') return false;
  return FILE_URL.test(file.url) && !file.url.includes('..') && file.bytes <= FILE_LIMIT && INTEGRITY.test(file.integrity);
}
