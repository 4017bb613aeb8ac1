/** Codes of a site whose address was not known when it was built: drawn from the page's own. */
import { codePicture } from '../../guide/code-picture.ts';
import { writtenAddress } from '../../guide/sheets.ts';
import { base } from '../trusted-url.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Fills every place of a code that is still empty, and the addresses below them. */
export function drawCodes(): void {
  const site = location.origin + base();
  const empty = [...document.querySelectorAll<SVGElement>('[data-code]:empty')];
  for (const place of empty) draw(place, site + place.dataset.code);
  // Where codes were drawn already, so were the addresses.
  if (empty.length === 0) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-address]'))
    write(place, writtenAddress(site + place.dataset.address));
}

/** Nothing for an address that is too long for a code; it stands below in words. */
function draw(place: SVGElement, address: string): void {
  const picture = codePicture([...new TextEncoder().encode(address)]);
  if (!picture) return;
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', picture.path);
  place.setAttribute('viewBox', `0 0 ${picture.size} ${picture.size}`);
  place.setAttribute('aria-label', writtenAddress(address));
  place.append(path);
}

/** It may break after a slash, as the built ones do. */
function write(place: HTMLElement, address: string): void {
  const parts = (address.match(/[^/]+\/?/g) ?? []).flatMap((part) => [part, document.createElement('wbr')]);
  place.replaceChildren(...parts);
}
