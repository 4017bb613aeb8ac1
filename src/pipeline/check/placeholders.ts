const PLACEHOLDER = /\{\{\s*-?\s*([\w.]+)[^{}]*\}\}/g;

/** @example placeholdersOf('{{need}} in {{town}}') -> ['need', 'town'] */
export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort();

/**
 * What is wrong with the placeholders of a text, as a sentence. Those in `mayDiffer` may be there or not.
 * @example placeholderFault('في {{twon}}', 'in {{town}}') -> 'The placeholder {{town}} of the source is missing …'
 */
export function placeholderFault(text: string, source: string, mayDiffer: readonly string[] = []): string | undefined {
  if (/[{}]/.test(text.replace(PLACEHOLDER, '')))
    return 'A placeholder is broken: it is written {{name}}, with two brackets on each side.';
  const own = placeholdersOf(text);
  const wanted = placeholdersOf(source);
  const counts = (name: string) => !mayDiffer.includes(name);
  const missing = wanted.find((name) => counts(name) && !own.includes(name));
  const strange = own.find((name) => counts(name) && !wanted.includes(name));
  if (missing) return `The placeholder {{${missing}}} of the source is missing. Put it in, spelled the same.`;
  if (strange)
    return `The source has no placeholder {{${strange}}}. Use only: ${wanted.map((name) => `{{${name}}}`).join(', ') || 'none'}.`;
  return undefined;
}
