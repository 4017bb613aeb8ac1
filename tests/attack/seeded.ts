/** Chance that can be had again: the same seed gives the same choices on every machine. */
export interface Random {
  /** From 0 up to 1, 1 not included. */
  next: () => number;
  /** A whole number from 0 up to `below`, not included. */
  below: (below: number) => number;
  pick: <T>(choices: readonly T[]) => T;
}

/** mulberry32, started from a hash of the seed's words. @example seeded(7, 'slice', 3).below(10) */
export function seeded(...seed: readonly (string | number)[]): Random {
  let state = 2166136261;
  for (const character of seed.join('/')) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (choices) => {
      const picked = choices[below(choices.length)];
      if (picked === undefined) throw new Error('There is nothing to choose from.');
      return picked;
    },
  };
}
