/** A new version of a kept file, made of the old one and of the pieces in which they differ. */
import { cutIntoPieces, keysIn, keysUrl, MOST_PIECES, pieceKey, pieceUrl } from '../guide/pieces.ts';
import { fetchChecked, forEachFew, integrityOf, isNoRoom, isWhole, readKept, type Site, store, type Wanted } from './keep.ts';

/** False where it cannot be done, or what was fetched does not make the file: it is then fetched whole. */
export async function keepFromPieces(
  site: Site,
  cache: Cache,
  { file, old, signal }: { file: Wanted; old: Wanted; signal?: AbortSignal | undefined },
): Promise<boolean> {
  try {
    const had = await readKept(site, cache, old);
    if (!had) return false;
    const pieces = new Map<string, string>();
    for (const piece of cutIntoPieces(textOf(had))) pieces.set(await keyOf(piece), piece);
    const read = (url: string) => fetchChecked(site, { url, limit: file.bytes, first: 'default', signal }, textOf);
    const keys = keysIn(await read(keysUrl(file.url)));
    const missing = [...new Set(keys)].filter((key) => !pieces.has(key));
    if (missing.length > keys.length * MOST_PIECES) return false;
    await forEachFew(missing, async (key) => {
      pieces.set(key, await read(pieceUrl(file.url, key)));
    });
    const bytes = new TextEncoder().encode(keys.map((key) => pieces.get(key)).join(''));
    if (!(await isWhole(bytes, file))) return false;
    await store(site, cache, file.url, bytes);
    return true;
  } catch (problem) {
    // For a full phone, or a reader who called it off, the whole file is no better.
    if (signal?.aborted || isNoRoom(problem)) throw problem;
    return false;
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const keyOf = async (piece: string): Promise<string> => pieceKey(await integrityOf(new TextEncoder().encode(piece)));
