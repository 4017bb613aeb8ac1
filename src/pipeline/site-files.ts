/** Which file of the built site an address means, and its type. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export type Found = { kind: 'file'; file: string } | { kind: 'redirect'; to: string } | { kind: 'nothing' };

const NOTHING: Found = { kind: 'nothing' };

/**
 * Looks an address up in the folder `dist`, published at `base`.
 * Only names that stand in the folder are answered: no dots, no empty parts, no links that lead out of it.
 * @example findFile('dist', '/', '/ar') -> { kind: 'redirect', to: '/ar/' }
 */
export async function findFile(dist: string, base: string, path: string): Promise<Found> {
  if (`${path}/` === base) return { kind: 'redirect', to: base };
  const parts = path.startsWith(base) ? safeParts(path.slice(base.length)) : undefined;
  if (!parts) return NOTHING;
  const wanted = join(dist, ...parts);
  const folder = await isFolder(wanted);
  if (folder && !path.endsWith('/')) return { kind: 'redirect', to: `${path}/` };
  if (!folder && path.endsWith('/')) return NOTHING;
  const file = folder ? join(wanted, 'index.html') : wanted;
  return (await liesWithin(dist, file)) ? { kind: 'file', file } : NOTHING;
}

/**
 * The decoded parts of a path, or undefined when it is not one of ours.
 * @example safeParts('ar/s/') -> ['ar', 's']; safeParts('%2e%2e/x') -> undefined
 */
function safeParts(path: string): string[] | undefined {
  try {
    const parts = decodeURIComponent(path).split('/');
    if (parts.at(-1) === '') parts.pop();
    return parts.every(isSafePart) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** A first dot hides both `..` and dot files; a first underscore the host's own files (`_headers`). */
const isSafePart = (part: string) => part !== '' && !/^[._]|[\\\0]/.test(part);

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function liesWithin(dist: string, file: string): Promise<boolean> {
  try {
    const [root, real] = await Promise.all([realpath(dist), realpath(file)]);
    return real.startsWith(root + sep) && (await stat(real)).isFile();
  } catch {
    return false;
  }
}

export const readIfThere = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.sha256': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.mp3': 'audio/mpeg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
};

/** `typeOf('a/index.html')` -> `text/html; charset=utf-8` */
export const typeOf = (file: string): string => TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Whether compressing such a file is worth it; pictures and fonts are compressed already. */
export const isCompressible = (type: string): boolean => /^text\/|json|xml|image\/(svg|x-icon)/.test(type);
