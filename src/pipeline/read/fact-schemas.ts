import * as v from 'valibot';
import { AUDIENCES, CHECK_WAYS, CONFIDENCES, LANDMARK_KINDS, PRECISIONS, STATUSES } from '../../guide/types.ts';
import {
  factText,
  id,
  isoDate,
  latitude,
  listOf,
  longitude,
  looseDate,
  order,
  someOf,
  sourceAddress,
  website,
} from './fields.ts';
import { KINDS } from './kinds.ts';

/** What editors write without language: content/<collection>/<id>.yaml. content/README.md explains every key to them. */

const checked = v.strictObject({
  /** When somebody last looked. */
  on: looseDate,
  /** Who looked, or who published what was read. */
  by: v.pipe(factText, v.minLength(1, 'Say who checked it.')),
  /** How it was looked at. */
  how: v.picklist(CHECK_WAYS),
});

const sources = v.pipe(
  v.array(v.strictObject({ url: sourceAddress, date: looseDate })),
  v.minLength(1, 'At least one source is needed. Give the page where it was read and its date.'),
);

const phone = v.strictObject({
  /** In quotes, as `+33 3 21 46 33 33` or a short number. */
  number: v.string(),
  use: v.picklist(['call', 'sms', 'whatsapp']),
  /** Date of the source, when it is older than the rest. */
  as_of: v.optional(looseDate),
  /** Copied by a third party. */
  second_hand: v.optional(v.boolean()),
  /** The house's switchboard, not this desk. */
  switchboard: v.optional(v.boolean()),
});

export const serviceFacts = v.strictObject({
  /** Towns it serves; empty means everywhere. */
  towns: listOf(v.string()),
  kind: v.picklist(KINDS),
  /** Who runs it: an id in organisations.yaml. */
  organisation: v.optional(v.string()),
  /** What it helps with; the first is the main one. */
  needs: someOf(v.string()),
  audience: someOf(v.picklist(AUDIENCES)),
  /** How finely its place may be told. */
  precision: v.picklist(PRECISIONS),
  /** In French, as on an envelope. */
  address: v.optional(v.pipe(factText, v.minLength(5, 'Write the whole address, or take the key out.'))),
  geo: v.optional(v.strictObject({ lat: latitude, lon: longitude })),
  /** Middle of a circle of 1 km in which it lies, two decimals. */
  area: v.optional(v.strictObject({ lat: latitude, lon: longitude })),
  /** OSM opening_hours, `24/7`, `by-appointment` or `unknown`. */
  opening_hours: v.string(),
  /** Date of the source for the hours. */
  hours_as_of: v.optional(looseDate),
  phones: v.optional(v.array(phone)),
  website: v.optional(website),
  /** What staff speak, as BCP 47 tags. */
  languages_spoken: v.optional(listOf(v.string())),
  free: v.optional(v.boolean()),
  papers_needed: v.optional(v.boolean()),
  status: v.picklist(STATUSES),
  checked,
  sources,
  confidence: v.picklist(CONFIDENCES),
});

export const emergencyFacts = v.strictObject({
  /** In quotes: "115". */
  number: v.string(),
  use: v.picklist(['call', 'sms']),
  /** Position on the emergency page. */
  order,
  /** In the row of three on a town's home. */
  first: v.optional(v.boolean(), false),
  needs: listOf(v.string()),
  free: v.boolean(),
  opening_hours: v.string(),
  /** Date of the source, when it is old. */
  as_of: v.optional(looseDate),
  /** Copied by a third party. */
  second_hand: v.optional(v.boolean()),
  checked,
  sources,
});

export const topicFacts = v.strictObject({
  order,
  /** A pictogram's name. */
  icon: id,
  /** Unreviewed translations are shown with their source. */
  critical: v.optional(v.boolean(), false),
  /** Needs whose pages lead here. */
  needs: listOf(v.string()),
  checked,
  sources,
});

export const cardFacts = v.strictObject({ order, icon: id });

export const noticeFacts = v.strictObject({
  /** Towns it is about; empty means everywhere. */
  towns: listOf(v.string()),
  needs: listOf(v.string()),
  urgent: v.optional(v.boolean(), false),
  from: isoDate,
  /** The last day on which it is shown. */
  until: isoDate,
  sources,
});

/** content/landmarks.yaml: one list for the whole guide, in the order in which it is shown. */
export const landmarks = v.array(
  v.strictObject({
    id,
    town: v.string(),
    kind: v.picklist(LANDMARK_KINDS),
    /** In French, as on its sign. */
    name: v.pipe(factText, v.minLength(2, 'Write the name.')),
    geo: v.strictObject({ lat: latitude, lon: longitude }),
    checked,
    sources,
  }),
);

export type LandmarkList = v.InferOutput<typeof landmarks>;
export type ServiceFacts = v.InferOutput<typeof serviceFacts>;
export type EmergencyFacts = v.InferOutput<typeof emergencyFacts>;
export type TopicFacts = v.InferOutput<typeof topicFacts>;
export type CardFacts = v.InferOutput<typeof cardFacts>;
export type NoticeFacts = v.InferOutput<typeof noticeFacts>;
