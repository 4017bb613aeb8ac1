/** Shows the search box; what searches comes with the first tap into it, once more if it could not be had. */
export function offerSearch(box: HTMLElement): void {
  box.hidden = false;
  const start = () => void import('./search.ts').then(({ startSearch }) => startSearch(box), listen);
  const listen = () => box.addEventListener('focusin', start, { once: true });
  listen();
}
