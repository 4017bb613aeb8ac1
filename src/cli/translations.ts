/** `npm run translations`: notes from which source each translated segment was made, and who has looked at it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { madeDate } from '../pipeline/made-date.ts';
import { formatProblems, Problems } from '../pipeline/problems.ts';
import { readSources } from '../pipeline/read/read-sources.ts';
import { LOCK_STATES, type LockState, writeLock } from '../pipeline/translation/locks.ts';
import { type Stamp, stampLock } from '../pipeline/translation/stamp-lock.ts';

const HELP = `npm run translations -- stamp LANG --state machine|draft|reviewed [--by NAME] [--all]

Writes locales/LANG.lock.json: for every translated segment that has no entry yet, the hash of the source it was made
from and its state. --all also stamps segments whose source has changed since: do so only after they were redone.
--state reviewed needs --by. Other folders: --content DIR --locales DIR.`;

const OPTIONS = {
  state: { type: 'string', default: '' },
  by: { type: 'string' },
  all: { type: 'boolean', default: false },
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(given: string[]): Promise<number> {
  const options = parse(given);
  if (options instanceof Error) return say(`${options.message}\n\n${HELP}`, 1);
  const { values, positionals } = options;
  const [command, lang] = positionals;
  const state = LOCK_STATES.find((known) => known === values.state);
  if (values.help || command !== 'stamp' || !lang || !state || (state === 'reviewed' && !values.by))
    return say(HELP, values.help ? 0 : 1);
  return stamp(values, toStamp(lang, state, values));
}

/** What was asked for, or what is wrong with how it was asked. */
function parse(given: string[]) {
  try {
    return parseArgs({ args: given, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

const toStamp = (lang: string, state: LockState, { by, all }: { by?: string | undefined; all: boolean }): Stamp => ({
  lang,
  state,
  all,
  ...(by !== undefined && { by, on: madeDate() }),
});

/** Only from files without mistakes: otherwise what cannot be read would lose its entry. */
async function stamp(folders: { content: string; locales: string }, wanted: Stamp): Promise<number> {
  const problems = new Problems();
  const { sources } = await readSources(folders, problems);
  if (!sources || problems.failed) return say(`${formatProblems(problems.sorted())}\nMend these first; nothing was written.`, 1);
  const langs = sources.languages.value.map(({ lang }) => lang).filter((lang) => lang !== sources.translations.sourceLang);
  if (!langs.includes(wanted.lang))
    return say(`"${wanted.lang}" is no language to translate into. Choose from: ${langs.join(', ')}.`, 1);
  const { lock, stamped } = stampLock(sources.translations, wanted);
  const file = join(folders.locales, `${wanted.lang}.lock.json`);
  await writeFile(file, writeLock(lock));
  return say(`${stamped} segments stamped "${wanted.state}" in ${file}.`, 0);
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
