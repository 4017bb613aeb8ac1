/** Passes a page on as plain text that is useful without opening its link, or as a code for the camera of another phone. */
import { parisClock } from '../guide/paris-clock.ts';
import { daySpans, readHours } from '../guide/schedule.ts';
import { spanInWords } from './hours.ts';
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
/** Letters: an SMS of other than Latin letters has 70 of them, and networks join ten at the most. The first line always goes. */
const MOST_LETTERS = 600;
/** In front of a line of such a language that may begin with a Latin name. */
const RIGHT_TO_LEFT = '\u200f';

function textOfPage(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)].filter(
    (part) => !part.closest('[hidden]') && !part.closest('.card .badges'),
  );
  const lines = withinMessage([document.title, ...parts.map(lineOf)].filter(Boolean));
  return document.documentElement.dir === 'rtl' ? lines.map((line) => RIGHT_TO_LEFT + line) : lines;
}

/** Whole lines, as many as a message takes: half a place is worse than none. */
function withinMessage(lines: readonly string[]): string[] {
  let letters = 0;
  return lines.filter((line, i) => {
    letters += line.length + 1;
    return i === 0 || letters <= MOST_LETTERS;
  });
}

function lineOf(part: HTMLElement): string {
  const hours = part.matches('.today-line') && part.querySelector('span');
  const isUnsure = document.querySelector('main > .badges [data-unsure]') !== null;
  return hours ? onThisDay(wordsOf(hours), isUnsure) : part.matches('.card > b') ? cardInWords(part) : wordsOf(part);
}

/** A place of a list: its name, where, when, and how old that is. */
function cardInWords(name: HTMLElement): string {
  const others = [...(name.parentElement?.querySelectorAll<HTMLElement>('.badge, .where') ?? [])];
  // What stands second is when; it stands first on the page.
  const [where, age] = others.filter((one) => one.matches('.where')).map(wordsOf);
  const badges = others.filter((one) => one.matches('.badge')).map(badgeInWords);
  return [`– ${wordsOf(name)}`, where, ...badges, age]
    .filter(Boolean)
    .join('. ')
    .replace(/([.!?።۔])\. /g, '$1 ');
}

/** What is open "now" is not so when the message is read: the hours of the day, with its date. */
function badgeInWords(badge: HTMLElement): string {
  const hours = readHours(badge.dataset.hours ?? '');
  const spans = hours.kind === 'table' && daySpans(hours.table, parisClock(new Date()).date);
  if (!spans) return wordsOf(badge);
  return onThisDay(spans.map(spanInWords).join(' ') || word('hours.closed_day'), badge.dataset.unsure !== undefined);
}

/** "Today" would be wrong tomorrow, so the line has its date. */
function onThisDay(hours: string, isUnsure: boolean): string {
  const said = word('share.today', { date: dateInWords(parisClock(new Date()).date), hours });
  return isUnsure ? word('state.unsure', { state: said }) : said;
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
