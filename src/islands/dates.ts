/** Shows and hides what depends on today's date in Paris. A clock that is plainly wrong changes nothing but hides what ran out. */
import { freshness } from '../guide/freshness.ts';
import { parisClock } from '../guide/paris-clock.ts';
import type { IsoDate } from '../guide/types.ts';

/** The guide's own day. */
export const made = (): IsoDate => document.documentElement.dataset.made ?? '';

/** The latest day that is known to have come, whatever the phone's clock says. */
let reached: IsoDate = '';

/** A server has said which day it is, or a file which day it was made: the phone's clock cannot be before that. */
export function haveReached(day: IsoDate): void {
  if (day > reached) reached = day;
}

export function hideWhatRanOut(now: Date): void {
  const { sourceChecked } = document.documentElement.dataset;
  haveReached(made());
  const clock = parisClock(now).date;
  const today = clock < reached ? reached : clock;
  for (const place of document.querySelectorAll<HTMLElement>('.notices')) hideNews(place, today);
  const age = document.querySelector<HTMLElement>('.guide-age');
  if (age && sourceChecked && freshness(sourceChecked, today).kind !== 'fresh') age.hidden = false;
}

/** A place where nothing is left to say takes no room. */
function hideNews(place: HTMLElement, today: IsoDate) {
  let isEmpty = true;
  for (const note of place.querySelectorAll<HTMLElement>('[data-until]')) {
    note.hidden = today > (note.dataset.until ?? '') || today < (note.dataset.from ?? '');
    isEmpty &&= note.hidden;
  }
  place.hidden = isEmpty;
}
