/** Pictograms that the page holds for its islands, which cannot draw any themselves. */

const ORDER = ['open', 'clock', 'ask'] as const;
export type Sign = (typeof ORDER)[number];

/** Puts the sign before an element's words, in the place of the one that stands there. */
export function showSign(element: Element, sign: Sign | undefined): void {
  element.querySelector('svg')?.remove();
  const drawn = sign && document.querySelector('[data-signs]')?.children[ORDER.indexOf(sign)]?.cloneNode(true);
  if (drawn) element.prepend(drawn);
}

/** Remembers what an element says: a browser that translated it is not fought over words that did not change. */
export function isNew(element: HTMLElement, said: string): boolean {
  if (element.dataset.said === said) return false;
  element.dataset.said = said;
  return true;
}
