import { FILE_START, Problems } from '../problems.ts';
import type { SourceFile } from './read-files.ts';
import { type Located, readYaml } from './read-yaml.ts';

/**
 * Reads JSON with positions: read as YAML, of which it is a part, then held to JSON's own rules.
 * What a tool has written is read without YAML, a hundred times faster; it is looked at again when a position is asked for.
 */
export function readJson({ file, text }: SourceFile, problems: Problems): Located<unknown> | undefined {
  const written = writtenByTool(text);
  if (written !== undefined) return { file, value: written, at: positionsLater(file, text) };
  const wrongAt = offsetOfFault(text);
  const located = wrongAt === undefined || text.length < LONGEST ? readYaml(text, file, problems) : undefined;
  if (wrongAt === undefined) return located && { ...located, value: JSON.parse(text) as unknown };
  // YAML's reader may have said it already, and in more words.
  if (located || text.length >= LONGEST)
    problems.error(file, positionAt(text, wrongAt), 'This is not JSON. Look for a comma too many or too few, or single quotes.');
  return undefined;
}

/** Letters. A longer text that is no JSON is not shown to YAML's reader, which is minutes over a million open brackets. */
const LONGEST = 1_000_000;

/** Where a text stops being JSON; undefined when it is JSON. */
function offsetOfFault(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
  }
}

/** What may be names that YAML's reader refuses, marks of the templates, or signs behind their codes: that is for it to say. */
const DOUBTFUL = /"(?:<<|__proto__|constructor|prototype)":|@|\\[^"]/;

/** The value of a text that is, byte by byte, what `JSON.stringify` makes of it: then no key stands twice and nothing hides in it. */
function writtenByTool(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return `${JSON.stringify(value, null, 2)}\n` === text && !DOUBTFUL.test(text) ? value : undefined;
  } catch {
    return undefined;
  }
}

function positionsLater(file: string, text: string): Located<unknown>['at'] {
  let located: Located<unknown> | undefined;
  return (path, part) => {
    located ??= readYaml(text, file, new Problems());
    return located?.at(path, part) ?? FILE_START;
  };
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
