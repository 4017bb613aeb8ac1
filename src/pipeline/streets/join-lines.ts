/**
 * Joins lines at equal ends into the longest that can be made; a line whose ends are equal is a ring and stays as it is.
 * `turn` allows a line to be taken the other way round. The same lines always give the same answer.
 * @example joinLines([[1, 2], [5, 6], [2, 3]], { turn: false }) -> [[1, 2, 3], [5, 6]]
 */
export function joinLines(lines: readonly number[][], { turn }: { turn: boolean }): number[][] {
  const open = new Ends(lines, turn);
  return lines.flatMap((line, index) => {
    if (!open.take(index)) return [];
    if (isRing(line)) return [line];
    return [lengthen(line, open)];
  });
}

export const isRing = (line: readonly number[]): boolean => line.length > 3 && line[0] === line.at(-1);

/** Forwards as far as it goes, then backwards. */
function lengthen(line: number[], open: Ends): number[] {
  const forwards = grow([...line], open, 'start');
  if (isRing(forwards)) return forwards;
  return grow(forwards.reverse(), open, 'end').reverse();
}

/** Adds to the end of `line` whatever begins there; `side` is the end by which lines are taken, the other one when they turn. */
function grow(line: number[], open: Ends, side: 'start' | 'end'): number[] {
  for (let next = open.next(line.at(-1), side); next; next = isRing(line) ? undefined : open.next(line.at(-1), side))
    for (let index = 1; index < next.length; index++) line.push(next[index] ?? 0);
  return line;
}

/** The lines not joined yet, by their ends. */
class Ends {
  readonly #lines: readonly number[][];
  readonly #turn: boolean;
  readonly #taken = new Set<number>();
  readonly #starting = new Map<number, number[]>();
  readonly #ending = new Map<number, number[]>();

  constructor(lines: readonly number[][], turn: boolean) {
    this.#lines = lines;
    this.#turn = turn;
    for (const [index, line] of lines.entries()) {
      if (isRing(line)) continue;
      note(this.#starting, line[0], index);
      note(this.#ending, line.at(-1), index);
    }
  }

  /** Whether it was still there. */
  take(index: number): boolean {
    if (this.#taken.has(index)) return false;
    this.#taken.add(index);
    return true;
  }

  /** A line not taken yet that begins at `node` when read from `side`, or from its other side when lines may turn. */
  next(node: number | undefined, side: 'start' | 'end'): number[] | undefined {
    if (node === undefined) return undefined;
    const [these, others] = side === 'start' ? [this.#starting, this.#ending] : [this.#ending, this.#starting];
    const straight = this.#firstOf(these.get(node));
    if (straight) return side === 'start' ? straight : [...straight].reverse();
    const turned = this.#turn ? this.#firstOf(others.get(node)) : undefined;
    return turned && (side === 'start' ? [...turned].reverse() : turned);
  }

  #firstOf(indexes: readonly number[] = []): number[] | undefined {
    const index = indexes.find((one) => !this.#taken.has(one));
    if (index === undefined) return undefined;
    this.#taken.add(index);
    return this.#lines[index];
  }
}

function note(ends: Map<number, number[]>, node: number | undefined, index: number): void {
  if (node === undefined) return;
  const there = ends.get(node);
  if (there) there.push(index);
  else ends.set(node, [index]);
}
