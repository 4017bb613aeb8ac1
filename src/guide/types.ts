/**
 * The guide: what the compiler makes of content/ and locales/ once everything is checked.
 * Fallbacks between languages are already decided here, as data; pages only read them.
 */

/** BCP 47 tag as written in locales/languages.yaml, e.g. `ar`, `ckb`. */
export type Lang = string;
export type Direction = 'ltr' | 'rtl';
/** `YYYY-MM-DD`. */
export type IsoDate = string;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as the source was; `undated` when it gave no date. */
export type LooseDate = string;

/** How much a text can be trusted as a translation, worst first. `source` is the original itself. */
export const TEXT_STATES = ['missing', 'outdated', 'machine', 'draft', 'reviewed', 'source'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export interface Language {
  lang: Lang;
  dir: Direction;
  /** ISO 15924, e.g. `Latn`, `Arab`, `Ethi`. */
  script: string;
  /** The language's name in itself. */
  name: string;
  /** Its name in English, for people who help. */
  english: string;
  /** Its name in French as one says "je parle ...", for the cards. */
  french: string;
  /** Monday first. */
  weekdays: readonly string[];
  /** January first. */
  months: readonly string[];
  /** Letters that some phones cannot draw; a page probes for them. Missing: any phone has all. */
  letters?: string;
  /** What the language calls the clock that begins at dawn; its times then stand below the French ones. */
  habesha?: string;
  /** How a date writes the first day of a month, where not as `1`. */
  first_day?: string;
}

/** One segment of words, in the language it is really written in. */
export interface Text {
  value: string;
  /** The page's language, or the source language when the translation is missing. */
  lang: Lang;
  state: TextState;
  /** The source's words, kept beside a critical text that is machine-made or outdated. */
  original?: Text;
}

/** One top-level block of a body, already safe HTML. */
export type Block = Text;

export const PRECISIONS = ['call-first', 'town', 'street', 'exact'] as const;
/** How finely a place may be told, coarsest first. */
export type Precision = (typeof PRECISIONS)[number];

export const STATUSES = ['running', 'limited', 'suspended', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const AUDIENCES = [
  'everyone',
  'men',
  'women',
  'families',
  'children',
  'under-18',
  'asylum-seekers',
  'detained',
  'relatives',
] as const;
export type Audience = (typeof AUDIENCES)[number];

export const CHECK_WAYS = ['visit', 'phone', 'operator', 'directory', 'published', 'second-hand'] as const;
/** How a fact was checked: on site, by phone, told by the operator, read in an official directory, in another publication, or in somebody's copy of one. */
export type CheckWay = (typeof CHECK_WAYS)[number];

export interface Checked {
  on: LooseDate;
  by: string;
  how: CheckWay;
}

export interface Source {
  url: string;
  date: LooseDate;
}

export interface Phone {
  /** E.164 (`+33321463333`) or a short number (`115`). Goes into `tel:`. */
  number: string;
  /** As people in France write it, e.g. `03 21 46 33 33`. */
  display: string;
  use: 'call' | 'sms' | 'whatsapp';
  /** The year or date of the source, when it is older or second-hand and must be shown. */
  as_of?: LooseDate;
  second_hand?: boolean;
  /** A switchboard of the whole house, not this desk. */
  switchboard?: boolean;
}

/** `[start, end)` in minutes after midnight of its day, Europe/Paris wall clock; an end past 1440 is after midnight. */
export type Span = readonly [start: number, end: number];
/** Seven days, Monday first. */
export type Week = readonly (readonly Span[])[];

/**
 * Opening hours expanded at build time, small enough to travel in a page.
 * Days from `from` to `until` (both included) are known; nothing is known outside.
 */
export interface HoursTable {
  from: IsoDate;
  until: IsoDate;
  /** Regular weeks, each in force from its date (a Monday or `from`) to the next one's. */
  weeks: readonly { from: IsoDate; days: Week }[];
  /** Days that differ from their week: holidays, dated closures. */
  days?: Readonly<Record<IsoDate, readonly Span[]>>;
}

export type Hours =
  | { kind: 'always' }
  | { kind: 'unknown' }
  | { kind: 'by-appointment' }
  | { kind: 'table'; table: HoursTable; osm: string };

export interface Geo {
  lat: number;
  lon: number;
}

/** Land, borders and towns around the guide's own, for drawing. Points are longitude and latitude; in rings the first stands again at the end. */
export interface BaseMap {
  land: readonly MapLine[];
  borders: readonly MapLine[];
  /** The biggest first. */
  places: readonly MapPlace[];
}
export type MapLine = readonly (readonly [lon: number, lat: number])[];
export interface MapPlace {
  name: string;
  geo: Geo;
}

export const LANDMARK_KINDS = ['station', 'hospital', 'town-hall', 'library'] as const;
/** A public place that everybody finds, from which a reader without a position can look for what is near. */
export interface Landmark {
  id: string;
  town: string;
  kind: (typeof LANDMARK_KINDS)[number];
  /** In French, as on its sign. */
  name: string;
  geo: Geo;
}

export interface ServiceWords {
  name: Text;
  summary: Text;
  bring?: Text;
  expect?: Text;
  way?: Text;
  hours_note?: Text;
  status_reason?: Text;
  body: Block[];
}

export interface Service {
  id: string;
  /** Towns it serves; empty means everywhere (a phone line, a website). */
  towns: string[];
  kind: string;
  organisation?: Organisation;
  needs: string[];
  audience: Audience[];
  precision: Precision;
  /** In the words of the place itself, never translated. */
  address?: string;
  geo?: Geo;
  /** The Open Location Code of `geo` as it is said beside the name of a town, e.g. `XV5C+9G`. */
  plus_code?: string;
  /** Middle of the circle in which it lies (guide/map-places.ts says how wide), told only of a place whose street is told. */
  area?: Geo;
  hours: Hours;
  hours_as_of?: LooseDate;
  phones: Phone[];
  website?: string;
  /** Languages staff speak; empty means not known. */
  languages_spoken: Lang[];
  /** `undefined`: no source says. */
  free?: boolean;
  papers_needed?: boolean;
  status: Status;
  checked: Checked;
  sources: Source[];
  confidence: Confidence;
  words: Record<Lang, ServiceWords>;
}

export interface EmergencyNumber {
  id: string;
  phone: Phone;
  /** Shown in the row of three on each town's home. */
  first: boolean;
  needs: string[];
  free: boolean;
  hours: Hours;
  checked: Checked;
  sources: Source[];
  words: Record<Lang, { name: Text; summary: Text; say?: Text }>;
  /** `say` in French, to read aloud to the operator. */
  sayInFrench?: Text;
}

export interface Topic {
  id: string;
  icon: string;
  critical: boolean;
  needs: string[];
  checked: Checked;
  sources: Source[];
  words: Record<Lang, { title: Text; summary: Text; body: Block[] }>;
}

export interface Card {
  id: string;
  icon: string;
  words: Record<Lang, { sentence: Text }>;
}

export interface Notice {
  id: string;
  towns: string[];
  needs: string[];
  urgent: boolean;
  from: IsoDate;
  /** Last day on which it is shown. */
  until: IsoDate;
  sources: Source[];
  words: Record<Lang, { title: Text; body: Block[] }>;
}

/** Somebody reading a text aloud; addresses relative to the base. */
export interface Recording {
  opus: string;
  /** The same for phones that do not play Opus. */
  aac: string;
  /** Of the longer of the two files. */
  bytes: number;
}

export interface Organisation {
  id: string;
  name: string;
  website?: string;
}

export interface Town {
  id: string;
  /** Its name in French, as on signs. */
  french: string;
  /** Smallest and largest latitude and longitude that a place of this town may have. */
  bounds: { south: number; west: number; north: number; east: number };
}

export interface Need {
  id: string;
  icon: string;
}

/** Streets for the map that moves; nothing of them is fetched before somebody asks. */
export interface Streets {
  /** Address of the PMTiles file relative to the base; ends in the first twelve hex digits of its SHA-256. */
  url: string;
  bytes: number;
  /** Day of the OpenStreetMap data, where the extract said it. */
  date?: IsoDate;
  /** Nothing is drawn outside; degrees. */
  box: { south: number; west: number; north: number; east: number };
}

export interface Guide {
  /** Absolute address of the site without its trailing slash, or '' when not set. */
  site: string;
  /** Address behind which the path of a file is put to read it. */
  repository?: string;
  /** How readers reach the editors; the phone number as E.164. */
  editors?: { email?: string; phone?: string };
  sourceLang: Lang;
  languages: Language[];
  towns: Town[];
  needs: Need[];
  landmarks: Landmark[];
  /** A guide without one shows no maps. */
  map?: BaseMap;
  streets?: Streets;
  services: Service[];
  emergency: EmergencyNumber[];
  topics: Topic[];
  cards: Card[];
  notices: Notice[];
  about: Record<Lang, { title: Text; body: Block[] }>;
  /** What people type for an entry: `synonyms[lang][id]`, the id of a need, service, topic, card or emergency number. */
  synonyms: Record<Lang, Readonly<Record<string, readonly string[]>>>;
  /** `rest` of pages that are no more -> `rest` of the nearest one that is: `{ 's/old-desk/': 's/desk/' }`. */
  moved: Readonly<Record<string, string>>;
  /** `recordings[lang]['topics/sea']`, for texts that somebody has read aloud. */
  recordings: Record<Lang, Record<string, Recording>>;
  /** Interface words: `words[lang].key`. */
  words: Record<Lang, Record<string, Text>>;
  /** The day this guide was made, from the commit, never from the clock. */
  made: IsoDate;
  /** The newest date on which anything in it was checked. */
  newestCheck: LooseDate;
}
