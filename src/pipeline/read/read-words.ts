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
  if (!checkParagraphs(markdown.body, file, problems)) return undefined;
  const blocks = markdownToBlocks({ file, path, body: markdown.body, targets, problems });
  checkBody(bodyRule, blocks.length, source, problems);
  if (!frontMatter) return undefined;
  const fields = Object.entries(frontMatter.value).map(([name, value]) => plainSegment(name, value, frontMatter.at([name])));
  const body = bodySegments(blocks);
  const segments = [...fields, ...body.filter((segment) => !isMissing(segment))];
  const missing = body.filter(isMissing);
  return { key, lang, file, segments: new Map(segments.map((segment) => [segment.key, segment])), missing };
}

/** Characters without an empty line between. Nobody reads more, and the reader of markdown needs seconds for 40,000 with many marks. */
const LONGEST_PARAGRAPH = 8000;

function checkParagraphs(body: string, file: string, problems: Problems): boolean {
  let line = 1;
  for (const part of body.split(/(\n[ \t]*\n)/)) {
    if (part.length > LONGEST_PARAGRAPH && part.trim()) {
      const message = `From here ${part.length} characters stand without an empty line; at most ${LONGEST_PARAGRAPH} are read. Part them.`;
      problems.error(file, { line, column: 1 }, message);
      return false;
    }
    line += part.split('\n').length - 1;
  }
  return true;
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
