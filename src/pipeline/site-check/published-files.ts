/** What a build published: every file, where it is asked for, and what a good host sends with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, readHeadersFile } from '../headers-file.ts';
import { isCompressible, typeOf } from '../site-files.ts';
import { filesBelow } from '../site-weight.ts';

export interface PublishedFile {
  /** Within the folder, `ar/index.html`. */
  file: string;
  /** As asked, with the base: `/guide/ar/`. */
  path: string;
  type: string;
  /** Fields of `_headers` for this path. */
  headers: Readonly<Record<string, string>>;
  bytes: () => Buffer;
}

/** Below this many bytes compressing gains nothing. */
const SMALL = 1000;

/** All files but the host's own (`_headers`) and the page for wrong addresses, which nobody asks for by its name. */
export function publishedFiles(dist: string, base: string): PublishedFile[] {
  const rules = readHeadersFile(readFileSync(join(dist, '_headers'), 'utf8'));
  return filesBelow(dist)
    .filter((file) => !/^[_.]|\/[_.]/.test(file) && file !== '404.html')
    .map((file) => {
      const path = base + file.replace(/(^|\/)index\.html$/, '$1');
      return { file, path, type: typeOf(file), headers: headersFor(rules, path), bytes: () => readFileSync(join(dist, file)) };
    });
}

export const isWorthCompressing = ({ type }: PublishedFile, bytes: Buffer) => isCompressible(type) && bytes.length > SMALL;

/** The path that the site was built for, as its first page says. */
export const builtBase = (dist: string): string =>
  / data-base="([^"]*)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '/';
