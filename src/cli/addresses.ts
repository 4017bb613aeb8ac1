/** `npm run addresses`: writes down the short addresses that are new, so that no later change takes them away unnoticed. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordAddresses } from '../pipeline/addresses/record-addresses.ts';
import { formatProblems, Problems } from '../pipeline/problems.ts';
import { ADDRESSES_FILE } from '../pipeline/read/read-addresses.ts';
import { type Folders, readSources } from '../pipeline/read/read-sources.ts';
import { CallFault, parseCall, runCommand } from './call.ts';

const HELP = `npm run addresses -- [--content DIR] [--locales DIR]

Adds the short addresses of new towns, needs, services and topics to ${join('content', ADDRESSES_FILE)}: what stands there
may have been printed, and "npm run check" refuses to lose it. Run it when you add one; nothing is ever taken out by it.
Where old addresses lead is written by hand into content/redirects.yaml, see content/README.md.`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

await runCommand(async () => {
  const { help, ...folders } = parseCall(HELP, () => parseArgs({ options: OPTIONS })).values;
  console.log(help ? HELP : await record(folders));
});

/** What was written, in words. */
async function record(folders: Folders): Promise<string> {
  const problems = new Problems();
  const { sources } = await readSources(folders, problems);
  if (!sources || problems.failed)
    throw new CallFault(`${formatProblems(problems.sorted())}\nMend these first; nothing was written.`);
  const fresh = await recordAddresses(folders.content, sources);
  const file = join(folders.content, ADDRESSES_FILE);
  if (fresh.length === 0) return `Every address is in ${file} already.`;
  return `${fresh.join('\n')}\nAdded to ${file} (${fresh.length}). Publish it with your change.`;
}
