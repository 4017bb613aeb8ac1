/**
 * The known word closest to a mistyped one, if any is close.
 * @example nearest('hosptal', ['hospital', 'station']) -> 'hospital'
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const close = [...known].map((candidate) => ({ candidate, distance: editDistance(word, candidate) }));
  const [best] = close.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}

/** @example didYouMean('hosptal', ['hospital']) -> ' Did you mean "hospital"?' */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}

/** How many letters have to be added, removed or changed (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
