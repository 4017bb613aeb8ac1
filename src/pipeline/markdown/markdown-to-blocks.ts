import type { List, ListItem, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Position } from '../problems.ts';
import { inlineToHtml, plainText } from './inline-to-html.ts';
import { positionOf, refuse, type Surroundings, sourceOf } from './markdown-nodes.ts';

/** One top-level part of a body: a heading, a paragraph or a list. */
export interface BodyBlock {
  tag: 'h2' | 'h3' | 'p' | 'ul' | 'ol';
  /** Safe HTML made by us from an allow-list of nodes. */
  html: string;
  /** The markdown as written, from which translations are told apart. */
  source: string;
  /** The words without markup. */
  text: string;
  at: Position;
}

const DEEPEST = 8;

/** Turns a body into blocks of safe HTML; what may not stand in a body is reported and left out. */
export function markdownToBlocks(around: Surroundings): BodyBlock[] {
  const root: Root = fromMarkdown(around.body);
  return root.children.map((node) => toBlock(node, around)).filter((block) => block !== undefined);
}

function toBlock(node: RootContent, around: Surroundings): BodyBlock | undefined {
  const tag = tagOf(node, around);
  if (!tag) return void refuse(node, around);
  const html = node.type === 'list' ? listToHtml(node, around, 0) : `<${tag}>${inlineToHtml(node, around)}</${tag}>`;
  return { tag, html, source: sourceOf(node, around), text: plainText(node), at: positionOf(node) };
}

function tagOf(node: RootContent, around: Surroundings): BodyBlock['tag'] | undefined {
  if (node.type === 'list') return node.ordered ? 'ol' : 'ul';
  if (node.type === 'heading') return headingTag(node.depth, node, around);
  if (node.type !== 'paragraph') return undefined;
  const isTable = /^\s*\|?\s*:?-{2,}:?\s*\|[\s|:-]*$/m.test(sourceOf(node, around));
  if (isTable)
    around.problems.error(around.file, positionOf(node), 'Tables are not shown: they do not fit a phone. Write a list.');
  return 'p';
}

function headingTag(depth: number, node: RootContent, around: Surroundings): 'h2' | 'h3' {
  const complain = (message: string) => around.problems.error(around.file, positionOf(node), message);
  if (!sourceOf(node, around).startsWith('#'))
    complain('The line below makes this a heading. Write ## before it, or put an empty line between.');
  else if (depth === 1) complain("The title is the page's only first heading. Begin this one with ##.");
  else if (depth > 3) complain('Headings go down to ### only. Write ## or ###.');
  return depth <= 2 ? 'h2' : 'h3';
}

function listToHtml(list: List, around: Surroundings, depth: number): string {
  if (depth > DEEPEST) {
    around.problems.error(around.file, positionOf(list), 'Lists stand too deep in one another. Write them flatter.');
    return '';
  }
  const tag = list.ordered ? 'ol' : 'ul';
  const start =
    list.ordered && list.start !== null && list.start !== undefined && list.start !== 1 ? ` start="${list.start}"` : '';
  return `<${tag}${start}>${list.children.map((item) => itemToHtml(item, list, around, depth)).join('')}</${tag}>`;
}

/** A loose list keeps its paragraphs, a tight one shows only their words. */
function itemToHtml(item: ListItem, list: List, around: Surroundings, depth: number): string {
  const isLoose = list.spread === true || item.spread === true;
  const parts = item.children.map((child) => {
    if (child.type === 'list') return listToHtml(child, around, depth + 1);
    if (child.type !== 'paragraph') return refuse(child, around);
    const html = inlineToHtml(child, around);
    return isLoose ? `<p>${html}</p>` : html;
  });
  return `<li>${parts.join('')}</li>`;
}
