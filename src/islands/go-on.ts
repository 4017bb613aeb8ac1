/** A short address from paper goes on to the page in the reader's language; without a match the list stays. */
export function goOn(list: HTMLElement): void {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[hreflang]')];
  for (const wanted of navigator.languages) {
    const found = links.find(({ hreflang }) => hreflang === wanted || hreflang === wanted.split('-')[0]);
    if (!found) continue;
    location.replace(found.href);
    return;
  }
}
