import { posix } from 'node:path';
import { routes } from '../../guide/routes.ts';
import { didYouMean } from '../read/nearest.ts';
import { digitsOf, readNumber } from '../read/phone-numbers.ts';
import { nameFault, otherSiteIn } from './site-names.ts';

/** What links may lead to. */
export interface LinkTargets {
  /** The ids of every collection, e.g. `ids.services`. */
  ids: Readonly<Record<string, ReadonlySet<string>>>;
  /** Numbers that the guide's facts give, as E.164 or short. */
  numbers: ReadonlySet<string>;
}

export interface Link {
  /** Goes into the attribute; `@rest:` stands for the site's base and the page's language. */
  href: string;
  kind: 'page' | 'web' | 'number' | 'other';
}

const PAGES: ReadonlyMap<string, (id: string) => string> = new Map([
  ['services', routes.service],
  ['topics', routes.topic],
  ['emergency', () => routes.emergency()],
  ['cards', routes.card],
]);

/**
 * Where a link of a body leads, or what is wrong with it as a text.
 * @example readLink('../services/pass.md', 'pass', 'en/topics/sea.md', targets) -> { href: '@rest:s/pass/', kind: 'page' }
 */
export function readLink(url: string, text: string, path: string, targets: LinkTargets): Link | string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return readPageLink(url, path, targets);
  if (url.includes('@@')) return `"${url}" holds "@@", which marks the places where the guide puts its own parts. Take it out.`;
  if (scheme === 'https') return readWebLink(url, text);
  if (scheme === 'tel' || scheme === 'sms') return readNumberLink(scheme, url, text, targets);
  if (scheme === 'mailto') return readMailLink(url, text);
  if (scheme === 'geo')
    return /^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(url)
      ? { href: url, kind: 'other' }
      : `"${url}" is no place. Write geo:50.95,1.85.`;
  return `Links to "${scheme}:" are not allowed. Use https:, tel:, sms:, mailto:, geo: or a file of this guide.`;
}

function readWebLink(url: string, text: string): Link | string {
  if (!URL.canParse(url)) return `"${url}" is no web address. Copy it again from the browser.`;
  const { username, password, href, host } = new URL(url);
  if (username || password) return `"${url}" holds a user name, which can mislead readers. Take it out.`;
  const fault = nameFault(host);
  if (fault) return `"${url}" ${fault}`;
  const other = otherSiteIn(text, host);
  if (other) return `The text shows ${other}, but the link leads to ${host}. Make them the same.`;
  return { href, kind: 'web' };
}

function readMailLink(url: string, text: string): Link | string {
  const [, name = '', host = ''] = /^mailto:([\w.+-]+)@([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+)$/i.exec(url) ?? [];
  if (!name || nameFault(host.toLowerCase())) return `"${url}" is no e-mail address. Write it like mailto:help@example.org.`;
  const other = otherSiteIn(text, host.toLowerCase());
  return other ? `The text shows ${other}, but the link writes to ${host}. Make them the same.` : { href: url, kind: 'other' };
}

function readNumberLink(scheme: string, url: string, text: string, { numbers }: LinkTargets): Link | string {
  const given = url.slice(scheme.length + 1);
  const read = readNumber(decoded(given));
  if (!read) return `"${given}" is no phone number. Write it like ${scheme}:+33321463333 or ${scheme}:115.`;
  if (!numbers.has(read.number)) {
    return `No service or emergency number of this guide has the number ${given}. Link to the service instead, or add the number there.`;
  }
  const shown = digitsOf(text);
  const sameAsShown = [read.number, read.display].some((number) => digitsOf(number) === shown);
  if (shown && !sameAsShown) return `The text shows ${shown}, but the link calls ${read.display}. Make them the same.`;
  return { href: `${scheme}:${read.number}`, kind: 'number' };
}

/** @example decoded('%2B33') -> '+33'; decoded('%ZZ') -> '%ZZ' */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A link to another file, written as the path from this one. */
function readPageLink(url: string, path: string, { ids }: LinkTargets): Link | string {
  const target = posix.join(posix.dirname(path), url);
  const [lang, collection = '', name = '', ...more] = target.split('/');
  const isSameLanguage = lang === path.split('/')[0];
  if (isSameLanguage && target === `${lang}/about.md`) return { href: `@rest:${routes.about()}`, kind: 'page' };
  const page = PAGES.get(collection);
  const id = name.replace(/\.md$/, '');
  if (!page || !isSameLanguage || more.length || !name.endsWith('.md')) {
    return `The link "${url}" leads nowhere. Write it like ../services/the-id.md, ../topics/the-id.md or ../emergency/115.md.`;
  }
  if (!ids[collection]?.has(id))
    return `There is no content/${collection}/${id}.yaml.${didYouMean(id, ids[collection] ?? [])} Correct the link.`;
  return { href: `@rest:${page(id)}`, kind: 'page' };
}
