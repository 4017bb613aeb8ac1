/** The guide in one file, of one language: its template, which phones keep, and the file itself. */
import { composeFile, fontStyle } from '../guide/compose-file.ts';
import { type PageParts, signsOf } from '../guide/compose-page.ts';
import type { Guide, Language } from '../guide/types.ts';
import type * as Pages from '../pages/render.ts';
import { hashOf } from './hashes.ts';

export interface GuideFileParts {
  pages: typeof Pages;
  base: string;
  css: string;
  script: string;
  rendered: Pages.RenderedPages;
  shell: string;
  /** SVG, '' for none. */
  coast: string;
  font: Uint8Array | undefined;
}

export interface GuideFile {
  template: string;
  html: string;
}

export function makeGuideFile(guide: Guide, language: Language, parts: GuideFileParts): GuideFile {
  const { pages, base, css, script, rendered, shell, coast } = parts;
  const font = parts.font ? Buffer.from(parts.font).toString('base64') : '';
  const site = { base, css, script, policy: filePolicy([css, ...(font ? [fontStyle(font)] : [])], script) };
  const template = pages.renderFileTemplate(guide, language, site, rendered.seen);
  const all = Object.values(rendered.sections).flat();
  const prefix = `${base}${language.lang}/`;
  return {
    template,
    html: composeFile({ template, pages: byRest(all), signs: signsOf(shell), coast, font, prefix }),
  };
}

const byRest = (all: readonly PageParts[]) => Object.fromEntries(all.map((page) => [page.rest, page]));

/** It may fetch nothing at all, wherever it is opened. A file composed without its font keeps the font's hash. */
const filePolicy = (styles: readonly string[], script: string) =>
  [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src ${styles.map((style) => `'${hashOf(style)}'`).join(' ')}`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
