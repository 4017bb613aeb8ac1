/** Where old short addresses lead. Addresses are short ones with their final slash: `s/pass/`, `n/calais/`, `n/calais/food/`. */

export interface Addresses {
  living: ReadonlySet<string>;
  /** Every address that was ever published. */
  recorded: readonly string[];
  /** What editors wrote: old address -> where readers go instead. */
  redirects: ReadonlyMap<string, string>;
}

export type End = { kind: 'living'; address: string } | { kind: 'nowhere'; address: string } | { kind: 'circle' };

/** Follows a redirect, and those behind it, to its end. */
export function followRedirect(from: string, { living, redirects }: Omit<Addresses, 'recorded'>): End {
  const seen = new Set<string>();
  for (let address = from; ; ) {
    if (living.has(address)) return { kind: 'living', address };
    if (seen.has(address)) return { kind: 'circle' };
    seen.add(address);
    const next = redirects.get(address) ?? withItsTown(address, { living, redirects });
    if (next === undefined) return { kind: 'nowhere', address };
    address = next;
  }
}

/**
 * A need of a town that moved is looked for in the town that took its place.
 * @example withItsTown('n/old/food/', { redirects: 'n/old/' -> 'n/calais/', living: 'n/calais/food/' }) -> 'n/calais/food/'
 */
function withItsTown(address: string, { living, redirects }: Omit<Addresses, 'recorded'>): string | undefined {
  const [, town = '', need] = /^(n\/[^/]+\/)(.+)$/.exec(address) ?? [];
  const instead = need && redirects.get(town);
  if (!instead) return undefined;
  return living.has(instead + need) ? instead + need : instead;
}

/** Old address -> the living one, for all that has one; the check complains of the others. */
export function movedAddresses(addresses: Addresses): Map<string, string> {
  const old = [...new Set([...addresses.recorded, ...addresses.redirects.keys()])].filter((one) => !addresses.living.has(one));
  const ends = old.map((one) => [one, followRedirect(one, addresses)] as const);
  return new Map(ends.flatMap(([one, end]) => (end.kind === 'living' ? [[one, end.address]] : [])));
}
