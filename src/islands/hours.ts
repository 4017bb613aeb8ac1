/** Says what the hours on a page mean now. What stands there without this script stays true; this only makes it nearer. */
import { habeshaSpan } from '../guide/habesha.ts';
import { minutesUntilOpen } from '../guide/order.ts';
import { parisClock } from '../guide/paris-clock.ts';
import { daySpans, formatMinute, type Moment, type PhoneHours, readHours, type State, stateAt } from '../guide/schedule.ts';
import type { Span } from '../guide/types.ts';
import { made } from './dates.ts';
import { dateInWords, weekdayName, word } from './words.ts';

export function showHours(now: Date): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-island="state"]')) showState(badge, now);
  for (const week of document.querySelectorAll<HTMLElement>('[data-island="week"]')) showToday(week, now);
  for (const list of document.querySelectorAll<HTMLElement>('[data-island="soonest"]')) sortBySoonest(list, now);
}

function showState(badge: HTMLElement, now: Date) {
  const text = badge.querySelector('span');
  const state = stateOf(badge, now);
  if (!text || state.kind === 'by-appointment') return;
  const unsure = badge.dataset.unsure !== undefined;
  badge.classList.toggle('is-open', !unsure && state.kind === 'open');
  badge.classList.toggle('is-doubt', unsure || state.kind === 'unknown');
  badge.classList.toggle('is-closed', !unsure && (state.kind === 'closed' || state.kind === 'clock-wrong'));
  const sure = stateInWords(state);
  const told = 'until' in state || 'opens' in state ? withClock(sure) : sure;
  const words = unsure && (state.kind === 'open' || state.kind === 'closed') ? word('state.unsure', { state: told }) : told;
  // Compared with what was said, not with what stands there: a browser that translates the page has changed that.
  if (badge.dataset.said === words) return;
  if (!written.has(badge)) written.set(badge, [...text.childNodes]);
  badge.dataset.said = words;
  text.textContent = words;
}

/** The hours as the build wrote them, by their badge. */
const written = new WeakMap<HTMLElement, Node[]>();

/** On paper nothing is "now": the week stands there again. */
export function showWrittenHours(): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-said]')) {
    delete badge.dataset.said;
    badge.querySelector('span')?.replaceChildren(...(written.get(badge) ?? []));
  }
}

/** Where people use two clocks, the badge says which one it means. */
export const withClock = (words: string) => (word('habesha') ? `${words} (${word('hours.french_time')})` : words);

const stateOf = (element: HTMLElement, now: Date): State => stateAt(hoursOf(element), now, made());
const hoursOf = (element: HTMLElement): PhoneHours => readHours(element.dataset.hours ?? '');

/** @example { kind: 'open', until: { minute: 1080, ... } } -> 'Open now, until 18:00' */
export function stateInWords(state: State): string {
  switch (state.kind) {
    case 'open':
      return state.until ? word('state.open_until', { time: formatMinute(state.until.minute) }) : word('state.open');
    case 'closed':
      return state.opens ? openingInWords(state.opens) : word('state.closed');
    case 'clock-wrong':
      return word('state.clock_wrong');
    default:
      return word('state.unknown');
  }
}

/** A day of this week by its name, a later one by its date: "Monday" eight days ahead would be the wrong Monday. */
function openingInWords({ date, minute, days }: Moment): string {
  const time = formatMinute(minute);
  if (days === 0) return word('state.opens_today', { time });
  if (days === 1) return word('state.opens_tomorrow', { time });
  if (days < 7) return word('state.opens_day', { time, day: weekdayName(date) });
  return word('state.opens_date', { time, date: dateInWords(date) });
}

/** Today's hours above the week, and its row marked; silent with a clock that is wrong. */
function showToday(week: HTMLElement, now: Date) {
  const hours = hoursOf(week);
  const clock = parisClock(now);
  const spans =
    hours.kind === 'table' && stateAt(hours, now, made()).kind !== 'clock-wrong' ? daySpans(hours.table, clock.date) : undefined;
  const line = week.querySelector<HTMLElement>('.today-line');
  const place = line?.querySelector('span');
  const days = week.querySelectorAll('.week:first-of-type tr');
  for (const [day, row] of days.entries()) row.classList.toggle('today', spans !== undefined && day === clock.weekday);
  if (!line || !place) return;
  line.hidden = spans === undefined;
  if (spans === undefined || line.dataset.day === clock.date) return;
  line.dataset.day = clock.date;
  place.replaceChildren(
    ...(spans.length === 0
      ? [word('hours.closed_day')]
      : spans.flatMap((span) => [range(spanInWords(span)), ...habesha(habeshaSpan(span)), ' '])),
  );
}

/** The same times by the clock of Ethiopia and Eritrea, in the languages that use it (see pages/texts.tsx). */
export function habesha(times: string): HTMLElement[] {
  const name = word('habesha');
  if (!name) return [];
  const line = document.createElement('small');
  line.className = 'habesha';
  line.append(`${name} `, range(times));
  return [line];
}

export const spanInWords = ([start, end]: Span) => `${formatMinute(start)}–${formatMinute(end)}`;

/** A range of times, kept left to right inside any script. */
export function range(times: string): HTMLElement {
  const element = document.createElement('bdi');
  element.dir = 'ltr';
  element.translate = false;
  element.className = 'num';
  element.textContent = times;
  return element;
}

/** Among services that are equally sure, the one that opens soonest first; the order never jumps while somebody reads. */
function sortBySoonest(list: HTMLElement, now: Date) {
  if (list.dataset.sorted) return;
  list.dataset.sorted = 'yes';
  const key = (item: HTMLElement) => {
    const badge = item.querySelector<HTMLElement>('[data-hours]');
    return Number(item.dataset.doubt) * 100_000 + (badge ? minutesUntilOpen(stateOf(badge, now)) : Number(item.dataset.wait));
  };
  const items = [...list.children].filter((item): item is HTMLElement => item instanceof HTMLElement);
  const sorted = items.map((item, i) => ({ item, i, key: key(item) })).sort((a, b) => a.key - b.key || a.i - b.i);
  if (sorted.some(({ i }, place) => i !== place)) list.append(...sorted.map(({ item }) => item));
}
