/** A second language beside the page's own: for helpers who read along, and to see what a machine translated. */
import type { Lang } from '../guide/types.ts';
import { base } from './trusted-url.ts';

/** One piece of text of this page and the same piece of the page in the other language. */
type Pair = readonly [mine: HTMLElement, theirs: Element];

const PATIENCE = 20_000;

/** Shows the other language below each piece of text, or only below the one that was tapped. Rejects when that page cannot be had. */
export async function showBeside(url: string, only?: Element): Promise<void> {
  const other = await readPage(url);
  const [main, otherMain] = [document.querySelector('main'), other.querySelector('main')];
  if (!main || !otherMain) return;
  const { lang, dir } = other.documentElement;
  for (const [mine, theirs] of pairsOf(main, otherMain))
    if (!only || mine === only || mine.contains(only)) add(mine, theirs, { lang, dir });
}

export function hideBeside(): void {
  for (const added of document.querySelectorAll('.beside')) added.remove();
}

let page: { url: string; read: Promise<Document> } | undefined;

/** XMLHttpRequest makes a document without scripts and without passing text through our hands, so the policy for HTML stays closed. */
function readPage(url: string): Promise<Document> {
  if (page?.url === url) return page.read;
  const read = new Promise<Document>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    // Tells the worker that a page is wanted, so that a kept one answers without a connection.
    request.setRequestHeader('accept', 'text/html');
    request.onload = () => (request.status === 200 && request.responseXML ? resolve(request.responseXML) : fail());
    const fail = () => reject(new Error(`${url} cannot be read now`));
    request.onerror = fail;
    request.ontimeout = fail;
    request.send();
  });
  page = { url, read };
  read.catch(() => {
    page = undefined;
  });
  return read;
}

/** Both pages come from the same template, so their pieces of text stand at the same places. */
function pairsOf(mine: Element, theirs: Element): Pair[] {
  if (mine.matches('[data-island="state"], [data-fresh], [data-live], .translation, .beside, .original, [hidden]')) return [];
  if (hasOwnText(mine) && mine instanceof HTMLElement) return [[mine, theirs]];
  const elsewhere = () => [...(theirs.closest('main')?.querySelectorAll('li') ?? [])];
  const others = matching([...mine.children], [...theirs.children].filter(isShared), elsewhere);
  return [...mine.children].filter(isShared).flatMap((child, i) => {
    const other = others(child, i);
    return other ? pairsOf(child, other) : [];
  });
}

const isShared = (element: Element) => !element.matches('.original, .beside, .translation, .distance, font');

const hasOwnText = (element: Element) =>
  [...element.childNodes].some((node) => (node.nodeType === Node.TEXT_NODE || isTranslated(node)) && node.textContent?.trim());

/** Browsers that translate a page put each piece of text into elements of this name. */
const isTranslated = (node: Node) => node.nodeName === 'FONT';

/** Lists may be sorted or divided by what is open now: there the address they lead to says what belongs together. */
function matching(
  mine: Element[],
  theirs: Element[],
  elsewhere: () => Element[],
): (child: Element, place: number) => Element | undefined {
  const isList = mine.every((one) => one.tagName === 'LI' && addressOf(one));
  const sameIn = (others: readonly Element[], child: Element) => others.find((other) => addressOf(other) === addressOf(child));
  return (child, place) => (isList ? (sameIn(theirs, child) ?? sameIn(elsewhere(), child)) : theirs[place]);
}

/** Where an entry leads, without the language. */
const addressOf = (element: Element) =>
  element
    .querySelector('a[href]')
    ?.getAttribute('href')
    ?.slice(base().length)
    .replace(/^[^/]+/, '');

function add(mine: HTMLElement, theirs: Element, { lang, dir }: { lang: Lang; dir: string }) {
  const text = wordsOf(theirs);
  if (!text || text === wordsOf(mine) || mine.querySelector(':scope > .beside')) return;
  const element = document.createElement('span');
  element.className = 'beside';
  element.lang = lang;
  element.dir = dir;
  element.textContent = text;
  mine.append(element);
}

/** Text without what is already there in another language. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const other of copy.querySelectorAll('.original, .beside')) other.remove();
  return copy.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
