/** Where the page that is open stands in the guide. */

import { shortPath } from '../guide/routes.ts';
import { pageLanguage } from './remembered.ts';
import { base } from './trusted-url.ts';

/** Its address after the language, as the page itself says it: the worker may answer one address with another page. */
export function thisRest(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
  return new URL(canonical).pathname.slice(`${base()}${pageLanguage()}/`.length);
}

/** The whole address to pass on: of no language where there is such a one, so that it opens in that of whoever gets it. */
export function addressToShare(): string {
  const rest = thisRest();
  return location.origin + base() + (shortPath(rest) ?? `${pageLanguage()}/${rest}`);
}
