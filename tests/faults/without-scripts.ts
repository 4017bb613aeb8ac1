/** A phone that runs no scripts: all that is said must still be there to be read, and nothing may wait for a tap that does nothing. */
import { routes } from '../../src/guide/routes.ts';
import { Loss, type Trial } from './fault.ts';
import { bytesOf } from './needed.ts';
import type { Phone } from './phone.ts';
import { pagesOf, type Release } from './releases.ts';

/** What a page looks like to its reader. */
interface Seen {
  heading: boolean;
  /** Words of what can be tapped and does nothing. */
  dead: string[];
  /** Texts of the page's own part that cannot be got to see; a closed fold opens without a script. */
  unseen: string[];
  /** Addresses that its links lead to. */
  links: string[];
}

/** Follows the links from the first choice on, as readers do, to every page of every language. */
export async function readWithoutScripts(trial: Trial): Promise<void> {
  const { host } = trial;
  const v1 = trial.release(1);
  const phone = await trial.phone();
  const session = await phone.context.newCDPSession(phone.page);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  const isPage = (path: string) => v1.files.has(`${path}index.html`);
  const toRead = [''];
  const met = new Set(toRead);
  for (let path = toRead.pop(); path !== undefined; path = toRead.pop()) {
    const { links } = await read(phone, trial, path);
    const found = links.filter((link) => link.startsWith(host.url(''))).map((link) => link.slice(host.url('').length));
    for (const next of found) if (isPage(next) && !met.has(next) && met.add(next)) toRead.push(next);
  }
  const never = ownPages(v1).filter((path) => !met.has(path));
  if (never.length) throw new Loss(`no link leads to ${never.slice(0, 5).join(', ')}`);
}

/** All but the one that only the worker shows. */
const ownPages = (release: Release) =>
  Object.keys(release.lists).flatMap((lang) => pagesOf(release, lang).filter((path) => path !== `${lang}/${routes.notSaved()}`));

async function read(phone: Phone, { host, release }: Trial, path: string): Promise<Seen> {
  const answer = await phone.page.goto(host.url(path), { waitUntil: 'domcontentloaded' });
  if (!(await answer?.body())?.equals(bytesOf(release(1), `${path}index.html`))) throw new Loss(`${path || '/'} does not open`);
  const seen = (await phone.page.evaluate(LOOK)) as Seen;
  if (!seen.heading) throw new Loss(`${path || '/'} shows no heading`);
  if (seen.dead.length) throw new Loss(`${path || '/'} shows what does nothing: ${seen.dead.slice(0, 3).join(', ')}`);
  if (seen.unseen.length) throw new Loss(`${path || '/'} hides: ${seen.unseen.slice(0, 3).join(', ')}`);
  return seen;
}

/** Boxes to tick are left out: on sheets for printing they work by style alone. What has `hidden` is what only scripts bring to life. */
const LOOK = `(() => {
  const drawn = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const canBeGotTo = (element) => { const fold = element.closest('details:not([open])'); return fold ? canBeGotTo(fold.parentElement) : drawn(element); };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const tapped = all('button, [role=button], select, textarea, input:not([type=checkbox], [type=radio])').filter(canBeGotTo);
  for (const fold of all('details:not([open])')) fold.open = true;
  const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  const unseen = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || parentElement.closest('script, style, template, svg, noscript, button, [hidden]')) continue;
    if (!drawn(parentElement)) unseen.push(data.trim().slice(0, 60));
  }
  return {
    heading: all('h1').some(drawn),
    dead: tapped.filter((one) => drawn(one)).map((one) => one.textContent.trim() || one.getAttribute('aria-label') || one.outerHTML.slice(0, 60)),
    unseen,
    links: all('a[href]').map(({ href }) => href.replace(/[?#].*/, '')),
  };
})()`;
