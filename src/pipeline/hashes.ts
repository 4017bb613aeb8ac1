/** What a file is called by, and what it is checked against. */
import { createHash } from 'node:crypto';
import { INTEGRITY_LENGTH } from '../guide/packs.ts';

/** Subresource-integrity text of a file. */
export const hashOf = (text: string | Uint8Array) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** As lists of kept files have it. */
export const keptHashOf = (text: string | Uint8Array) => keptHash(createHash('sha256').update(text).digest());

/** The same of a SHA-256 that is known already. */
export const keptHash = (hash: Buffer) => `sha256-${hash.toString('base64')}`.slice(0, INTEGRITY_LENGTH);

/** @example hashedName('packs/en/shell', 'html', text) -> 'packs/en/shell-303fe4a873a2.html' */
export const hashedName = (stem: string, ending: string, content: string | Uint8Array) =>
  `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;
