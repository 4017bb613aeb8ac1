/** Shows and hides what depends on today's date in Paris. A clock that is plainly wrong changes nothing but hides what ran out. */
import { freshness } from '../guide/freshness.ts';
import { parisClock } from '../guide/schedule.ts';

export function hideWhatRanOut(now: Date): void {
  const { made = '', sourceChecked } = document.documentElement.dataset;
  const clock = parisClock(now).date;
  // A phone that lives before the guide was made lives on the guide's day.
  const today = clock < made ? made : clock;
  for (const notice of document.querySelectorAll<HTMLElement>('[data-until]')) {
    notice.hidden = today > (notice.dataset.until ?? '') || today < (notice.dataset.from ?? '');
  }
  const age = document.querySelector<HTMLElement>('.guide-age');
  if (age && sourceChecked && freshness(sourceChecked, today).kind !== 'fresh') age.hidden = false;
}
