/** Reads `_headers` back, so that our own server sends what the hosts will send. */

export interface HeaderRule {
  matches: (path: string) => boolean;
  fields: readonly (readonly [name: string, value: string])[];
}

/**
 * Rules of a `_headers` file: a path at the start of a line, its fields indented below it.
 * @example readHeadersFile('/assets/*\n  Cache-Control: no-cache\n')[0].matches('/assets/a.js') -> true
 */
export function readHeadersFile(text: string): HeaderRule[] {
  const blocks = text
    .split(/\r?\n(?=\S)/)
    .map((lines) => lines.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#')));
  return blocks.flatMap(([path, ...fields]) =>
    path ? [{ matches: pathMatcher(path.trim()), fields: fields.map(readField) }] : [],
  );
}

/** Every field for one path; a field that several rules set is joined with a comma, as the hosts do. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of rules.filter((rule) => rule.matches(path)).flatMap((rule) => rule.fields)) {
    found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}

function readField(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** `/packs/:language/*` -> matches `/packs/ar/calais.json`, not `/packs/ar.json`. */
function pathMatcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[a-z]+/g, '[^/]+')
    .replace(/\*/g, '.*');
  const expression = new RegExp(`^${source}$`);
  return (path) => expression.test(path);
}
