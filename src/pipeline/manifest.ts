/** `manifest.sha256`: the fingerprint of every published file, so that an upload can be checked, and signed, with common tools. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const MANIFEST = 'manifest.sha256';

/** Writes it into a finished site, in the form of `sha256sum`: 64 hexadecimal digits, two spaces, the path; in the order given. */
export function writeManifest(folder: string, fingerprints: ReadonlyMap<string, string>): void {
  const published = [...fingerprints].filter(([file]) => !file.startsWith(MANIFEST));
  const lines = published.map(([file, fingerprint]) => `${fingerprint}  ${file}\n`);
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}
