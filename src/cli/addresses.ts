/** `npm run addresses`: writes down the short addresses that are new, so that no later change takes them away unnoticed. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordAddresses } from '../pipeline/addresses/record-addresses.ts';
import { formatProblems, Problems } from '../pipeline/problems.ts';
import { ADDRESSES_FILE } from '../pipeline/read/read-addresses.ts';
import { type Folders, readSources } from '../pipeline/read/read-sources.ts';

const HELP = `npm run addresses -- [--content DIR] [--locales DIR]

Adds the short addresses of new towns, needs, services and topics to ${join('content', ADDRESSES_FILE)}: what stands there
may have been printed, and "npm run check" refuses to lose it. Run it when you add one; nothing is ever taken out by it.
Where old addresses lead is written by hand into content/redirects.yaml, see content/README.md.`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function main(given: string[]): Promise<number> {
  const options = parse(given);
  if (options instanceof Error) return say(`${options.message}\n\n${HELP}`, 1);
  const { help, ...folders } = options.values;
  return help ? say(HELP, 0) : record(folders);
}

async function record(folders: Folders): Promise<number> {
  const problems = new Problems();
  const { sources } = await readSources(folders, problems);
  if (!sources || problems.failed) return say(`${formatProblems(problems.sorted())}\nMend these first; nothing was written.`, 1);
  const fresh = await recordAddresses(folders.content, sources);
  const file = join(folders.content, ADDRESSES_FILE);
  if (fresh.length === 0) return say(`Every address is in ${file} already.`, 0);
  return say(`${fresh.join('\n')}\nAdded to ${file} (${fresh.length}). Publish it with your change.`, 0);
}

/** What was asked for, or what is wrong with how it was asked. */
function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options: OPTIONS });
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
