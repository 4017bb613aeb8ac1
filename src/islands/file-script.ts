/**
 * The one script of the guide in one file: whether the file is old, what is open now, which news have run out.
 * Old viewers of files read it too, so it is built for them, and what one of them lacks costs no more than its own line.
 */
import { parisClock } from '../guide/paris-clock.ts';
import { addDays, GOOD_DAYS, isClockWrong, readHours, stateAt } from '../guide/schedule.ts';
import { made } from './dates.ts';
import { stateInWords, withClock } from './hours.ts';
import { word } from './words.ts';

const now = new Date();
const today = parisClock(now).date;
/** Also years later: a phone with a wrong clock is rarer than an old file. */
const isOld = today > addDays(made(), GOOD_DAYS);

const each = (selector: string, run: (element: HTMLElement) => void) =>
  Array.prototype.forEach.call(document.querySelectorAll(selector), run);

if (isOld) each('.old', (warning) => warning.removeAttribute('hidden'));
if (!isClockWrong(today, made())) each('[data-until]', showWhileTrue);
each('[data-hours]', showState);

/** As on the pages (islands/hours.ts). Of an old file nothing is sure. */
function showState(badge: HTMLElement): void {
  const text = badge.querySelector('span');
  const state = stateAt(readHours(badge.getAttribute('data-hours') ?? ''), now, made());
  if (!text || state.kind === 'by-appointment') return;
  const isUnsure = isOld || badge.hasAttribute('data-unsure');
  const sure = 'until' in state || 'opens' in state ? withClock(stateInWords(state)) : stateInWords(state);
  const isTold = state.kind === 'open' || state.kind === 'closed';
  text.textContent = isUnsure && isTold ? word('state.unsure', { state: sure }) : sure;
  badge.className = `badge ${isUnsure || state.kind === 'unknown' ? 'is-doubt' : state.kind === 'open' ? 'is-open' : ''}`;
}

function showWhileTrue(note: HTMLElement): void {
  const isTrue = (note.getAttribute('data-from') ?? '') <= today && today <= (note.getAttribute('data-until') ?? '');
  if (isTrue) {
    note.removeAttribute('hidden');
    note.parentElement?.removeAttribute('hidden');
  } else note.setAttribute('hidden', '');
}
