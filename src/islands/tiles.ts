/** Says on each tile of a town's home how its need stands now. */
import { type NeedNow, needNow } from '../guide/need-now.ts';
import { formatMinute, readHours } from '../guide/schedule.ts';
import { made } from './dates.ts';
import { withClock } from './hours.ts';
import { isNew, type Sign, showSign } from './signs.ts';
import { word } from './words.ts';

const SIGNS: Record<NeedNow['kind'], Sign> = { open: 'open', opens: 'clock', closed: 'clock', ask: 'ask' };

export function showTiles(now: Date): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-island="tile"]')) {
    const hours = line.dataset.hours?.split(' ').filter(Boolean).map(readHours) ?? [];
    showNeed(line, needNow(hours, now, made()));
  }
}

/** With a clock that cannot be right the number of entries comes back. */
function showNeed(line: HTMLElement, state: NeedNow | undefined) {
  const place = line.querySelector('span');
  if (!place) return;
  line.dataset.entries ??= place.textContent ?? '';
  const words = state ? inWords(state) : line.dataset.entries;
  if (!isNew(line, words)) return;
  line.dataset.now = state?.kind ?? '';
  showSign(line, state && SIGNS[state.kind]);
  place.textContent = words;
}

/** @example { kind: 'open', count: 2 } -> 'Open now: 2' */
function inWords(state: NeedNow): string {
  if (state.kind === 'open') return word('tile.open', { count: state.count });
  if (state.kind === 'opens') return withClock(word('state.opens_today', { time: formatMinute(state.at.minute) }));
  return word(state.kind === 'closed' ? 'tile.closed' : 'state.ask');
}
