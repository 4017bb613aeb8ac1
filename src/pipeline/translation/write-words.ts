/** Segments back into the files they come from. All our files have this form, so an import changes only what was translated. */
import { stringify } from 'yaml';
import { isBodyKey } from './segments.ts';

export interface WrittenFile {
  text: string;
  /** The line, counted from 1, on which each segment begins. */
  lines: ReadonlyMap<string, number>;
}

/** Words by segment, in the order in which they are to stand. */
export type WrittenSegments = ReadonlyMap<string, string>;

/**
 * A markdown file: a key a line, then the blocks with an empty line between.
 * @example writeMarkdown(new Map([['title', 'Sea'], ['body.0.1', 'Call 196.']])).text -> '---\ntitle: Sea\n---\nCall 196.\n'
 */
export function writeMarkdown(segments: WrittenSegments): WrittenFile {
  const lines = new Map<string, number>();
  let text = '---\n';
  const add = (key: string, piece: string) => {
    lines.set(key, text.split('\n').length);
    text += piece;
  };
  const all = [...segments];
  for (const [key, value] of all.filter(([key]) => !isBodyKey(key))) add(key, stringify({ [key]: value }, { lineWidth: 0 }));
  text += '---\n';
  for (const [index, [key, value]] of all.filter(([key]) => isBodyKey(key)).entries()) {
    if (index > 0) text += '\n';
    add(key, `${value}\n`);
  }
  return { text, lines };
}

type Nested = { [key: string]: string | Nested };

/**
 * i18next JSON, nested at the dots of the keys.
 * @example writeJson(new Map([['bar.home', 'Home']])).text -> '{\n  "bar": {\n    "home": "Home"\n  }\n}\n'
 */
export function writeJson(segments: WrittenSegments): WrittenFile {
  const nested: Nested = {};
  for (const [key, value] of segments) setDeep(nested, key.split('.'), value);
  const text = `${JSON.stringify(nested, null, 2)}\n`;
  const keys = leafKeys(nested, '');
  const lines = text.split('\n').flatMap((line, index) => (/^ *"(?:[^"\\]|\\.)*": "/.test(line) ? [index + 1] : []));
  return { text, lines: new Map(keys.map((key, index) => [key, lines[index] ?? 1])) };
}

function setDeep(parent: Nested, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    parent[name] = value;
    return;
  }
  const inner = typeof parent[name] === 'object' ? parent[name] : {};
  parent[name] = inner;
  setDeep(inner, rest, value);
}

const leafKeys = (nested: Nested, path: string): string[] =>
  Object.entries(nested).flatMap(([name, value]) =>
    typeof value === 'string' ? [path + name] : leafKeys(value, `${path}${name}.`),
  );
