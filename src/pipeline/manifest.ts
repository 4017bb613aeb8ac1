/** `manifest.sha256`: the fingerprint of every published file, so that an upload can be checked, and signed, with common tools. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './site-weight.ts';

export const MANIFEST = 'manifest.sha256';

/** Writes it into a finished site, in the form of `sha256sum`: 64 hexadecimal digits, two spaces, the path; sorted by path. */
export function writeManifest(folder: string): void {
  const lines = filesBelow(folder)
    .filter((file) => !file.startsWith(MANIFEST))
    .map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}  ${file}\n`,
    );
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}
