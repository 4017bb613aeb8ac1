/** Pictograms that the page holds for its islands, which cannot draw any themselves. */

const ORDER = ['open', 'clock', 'ask'] as const;
export type Sign = (typeof ORDER)[number];

/** Puts the sign in the place of the one that stands there. */
export function showSign(element: Element, sign: Sign): void {
  const drawn = document.querySelector('[data-signs]')?.children[ORDER.indexOf(sign)]?.cloneNode(true);
  if (drawn) element.querySelector('svg')?.replaceWith(drawn);
}

/** Sets words once, so that a browser that translated them is not fought; answers whether they are new. */
export function isNew(element: HTMLElement, said: string): boolean {
  if (element.dataset.said === said) return false;
  element.dataset.said = said;
  return true;
}
