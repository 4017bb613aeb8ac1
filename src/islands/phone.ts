/** The page "On this phone": each language's row says what is kept of it, and everything can be removed. */

import { mapCacheName, streetsCacheName } from '../guide/cache-names.ts';
import type { FromWorker, OfflineState } from '../guide/offline-messages.ts';
import { COSTS_URL, type Cost, type Costs } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';
import { startComfort } from './comfort.ts';
import { canKeep, keepAgain, keepNot, listen, presentWorker, send, startWorker } from './keeping.ts';
import { lacksLetters } from './letters.ts';
import { removeEverything } from './removing.ts';
import { showState } from './status-line.ts';
import { base } from './trusted-url.ts';
import { sizeInWords, word } from './words.ts';

/** A language's row, see pages/phone-page.tsx. */
interface Row {
  lang: Lang;
  status: Element;
  cost: HTMLElement;
  button: HTMLButtonElement;
  isKept: boolean;
}

export async function start(section: HTMLElement): Promise<void> {
  document.querySelectorAll<HTMLElement>('#reading').forEach(startComfort);
  document.querySelector('#pass-on a')?.addEventListener('click', passOn);
  const able = await canKeep();
  section.querySelector('p')?.remove();
  for (const part of section.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = (part.dataset.when === 'able') !== able;
  const rows = able ? [...section.querySelectorAll<HTMLElement>('.keep[data-lang]')].map(readRow) : [];
  startRows(rows);
  if (able) void showMap(section.querySelector<HTMLElement>('[data-atlas]'));
  for (const button of document.querySelectorAll<HTMLElement>('[data-remove]')) {
    button.hidden = false;
    button.addEventListener('click', () => void removeAll(rows, button.dataset.remove === 'visit' ? 'visit' : 'ever'));
  }
}

/** What the link leads to is made on the phone; one that keeps nothing, and cannot fetch how, follows the link. */
function passOn(event: Event): void {
  const link = event.currentTarget as HTMLAnchorElement;
  event.preventDefault();
  import('./pass-on.ts').then((file) => file.passOn()).catch(() => location.assign(link.href));
}

function readRow(element: HTMLElement): Row {
  const [status, cost] = element.querySelectorAll('small');
  const button = element.querySelector('button');
  if (!status || !cost || !button) throw new Error('A row of the page is not as the build makes it.');
  return { lang: element.dataset.lang ?? '', status, cost, button, isKept: false };
}

function startRows(rows: readonly Row[]): void {
  if (!rows.length) return;
  listen((message) => {
    const row = rows.find(({ lang }) => lang === message.lang);
    if (row) showRow(row, message);
  });
  for (const row of rows) {
    showRow(row);
    row.button.addEventListener('click', () => (row.isKept ? void removeLanguage(row.lang) : save(row)));
  }
  void tellCosts(rows);
  void askAboutAll(rows);
}

/** The map that moves and the streets, once somebody has opened them: what they take, and the way to be rid of them. */
async function showMap(row: HTMLElement | null): Promise<void> {
  const names = [mapCacheName(base()), streetsCacheName(base())];
  const bytes = (await Promise.all(names.map(bytesIn))).reduce((sum, some) => sum + some, 0);
  const [status, button] = [row?.querySelector('small'), row?.querySelector('button')];
  if (!row || !status || !button || !bytes) return;
  status.textContent = word('phone.saved', { size: sizeInWords(bytes) });
  row.hidden = false;
  button.addEventListener('click', async () => {
    for (const name of names) await caches.delete(name);
    row.hidden = true;
    tell(word('phone.not_saved'));
  });
}

/** A look must not create the cache. */
async function bytesIn(name: string): Promise<number> {
  if (!(await caches.has(name))) return 0;
  const files = await (await caches.open(name)).matchAll();
  const sizes = await Promise.all(files.map(async (file) => (await file.blob()).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** `known` is what the worker said last. */
function showRow(row: Row, known?: FromWorker): void {
  row.isKept = known?.type === 'state' && known.kind === 'ready';
  row.status.textContent = stateInWords(known);
  // What saving costs is told before the tap.
  row.cost.hidden = row.isKept;
  row.button.disabled = known?.type === 'progress' || known?.kind === 'saving';
  const label = row.button.querySelector('span');
  if (label) label.textContent = word(row.isKept ? 'phone.remove' : 'phone.save');
}

function stateInWords(known: FromWorker | undefined): string {
  if (known?.type === 'progress') return word('phone.saving', { done: known.done, of: known.of });
  if (known?.kind === 'ready') return word('phone.saved', { size: sizeInWords(known.bytes) });
  if (known?.kind === 'failed') return word('phone.failed');
  return word('phone.not_saved');
}

function save(row: Row): void {
  tell('');
  saveLanguage(row.lang).catch(() => showRow(row, failed(row.lang)));
}

/** Leads to what the browser still keeps, which only the reader can remove. */
async function removeAll(rows: readonly Row[], until: 'visit' | 'ever'): Promise<void> {
  await removeEverything(until);
  for (const row of rows) showRow(row);
  for (const row of document.querySelectorAll<HTMLElement>('.keep[data-atlas]')) row.hidden = true;
  for (const kept of document.querySelectorAll<HTMLElement>('[data-island="kept"]')) kept.hidden = true;
  showState({ kind: 'removed' });
  tell(word('phone.removed'));
  const rest = document.querySelector<HTMLElement>('#browser');
  rest?.scrollIntoView();
  rest?.focus({ preventScroll: true });
}

function tell(sentence: string): void {
  for (const line of document.querySelectorAll('.told')) line.textContent = sentence;
}

/** Over the air, before anything is saved. */
async function tellCosts(rows: readonly Row[]): Promise<void> {
  const costs = await readCosts();
  for (const { lang, cost } of rows) {
    const { transfer, font } = costs[lang] ?? {};
    const letters = (await needsFont(costs[lang])) ? (font?.bytes ?? 0) : 0;
    if (transfer) cost.textContent = word('phone.size', { size: sizeInWords(transfer + letters) });
  }
}

/** None without a connection. */
async function readCosts(): Promise<Costs> {
  try {
    return (await (await fetch(base() + COSTS_URL, { mode: 'same-origin' })).json()) ?? {};
  } catch {
    return {};
  }
}

/** Whether this phone lacks letters of the language: then its font is fetched and kept too. */
const needsFont = async (cost?: Cost) => !!cost?.font && lacksLetters(cost.font.letters);

async function askAboutAll(rows: readonly Row[]): Promise<void> {
  const worker = await presentWorker();
  if (worker) for (const { lang } of rows) send(worker, { type: 'status', lang });
}

async function saveLanguage(lang: Lang): Promise<void> {
  keepAgain(lang);
  // Asked for at the tap, when browsers are most ready to grant it: they then do not throw the copy away for room.
  void navigator.storage?.persist?.().catch(() => false);
  const [worker, costs] = await Promise.all([startWorker(), readCosts()]);
  send(worker, { type: 'save', lang, fonts: await needsFont(costs[lang]) });
}

async function removeLanguage(lang: Lang): Promise<void> {
  keepNot(lang);
  const worker = await presentWorker();
  if (worker) send(worker, { type: 'remove', lang });
}

const failed = (lang: Lang): OfflineState => ({ type: 'state', lang, kind: 'failed', files: 0, bytes: 0, made: '' });
