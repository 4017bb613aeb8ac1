import type { Link as LinkNode, Nodes, PhrasingContent, Text } from 'mdast';
import { findHidden } from '../check/hidden-characters.ts';
import { templateMark } from '../check/template-marks.ts';
import { readLink } from './link-targets.ts';
import { positionOf, refuse, type Surroundings, sourceOf } from './markdown-nodes.ts';
import { escapeHtml, isolate, textToHtml } from './number-runs.ts';

const DEEPEST = 16;

/** The HTML of what stands inside a paragraph, heading or list item. */
export function inlineToHtml(node: Nodes, around: Surroundings, depth = 0): string {
  if (!('children' in node)) return '';
  if (depth > DEEPEST) return refuse(node, around);
  return node.children.map((child) => phraseToHtml(child as PhrasingContent, around, depth)).join('');
}

/** @example plainText(paragraph) -> 'Call 112.' */
export function plainText(node: Nodes, depth = 0): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return ' ';
  if (!('children' in node) || depth > DEEPEST * 2) return '';
  const separator = node.type === 'list' || node.type === 'listItem' ? ' ' : '';
  return node.children.map((child) => plainText(child, depth + 1)).join(separator);
}

function phraseToHtml(node: PhrasingContent, around: Surroundings, depth: number): string {
  switch (node.type) {
    case 'text':
      checkText(node, around);
      return textToHtml(node.value);
    case 'break':
      return '<br>';
    case 'strong':
      return `<strong>${inlineToHtml(node, around, depth + 1)}</strong>`;
    case 'emphasis':
      return `<em>${inlineToHtml(node, around, depth + 1)}</em>`;
    case 'link':
      return linkToHtml(node, around, depth);
    default:
      return refuse(node, around);
  }
}

function linkToHtml(node: LinkNode, around: Surroundings, depth: number): string {
  const complain = (message: string) => around.problems.error(around.file, positionOf(node), message);
  const words = plainText(node);
  const link = readLink(node.url, words, around.path, around.targets);
  if (typeof link === 'string') {
    complain(link);
    return '';
  }
  if (!words.trim()) complain('This link has no words. Write what it leads to between [ and ].');
  if (node.title) complain('A title in a link is not shown. Take it out.');
  const html = link.kind === 'number' ? isolate(escapeHtml(words)) : inlineToHtml(node, around, depth + 1);
  const rel = link.kind === 'web' ? ' rel="noreferrer noopener"' : '';
  return `<a href="${escapeHtml(link.href)}"${rel}>${html}</a>`;
}

/** Marks that did not become markup, and characters smuggled in as `&#x202E;`. */
function checkText(node: Text, around: Surroundings): void {
  const complain = (message: string) => around.problems.error(around.file, positionOf(node), message);
  if (node.value.includes('**'))
    complain('The ** here did not become bold. Put no space inside the marks, and a space or a line end outside.');
  if (/<[/!?a-z]/i.test(node.value)) complain('HTML is not shown. Take it out; use ## headings, lists and **bold**.');
  if (/\]\([^)]*\)/.test(node.value))
    complain('This link is not written right. Write [words](https://example.org/) without spaces in the address.');
  if (node.value.includes('@@')) complain(templateMark(node.value) ?? '');
  const hidden = sourceOf(node, around).includes('&') ? findHidden(node.value, '').at(0) : undefined;
  if (hidden) complain(hidden.message);
}
