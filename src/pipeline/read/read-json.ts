import type { Problems } from '../problems.ts';
import type { SourceFile } from './read-files.ts';
import { type Located, readYaml } from './read-yaml.ts';

/** Reads JSON with positions: read as YAML, of which it is a part, then held to JSON's own rules. */
export function readJson({ file, text }: SourceFile, problems: Problems): Located<unknown> | undefined {
  const located = readYaml(text, file, problems);
  if (!located) return undefined;
  try {
    return { ...located, value: JSON.parse(text) as unknown };
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    problems.error(file, positionAt(text, offset), 'This is not JSON. Look for a comma too many or too few, or single quotes.');
    return undefined;
  }
}

function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
