/** What a disk refuses to a build, in sentences for the person who builds. */
import { constants } from 'node:os';
import path from 'node:path';

/** What that person can mend: another build at work, a folder that cannot be written to, a full disk. */
export class PlaceFault extends Error {}

/** Runs what touches the disk; its refusals become sentences. */
export function inWords<T>(out: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusalOf(error, out) ?? error;
  }
}

const FULL = ['ENOSPC', 'EDQUOT'] as const;

/** How a bundler quotes it, in an error of its own: as Node writes it and as Rust does. */
const sayings = (code: (typeof FULL)[number]) => [`${code}:`, `(os error ${constants.errno[code]})`];

/** What a disk has refused, as a sentence for the person who builds; undefined for any other error. */
export function refusalOf(error: unknown, out: string): PlaceFault | undefined {
  const code = codeOf(error);
  const full = FULL.find((one) => code === one || sayings(one).some((saying) => String(error).includes(saying)));
  if (full) return new PlaceFault(`There is no room left on the disk for the new site (${full}). Make room, then build again.`);
  // ENOENT is how /proc says it.
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || (code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'mkdir'))
    return new PlaceFault(
      `${refusedFolder(error as NodeJS.ErrnoException, out)} cannot be written to (${code}), so nothing can take the place of ${out}. Change the rights of this folder, or give another one with --out.`,
    );
  if (code === 'ENOTDIR') return new PlaceFault(`${out} is no folder, or lies in none. Give another one with --out.`);
  if (['EBUSY', 'EXDEV'].includes(code))
    return new PlaceFault(
      `${out} cannot be replaced (${code}): a disk begins there. Give a folder inside of it with --out, e.g. ${path.join(out, 'site')}.`,
    );
  return undefined;
}

/** What is made beside `out` is no name that a person knows. */
function refusedFolder({ path: refused = '' }: NodeJS.ErrnoException, out: string): string {
  const beside = `${path.resolve(out)}.`;
  return refused.startsWith(beside) ? path.dirname(beside) : refused || out;
}

/** `ENOSPC` and the like; empty for an error that is not the system's. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
