import type { Nodes } from 'mdast';
import { FILE_START, type Position, type Problems } from '../problems.ts';
import type { LinkTargets } from './link-targets.ts';

/** What the writer needs to know around a node. */
export interface Surroundings {
  file: string;
  /** The file's path in content, e.g. `en/topics/asylum.md`. */
  path: string;
  /** The whole text, for looking at how something was written. */
  body: string;
  targets: LinkTargets;
  problems: Problems;
}

const NOT_SHOWN: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML is not shown. Take it out; use ## headings, lists and **bold**.',
  image: 'Images are not shown. Take it out and say it in words.',
  imageReference: 'Images are not shown. Take it out and say it in words.',
  code: 'Lines that start with four spaces or ``` are code, which is not shown. Take the spaces or marks out.',
  inlineCode: 'Code marks (`) are not shown. Take them out.',
  blockquote: 'Quotes (>) are not shown. Write a paragraph.',
  thematicBreak: 'Lines (---) are not shown. Use a ## heading.',
  definition: 'Write the address in the link itself: [words](https://example.org/).',
  linkReference: 'Write the address in the link itself: [words](https://example.org/).',
};

/** Where a node stands. */
export const positionOf = (node: Nodes): Position => node.position?.start ?? FILE_START;

/** Says that a node is not shown, and why. */
export function refuse(node: Nodes, { file, problems }: Surroundings): string {
  problems.error(
    file,
    positionOf(node),
    NOT_SHOWN[node.type] ?? `This (${node.type}) is not shown. Write a paragraph or a list.`,
  );
  return '';
}

/** How a node was written. */
export const sourceOf = (node: Nodes, { body }: Surroundings): string =>
  body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
