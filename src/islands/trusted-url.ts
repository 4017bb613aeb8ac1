/** The one place that turns text into the address of a script, under the policy that the page's CSP names. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

export const base = () => document.documentElement.dataset.base ?? '/';

/** The only addresses that may become a script here. */
const allowed = () => [`${base()}sw.js`];

function check(url: string): string {
  if (!allowed().includes(url)) throw new TypeError(`${url} is no script of this guide`);
  return url;
}

let policy: { createScriptURL(url: string): string } | undefined;

/** Older browsers know no trusted types; there the text itself is checked just the same. */
export function trustedUrl(url: string): string {
  const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('guide', { createScriptURL: check }) ?? { createScriptURL: check };
  return policy.createScriptURL(url);
}
