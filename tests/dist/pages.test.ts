import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuiltPage, builtPages } from '../../src/pipeline/built-pages.ts';
import { headersFor, readHeadersFile } from '../../src/pipeline/headers-file.ts';
import { builtLanguages } from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn, type Tag, tagsOf } from './built-site.ts';
import { sha256 } from './hashes.ts';

const allPages = builtPages(DIST);
/** The page that one leaves to has no language and no word, see below. */
const pages = allPages.filter(({ kind }) => kind !== 'calendar');
/** At the address of a page that is no more stands another one whole, with its title and address (addresses.test.ts). */
const ownPages = pages.filter(({ kind }) => kind !== 'moved');
const langs = builtLanguages(DIST);

const stylesOf = ({ html }: BuiltPage) => [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
const scriptsOf = ({ html }: BuiltPage) => [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code);
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
      const titles = ownPages.filter((page) => page.lang === lang).map(({ html }) => /<title>(.*?)<\/title>/s.exec(html)?.[1]);
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
    const faults = faultsOn(allPages, ({ html }) => {
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

  it('is what hosts send as a header, but allows no other style and script than the page holds, or a page with places', () => {
    const ofPlaces = new Set(allPages.flatMap((page) => stylesOf(page).slice(1)).map((text) => `'${sha256(text)}'`));
    expect(ofPlaces.size).toBe(1);
    const rest = (policy: string) => policy.replace(" frame-ancestors 'none';", '').replace(/ 'sha256-[^']*'/g, '');
    const faults = faultsOn(allPages, (page) => {
      const [policy = ''] = metaOf(page, 'http-equiv', 'Content-Security-Policy');
      const held = [...scriptsOf(page), ...stylesOf(page)].map((text) => `'${sha256(text)}'`);
      const allowed = policy.match(/'sha256-[^']*'/g) ?? [];
      const own = allowed.filter((hash) => held.includes(hash) || !ofPlaces.has(hash));
      return rest(policy) === rest(sentByHosts) && own.join() === held.join() ? [] : [policy];
    });
    expect(sentByHosts).toContain("default-src 'none'");
    expect(faults).toEqual([]);
  });

  it('is not narrowed by what hosts send: every style and script of a page is in the header', () => {
    const inline = (page: BuiltPage) => [...stylesOf(page), ...scriptsOf(page)];
    const faults = faultsOn(allPages, (page) => inline(page).filter((text) => !sentByHosts.includes(`'${sha256(text)}'`)));
    expect(faults).toEqual([]);
  });

  it('has nothing else inline to forbid: no handler, style or script address in a tag', () => {
    const faults = faultsOn(allPages, ({ html }) =>
      tagsOf(html).flatMap(({ attributes }) => [
        ...Object.keys(attributes).filter((key) => /^(on|style$|srcdoc$|formaction$)/.test(key)),
        ...Object.values(attributes).filter((value) => /^\s*(javascript|vbscript|data):(?!,$)/i.test(value)),
      ]),
    );
    expect(faults).toEqual([]);
  });
});

describe('leaving', () => {
  const forReaders = pages.filter(({ kind }) => kind !== 'translate/' && !kind.startsWith('print'));

  it('works from the first moment: its script stands before the style of every page', () => {
    const first = ({ html }: BuiltPage) => /<(?:script|style)>.*?<\/(?:script|style)>/s.exec(html)?.[0] ?? '';
    expect(faultsOn(forReaders, (page) => (first(page).includes('visibility') ? [] : [first(page).slice(0, 40)]))).toEqual([]);
  });

  it('is one tap away on every page for readers', () => {
    const links = (page: BuiltPage) => named(page, 'a').filter(({ class: name }) => name === 'leave');
    expect(
      faultsOn(forReaders, (page) =>
        links(page)
          .map(({ href }) => href)
          .join() === '/calendar/'
          ? []
          : ['none'],
      ),
    ).toEqual([]);
  });

  it('leads to a page that says nothing of the guide', () => {
    const page = allPages.find(({ kind }) => kind === 'calendar');
    const [, shown = ''] = page?.html.split('</head>') ?? [];
    expect(shown.replace(/<script>.*?<\/script>/s, '').replace(/<[^>]*>/g, '')).toBe('\u{1f4c5}');
    expect(page && metaOf(page, 'name', 'robots')).toEqual(['noindex']);
    expect(page?.html.replace(/<meta http-equiv.*?>/, '')).not.toMatch(
      /guide|arrival|calais|<a |<link rel="(?!icon" href="data:,")/i,
    );
  });
});

it('every page of a language names its own address and its address in every language', () => {
  const within = (href = '') => href.replace(/^https?:\/\/[^/]+/, '');
  const ofLanguages = ownPages.filter(({ lang }) => lang);
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

it('no voice reads critical words that a machine made: they are told with their source beside them, which cannot be heard', () => {
  const voices = pages.filter(({ html }) => html.includes('<button type="button" class="button listen"'));
  expect(voices.length).toBeGreaterThan(langs.length * 10);
  expect(faultsOn(voices, ({ html }) => (html.includes('class="original"') ? ['has a source beside its words'] : []))).toEqual(
    [],
  );
});
