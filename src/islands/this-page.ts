/** Where the page that is open stands in the guide. */

import { shortPath } from '../guide/routes.ts';
import { pageLanguage } from './remembered.ts';
import { base } from './trusted-url.ts';

/** Its address as the page itself says it: the worker may answer one address with another page, and a copy elsewhere names the guide's own site. */
const canonical = () => new URL(document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href);

/** Its address after the language. */
export const thisRest = () => canonical().pathname.slice(`${base()}${pageLanguage()}/`.length);

/** The whole address to pass on: of no language where there is such a one, so that it opens in that of whoever gets it. */
export function addressToShare(): string {
  const rest = thisRest();
  return canonical().origin + base() + (shortPath(rest) ?? `${pageLanguage()}/${rest}`);
}
