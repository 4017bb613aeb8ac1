/** The page Today, for the reader's own day: what is open now, later, tomorrow; filtered by need and by person. Nothing is remembered. */
import { habeshaSpan, habeshaTime } from '../guide/habesha.ts';
import { formatMinute, readHours } from '../guide/schedule.ts';
import { chosen, DAY_PARTS, type Day, type DayEntry, type DayPart, dayAt, type Person, type Turn } from '../guide/today.ts';
import type { Audience, Status } from '../guide/types.ts';
import { made } from './dates.ts';
import { habesha, range, spanInWords } from './hours.ts';
import { isNew, type Sign, showSign } from './signs.ts';
import { dateInWords, weekdayName, word } from './words.ts';

interface Row extends DayEntry {
  element: HTMLElement;
  unsure: boolean;
}

interface Choice {
  person: Person;
  need?: string | undefined;
}

export function start(page: HTMLElement): void {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-for]')].map(readRow);
  const choice: Choice = { person: 'anyone' };
  const show = () => showDay(page, rows, choice);
  startFilters(page, choice, show);
  show();
  const refresh = () => document.visibilityState === 'visible' && show();
  document.addEventListener('visibilitychange', refresh);
  setInterval(refresh, 30_000);
}

/** Rows of services that stopped were not listed; hours of those that may have stopped are not told. */
function readRow(element: HTMLElement): Row {
  const { hours, needs = '', for: audience = '' } = element.dataset;
  const badge = element.querySelector<HTMLElement>('.card [data-hours]');
  return {
    element,
    hours: readHours(hours ?? badge?.dataset.hours ?? 'unknown'),
    status: 'running' satisfies Status,
    needs: needs.split(' '),
    audience: audience.split(' ') as Audience[],
    unsure: badge?.dataset.unsure !== undefined,
  };
}

function startFilters(page: HTMLElement, choice: Choice, show: () => void) {
  const filters = page.querySelector<HTMLElement>('.filters');
  if (filters) filters.hidden = false;
  const buttons = [...page.querySelectorAll<HTMLElement>('.chip')];
  const isChosen = ({ dataset }: HTMLElement) =>
    dataset.person === choice.person || (dataset.need && dataset.need === choice.need);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const { person, need } = button.dataset;
      if (person) choice.person = person as Person;
      else choice.need = choice.need === need ? undefined : need;
      for (const one of buttons) one.setAttribute('aria-pressed', String(Boolean(isChosen(one))));
      // What has no time is most of a list; a choice leaves little of it.
      page.querySelector('[data-part="ask"] details')?.setAttribute('open', '');
      show();
    });
  }
}

const live = (page: HTMLElement, name: string) => page.querySelector<HTMLElement>(`[data-live="${name}"]`);

function showDay(page: HTMLElement, rows: readonly Row[], { person, need }: Choice) {
  const shown = chosen(rows, person, need);
  const day = dayAt(shown, made(), new Date());
  const focused = document.activeElement;
  for (const row of rows) row.element.hidden = !shown.includes(row);
  for (const part of DAY_PARTS) showPart(page, part, day);
  nameDay(page, day);
  if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
  showClock(page, day);
  const filtered = need || person !== 'anyone';
  const status = live(page, 'shown');
  const words = filtered ? word('today.shown', { shown: shown.length, all: rows.length }) : '';
  if (status && isNew(status, words)) status.textContent = words;
}

function showClock(page: HTMLElement, { date, minute }: Day<Row>) {
  const [line, wrong] = [live(page, 'clock'), live(page, 'wrong')];
  if (wrong) wrong.hidden = minute !== undefined;
  if (!line) return;
  line.hidden = minute === undefined;
  const values = { weekday: weekdayName(date), date: dateInWords(date), time: formatMinute(minute ?? 0) };
  const words = word('today.clock', values);
  if (isNew(line, words)) line.textContent = words;
}

/** The guide's own day stands there when the phone's cannot be right. */
function nameDay(page: HTMLElement, { date }: Day<Row>) {
  const heading = page.querySelector<HTMLElement>('[data-part="day"] h2');
  const words = word('today.day', { weekday: weekdayName(date), date: dateInWords(date) });
  if (heading && isNew(heading, words)) heading.textContent = words;
}

function showPart(page: HTMLElement, part: DayPart, { minute, parts }: Day<Row>) {
  const section = page.querySelector<HTMLElement>(`[data-part="${part}"]`);
  const list = section?.querySelector('ul');
  if (!section || !list) return;
  const turns = parts[part];
  section.hidden = turns.length === 0 && (part !== 'now' || minute === undefined);
  const none = live(section, 'none');
  if (none) none.hidden = turns.length > 0;
  const link = none?.querySelector('a');
  if (link) link.hidden = parts.always.length === 0;
  const count = live(section, 'count');
  if (count) count.textContent = String(turns.length);
  for (const turn of turns) showWhen(turn);
  const items = turns.map(({ entry }) => entry.element);
  const standing = [...list.children].filter((item) => !(item as HTMLElement).hidden);
  if (items.some((item, i) => item !== standing[i])) list.append(...items);
}

/** Stands in a sentence for the times, each of which is kept together. */
const HERE = '\0';

/** The time a row begins with: until when, or from when to when. */
function showWhen({ entry: { element, unsure }, part, until, spans }: Turn<Row>) {
  const line = element.querySelector<HTMLElement>('.when');
  const place = line?.querySelector('span');
  if (!line || !place) return;
  const end = until && formatMinute(until.minute);
  const isOpen = part === 'now';
  line.hidden = !end && spans.length === 0;
  if (!isNew(line, `${part}${end}${spans}`)) return;
  const sign: Sign = unsure ? 'ask' : isOpen ? 'open' : 'clock';
  showSign(line, sign);
  line.classList.toggle('is-now', isOpen && !unsure);
  const words = end ? word(spans.length ? 'today.until_then' : 'today.until', { time: end, times: HERE }) : HERE;
  const [before = '', after = ''] = (unsure ? word('state.unsure', { state: words }) : words).split(HERE);
  const ranges = spans.flatMap((span, i) => [i ? ' · ' : '', range(spanInWords(span))]);
  const local = [...(until ? [habeshaTime(until.minute)] : []), ...spans.map(habeshaSpan)].join(' · ');
  place.replaceChildren(before, ...ranges, after, ...habesha(local));
}
