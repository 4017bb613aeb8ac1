import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtGuideFiles, builtPages } from '../../src/pipeline/built-pages.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn, type Tag, tagsOf } from './built-site.ts';

const pages = [...builtPages(DIST), ...builtGuideFiles(DIST)];
const files = new Set(filesBelow(DIST));

/** What the browser fetches by itself when it reads a tag. */
function fetched({ name, attributes }: Tag): string[] {
  const { src, srcset, href, rel, data, poster } = attributes;
  const byLink = name === 'link' && !/^(canonical|alternate)$/.test(rel ?? '') ? [href] : [];
  const byUse = name === 'use' || name === 'image' ? [href ?? attributes['xlink:href']] : [];
  return [src, data, poster, ...(srcset?.split(/,\s*/) ?? []), ...byLink, ...byUse].filter((url) => url !== undefined);
}

const inStyles = (html: string) => [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].flatMap(([, css = '']) => urlsInCss(css));
const urlsInCss = (css: string) =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, other]) => url ?? other ?? '');
const requestsOf = (html: string) => [...tagsOf(html).flatMap(fetched), ...inStyles(html)];
const linksOf = (html: string) => tagsOf(html).flatMap(({ name, attributes }) => (name === 'a' ? [attributes] : []));

const leavesTheSite = (url: string) =>
  /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url) || (/^[a-z]+:/i.test(url) && !url.startsWith('data:'));

/** `/ar/s/pass/?x#y` -> `ar/s/pass/index.html` */
const fileOf = (path: string) =>
  path
    .replace(/[?#].*/, '')
    .replace(/^\//, '')
    .replace(/(^|\/)$/, '$1index.html');

describe('reading the guide', () => {
  it('asks nobody else for anything', () => {
    expect(pages.flatMap(({ html }) => requestsOf(html)).length).toBeGreaterThan(pages.length);
    expect(faultsOn(pages, ({ html }) => requestsOf(html).filter(leavesTheSite))).toEqual([]);
  });

  it('asks only for what was built', () => {
    const own = (html: string) => requestsOf(html).filter((url) => !/^(data:|#)/.test(url));
    expect(faultsOn(pages, ({ html }) => own(html).filter((url) => !files.has(fileOf(url))))).toEqual([]);
  });

  it('prepares no connection and holds no frame and no form', () => {
    const faults = faultsOn(pages, ({ html }) =>
      tagsOf(html)
        .filter(
          ({ name, attributes }) =>
            /^(iframe|object|embed|form|base|frame)$/.test(name) || /preconnect|dns-|prerender/.test(attributes.rel ?? ''),
        )
        .map(({ name }) => name),
    );
    expect(faults).toEqual([]);
  });

  it('leads within the site only to pages and parts that exist', () => {
    const faults = faultsOn(pages, ({ html }) => {
      const ids = new Set(tagsOf(html).map(({ attributes }) => attributes.id));
      const exists = (href: string) => (href.startsWith('#') ? ids.has(href.slice(1)) : files.has(fileOf(href)));
      return linksOf(html).flatMap(({ href = 'no href' }) => (/^[a-z]+:/.test(href) || exists(href) ? [] : [href]));
    });
    expect(faults).toEqual([]);
  });

  it('leads out of the site only by https, phone, message, mail and map, and tells nobody where from', () => {
    const faults = faultsOn(pages, ({ html }) =>
      linksOf(html).flatMap(({ href = '', rel = '' }) => {
        if (!/^[a-z]+:/.test(href)) return [];
        if (!/^(https:\/\/|tel:\+?\d+$|sms:\+?\d+|mailto:|geo:)/.test(href)) return [href];
        return href.startsWith('https:') && !(rel.includes('noreferrer') && rel.includes('noopener'))
          ? [`${href} rel="${rel}"`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('asks nobody else from a style sheet either', () => {
    const sheets = [...files].filter((file) => file.endsWith('.css'));
    expect(sheets.flatMap((file) => urlsInCss(readFileSync(join(DIST, file), 'utf8'))).filter(leavesTheSite)).toEqual([]);
  });

  it('has no address outside the site in its scripts, apart from names that no request goes to', () => {
    // wa.me stands in a link that the reader may tap; that nothing is asked of it before is seen in tests/e2e/pins-and-share.spec.ts.
    const namesOnly = /^https?:\/\/(www\.w3\.org\/|localhost\b|wa\.me\/\?text=)/;
    // MapLibre and PMTiles name their homes, pages about faults, and an address that stands for none; that they ask nobody is seen in tests/e2e/map.spec.ts.
    const namesOfMap =
      /^https:\/\/(maplibre\.(invalid|org)\/|github\.com\/(mapbox\/mapbox-gl-js\/issues\/|protomaps\/PMTiles\/)|wiki\.openstreetmap\.org\/wiki\/This_map_requires_WebGL)/;
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const isOfMap = (file: string) => file.startsWith('assets/atlas-');
    const urls = scripts.flatMap((file) =>
      (readFileSync(join(DIST, file), 'utf8').match(/https?:\/\/[^\s"'`)\\]+/g) ?? []).map((url) => ({ file, url })),
    );
    expect(urls.filter(({ file, url }) => !namesOnly.test(url) && !(isOfMap(file) && namesOfMap.test(url)))).toEqual([]);
  });
});
