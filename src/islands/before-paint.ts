/**
 * Stands in the head of every page, before its style, and runs before anything is drawn, so that nothing changes under the reader's eyes.
 * Leaving works from the first moment, and a tab that was left shows no page of the guide again when somebody goes back in it.
 */
import { CALENDAR } from '../guide/routes.ts';
import { mayStore, ownKey } from './remembered.ts';
import { base } from './trusted-url.ts';

const root = document.documentElement;
/** Says of this tab that it was left. Its name serves where nothing may be stored, and other sites may read a name: it is a neutral one. */
const KEY = ownKey('left');

function isLeft(): boolean {
  try {
    return window.name === CALENDAR || !!sessionStorage.getItem(KEY);
  } catch {
    return false;
  }
}

function markLeft(): void {
  try {
    if (mayStore()) sessionStorage.setItem(KEY, '1');
  } catch {
    // The name does.
  }
  if (!isLeft()) window.name = CALENDAR;
}

function forgetLeft(): void {
  window.name = '';
  sessionStorage.removeItem(KEY);
}

/** The old interface: the new one is missing in Safari before 15. */
const cameBack = () => performance.navigation.type === 2;

/** Only the look is taken away: a page that the browser keeps for "back" needs the rest to come back at its place. */
function show(isShown: boolean): void {
  root.style.visibility = isShown ? '' : 'hidden';
}

function leave(): void {
  show(false);
  location.replace(base() + CALENDAR);
}

addEventListener('click', (event) => {
  if (!(event.target as Element).closest('.leave')) return;
  event.preventDefault();
  markLeft();
  leave();
});
/**
 * A script that came broken is kept by the browser for a year under its name, and with it goes all keeping. So every script of the page
 * is asked for past that memory, and the next page has them right. Faults of ours that run are not this.
 */
addEventListener(
  'error',
  ({ message = '', target }) => {
    const isBroken = target === window ? /^$|SyntaxError/.test(message) : (target as Element).localName === 'script';
    if (!isBroken) return;
    for (const { name } of performance.getEntriesByType('resource'))
      if (name.endsWith('.js')) fetch(name, { cache: 'reload' }).catch(() => undefined);
  },
  true,
);
addEventListener('pagehide', () => show(false));
addEventListener('pageshow', () => (isLeft() ? leave() : show(true)));

try {
  // The choices of comfort.ts.
  Object.assign(root.dataset, JSON.parse(localStorage.getItem(ownKey('comfort')) || '{}'));
} catch {
  // Then the page is as the phone has it.
}
try {
  if (isLeft()) cameBack() ? leave() : forgetLeft();
} catch {
  // A browser that cannot say how the page was reached shows it.
}
