/** Where the built site is, and how the tests of this folder read its pages. */
import { join, resolve } from 'node:path';
import type { BuiltPage } from '../../src/pipeline/built-pages.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
export const DIST = join(ROOT, 'dist');

export interface Tag {
  name: string;
  attributes: Record<string, string>;
}

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)")?/g;

/** The opening tags of a page in order; what stands inside scripts and styles is no tag. */
export function tagsOf(html: string): Tag[] {
  const markup = html.replace(/(<(script|style)(?:\s[^>]*)?>).*?<\/\2>/gs, '$1');
  return [...markup.matchAll(TAG)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries([...rest.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, unescapeHtml(value)])),
  }));
}

export const unescapeHtml = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Judges every page and names each fault with the page's address, so that one look at a red test says what is wrong where. */
export const faultsOn = (pages: readonly BuiltPage[], faultsOf: (page: BuiltPage) => readonly string[]): string[] =>
  pages.flatMap((page) => faultsOf(page).map((fault) => `/${page.path}: ${fault}`));
