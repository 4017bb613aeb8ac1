/** The newest news: asked of the network at each page, put in the place of the page's own, and never kept. */

import { concerns } from '../guide/notices.ts';
import { parisClock } from '../guide/paris-clock.ts';
import { noticesUrl } from '../guide/routes.ts';
import { haveReached, hideWhatRanOut } from './dates.ts';
import { pageLanguage, savesData } from './remembered.ts';
import { base } from './trusted-url.ts';

const PATIENCE = 4000;

const places = () => document.querySelectorAll<HTMLElement>('[data-island="notices"]');

/** Also once more when the connection comes back. What stands in the page stays whenever something goes wrong. */
export function startNotices(): void {
  if (!places().length || savesData()) return;
  addEventListener('online', ask);
  if (navigator.onLine) ask();
}

/** XMLHttpRequest makes a document without scripts, as in beside.ts. */
function ask(): void {
  const request = new XMLHttpRequest();
  request.open('GET', base() + noticesUrl(pageLanguage()));
  request.responseType = 'document';
  request.timeout = PATIENCE;
  request.setRequestHeader('cache-control', 'no-cache');
  request.onload = () => {
    if (request.status === 200 && request.responseXML) show(request.responseXML, request.getResponseHeader('date'));
  };
  request.send();
}

/** Only what says itself that it is this guide's news in this language; an older copy than the page has nothing new. */
function show(news: Document, sentOn: string | null): void {
  const { dataset, lang } = news.documentElement;
  const { made = '' } = dataset;
  if (dataset.guideNotices !== base() || lang !== pageLanguage() || made < (document.documentElement.dataset.made ?? '')) return;
  haveReached(made);
  if (sentOn && Date.parse(sentOn)) haveReached(parisClock(new Date(sentOn)).date);
  for (const place of places()) fill(place, news);
  hideWhatRanOut(new Date());
}

function fill(place: HTMLElement, news: Document): void {
  const { towns = '', needs, only } = place.dataset;
  const about = {
    towns: list(towns),
    needs: needs === undefined ? needs : list(needs),
    only: only as 'urgent' | 'calm' | undefined,
  };
  const notes = [...news.querySelectorAll<HTMLElement>('body > .note')].filter((note) =>
    concerns({ towns: list(note.dataset.towns), needs: list(note.dataset.needs), urgent: note.matches('.pressing') }, about),
  );
  if (notes.map(textOf).join() === [...place.children].map(textOf).join()) return;
  // Said to beside.ts: the same page in another language has other news.
  place.dataset.fresh = '';
  place.replaceChildren(...notes.flatMap(copy));
}

const list = (names = '') => names.split(' ').filter(Boolean);

/** Without a second language that stands below it. */
function textOf(note: Element): string {
  const whole = note.cloneNode(true) as Element;
  for (const other of whole.querySelectorAll('.beside')) other.remove();
  return whole.textContent ?? '';
}

const ELEMENTS = /^(div|span|p|ul|ol|li|h2|h3|b|strong|em|br|small|bdi|a|svg|path)$/;
const ATTRIBUTES = /^(class|lang|dir|rel|aria-hidden|viewBox|d|data-(from|until|towns|needs))$/;

/** A node of another document, made anew of nothing but what news is made of. */
function copy(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element) || !ELEMENTS.test(node.localName)) return [];
  const made = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes)
    if (ATTRIBUTES.test(name) || (name === 'href' && isSafe(value))) made.setAttribute(name, value);
  made.append(...[...node.childNodes].flatMap(copy));
  return [made];
}

/** Within this site, or a kind of link that the guide writes. */
const isSafe = (href: string) => /^(https|tel|sms|mailto|geo):/.test(href) || (href.startsWith(base()) && !href.startsWith('//'));
