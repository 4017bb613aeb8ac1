/** A QR code drawn for the camera of another phone: dark on white with a quiet zone, whatever the page's colours. */
import { codePicture } from '../guide/code-picture.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Nothing for an address that is too long for it. */
export function drawCode(text: string): SVGElement | string {
  const code = codePicture([...new TextEncoder().encode(text)]);
  if (!code) return '';
  const { size, path } = code;
  const picture = make('svg', { viewBox: `0 0 ${size} ${size}`, class: 'code', role: 'img', 'aria-label': text });
  picture.append(
    make('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    make('path', { fill: '#000', d: path, 'shape-rendering': 'crispEdges' }),
  );
  return picture;
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
