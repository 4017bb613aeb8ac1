import type { LinkTargets } from '../markdown/link-targets.ts';
import { markdownToBlocks } from '../markdown/markdown-to-blocks.ts';
import { FILE_START, type Problems } from '../problems.ts';
import { bodySegments, MISSING, plainSegment, type Segment, type WordsFile } from '../translation/segments.ts';
import { checkShape } from './check-shape.ts';
import type { SourceFile } from './read-files.ts';
import { readMarkdown } from './read-markdown.ts';
import { type BodyRule, WORDS } from './word-schemas.ts';

/** A markdown file of one language, and which one it is. */
export interface WordsSource extends SourceFile {
  lang: string;
  collection: keyof typeof WORDS;
  /** `services/<id>` or `about`. */
  key: string;
}

/** Reads one file of words into its segments. */
export function readWords(source: WordsSource, targets: LinkTargets, problems: Problems): WordsFile | undefined {
  const markdown = readMarkdown(source, problems);
  if (!markdown) return undefined;
  const { schema, body: bodyRule } = WORDS[source.collection];
  const frontMatter = checkShape(schema, markdown.frontMatter, problems);
  const { file, path, lang, key } = source;
  const blocks = markdownToBlocks({ file, path, body: markdown.body, targets, problems });
  checkBody(bodyRule, blocks.length, source, problems);
  if (!frontMatter) return undefined;
  const fields = Object.entries(frontMatter.value).map(([name, value]) => plainSegment(name, value, frontMatter.at([name])));
  const body = bodySegments(blocks);
  const segments = [...fields, ...body.filter((segment) => !isMissing(segment))];
  const missing = body.filter(isMissing);
  return { key, lang, file, segments: new Map(segments.map((segment) => [segment.key, segment])), missing };
}

const isMissing = ({ text }: Segment) => text.trim() === MISSING;

function checkBody(rule: BodyRule, blocks: number, { file, collection }: WordsSource, problems: Problems): void {
  if (rule === 'needed' && blocks === 0)
    problems.error(file, FILE_START, 'Nothing stands below the front matter. Write the text there.');
  if (rule === 'none' && blocks > 0) {
    problems.error(
      file,
      FILE_START,
      `The files in ${collection} have no text below the front matter. Move it into the keys above.`,
    );
  }
}
