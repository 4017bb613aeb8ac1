/** The guide in one file: light enough to pass on, asking for nothing, with all that the pages say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { composeFile } from '../../src/guide/compose-file.ts';
import { signsOf } from '../../src/guide/compose-page.ts';
import { type Pack, type PackFile, templatePrefix } from '../../src/guide/packs.ts';
import { builtGuideFiles, builtPages } from '../../src/pipeline/built-pages.ts';
import { readPackList } from '../../src/pipeline/site-weight.ts';
import { DIST, tagsOf } from './built-site.ts';
import { sha256 } from './hashes.ts';

const KB = 1024;
const read = (url: string) => readFileSync(join(DIST, url), 'utf8');
const FONT_STYLE = /<style>(@font-face[^<]*base64,([^)]*)[^<]*)<\/style>/;
const withoutFont = (html: string) => html.replace(FONT_STYLE, '');
const pages = builtPages(DIST);

/** The words of a piece of HTML, without what stands there for machines. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s>].*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a phone puts together from the files that it keeps. */
function composed(lang: string, font: string): string {
  const { files, signs } = readPackList(DIST, lang);
  const find = (isIt: (file: PackFile) => boolean) => read(files.find(isIt)?.url ?? 'no such file');
  const packs = files.filter(({ kind }) => kind === 'pack').map(({ url }) => JSON.parse(read(url)) as Pack);
  return composeFile({
    template: find(({ url }) => url.startsWith(templatePrefix(lang))),
    pages: Object.assign({}, ...packs),
    signs: { ...signsOf(find(({ kind }) => kind === 'shell')), ...signs },
    coast: find(({ url }) => url.startsWith('assets/coast-')),
    font,
    prefix: `/${lang}/`,
  });
}

describe.each(builtGuideFiles(DIST).map(({ lang = '', html }) => ({ lang, html })))(
  'the guide in one file in $lang',
  ({ lang, html }) => {
    it('has at most 350 KB, and 90 KB zipped, without its font', () => {
      const bytes = Buffer.from(withoutFont(html));
      expect(bytes.length).toBeLessThanOrEqual(350 * KB);
      expect(deflateRawSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(90 * KB);
    });

    it('has on a phone the very bytes that were published, and without the font only the font less', () => {
      const [, , font = ''] = FONT_STYLE.exec(html) ?? [];
      expect(composed(lang, font) === html).toBe(true);
      expect(composed(lang, '') === withoutFont(html)).toBe(true);
    });

    it('brings a font where phones lack letters, and only there', () => {
      expect(FONT_STYLE.test(html)).toBe(readPackList(DIST, lang).fonts !== undefined);
    });

    it('may do nothing but run its own script and show its own style', () => {
      const policy = tagsOf(html).find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes
        .content;
      const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code);
      const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css);
      expect(scripts).toHaveLength(1);
      for (const text of [...scripts, ...styles]) expect(policy).toContain(`'${sha256(text)}'`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|unsafe|\*|'self'/);
    });

    it('fetches nothing: no tag names a file', () => {
      const naming = tagsOf(withoutFont(html)).filter(
        ({ name, attributes }) =>
          name === 'link' || 'src' in attributes || ('xlink:href' in attributes && !attributes['xlink:href']?.startsWith('#')),
      );
      expect(naming).toEqual([]);
      expect(withoutFont(html)).not.toMatch(/url\(|@import/);
    });

    it('holds every service, need, topic, card and number, once', () => {
      const wanted = pages.filter(
        (page) => page.lang === lang && ['s', 't', 'need', 'cards/one', 'emergency', 'about'].includes(page.kind),
      );
      expect(wanted.length).toBeGreaterThan(100);
      const ids = tagsOf(html).flatMap(({ attributes }) => attributes.id ?? []);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      for (const { path } of wanted) expect(ids).toContain(path.slice(lang.length + 1));
    });

    it('says of every service all its doubts and all its numbers', () => {
      const services = pages.filter((page) => page.lang === lang && page.kind === 's');
      for (const { path, html: page } of services) {
        const id = path.slice(lang.length + 1);
        const part = html.slice(html.indexOf(`id="${id}"`)).split('<section id=')[0] ?? '';
        const doubts = [...(/<section class="note">(.*?)<\/section>/s.exec(page)?.[1] ?? '').matchAll(/<p\b[^>]*>(.*?)<\/p>/gs)];
        expect(doubts.length).toBeGreaterThan(0);
        for (const [, doubt = ''] of doubts) expect(wordsOf(part), id).toContain(wordsOf(doubt).replace(/[.።۔]$/, ''));
        const main = /<main.*<\/main>/s.exec(page)?.[0] ?? '';
        for (const [call] of main.matchAll(/href="(?:tel|sms):[^"]*"/g))
          if (!main.includes(`class="button" ${call}`)) expect(part, id).toContain(call);
      }
    });

    it('leaves no mark, no tool and no empty heading behind', () => {
      expect(html).not.toContain('@@');
      expect(html).not.toMatch(/data-island|<button|<input|<form|<h\d[^>]*><\/h\d>|<ul[^>]*><\/ul>|<dd><d[td]>/);
    });

    it('goes down one heading at a time', () => {
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    });

    it('keeps to what old viewers of files can read', () => {
      const [script = ''] = /<script>.*?<\/script>/s.exec(html) ?? [];
      expect(script).not.toMatch(/\?\.\w|\?\?|\basync\b|\bawait\b|\*\*|\{\.\.\.|type="module"|catch\{/);
      const css = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text).join('');
      expect(css).not.toMatch(/@layer|var\(|--\w|inline-start|inline-end|inset|:is\(|:where\(|light-dark|display:grid/);
    });

    it('is found by no search engine', () => {
      expect(html).toContain('<meta name="robots" content="noindex"/>');
    });
  },
);
