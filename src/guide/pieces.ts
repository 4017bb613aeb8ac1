/**
 * A kept file that changed is mostly the file that a phone already has. So it is published in pieces as well, one per page of a pack
 * or part of a page's frame, and a phone fetches those that it lacks. Whether the pieces make the right file is told by the file's
 * own hash, as ever: their keys need only tell them apart.
 */

/** Before every page of a pack. */
const PAGES = /(?=,"[^"]*":\{")/;
/** Before the parts of a shell, or of the template of the guide in one file: style, scripts, top, lists, foot, pictograms. */
const PARTS = /(?=<\/?style|<script|<header|<nav|<main|<ul|<footer|@@signs@@)/;
/** With more than this part of its pieces to fetch, the whole file is smaller. */
export const MOST_PIECES = 1 / 4;
/** `packs/en/services-0d1e26b948db.json`: what it is, and of which content. */
const NAME = /^(.*)-(\w+)\.\w+$/;

/** Joined they are the text again. */
export const cutIntoPieces = (text: string): string[] => text.split(text[0] === '{' ? PAGES : PARTS);

/** Of a piece with that subresource-integrity text: five letters, as addresses write base64. */
export const pieceKey = (integrity: string) => integrity.slice(7, 12).replaceAll('+', '-').replaceAll('/', '_');

/** The keys of a file in their order. */
export const keysIn = (text: string): string[] => text.match(/[\w-]{5}/g) ?? [];

/** Whether two files are versions of the same: `packs/en/services-0d1e26b948db.json` and `packs/en/services-aa77b9bc0f4f.json`. */
export const isSameFile = (a: string, b: string) => NAME.exec(a)?.[1] !== undefined && NAME.exec(a)?.[1] === NAME.exec(b)?.[1];

/** Where the keys of a file stand: `packs/en/services/0d1e26b948db.txt`. */
export const keysUrl = (url: string) => url.replace(NAME, '$1/$2.txt');

/** `pieceUrl('packs/en/services-0d1e26b948db.json', 'w7xQ_')` -> `packs/en/services/w7xQ_.txt` */
export const pieceUrl = (url: string, key: string) => url.replace(NAME, `$1/${key}.txt`);
