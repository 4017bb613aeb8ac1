import * as v from 'valibot';
import { nameFault } from '../markdown/site-names.ts';

/** The smallest pieces of what editors write. Each message says what to do. */

/** One line of plain words: the guide shows it as it stands, so it carries no markup. */
export const words = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'This text is empty. Write it, or take the key out.'),
  v.regex(/^[^<>]*$/, 'A "<" or ">" stands in this text. Take it out: no HTML here.'),
  v.check((text) => !/\*\*|\]\(/.test(text), 'Bold and links are not possible here, only in the body below. Write plain words.'),
);

/** What is the same in every language: names, addresses. Shown as it stands, so without markup too. */
export const factText = v.pipe(v.string(), v.regex(/^[^<>]*$/, 'A "<" or ">" stands in this text. Take it out: no HTML here.'));

/** Part of printed addresses. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const id = v.pipe(
  v.string(),
  v.regex(ID, 'An id has only lower case letters a-z, digits and single hyphens. Write it so.'),
);

/** A list in which nothing stands twice. */
export const listOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(
    v.array(item),
    v.check((items) => new Set(items).size === items.length, 'Something stands twice in this list. Take one out.'),
  );

/** The same, with at least one entry. */
export const someOf = <T extends v.GenericSchema>(item: T) =>
  v.pipe(listOf(item), v.minLength(1, 'This list is empty. Name at least one.'));

/** Whether the calendar has this day; what is not written as a day has been reported already. */
function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return true;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const isRealLooseDate = (date: string) => isRealDay(`${date}-01-01`.slice(0, 10));

/** `YYYY-MM-DD`. */
export const isoDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'A date is written YYYY-MM-DD, like 2026-11-21.'),
  v.check(isRealDay, 'There is no such day. Look at the calendar.'),
);

const LOOSE = 'A date is written YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source is.';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (YAML reads a bare year as a number), or `undated` when the source gives no date. */
export const looseDate = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^(?:undated|\d{4}(?:-\d{2}(?:-\d{2})?)?)$/, `${LOOSE} Without a date: undated.`),
  v.check(isRealLooseDate, 'There is no such day. Look at the calendar.'),
);

const isAddress = (protocols: readonly string[]) => (text: string) => {
  try {
    const url = new URL(text);
    return protocols.includes(url.protocol) && url.hostname.includes('.') && !url.username && !url.password;
  } catch {
    return false;
  }
};

const WITHOUT_SPACES = v.check(
  (text: string) => !/[\s"<>`]/.test(text),
  'A space, quote or bracket stands in this address. Copy it again from the browser.',
);

/** Where readers are sent. */
export const website = v.pipe(
  v.string(),
  v.check(isAddress(['https:']), 'A website is written with https://, like https://example.org/.'),
  WITHOUT_SPACES,
  v.check(
    (text) => !URL.canParse(text) || !nameFault(new URL(text).host),
    'This address does not name its site in letters a-z, as in example.org: other letters look alike, numbers and ports say nothing.',
  ),
);

/** Where a fact was read; old pages may still be http. */
export const sourceAddress = v.pipe(
  v.string(),
  v.check(isAddress(['https:', 'http:']), 'A source is the address of a page, like https://example.org/page.'),
  WITHOUT_SPACES,
);

/** Latitude and longitude in degrees. */
export const latitude = v.pipe(
  v.number(),
  v.minValue(-90, 'A latitude is at least -90.'),
  v.maxValue(90, 'A latitude is at most 90.'),
);
export const longitude = v.pipe(
  v.number(),
  v.minValue(-180, 'A longitude is at least -180.'),
  v.maxValue(180, 'A longitude is at most 180.'),
);

/** Position in a row; gaps leave room. */
export const order = v.pipe(v.number(), v.integer('An order is a whole number.'));
