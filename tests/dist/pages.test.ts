import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuiltPage, builtPages } from '../../src/pipeline/built-pages.ts';
import { headersFor, readHeadersFile } from '../../src/pipeline/headers-file.ts';
import { builtLanguages } from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn, type Tag, tagsOf } from './built-site.ts';
import { sha256 } from './hashes.ts';

const pages = builtPages(DIST);
const langs = builtLanguages(DIST);

const stylesOf = ({ html }: BuiltPage) => [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
const named = (page: BuiltPage, name: string): Tag['attributes'][] =>
  tagsOf(page.html).flatMap((tag) => (tag.name === name ? [tag.attributes] : []));
const metaOf = (page: BuiltPage, key: string, value: string) =>
  named(page, 'meta').flatMap((meta) => (meta[key] === value ? [meta.content ?? ''] : []));

it('there are pages in every language, and the same ones in each', () => {
  const rests = (lang: string) => pages.filter((page) => page.lang === lang).map(({ path }) => path.slice(lang.length + 1));
  expect(langs.length).toBeGreaterThan(1);
  expect(rests(langs[0] ?? '').length).toBeGreaterThan(20);
  for (const lang of langs) expect(rests(lang)).toEqual(rests(langs[0] ?? ''));
});

describe('every page', () => {
  it('says its language and direction', () => {
    const faults = faultsOn(pages, (page) => {
      const [html = {}] = named(page, 'html');
      const rightLanguage = page.lang ? html.lang === page.lang : langs.includes(html.lang ?? '');
      return rightLanguage && ['ltr', 'rtl'].includes(html.dir ?? '') ? [] : [`lang ${html.lang}, dir ${html.dir}`];
    });
    expect(faults).toEqual([]);
  });

  it('says its title and what it is about', () => {
    const faults = faultsOn(pages, (page) => [
      ...(/<title>[^<]*\S[^<]*<\/title>/.test(page.html) ? [] : ['no title']),
      ...(metaOf(page, 'name', 'description').filter((text) => text.trim()).length === 1 ? [] : ['no description']),
    ]);
    expect(faults).toEqual([]);
  });

  it('has a title of its own within its language', () => {
    for (const lang of langs) {
      const titles = pages.filter((page) => page.lang === lang).map(({ html }) => /<title>(.*?)<\/title>/s.exec(html)?.[1]);
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    }
  });

  it('has one first heading', () => {
    expect(faultsOn(pages, (page) => (named(page, 'h1').length === 1 ? [] : [`${named(page, 'h1').length} of h1`]))).toEqual([]);
  });

  it('uses each id once', () => {
    const faults = faultsOn(pages, (page) => {
      const ids = tagsOf(page.html).flatMap(({ attributes }) => attributes.id ?? []);
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(faults).toEqual([]);
  });

  it('has no mark left unfilled', () => {
    const faults = faultsOn(pages, ({ html }) => {
      const forReaders = html.replace(/<script type="application\/json"[^>]*>.*?<\/script>/gs, '');
      return forReaders.match(/@@[a-z]+|@rest:|\{\{.{0,20}|\bundefined\b|\[object .{0,20}|\bNaN\b/g) ?? [];
    });
    expect(faults).toEqual([]);
  });
});

describe('the security policy of every page', () => {
  const rules = readHeadersFile(readFileSync(join(DIST, '_headers'), 'utf8'));
  const sentByHosts = headersFor(rules, '/ar/')['Content-Security-Policy'] ?? '';

  it('stands first in its head, and its encoding soon after', () => {
    const faults = faultsOn(pages, ({ html }) => {
      const [, head, first] = tagsOf(html);
      const policyFirst = head?.name === 'head' && first?.attributes['http-equiv'] === 'Content-Security-Policy';
      const encodingAt = Buffer.from(html).indexOf('charset="utf-8"');
      return [
        ...(policyFirst ? [] : ['something else first']),
        ...(encodingAt > 0 && encodingAt < 1000 ? [] : ['encoding too late']),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('is what hosts send as a header, apart from what a page cannot say', () => {
    const inPages = sentByHosts.replace(" frame-ancestors 'none';", '');
    const faults = faultsOn(pages, (page) =>
      metaOf(page, 'http-equiv', 'Content-Security-Policy').filter((policy) => policy !== inPages),
    );
    expect(inPages).toContain("default-src 'none'");
    expect(faults).toEqual([]);
  });

  it('allows the styles it holds', () => {
    const faults = faultsOn(pages, (page) => stylesOf(page).filter((css) => !sentByHosts.includes(`'${sha256(css)}'`)));
    expect(faults).toEqual([]);
  });

  it('has nothing inline to forbid: no script, handler, style or script address in a tag', () => {
    const faults = faultsOn(pages, ({ html }) =>
      tagsOf(html).flatMap(({ name, attributes }) => [
        ...(name === 'script' && !attributes.src && attributes.type !== 'application/json' ? ['inline script'] : []),
        ...Object.keys(attributes).filter((key) => /^(on|style$|srcdoc$|formaction$)/.test(key)),
        ...Object.values(attributes).filter((value) => /^\s*(javascript|vbscript|data):/i.test(value)),
      ]),
    );
    expect(faults).toEqual([]);
  });
});

it('every page of a language names its own address and its address in every language', () => {
  const within = (href = '') => href.replace(/^https?:\/\/[^/]+/, '');
  const ofLanguages = pages.filter(({ lang }) => lang);
  const faults = faultsOn(ofLanguages, (page) => {
    const links = named(page, 'link');
    const rest = page.path.slice(`${page.lang}/`.length);
    const own = links.filter(({ rel }) => rel === 'canonical').map(({ href }) => within(href));
    const others = links.filter(({ rel }) => rel === 'alternate').map(({ hreflang, href }) => `${hreflang} ${within(href)}`);
    const wanted = langs.map((lang) => `${lang} /${lang}/${rest}`);
    return [
      ...(own.join() === `/${page.path}` ? [] : [`canonical: ${own}`]),
      ...(others.sort().join() === wanted.sort().join() ? [] : [`alternates: ${others}`]),
    ];
  });
  expect(faults).toEqual([]);
});

it('every page has the same numbers to call in every language', () => {
  const numbers = (page?: BuiltPage) =>
    [...new Set(page && named(page, 'a').map(({ href = '' }) => href.match(/^(tel|sms):.*/)?.[0]))].sort();
  const faults = faultsOn(
    pages.filter(({ lang }) => lang === langs[0]),
    (page) => {
      const rest = page.path.slice(`${page.lang}/`.length);
      const twins = langs.map((lang) => pages.find(({ path }) => path === `${lang}/${rest}`));
      return new Set(twins.map((twin) => numbers(twin).join())).size === 1 ? [] : twins.map((twin) => numbers(twin).join());
    },
  );
  expect(faults).toEqual([]);
});
