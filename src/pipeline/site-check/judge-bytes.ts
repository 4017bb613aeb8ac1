/** How a body differs from what was built, told by the marks that hosts leave. */
import type { Change } from './remedies.ts';

const MARKS: readonly (readonly [Change, RegExp])[] = [
  ['email', /data-cfemail|\/cdn-cgi\/l\/email-protection|email-decode\.min\.js/],
  ['rocket-loader', /rocket-loader|text\/rocketscript/],
  ['beacon', /static\.cloudflareinsights\.com|\/beacon\.min\.js/],
  ['challenge', /\/cdn-cgi\/challenge-platform/],
];

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Undefined when both are the same. `type` is that of the file. */
export function changeOf(built: Buffer, got: Buffer, type: string): Change[] {
  if (built.equals(got)) return [];
  if (got.subarray(0, 3).equals(BOM) && got.subarray(3).equals(built)) return ['bom'];
  if (got.length < built.length && built.subarray(0, got.length).equals(got)) return ['cut'];
  if (type.startsWith('image/') && type !== 'image/svg+xml') return ['pictures'];
  return changesOfText(built.toString(), got.toString());
}

function changesOfText(built: string, got: string): Change[] {
  if (withPlainLines(built) === withPlainLines(got)) return ['lines'];
  const marked = MARKS.flatMap(([change, mark]) => (mark.test(got) && !mark.test(built) ? [change] : []));
  if (marked.length > 0) return marked;
  if (countScripts(got) > countScripts(built)) return ['script'];
  return isMinified(built, got) ? ['minified'] : ['changed'];
}

const withPlainLines = (text: string) => text.replace(/\r\n?/g, '\n');
const countScripts = (html: string) => html.match(/<script\b/gi)?.length ?? 0;

/** The same but for what minifiers leave out: spaces, comments, quotes, closing slashes, last semicolons. */
const isMinified = (built: string, got: string) => got.length < built.length && bare(built) === bare(got);
const bare = (text: string) => text.replace(/<!--.*?-->|\/\*.*?\*\//gs, '').replace(/[\s"';/]+|<!doctype html>/gi, '');
