/** The texts of a page, each with the language that it says it is in. */
import { unescapeHtml } from './built-site.ts';

export interface PageText {
  /** Of the nearest element that says one. */
  lang: string;
  text: string;
  /** Set apart in a `<bdi>`: a name, a number, an address in its own letters. */
  isApart: boolean;
}

const TOKEN = /<(\/?)([a-z][a-z\d-]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gi;
const WITHOUT_END = /^(?:meta|link|br|input|img|hr|path|use|wbr)$/i;

/**
 * Every text node of a page, with its title and description.
 * @example textsOf('<html lang="ar"><p>نص <bdi>SNCF</bdi>') -> [{ lang: 'ar', text: 'نص', … }, { lang: 'ar', text: 'SNCF', isApart: true }]
 */
export function textsOf(html: string): PageText[] {
  const open: { name: string; lang: string; isApart: boolean }[] = [];
  const texts: PageText[] = [];
  const markup = html.replace(/<(script|style|svg)[\s>].*?<\/\1>|<!.*?>/gs, '');
  for (const [, isEnd, name = '', attributes = '', text] of markup.matchAll(TOKEN)) {
    const around = open.at(-1) ?? { name: '', lang: '', isApart: false };
    const { lang, isApart } = around;
    if (text?.trim()) texts.push({ lang, isApart, text: unescapeHtml(text).trim() });
    const described = /name="description" content="([^"]*)"/.exec(attributes)?.[1];
    if (described) texts.push({ lang, isApart, text: unescapeHtml(described) });
    if (text !== undefined || WITHOUT_END.test(name) || attributes.endsWith('/')) continue;
    // An element whose end HTML does not ask for ends with the one around it.
    if (isEnd) while (open.length > 0 && open.pop()?.name !== name);
    else open.push({ name, lang: / lang="([^"]*)"/.exec(attributes)?.[1] ?? lang, isApart: isApart || name === 'bdi' });
  }
  return texts;
}
