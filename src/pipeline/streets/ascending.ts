/** Index of the first of ascending numbers that is not less than `least`. */
export function firstFrom(ascending: Float64Array, least: number, end = ascending.length): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Each number once, in ascending order. */
export function ascendingOnce(numbers: Iterable<number>): Float64Array {
  return Float64Array.from(new Set(numbers)).sort();
}
