/** The one place that turns text into the address of a script, under the policy that the page's CSP names. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

export const base = () => document.documentElement.dataset.base ?? '/';

/** Beginnings of the only addresses that may become a script here: the guide's worker, and that of the map. */
const allowed = () => [`${base()}sw.js`, `${base()}assets/atlas-worker-`];

function check(url: string): string {
  if (!allowed().some((beginning) => url.startsWith(beginning))) throw new TypeError(`${url} is no script of this guide`);
  return url;
}

let policy: { createScriptURL(url: string): string } | undefined;

/** Older browsers know no trusted types; there the text itself is checked just the same. */
export function trustedUrl(url: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('guide', { createScriptURL: check }) ?? { createScriptURL: check };
  return policy.createScriptURL(url);
}
