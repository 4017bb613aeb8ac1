import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headersFor, readHeadersFile } from '../../../src/pipeline/headers-file.ts';
import {
  caddyExample,
  headersFile,
  metaPolicy,
  nginxExample,
  policyText,
  securityHeaders,
} from '../../../src/pipeline/security-headers.ts';

const STYLES = ['sha256-c3R5bGU=', 'sha256-cHJpbnQ='];
const headers = securityHeaders(STYLES);
const directives = (policy: string) => policy.split('; ');

describe('the security headers', () => {
  it('let a page do only what the guide needs', () => {
    expect(directives(policyText(headers))).toMatchInlineSnapshot(`
      [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'sha256-c3R5bGU=' 'sha256-cHJpbnQ='",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types guide",
      ]
    `);
  });

  it('say the same in a page as in the header, apart from what a page cannot say', () => {
    const inHeader = directives(policyText(headers)).filter((directive) => !directive.startsWith('frame-ancestors'));
    expect(directives(metaPolicy(STYLES))).toEqual(inHeader);
  });

  it('allow an inline script only by its hash', () => {
    expect(metaPolicy([], ['sha256-Zm9v'])).toContain("script-src 'self' 'sha256-Zm9v';");
  });

  it('allow no inline style when a page has none', () => {
    expect(metaPolicy([])).toContain("style-src 'none';");
  });

  it('hold nothing that would end a quoted value in a server configuration', () => {
    for (const value of [policyText(headers), ...Object.values(headers.everywhere)]) expect(value).not.toMatch(/["\\$\n]/);
  });
});

describe.each(['/', '/a/b/'])('the headers file for %s', (base) => {
  const rules = readHeadersFile(headersFile(headers, base));
  const cacheOf = (path: string) => headersFor(rules, base + path)['Cache-Control'];

  it('sends the security headers with every path', () => {
    for (const path of ['', 'ar/s/pass/', 'sw.js', 'assets/a-1.js', 'packs/ar/calais-1.json']) {
      expect(headersFor(rules, base + path)).toMatchObject({
        'Content-Security-Policy': policyText(headers),
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      });
    }
  });

  it.each(['assets/main-1a2b.js', 'audio/ar/topics-sea-1a2b.opus', 'packs/ar/calais-1a2b.json', 'packs/neutral/shell-1a2b.html'])(
    'lets phones keep %s for good',
    (path) => {
      expect(cacheOf(path)).toBe('public, max-age=31536000, immutable');
    },
  );

  it.each(['', 'ar/', 'ar/calais/', 'ar/calais/food/', 'sw.js', 'packs/ar.json', '404.html', 'notices/ar.html'])(
    'has phones ask again for "%s"',
    (path) => {
      expect(cacheOf(path)).toBe('no-cache');
    },
  );
});

it('lets every host compress', () => {
  expect(headersFile(headers)).not.toContain('no-transform');
});

describe('the examples for servers', () => {
  const README = resolve(import.meta.dirname, '../../../README.md');
  const examples = { nginx: nginxExample, caddy: caddyExample };

  it.each(Object.entries(examples))('for %s stay right when the styles and scripts in the pages change', (_, example) => {
    expect(example(securityHeaders(['sha256-b3RoZXI='], ['sha256-YW5vdGhlcg==']))).toBe(example(headers));
  });

  it.runIf(existsSync(README)).each(Object.entries(examples))('for %s stand in the README as they are', (name, example) => {
    const [, shown] = readFileSync(README, 'utf8').split(new RegExp(`<!-- /?${name} -->\\n`));
    expect(shown?.replace(/^```\w*\n|```\n$/g, '')).toBe(example(headers));
  });
});
