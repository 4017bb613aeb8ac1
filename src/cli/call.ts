/** What commands of the command line share: reading how they were called, and saying what was wrong with it. */
import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Guide } from '../guide/types.ts';
import { madeDate } from '../pipeline/made-date.ts';
import { makeFolder } from '../pipeline/make-folder.ts';
import { readGuide } from '../pipeline/make-guide.ts';
import { formatProblems } from '../pipeline/problems.ts';
import { SiteAddressFault } from '../pipeline/site-address.ts';

/** What the person at the command line can mend: the message says what is wrong and what to do. */
export class CallFault extends Error {}

/** What `parse` makes of the call; an option that does not exist is a CallFault with the help below it. */
export function parseCall<T>(help: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof TypeError ? new CallFault(`${error.message}\n\n${help}`) : error;
  }
}

/** @example oneOf('--format', 'gif', ['svg', 'png']) throws '--format gif: choose svg or png.' */
export function oneOf<T extends string>(option: string, given: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  const all = [choices.slice(0, -1).join(', '), ...choices.slice(-1)].filter(Boolean).join(' or ');
  throw new CallFault(`${option}${given === undefined ? '' : ` ${given}`}: choose ${all}.`);
}

/** Choices with commas between them; `all` stands for every one. */
export function someOf<T extends string>(option: string, given: string, choices: readonly T[]): readonly T[] {
  if (given === 'all') return choices;
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !choices.some((choice) => choice === name));
  if (unknown.length === 0) return choices.filter((choice) => names.includes(choice));
  throw new CallFault(
    `${option} ${given}: there is no "${unknown.join('", "')}". Choose from ${choices.join(', ')}, with commas between them, or all.`,
  );
}

/** Makes the folder where it is missing. */
export function folderFor(out: string): string {
  const folder = resolve(out);
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    throw new CallFault(`--out ${out}: this folder cannot be written to (${codeOf(error)}). Give another one.`);
  }
}

/** Writes a file, and the folder that it stands in where that is missing. */
export function writeFileIn(file: string, content: string | Uint8Array): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, content);
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new CallFault(`${file} cannot be written (${codeOf(error)}). Choose another folder with --out, or make room.`);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : undefined);

/** The checked guide; a CallFault with all problems where it has errors. */
export async function openGuide(folders: { content: string; locales: string }): Promise<Guide> {
  const { guide, problems } = await readGuide({ ...folders, made: madeDate() });
  if (guide) return guide;
  throw new CallFault(
    `${formatProblems(problems.filter(({ severity }) => severity === 'error'))}\nNothing was made: mend this first ("npm run check" tells more).`,
  );
}

/** Runs a command; a person's mistake is told in words and ends with 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof CallFault || error instanceof SiteAddressFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
