import { readPath } from '../../guide/routes.ts';
import { withSlash } from '../read/read-addresses.ts';
import type { Sources } from '../read/read-sources.ts';
import { type Addresses, movedAddresses } from './follow-redirects.ts';
import { livingAddresses } from './living-addresses.ts';

/** What the sources say of short addresses, all with their final slash. */
export function addressesOf(sources: Sources): Addresses {
  const { lock, redirects } = sources.addresses;
  return {
    living: new Set(livingAddresses(sources)),
    recorded: (lock?.value.addresses ?? []).map(withSlash),
    redirects: new Map(Object.entries(redirects?.value ?? {}).map(([from, to]) => [withSlash(from), withSlash(to)])),
  };
}

/**
 * Pages that are no more -> those that stand there now, both as `rest`, sorted.
 * @example movedPages(sources) -> { 's/old-desk/': 's/desk/', 'calais/old-need/': 'calais/' }
 */
export function movedPages(sources: Sources): Record<string, string> {
  const moved = [...movedAddresses(addressesOf(sources))].map(([from, to]) => [restOf(from), restOf(to)] as const);
  return Object.fromEntries(moved.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function restOf(short: string): string {
  const address = readPath('/', `/${short}`, []);
  if (address.kind !== 'short') throw new Error(`${short} is no short address: the schema should have refused it.`);
  return address.rest;
}
