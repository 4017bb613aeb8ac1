/** The words that the build put into the page for scripts, in the page's own language. */

type Words = Record<string, string | string[]>;

let read: Words | undefined;

function words(): Words {
  read ??= Object.assign(
    {},
    ...[...document.querySelectorAll('script[type="application/json"][id^="words"]')].map(parse),
  ) as Words;
  return read;
}

function parse(script: Element): Words {
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    return {};
  }
}

/**
 * A sentence with its `{{placeholders}}` filled; '' for a key that the page does not have.
 * @example word('state.open_until', { time: '18:00' }) -> 'Open now, until 18:00'
 */
export function word(key: string, values: Record<string, string | number> = {}): string {
  const text = words()[key];
  if (typeof text !== 'string') return '';
  return text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Names of months (January first) or weekdays (Monday first). */
export function wordList(key: 'months' | 'weekdays'): readonly string[] {
  const list = words()[key];
  return Array.isArray(list) ? list : [];
}

/** @example dateInWords('2026-11-21') -> '21 November 2026' */
export function dateInWords(date: string): string {
  const [year = '', month, day] = date.split('-');
  const dayInWords = (day === '01' && word('first_day')) || Number(day);
  return word('date.day', { day: dayInWords, month: wordList('months')[Number(month) - 1] ?? '', year }) || date;
}

/** @example weekdayName('2026-11-21') -> 'Saturday' */
export function weekdayName(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const fromSunday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return wordList('weekdays')[(fromSunday + 6) % 7] ?? '';
}

/** `sizeInWords(34_567)` -> `35`, in kB as the words say. */
export const sizeInWords = (bytes: number) => Math.max(1, Math.round(bytes / 1000));
