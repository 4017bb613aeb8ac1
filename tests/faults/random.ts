/** Chance that can be repeated: the same words give the same numbers, on every machine. */
import { createHash } from 'node:crypto';

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  pick<T>(choices: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** @example random('7', 'kill-in-update', 12) is what decides in trial 12 of that fault with seed 7, and nothing else is */
export function random(...words: readonly (string | number)[]): Random {
  let count = 0;
  const next = () => {
    const hash = createHash('sha256')
      .update(`${words.join('/')}#${count++}`)
      .digest();
    return hash.readUIntBE(0, 6) / 2 ** 48;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
    shuffle: (items) => {
      const rest = [...items];
      return items.flatMap(() => rest.splice(below(rest.length), 1));
    },
  };
}
