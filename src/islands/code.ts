/** A QR code drawn for the camera of another phone: dark on white with a quiet zone, whatever the page's colours. */
import { qrCode } from '../guide/qr-code.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Modules of white around it, as the standard asks (ISO/IEC 18004). */
const QUIET = 4;

/** Nothing for an address that is too long for it. */
export function drawCode(text: string): SVGElement | string {
  const modules = qrCode([...new TextEncoder().encode(text)]);
  if (!modules) return '';
  const size = modules.length + 2 * QUIET;
  const rows = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')));
  const picture = make('svg', { viewBox: `0 0 ${size} ${size}`, class: 'code', role: 'img', 'aria-label': text });
  picture.append(
    make('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    make('path', { fill: '#000', d: rows.join(''), 'shape-rendering': 'crispEdges' }),
  );
  return picture;
}

function make(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
