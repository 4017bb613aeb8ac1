import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Level by level: Node's own recursive way never returns on file systems such as /proc, where nothing can be made. Throws the system's error. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
