import { createHash } from 'node:crypto';
import type { BodyBlock } from '../markdown/markdown-to-blocks.ts';
import type { Position } from '../problems.ts';

/** The smallest piece that is translated, and whose translation can be outdated on its own. */
export interface Segment {
  /** A front matter key, or `body.<section>.<n>`; for interface words the word's key. */
  key: string;
  /** What it is: `words` outside a body, else the block's element. */
  tag: 'words' | BodyBlock['tag'];
  /** Plain text, or a block's safe HTML. */
  value: string;
  /** As written, for telling whether it has changed. */
  source: string;
  /** The words without markup, for looking at their letters. */
  text: string;
  at: Position;
}

export type Segments = ReadonlyMap<string, Segment>;

/** All the words of one file in one language. */
export interface WordsFile {
  /** `services/<id>`, `about`, or `words` for the interface; the same in every language. */
  key: string;
  lang: string;
  file: string;
  segments: Segments;
  /** Where the file says that it lacks a part of its source. */
  missing?: readonly Segment[];
}

/** Stands in a translation in the place of a part that is not translated yet, so that those after it keep their places. */
export const MISSING = '[missing]';

/** @example missingMark('h2') -> '## [missing]'; missingMark('ul') -> '[missing]' */
export const missingMark = (tag: Segment['tag']): string =>
  tag === 'h2' || tag === 'h3' ? `${'#'.repeat(Number(tag[1]))} ${MISSING}` : MISSING;

/** Makes a segment of a line of plain words. */
export const plainSegment = (key: string, value: string, at: Position): Segment => ({
  key,
  tag: 'words',
  value,
  source: value,
  text: value,
  at,
});

/**
 * Makes segments of a body. A block is named after the heading it stands under and its place below it, so that a new
 * paragraph moves only what follows it in its own section.
 * @example p, h2, p -> body.0.1, body.1.0, body.1.1
 */
export function bodySegments(blocks: readonly BodyBlock[]): Segment[] {
  let section = 0;
  let place = 0;
  return blocks.map((block) => {
    const isHeading = block.tag === 'h2' || block.tag === 'h3';
    section += isHeading ? 1 : 0;
    place = isHeading ? 0 : place + 1;
    return {
      key: `body.${section}.${place}`,
      tag: block.tag,
      value: block.html,
      source: block.source,
      text: block.text,
      at: block.at,
    };
  });
}

export const isBodyKey = (key: string): boolean => key.startsWith('body.');

/**
 * Ten hexadecimal digits that change when the words of a source segment change.
 * Link targets and placeholders are left out: the guide keeps those right itself.
 * @example hashSource('See [the\n day centre](../services/a.md).') === hashSource('See [the day centre](../services/b.md).')
 */
export function hashSource(source: string): string {
  const words = source
    .replace(/\]\([^)]*\)/g, ']()')
    .replace(/\{\{[^}]*\}\}/g, '{{}}')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex').slice(0, 10);
}
