import { cachePrefix } from './cache-names.ts';

/** `printCacheName('/')` -> `arrival-guide:/:print`: sheets that were opened once, kept by the page itself. */
export const printCacheName = (base: string) => `${cachePrefix(base)}print`;

/** Header of a kept file with its subresource-integrity text, so that the worker can check what it reads. */
export const INTEGRITY_HEADER = 'integrity';

/** Address of the list of all sheets and what they need, relative to the base: address -> subresource-integrity text. */
export const SHEET_LIST = 'print/list.json';
export type SheetList = Readonly<Record<string, string>>;
