/** The part of a page that is its own; the rest is the shell of its language. All values are safe HTML. */
export interface PageParts {
  /** Address after `/<lang>/`. */
  rest: string;
  title: string;
  description: string;
  /** Which entry of the bar at the bottom is this page, '' for none. */
  bar: string;
  /** `rest` of the town's home that "Home" leads to, '' for the town chooser. */
  home: string;
  /** Inner HTML of `<main>`. */
  main: string;
}

/** `@@name@@` is replaced by the part of that name, `@@bar:home@@` by ` aria-current="page"` when `bar` is `home`. */
const MARK = /@@([a-z]+)(?::([a-z]+))?@@/g;

/**
 * Puts a page together from its language's shell and its own parts.
 * The build and the service worker both call this, so a page composed on a phone has the very bytes that were published.
 * @example composePage('<title>@@title@@</title>', parts) -> '<title>Food in Calais</title>'
 */
export function composePage(shell: string, parts: PageParts): string {
  return shell.replace(MARK, (_, name: string, argument?: string) => {
    if (name === 'bar') return argument === parts.bar ? ' aria-current="page"' : '';
    return parts[name as keyof PageParts] ?? '';
  });
}
