/** Passes a page on as plain text that is useful without opening its link, or as a code for the camera of another phone. */
import { parisClock } from '../guide/schedule.ts';
import { wordsOf } from './page-words.ts';
import { addressToShare } from './this-page.ts';
import { dateInWords, word } from './words.ts';

/** Both tools of a page come in one request. */
export { keepPage } from './keep-page.ts';

export function toggleShare(button: HTMLElement, panel: HTMLElement | null): void {
  const opens = panel?.hidden === true;
  if (panel) panel.hidden = !opens;
  button.setAttribute('aria-expanded', String(opens));
  if (panel && opens) fill(panel);
}

/** Read from the page at the tap, so that it says what the reader sees. */
function fill(panel: HTMLElement): void {
  const address = addressToShare();
  const text = [...textOfPage(), address].join('\n');
  const encoded = encodeURIComponent(text);
  const status = make('p', '');
  status.setAttribute('role', 'status');
  const shown = make('p', text);
  shown.className = 'shared';
  panel.replaceChildren(
    make('p', word('share.this')),
    shown,
    ...(navigator.share ? [button('share.app', () => void navigator.share({ text }).catch(() => undefined))] : []),
    link('share.whatsapp', `https://wa.me/?text=${encoded}`),
    // Some phones read the text only after "&", some only after "?".
    link('share.sms', `sms:?&body=${encoded}`),
    button('share.copy', async () => {
      status.textContent = word((await copy(text)) ? 'share.copied' : 'share.not_copied');
    }),
    button('share.code', async () => {
      const { drawCode } = await import('./code.ts');
      const written = make('bdi', address);
      written.dir = 'ltr';
      status.replaceChildren(word('share.scan'), drawCode(address), written);
    }),
    status,
  );
}

const copy = (text: string): Promise<boolean> =>
  (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
    () => true,
    () => false,
  );

/** Parts that say the most: where, when and how sure of a service, the names of a list, numbers, both sentences of a card. */
const PARTS =
  'main .badges > .badge:not([data-hours]), .today-line, main [data-share], .number h2, .say .big, .say .big ~ p, .cards .card > b';
const MOST_LINES = 12;
/** In front of a line of such a language that may begin with a Latin name. */
const RIGHT_TO_LEFT = '\u200f';

function textOfPage(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)].filter(
    (part) => !part.closest('[hidden]') && !part.closest('.card .badges'),
  );
  const lines = [document.title, ...parts.slice(0, MOST_LINES).map(lineOf)].filter(Boolean);
  return document.documentElement.dir === 'rtl' ? lines.map((line) => RIGHT_TO_LEFT + line) : lines;
}

function lineOf(part: HTMLElement): string {
  const hours = part.matches('.today-line') && part.querySelector('span');
  return hours ? todayInWords(hours) : part.matches('.card > b') ? `– ${wordsOf(part)}` : wordsOf(part);
}

/** "Today" would be wrong tomorrow, so the line has its date. */
function todayInWords(hours: Element): string {
  const said = word('share.today', { date: dateInWords(parisClock(new Date()).date), hours: wordsOf(hours) });
  return document.querySelector('main > .badges [data-unsure]') ? word('state.unsure', { state: said }) : said;
}

function make(name: 'p' | 'bdi', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function button(key: string, run: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  return labelled(element, key, () => element.addEventListener('click', run));
}

function link(key: string, href: string): HTMLElement {
  const element = document.createElement('a');
  element.rel = 'noreferrer noopener';
  element.href = href;
  return labelled(element, key);
}

function labelled(element: HTMLElement, key: string, prepare?: () => void): HTMLElement {
  element.className = 'button';
  element.textContent = word(key);
  prepare?.();
  return element;
}
