/** Starts what makes a page livelier. With this script missing, every page still says everything. */

import { chooseLanguage, findLanguage } from './choose-language.ts';
import { hideWhatRanOut } from './dates.ts';
import { showKept } from './kept.ts';
import { offerNear } from './offer-near.ts';
import { offerSearch } from './offer-search.ts';
import { preparePaper } from './print.ts';
import { openOriginals, startReadAlong } from './read-along.ts';
import { pageLanguage, remember } from './remembered.ts';
import { stayTrue } from './stay-true.ts';
import { startTools } from './tools.ts';

const find = (island: string) => document.querySelectorAll<HTMLElement>(`[data-island="${island}"]`);

/** In a task of its own: together with reading the script and ending the page it would block a slow phone's screen for too long. */
setTimeout(() => {
  find('choose-language').forEach(chooseLanguage);
  document.querySelectorAll<HTMLInputElement>('[data-island="find-language"]').forEach(findLanguage);
  if (document.querySelector('[data-island="offline"]')) remember('language', pageLanguage());
  find('read-along').forEach(startReadAlong);
  find('originals').forEach(openOriginals);
  stayTrue(hideWhatRanOut);
  find('near').forEach(offerNear);
  find('tools').forEach(startTools);
  find('kept').forEach(showKept);
  find('search').forEach(offerSearch);
  preparePaper();
});

/** A part of this script may not come: the connection breaks off, or the reader has gone on to another page. */
const nothing = () => undefined;

/** What only some pages have. */
const OWN: Record<string, () => Promise<{ start(element: HTMLElement): unknown }>> = {
  today: () => import('./today.ts'),
  phone: () => import('./phone.ts'),
  map: () => import('./map-list.ts'),
};
for (const [island, load] of Object.entries(OWN))
  find(island).forEach((element) => void load().then(({ start }) => start(element), nothing));

/** Saving, and letters that the phone lacks, wait until the reader has the page, so that they never slow it. */
const whenIdle = (task: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 200);
const startLater = () =>
  Promise.all([import('./letters.ts'), import('./offline.ts')]).then(
    async ([{ bringLetters }, { startOffline }]) => {
      await bringLetters();
      if (find('notices').length) void import('./notices.ts').then(({ startNotices }) => startNotices(), nothing);
      find('listen').forEach((element) => void import('./listen.ts').then(({ startListen }) => startListen(element), nothing));
      // While the guide is being written there is no worker to keep an old copy of it.
      if (import.meta.env.DEV) document.documentElement.dataset.offline = 'off';
      else await startOffline();
    },
    // Told as browsers tell of a broken script (before-paint.ts): without this one nothing would ever be kept.
    () => void dispatchEvent(new Event('error')),
  );
if (document.readyState === 'complete') whenIdle(startLater);
else addEventListener('load', () => whenIdle(startLater));
