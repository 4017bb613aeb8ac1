/** The page's own colours for the map, read from it, so that light and dark are those that the reader has or chose. */

/** By their names in styles/tokens.css and styles/parts/needs.css. */
export function colours<N extends string>(...names: readonly N[]): Record<N, string> {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const read = (name: N) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  };
  const found = Object.fromEntries(names.map(read)) as Record<N, string>;
  probe.remove();
  return found;
}

/** Calls back when the phone turns dark or light, or the reader chooses it, until the returned function is called. */
export function onColoursChanged(change: () => void): () => void {
  const stop = new AbortController();
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', change, { signal: stop.signal });
  const chosen = new MutationObserver(change);
  chosen.observe(document.documentElement, { attributeFilter: ['data-scheme'] });
  return () => {
    stop.abort();
    chosen.disconnect();
  };
}
