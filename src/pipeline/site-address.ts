/** Where the site stands on the internet: said once, as `site` in guide.yaml, and by whoever prints for another address. */
import type { Guide } from '../guide/types.ts';

/** What the person at the command line can mend: the message says what is wrong and what to do. */
export class SiteAddressFault extends Error {}

/**
 * The address of the site's first page, for what leaves the site: codes, posters, files that are passed on.
 * `asked` is what the command line gave with `--site`; it counts more than the setting, and may name a folder.
 * Throws a SiteAddressFault where neither is set, or what was asked for is no such address.
 * @example siteAddress({ site: 'https://guide.example' }) -> 'https://guide.example/'
 * @example siteAddress({ site: '' }, 'https://ngo.example/guide') -> 'https://ngo.example/guide/'
 */
export function siteAddress({ site }: Pick<Guide, 'site'>, asked = ''): string {
  if (!asked && !site)
    throw new SiteAddressFault(
      'The address of the site is not known, and paper that leads nowhere cannot be called back. Write it into content/guide.yaml (site: "https://guide.example"), or give it with --site https://guide.example.',
    );
  const fault = asked && faultOf(asked);
  if (fault) throw new SiteAddressFault(`--site ${asked}: ${fault} Write it like https://guide.example.`);
  return (asked || site).replace(/\/*$/, '/');
}

function faultOf(asked: string): string | undefined {
  if (!URL.canParse(asked)) return 'this is no address.';
  const { protocol, hostname, search, hash, username } = new URL(asked);
  if (protocol !== 'https:' && !(protocol === 'http:' && hostname === 'localhost'))
    return 'phones keep the guide only when it is read over https.';
  return search || hash || username ? 'the address of a site has nothing after "?" or "#", and no "@".' : undefined;
}
