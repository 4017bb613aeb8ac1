/** Starts what makes a page livelier. With this script missing, every page still says everything. */

import { hideWhatRanOut } from './dates.ts';
import { goOn } from './go-on.ts';
import { showHours } from './hours.ts';
import { startShare } from './share.ts';

const find = (island: string) => document.querySelectorAll<HTMLElement>(`[data-island="${island}"]`);

find('go-on').forEach(goOn);
showHours(new Date());
hideWhatRanOut(new Date());
find('share').forEach(startShare);
find('phone').forEach(async (element) => (await import('./phone.tsx')).startPhone(element));

/** Saving waits until the reader has the page, so that it never slows it. */
const whenIdle = (task: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(task, { timeout: 2000 }) : setTimeout(task, 200);
const startOffline = async () => (await import('./offline.ts')).startOffline();
// While the guide is being written there is no worker to keep an old copy of it.
if (import.meta.env.DEV) document.documentElement.dataset.offline = 'off';
else if (document.readyState === 'complete') whenIdle(startOffline);
else addEventListener('load', () => whenIdle(startOffline));

/** A page left open, or brought back by the browser, goes on telling the truth. */
const refresh = () => {
  if (document.visibilityState !== 'visible') return;
  showHours(new Date());
  hideWhatRanOut(new Date());
};
document.addEventListener('visibilitychange', refresh);
setInterval(refresh, 30_000);
