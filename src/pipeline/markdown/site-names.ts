/** Names of sites as readers see them, and whether they can be taken for others. */

/** `example.org`, `xn--lsa.example`, `оfpra.gouv.fr` with a letter of another script: names in running text end in Latin letters. */
const NAME = /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*)\.)+[a-z]{2,24}(?![\p{L}\p{N}])/giu;

/**
 * Every name of a site in a text, in small letters and without `www.`.
 * @example siteNamesIn('See www.Example.org or help@aid.example.') -> ['example.org', 'aid.example']
 */
export const siteNamesIn = (text: string): string[] => (text.match(NAME) ?? []).map(plainName);

const plainName = (name: string) => name.toLowerCase().replace(/^www\./, '');

/** A name in the words of a link that is not that of the site it leads to; a part of that name will do. */
export const otherSiteIn = (text: string, host: string): string | undefined =>
  siteNamesIn(text).find((name) => plainName(host) !== name && !host.endsWith(`.${name}`));

/**
 * Why readers could take a site for another one, as the end of a sentence that begins with its address.
 * @example nameFault('xn--fpra-55d.gouv.fr') -> 'has letters other than a-z ...'
 */
export function nameFault(host: string): string | undefined {
  if (/(?:^|\.)xn--/.test(host) || !/^[a-z0-9.:_[\]-]*$/.test(host))
    return 'has letters other than a-z in the name of the site, and those can look like others. Write its name in a-z.';
  if (!/^(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host))
    return 'does not name a site as people know it, like example.org. Write its name, without a number or a port.';
  return undefined;
}
