/** The pieces of a kept file, as a phone that has the version before asks for them (guide/pieces.ts). */
import { cutIntoPieces, keysUrl, pieceKey, pieceUrl } from '../guide/pieces.ts';
import { hashOf } from './hashes.ts';

/** Path -> text, with the list of keys. */
export function publishedPieces(url: string, text: string): [path: string, text: string][] {
  const pieces = cutIntoPieces(text).map((piece) => ({ key: pieceKey(hashOf(piece)), piece }));
  return [
    [keysUrl(url), pieces.map(({ key }) => key).join('')],
    ...pieces.map(({ key, piece }): [string, string] => [pieceUrl(url, key), piece]),
  ];
}
