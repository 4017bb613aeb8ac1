/** Keeps the language of this page on the phone, unasked, and says truthfully how far that is. */
import type { FromWorker, OfflineKind } from '../guide/offline-messages.ts';
import { canKeep, letNewWorkerIn, listen, mayKeep, presentWorker, send, startWorker } from './keeping.ts';
import { bringsLetters } from './letters.ts';
import { pageLanguage as lang, ownKey, savesData } from './remembered.ts';
import { offerNewer, shownKind, showState } from './status-line.ts';
import { word } from './words.ts';

/** Pages of no language (the chooser, short addresses) have no line and keep nothing. */
export async function startOffline(): Promise<void> {
  if (!document.querySelector('[data-island="offline"]')) return;
  if (!(await canKeep())) return showState({ kind: 'off' });
  listen(hear);
  addEventListener('online', () => void refresh());
  if (!mayKeep(lang())) return showState({ kind: 'removed' });
  if (!savesData()) return keep();
  const worker = await presentWorker();
  if (worker) ask(worker, 'status');
  else showState({ kind: 'off' }, word('offline.data'));
}

/** About this page's language, with its font where the phone's own lack letters. */
function ask(worker: ServiceWorker, type: 'save' | 'status', wasAsked = false): void {
  send(worker, { type, lang: lang(), fonts: bringsLetters() });
  expectWord(wasAsked);
}

/** Registers, and asks: at times for the newest version, otherwise only for what is there. */
async function keep(): Promise<void> {
  try {
    const isTime = isTimeToLook();
    const before = await presentWorker();
    if (!before) showSaving();
    const worker = await startWorker();
    // What is there already is said before anything is fetched.
    if (before) ask(worker, 'status');
    if (isTime || !before) ask(worker, 'save');
    askedAlready = isTime || !before;
  } catch {
    // Also when a portal answers in place of the worker's file, so it may well work later.
    showState({ kind: 'failed' });
  }
}

/** Whether this page has asked for saving, so that what fails is not asked for endlessly. */
let askedAlready = false;
/** Whether a newer version came while this page was open. */
let isOld = false;

function hear(message: FromWorker): void {
  if (message.lang !== lang()) return;
  clearTimeout(silence);
  if (message.type === 'progress') {
    // A whole copy stays one while a newer is fetched beside it.
    if (shownKind() !== 'ready') showSaving();
  } else if (message.kind === 'saving') showSaving();
  else if (isMissing(message.kind) && mayKeep(lang()) && !askedAlready) askAgain();
  else {
    showState(message);
    isOld ||= message.newer === true;
    if (isOld) offerNewer(() => void showNewer());
  }
}

/** Milliseconds after which a worker of which nothing is heard is asked, and then as many to answer. */
const SILENCE = 20_000;
let silence = 0;

function showSaving(): void {
  showState({ kind: 'saving' });
  expectWord();
}

/** Nobody is left to wait without end: a worker whose file came broken never answers, and one that hangs on its way never comes. */
function expectWord(wasAsked = false): void {
  clearTimeout(silence);
  silence = setTimeout(async () => {
    const worker = await presentWorker();
    if (wasAsked || !worker) giveUp();
    // One that comes in its place will answer.
    if (worker) ask(worker, 'status', true);
  }, SILENCE);
}

function giveUp(): void {
  // The reader may have removed everything meanwhile.
  if (shownKind() === 'saving') showState({ kind: 'failed' });
  // One that came broken would let no other in as long as a tab is open.
  void letNewWorkerIn();
}

const isMissing = (kind: OfflineKind) => kind === 'removed' || kind === 'failed';

/** The phone has thrown the copy away, or part of it. */
function askAgain(): void {
  askedAlready = true;
  if (savesData()) showState({ kind: 'off' }, word('offline.data'));
  else void presentWorker().then((worker) => worker && ask(worker, 'save'));
}

/** The connection is back: what failed is tried again, what is whole is looked at for news. */
async function refresh(): Promise<void> {
  if (!mayKeep(lang()) || savesData()) return;
  const worker = await presentWorker();
  if (worker) ask(worker, 'save');
  else await keep();
}

async function showNewer(): Promise<void> {
  await letNewWorkerIn();
  // Keeps the place on the page.
  location.reload();
}

/** Milliseconds after which a tab looks for news again: an app on the home screen and many a tab are never closed. */
const AGAIN = 3_600_000;

/** On the first page of a tab, and hourly. Portal windows and some private ones have no session storage; there it is always time. */
function isTimeToLook(): boolean {
  const key = ownKey(`kept:${lang()}`);
  const now = Date.now();
  try {
    // A clock that was set back, or gives no number, must not end the looking.
    if (Math.abs(now - Number(sessionStorage.getItem(key))) < AGAIN) return false;
    sessionStorage.setItem(key, `${now}`);
  } catch {
    // As on a first page.
  }
  return true;
}
