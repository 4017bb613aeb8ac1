/** `npm run translations`: how far the languages are, and the way of texts to translators and back. */
import { parseArgs } from 'node:util';
import { madeDate } from '../pipeline/made-date.ts';
import { LOCK_STATES } from '../pipeline/translation/locks.ts';
import { type Answer, accept, exportSheet, putBack, review, showTable, stamp, start } from './translation-commands.ts';
import { type Command, HELP } from './translations-help.ts';

const OPTIONS = {
  all: { type: 'boolean', default: false },
  by: { type: 'string', default: '' },
  format: { type: 'string', default: '' },
  out: { type: 'string', default: '' },
  state: { type: 'string', default: '' },
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = (given: string[]) => parseArgs({ args: given, allowPositionals: true, options: OPTIONS });
type Given = ReturnType<typeof parse>;

async function main(given: string[]): Promise<Answer> {
  const call = tryToParse(given);
  if (call instanceof Error) return { text: `${call.message}\n\n${HELP.table}`, failed: true };
  const [name = 'table'] = call.positionals;
  const command = name in HELP ? (name as Command) : undefined;
  if (!command) return { text: `There is no command "${name}".\n\n${HELP.table}`, failed: true };
  if (call.values.help) return { text: HELP[command] };
  return (await run(command, call)) ?? { text: HELP[command], failed: true };
}

/** What was asked for, or what is wrong with how it was asked. */
function tryToParse(given: string[]): Given | Error {
  try {
    return parse(given);
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

/** `undefined` when something that the command needs was not given. */
async function run(command: Command, { values, positionals }: Given): Promise<Answer | undefined> {
  const [, first, second] = positionals;
  const { content, locales, all, by, out } = values;
  const folders = { content, locales };
  if (command === 'table') return showTable(folders);
  if (!first) return undefined;
  const state = LOCK_STATES.find((known) => known === values.state);
  switch (command) {
    case 'export': {
      const format = (['xlsx', 'po'] as const).find((known) => known === values.format);
      return format && exportSheet(folders, { lang: first, format, all, out: out || `translations-${first}.${format}` });
    }
    case 'import':
      if (values.state && (!state || state === 'reviewed')) return undefined;
      return putBack(folders, { file: first, state: state ?? 'draft' });
    case 'accept':
      return second ? accept(folders, first, second) : undefined;
    case 'review':
      return second && by ? review(folders, { lang: first, id: second, by }) : undefined;
    case 'new':
      return start(folders, first);
    case 'stamp':
      if (!state || (state === 'reviewed' && !by)) return undefined;
      return stamp(folders, { lang: first, state, all, ...(by && { by, on: madeDate() }) });
  }
}

const { text, failed = false } = await main(process.argv.slice(2));
console.log(text);
if (failed) process.exitCode = 1;
