import * as v from 'valibot';
import { words } from './fields.ts';

/** What editors write per language above the body: content/<lang>/<collection>/<id>.md. */

/** Whether a kind of text has a body below its front matter. */
export type BodyRule = 'needed' | 'optional' | 'none';

interface WordsRule {
  schema: v.GenericSchema<unknown, Record<string, string>>;
  body: BodyRule;
}

/** Keys that are missing stay out of the result, so that their absence can fall back. */
const optionalWords = v.optional(words);

export const WORDS = {
  services: {
    schema: v.strictObject({
      /** Official names stay in Latin letters, with a gloss. */
      name: words,
      /** One short sentence. */
      summary: words,
      /** What to bring. */
      bring: optionalWords,
      /** What happens there. */
      expect: optionalWords,
      /** How to get there, as far as it may be told. */
      way: optionalWords,
      /** What to know about the hours. */
      hours_note: optionalWords,
      /** Why it is not simply running. */
      status_reason: optionalWords,
    }),
    body: 'optional',
  },
  emergency: {
    schema: v.strictObject({
      /** Two to four words. */
      name: words,
      /** When to call, what it can and cannot do. */
      summary: words,
      /** What to tell the operator, in the first person. */
      say: optionalWords,
    }),
    body: 'none',
  },
  topics: { schema: v.strictObject({ title: words, summary: words }), body: 'needed' },
  cards: {
    /** In the first person; may hold {{language}}. */
    schema: v.strictObject({ sentence: words }),
    body: 'none',
  },
  notices: { schema: v.strictObject({ title: words }), body: 'needed' },
  about: { schema: v.strictObject({ title: words }), body: 'needed' },
} as unknown as Record<'services' | 'emergency' | 'topics' | 'cards' | 'notices' | 'about', WordsRule>;
