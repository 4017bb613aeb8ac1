import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ADDRESSES_FILE } from '../read/read-addresses.ts';
import type { Sources } from '../read/read-sources.ts';
import { addressesOf } from './addresses-of.ts';

/** Adds every address that is new to the list of those published, and answers with them. Nothing is ever taken out. */
export async function recordAddresses(content: string, sources: Sources): Promise<string[]> {
  const { living, recorded } = addressesOf(sources);
  const fresh = [...living].filter((address) => !recorded.includes(address));
  if (fresh.length > 0) await writeFile(join(content, ADDRESSES_FILE), lockText([...recorded, ...fresh]));
  return fresh;
}

/** One address a line, sorted, so that two people's changes seldom meet. */
const lockText = (addresses: readonly string[]) => `${JSON.stringify({ addresses: [...addresses].sort() }, undefined, 2)}\n`;
