import type { Problems } from '../problems.ts';
import { FILE_START } from '../problems.ts';
import type { SourceFile } from './read-files.ts';
import { type Located, readYaml } from './read-yaml.ts';

export interface MarkdownFile {
  frontMatter: Located<unknown>;
  /** The markdown below, after as many empty lines as stand above it, so that its line numbers are the file's. */
  body: string;
}

const FENCE = /^---[ \t]*$/;

/** Splits a markdown file into its front matter and its body. Only plain YAML front matter: nothing in it is ever run. */
export function readMarkdown({ file, text }: SourceFile, problems: Problems): MarkdownFile | undefined {
  const lines = text.split('\n');
  if (!FENCE.test(lines[0] ?? '')) {
    problems.error(
      file,
      FILE_START,
      'The file does not start with front matter. Begin it with a line "---", then the keys, then "---".',
    );
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) {
    problems.error(file, FILE_START, 'The front matter is never closed. Put a line "---" after its last key.');
    return undefined;
  }
  const frontMatter = readYaml(['', ...lines.slice(1, end)].join('\n'), file, problems);
  return frontMatter && { frontMatter, body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') };
}
