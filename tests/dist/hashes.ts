import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/pipeline/site-weight.ts';

/** As policies and integrity attributes write it: `sha256-...`. */
export const sha256 = (data: string | Buffer) => `sha256-${createHash('sha256').update(data).digest('base64')}`;

/** Every file of a folder with its hash, to compare two folders at once. */
export const treeHashes = (folder: string): Record<string, string> =>
  Object.fromEntries(filesBelow(folder).map((file) => [file, sha256(readFileSync(join(folder, file)))]));
