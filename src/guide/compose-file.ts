/**
 * The whole guide of a language in one file that can be passed on and asks for nothing.
 * It is put together from what the pages are put together from, by the build and on a phone alike, so that both have the very
 * same bytes: the pages' main parts, leading to each other within the file, without what means nothing in it.
 */
import type { Pack } from './packs.ts';
import { FILE_PARTS, RESERVED_NEEDS, RESERVED_PARTS, routes } from './routes.ts';

export interface FileParts {
  /** What stands around and between the pages, with marks in their places (pages/file-template.tsx). */
  template: string;
  /** All pages of the language, by `rest`. */
  pages: Pack;
  /** Of the shell of the language, pictograms and maps, and of its list, the guide's day. */
  signs: Signs;
  /** The picture behind the maps as SVG, '' for none. */
  coast: string;
  /** WOFF2 in base64, '' for none. */
  font: string;
  /** Beginning of the addresses of the language's pages: `/a/b/ar/`. */
  prefix: string;
}

/**
 * `@@one:about/@@` is a page, `@@all:t/@@` all pages below, `@@rows:t/@@` a list that leads to them,
 * `@@town:calais/@@` the news and the map of a town, `@@coast@@` what its map is drawn with, `@@font@@` the font's style.
 */
const MARK = /@@(one|all|rows|town|coast|font)(?::([^@]+))?@@/g;

/** @example composeFile(parts) -> '<!doctype html><html lang="ar" ...' */
export function composeFile({ template, pages, signs, coast, font, prefix }: FileParts): string {
  const rests = Object.keys(pages).filter((rest) => isInFile(rest) && !pages[rest]?.instead);
  const mainOf = (rest: string) => listed(drawn(pages[rest]?.main ?? '', signs), pages);
  const here = new Set(rests);
  const isHere = (rest: string) => here.has(rest) || template.includes(` id="${rest}"`);
  const within = (html: string) => squeeze(linked(html, prefix, isHere));
  const below = (folder: string) => rests.filter((rest) => rest !== folder && rest.startsWith(folder));
  const part = (rest: string, deeper: number) =>
    `<section id="${rest}">${within(deepened(withoutTools(mainOf(rest)), deeper))}</section>`;
  const parts: Record<string, (rest: string) => string> = {
    one: (rest) => part(rest, 1),
    all: (folder) =>
      below(folder)
        .map((rest) => part(rest, 2))
        .join(''),
    rows: (folder) =>
      below(folder)
        .map((rest) => `<li><a href="#${rest}">${within(headingOf(mainOf(rest)))}</a></li>`)
        .join(''),
    town: (rest) => within(deepened((mainOf(rest).match(OF_TOWN) ?? []).join('').replace(WAY_BACK, ''), 1)),
    coast: () => coast,
    font: () => font && `<style>${fontStyle(font)}</style>`,
  };
  return withSymbols(
    template.replace(MARK, (_, name: string, rest = '') => parts[name]?.(rest) ?? ''),
    signs,
  );
}

/** The hash of this text stands in the policy of the file. */
export const fontStyle = (font: string) => `@font-face{font-family:Guide;src:url(data:font/woff2;base64,${font})}`;

/** Needs of towns are all that is not reserved. */
function isInFile(rest: string): boolean {
  const [first = '', second = ''] = rest.split('/');
  if (RESERVED_PARTS.includes(first)) return rest !== routes.cards() && FILE_PARTS.some((part) => rest.startsWith(part));
  return second !== '' && !RESERVED_NEEDS.includes(second);
}

const SIGN = /@@sign:([a-z]+)@@/g;
const isPictogram = (sign = '') => sign.startsWith('<svg aria-hidden');

/** Maps are drawn at once, of the coast within the file; pictograms wait until all is there. */
const drawn = (html: string, signs: Signs) =>
  html.replace(SIGN, (mark, name: string) =>
    isPictogram(signs[name]) ? mark : (signs[name] ?? '').replace(/href="[^"]*\.svg#/g, 'xlink:href="#'),
  );

type Signs = Readonly<Record<string, string>>;

/** What lists say of a service stands once, with the service: here is only its name, with its number on the map. */
const listed = (html: string, pages: Pack) =>
  html.replace(/<li[^>]*?(?: data-map="(\d+)")?>@@card:([^@]+)@@<\/li>/g, (_, number: string | undefined, rest: string) => {
    const [, name = ''] = /<b>(.*?)<\/b>/s.exec(pages[rest]?.card ?? '') ?? [];
    return `<li>${number ? `<b>${number}</b> ` : ''}<a href="#${rest}">${name}</a></li>`;
  });

/** The parts of a town's page that stand nowhere else: news, the map and its list. */
const OF_TOWN =
  /<section class="notices"[^>]*>(?!<\/section>).*?<\/section>|<figure class="map quiet">.*?<\/figure>|<ul class="cards">.*?<\/ul>/gs;

const WAY_BACK = /<a class="back".*?<\/a>/gs;

/** Ways back, tools, maps and news, which stand with the town, what is said once for all pages, and what needs the map of a website. */
const TOOLS = [
  WAY_BACK,
  /<(a|button) [^>]*data-island="listen".*?<\/\1>/gs,
  /<section class="(?:notices|near)".*?<\/section>/gs,
  /<(figure|div) class="map quiet">.*?<\/\1>/gs,
  /<section class="report">.*?<\/section>/gs,
  /<p class="quiet translation".*?<\/p>/gs,
  /<p class="today-line".*?<\/p>/gs,
  /<script.*?<\/script>/gs,
  /<a class="button" href="https:\/\/www\.openstreetmap.*?<\/a>/gs,
  /<h1 class="visually-hidden">.*?<\/p>/gs,
  /<span class="go">.*?<\/span>/gs,
];

const withoutTools = (html: string) =>
  saidOnce(sourcesInShort(TOOLS.reduce((rest, tool) => rest.replace(tool, ''), html)))
    .replace(/(<section class="note">)@@sign:ask@@<div><h2>.*?<\/h2>(.*?)<\/div>(?=<\/section>)/s, '$1$2')
    .replace(/<h3>(.*?)<\/h3>(?=<table)/gs, '<h2>$1</h2>')
    .replace(/<dt>@@sign:[a-z]+@@/g, '<dt>');

/** The names of the sources: their addresses are as long as all else that is said of a place. They stand with how sure it is. */
function sourcesInShort(html: string): string {
  const [whole = '', title = '', list = ''] = SOURCES.exec(html) ?? [];
  const hosts = [...new Set([...list.matchAll(/<bdi dir="ltr">(.*?)<\/bdi>/gs)].map(([, host]) => host))];
  const names = `<bdi dir="ltr">${hosts.join(', ')}</bdi>`;
  if (!whole) return html;
  return html.includes(HOW_SURE)
    ? html.replace(whole, '').replace(/(<section class="note">.*?<p\b[^>]*>.*?)(?=<\/p>)/s, (before) => `${before} (${names})`)
    : sourcesInShort(html.replace(whole, () => `<p class="quiet">${title}: ${names}</p>`));
}

const SOURCES = /<details class="script sources"><summary>(.*?)<\/summary>(.*?)<\/details>/s;
const HOW_SURE = '<section class="note">@@sign:ask@@';

/** What the badge above says of the hours is not said again below it. */
function saidOnce(html: string): string {
  const [, said] = /<span class="badge [^>]*>@@sign:[a-z]+@@([^<]*)<\/span><\/div>/.exec(html) ?? [];
  return said ? html.replace(`<dd><p>${said}</p>`, '<dd>').replace(/<div><dt>(?:(?!<\/dt>).)*<\/dt><dd><\/dd><\/div>/, '') : html;
}

/** `<h2>` becomes `<h4>` where a page stands two deeper than by itself. */
const deepened = (html: string, deeper: number) =>
  html.replace(/(<\/?h)([1-4])/g, (_, tag: string, level: string) => tag + (Number(level) + deeper));

const headingOf = (main: string) =>
  (/<h1[^>]*>(.*?)<\/h1>/s.exec(main)?.[1] ?? '').replace(/<span class="original".*?<\/span>/gs, '');

/** Links to what is in the file lead there, links to other pages of the guide nowhere; those to the web say where, for who has no web. */
const linked = (html: string, prefix: string, isHere: (rest: string) => boolean) =>
  html
    .replace(/(<a [^>]*href=")([^"]*)("[^>]*>)(.*?)<\/a>/gs, (link, open: string, href: string, close: string, words: string) => {
      if (!href.startsWith(prefix)) return link;
      const rest = href.slice(prefix.length);
      return isHere(rest) ? `${open}#${rest}${close}${words}</a>` : words;
    })
    .replace(/<a [^>]*href="https:\/\/(?!wa\.me\/)([^"]*)"[^>]*>.*?<\/a>/gs, '$& <bdi dir="ltr">$1</bdi>');

/** What is for the pages' scripts and style only, and ends of elements that HTML does not ask for: a fifth of the file. */
const squeeze = (html: string) =>
  unwrapped(
    html
      .replace(/ data-island="week" data-hours="[^"]*"/g, '')
      .replace(/ (?:translate|aria-label|data-(?:share|island|wait|doubt|towns|needs|only))(?:="[^"]*")?(?=[ >])/g, '')
      .replace(/ class="(?:facts |button|num|prose|cards|need-)[^"]*"/g, ''),
  ).replace(/<\/(?:li|dt|dd)>/g, '');

/** Boxes that are only there for their layout go. */
function unwrapped(html: string): string {
  const open: boolean[] = [];
  return html.replace(/<(\/?)div([^>]*)>/g, (tag, end: string, attributes: string) => {
    if (!end) open.push(/ lang=|"(?:note|say|original)/.test(attributes));
    return (end ? open.pop() : open[open.length - 1]) ? tag : '';
  });
}

/** Every pictogram stands once in the file, and is referred to where it is shown. Other signs are words: the file's day. */
function withSymbols(html: string, signs: Signs): string {
  const used = new Set<string>();
  const drawn = html.replace(SIGN, (_, name: string) => {
    if (!isPictogram(signs[name])) return signs[name] ?? '';
    used.add(name);
    return `<svg><use xlink:href="#i-${name}"/></svg>`;
  });
  const symbols = [...used].sort().map((name) => symbol(name, signs[name] ?? ''));
  return drawn.replace('@@symbols@@', () => symbols.join(''));
}

/** `<svg viewBox="0 0 9 9" ...><path .../></svg>` -> `<symbol id="i-food" viewBox="0 0 9 9"><path .../></symbol>` */
const symbol = (name: string, svg: string) =>
  svg.replace(
    /<svg [^>]*(viewBox="[^"]*")[^>]*>(.*)<\/svg>/s,
    (_, box: string, shape: string) => `<symbol id="i-${name}" ${box}>${shape}</symbol>`,
  );
