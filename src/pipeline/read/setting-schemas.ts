import * as v from 'valibot';
import { factText, id, latitude, listOf, longitude, someOf, website } from './fields.ts';

/** The files that hold for the whole guide: guide.yaml, organisations.yaml, locales/languages.yaml. */

const bounds = v.pipe(
  v.strictObject({ south: latitude, west: longitude, north: latitude, east: longitude }),
  v.check(
    ({ south, north, west, east }) => south < north && west < east,
    'south must be less than north, and west less than east.',
  ),
);

const hostOnly = v.regex(
  /^https:\/\/[^/]+\/?$/,
  'Write only the name of the site, like https://guide.example. The folder that the site stands in is told to the build with --base.',
);

export const guideSettings = v.strictObject({
  /** The site's own address without a slash at the end, or empty. */
  site: v.union([v.literal(''), v.pipe(website, v.regex(/[^/]$/, 'Leave out the slash at the end of the address.'), hostOnly)]),
  /** Where the files can be read: a file's path is put behind it, e.g. `https://forge.example/guide/src/branch/main`. */
  repository: v.optional(v.pipe(website, v.regex(/[^/]$/, 'Leave out the slash at the end of the address.'))),
  /** How readers reach the editors. */
  editors: v.optional(
    v.strictObject({
      email: v.optional(v.pipe(v.string(), v.email('This is no e-mail address.'))),
      phone: v.optional(v.string()),
    }),
  ),
  source_language: v.string(),
  /** Opening hours are evaluated in it. */
  time_zone: v.literal('Europe/Paris'),
  /** Whose public holidays count. */
  holidays: v.strictObject({ country: v.string(), state: v.string() }),
  towns: v.pipe(v.array(v.strictObject({ id, french: factText, bounds })), v.minLength(1, 'At least one town is needed.')),
  /** Areas outside the towns to which people are sent. */
  also_within: v.optional(v.array(bounds), []),
  needs: v.pipe(v.array(v.strictObject({ id, icon: id })), v.minLength(1, 'At least one need is needed.')),
});

export const organisations = v.record(
  v.string(),
  v.strictObject({ name: v.pipe(factText, v.minLength(2, 'Write the name.')), website: v.optional(website) }),
);

const sevenOf = v.pipe(someOf(factText), v.length(7, 'Seven weekdays are needed, Monday first.'));
const twelveOf = v.pipe(listOf(factText), v.length(12, 'Twelve months are needed, January first.'));

/** What CLDR knows of a language, by its key in languages.yaml. */
export const NAMED_BY_CLDR = ['dir', 'script', 'name', 'english', 'french', 'weekdays', 'months', 'digits'] as const;
const tenDigits = v.pipe(
  v.string(),
  v.check((text) => [...text].length === 10, 'Ten digits are needed, 0 first.'),
);

const signs = v.pipe(v.string(), v.regex(/^[^\s\w\]\\^-]+$/, 'Write the signs one after the other, without letters and spaces.'));

export const languages = v.pipe(
  v.array(
    v.strictObject({
      /** BCP 47 tag; also the name of its folder and files. */
      lang: v.string(),
      dir: v.picklist(['ltr', 'rtl']),
      /** ISO 15924, e.g. `Arab`. */
      script: v.pipe(v.string(), v.regex(/^[A-Z][a-z]{3}$/, 'A script has four letters, like Latn, Arab, Ethi.')),
      /** In itself. */
      name: factText,
      english: factText,
      french: factText,
      weekdays: sevenOf,
      months: twelveOf,
      /** How the language writes 0 to 9 by itself; pages show 0-9 in every language. Written by `npm run names`. */
      digits: v.optional(tenDigits),
      /** Letters that some phones cannot draw. Where one is missing, the page brings its own font. */
      letters: v.optional(factText),
      /** What speakers call the clock that begins at dawn (am, ti): opening times are then told by it as well. */
      habesha: v.optional(factText),
      /** The first day of a month in a date, where it is not written 1 (fr: 1er). */
      first_day: v.optional(factText),
      /** Signs before and after which a space stands at which no line breaks (fr: `:;?!»` and `«`). */
      space_before: v.optional(signs),
      space_after: v.optional(signs),
      /** What `npm run names` leaves as it stands, because CLDR has it otherwise or not at all. */
      by_hand: v.optional(listOf(v.picklist(NAMED_BY_CLDR))),
    }),
  ),
  v.minLength(1, 'At least one language is needed.'),
);

export type GuideSettings = v.InferOutput<typeof guideSettings>;
export type OrganisationList = v.InferOutput<typeof organisations>;
export type LanguageList = v.InferOutput<typeof languages>;
