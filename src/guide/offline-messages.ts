/** What a page and the service worker say to each other. */
import type { IsoDate, Lang } from './types.ts';

export type ToWorker =
  /** Keep this language, whether or not it was kept before. `fonts`: this phone lacks letters of it. */
  | { type: 'save'; lang: Lang; fonts?: boolean }
  /** Look for a newer version, but only of a language that is kept. */
  | { type: 'refresh'; lang: Lang; fonts?: boolean }
  | { type: 'status'; lang: Lang; fonts?: boolean }
  | { type: 'remove'; lang: Lang | 'all' }
  /** Keep the map that moves; answered through the port that comes with it. */
  | { type: 'keep-map' }
  /** To a worker that waits: take over now. */
  | { type: 'activate' };

/** `removed`: nothing of the language is here. `off`: this browser cannot or shall not keep anything. */
export const OFFLINE_KINDS = ['saving', 'ready', 'failed', 'off', 'removed'] as const;
export type OfflineKind = (typeof OFFLINE_KINDS)[number];

export interface OfflineState {
  type: 'state';
  lang: Lang;
  kind: OfflineKind;
  /** Files that were read back and have the right hash. */
  files: number;
  /** Their length on the phone. */
  bytes: number;
  /** Date of the version that is kept, '' for none. */
  made: IsoDate | '';
  /** The version was replaced just now, so an open page may show the old one. */
  newer?: boolean;
}

export interface OfflineProgress {
  type: 'progress';
  lang: Lang;
  /** Files. */
  done: number;
  of: number;
}

export type FromWorker = OfflineProgress | OfflineState;

/** A language tag and nothing that could lead an address elsewhere. */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;
const isTag = (value: unknown): value is Lang => typeof value === 'string' && TAG.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;

/** Messages of an older or newer build that we do not understand are undefined, and ignored. */
export function readToWorker(data: unknown): ToWorker | undefined {
  if (!isRecord(data)) return undefined;
  const { type, lang, fonts } = data;
  if (type === 'activate' || type === 'keep-map') return { type };
  if (type === 'remove' && lang === 'all') return { type, lang };
  if (type === 'remove' && isTag(lang)) return { type, lang };
  if ((type === 'save' || type === 'refresh' || type === 'status') && isTag(lang))
    return { type, lang, ...(fonts === true && { fonts }) };
  return undefined;
}

/** As above, for the other way. */
export function readFromWorker(data: unknown): FromWorker | undefined {
  if (!isRecord(data) || !isTag(data.lang)) return undefined;
  const { type, lang, done, of, files, bytes, made, newer } = data;
  if (type === 'progress' && isCount(done) && isCount(of)) return { type, lang, done, of };
  const kind = OFFLINE_KINDS.find((known) => known === data.kind);
  if (type !== 'state' || !kind || !isCount(files) || !isCount(bytes) || typeof made !== 'string') return undefined;
  return { type, lang, kind, files, bytes, made, newer: newer === true };
}
