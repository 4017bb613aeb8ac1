/** `npm run verify-site`: says whether a host gives out the very site that was built, and what it changed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { madeDate } from '../pipeline/made-date.ts';
import { readGuide } from '../pipeline/make-guide.ts';
import { showProgress } from '../pipeline/progress.ts';
import { siteAddress } from '../pipeline/site-address.ts';
import { checkSite } from '../pipeline/site-check/check-site.ts';
import { builtBase } from '../pipeline/site-check/published-files.ts';
import { CHANGES, type Change, REMEDIES } from '../pipeline/site-check/remedies.ts';
import { reportOf } from '../pipeline/site-check/report.ts';
import { CallFault, parseCall, runCommand } from './call.ts';

const HELP = `npm run verify-site -- [https://guide.example] [options]

Fetches everything that the build published and compares it byte by byte, with its kind, its caching and its security
headers; tries wrong addresses too. Names what the host changed and how to switch that off. Changes nothing.
Without an address it takes "site" of content/guide.yaml; with a folder (https://ngo.example/guide/) the site must have been
built for it (--base /guide/). Ends with 1 when something is not as it was built.

  --dist DIR       the folder that was uploaded (dist)
  --accept A,B     leaves these out of the report, for what a host cannot do otherwise:
                   ${CHANGES.join(', ').replace(/(.{80,100}), /g, '$1,\n                   ')}
  --timeout N      seconds to wait for one file (60)
  --at-once N      questions at a time (4)`;

const OPTIONS = {
  dist: { type: 'string', default: 'dist' },
  accept: { type: 'string', default: '' },
  timeout: { type: 'string', default: '60' },
  'at-once': { type: 'string', default: '4' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

interface Asked {
  address: string;
  dist: string;
  accepted: readonly Change[];
  patience: number;
  atOnce: number;
}

async function main(): Promise<number> {
  const { values, positionals } = parseCall(HELP, () => parseArgs({ allowPositionals: true, options: OPTIONS }));
  if (values.help) return say(HELP, 0);
  const [asked = '', ...more] = positionals;
  if (more.length > 0) throw new CallFault(`Give one address.\n\n${HELP}`);
  return verify({
    address: await addressOf(asked),
    dist: checkedDist(values.dist),
    accepted: readChanges(values.accept),
    patience: wholeNumber('timeout', values.timeout, 600),
    atOnce: wholeNumber('at-once', values['at-once'], 16),
  });
}

async function verify({ address, dist, accepted, patience, atOnce }: Asked): Promise<number> {
  const { pathname } = new URL(address);
  const base = builtBase(dist);
  if (base !== pathname)
    throw new CallFault(
      `${dist} was built for ${base}, but ${address} stands under ${pathname}. Build it with --base ${pathname}`,
    );
  const progress = showProgress(process.stderr);
  const { findings, files } = await checkSite({
    address,
    dist,
    patience,
    atOnce,
    onProgress: progress.step(`Comparing with ${dist}`),
  });
  progress.end();
  const bad = findings.filter(({ change }) => !accepted.includes(change));
  if (bad.length === 0)
    return say(`${address} gives out what was built: ${files} files, their headers and the page for wrong addresses.`, 0);
  const kinds = new Set(bad.map(({ change }) => change)).size;
  return say(
    `${reportOf(bad)}\n\n${address} is not as it was built: ${kinds === 1 ? '1 thing' : `${kinds} things`} to mend (${files} files asked for).`,
    1,
  );
}

/** The guide is read only where its setting is needed. */
async function addressOf(asked: string): Promise<string> {
  if (asked) return siteAddress({ site: '' }, asked);
  const { guide } = await readGuide({ content: 'content', locales: 'locales', made: madeDate() });
  return siteAddress(guide ?? { site: '' });
}

function checkedDist(dist: string): string {
  if (existsSync(join(dist, '_headers')) && existsSync(join(dist, 'index.html'))) return dist;
  throw new CallFault(
    `There is no built site in ${dist}. "npm run build" makes the one that you upload; --dist names another folder.`,
  );
}

function readChanges(text: string): Change[] {
  return text
    .split(',')
    .filter(Boolean)
    .map((name) => {
      if (name in REMEDIES) return name as Change;
      throw new CallFault(`--accept ${name}: there is no such thing. Choose from: ${CHANGES.join(', ')}.`);
    });
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw new CallFault(`--${name} ${text}: write a whole number from 1 to ${most}.`);
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

await runCommand(async () => {
  process.exitCode = await main();
});
