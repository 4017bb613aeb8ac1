/** Everywhere that somebody can write something into a guide, and guides in which hostile strings stand there. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import type { Problem } from '../../src/pipeline/problems.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WHOLE = join(ROOT, 'tests/fixtures/guides/_whole/content');
export const MADE = '2026-11-22';
/** The source, a language in its letters (cards need it), and one from right to left. */
const LANGS = ['en', 'fr', 'ar'];
/** Enough letters of the language around a string for it to pass as a text of it. */
const ARABIC =
  'هذا نص طويل بما يكفي لكي يقرأه الناس هنا كما يقرؤون كل نص آخر في هذا الدليل، ثم يأتي بعده شيء غريب لم يكتبه أحد منا';

/** One string, or several that stand in one text, at one door. */
export interface Visit {
  door: string;
  texts: readonly string[];
}

interface Span {
  visit: Visit;
  from: number;
  to: number;
}

/** A file while it is written, and which of its lines came in by which door. */
class Sheet {
  readonly spans: Span[] = [];
  readonly #lines: string[] = [];

  line(text: string): this {
    this.#lines.push(...text.split('\n'));
    return this;
  }

  hostile(visit: Visit, text: string): this {
    const from = this.#lines.length + 1;
    this.line(text);
    this.spans.push({ visit, from, to: this.#lines.length });
    return this;
  }

  get text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** Files by path: `content/en/about.md`. */
export type Sheets = Map<string, Sheet>;

const quoted = (text: string) => (/[\p{Cc}]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`);
const joined = ({ texts }: Visit) => texts.join(' ');

type Place = (sheets: Sheets, visits: Readonly<Record<string, Visit | undefined>>, id: string) => void;

interface Kind {
  /** What its doors are called; each takes one visit of an entry. */
  doors: readonly string[];
  place: Place;
}

const sheet = (sheets: Sheets, path: string): Sheet => {
  const known = sheets.get(path) ?? new Sheet();
  sheets.set(path, known);
  return known;
};

const BODY: Readonly<Record<string, (text: string) => string>> = {
  paragraph: (text) => text,
  heading: (text) => `## ${text}`,
  point: (text) => `- ${text}`,
  'words of a link': (text) => `[${text}](../services/hospital.md)`,
  'address of a link': (text) => `[words](${text})`,
};

function field(page: Sheet, visits: Readonly<Record<string, Visit | undefined>>, key: string, otherwise?: string): void {
  const visit = visits[key];
  if (visit) page.hostile(visit, `${key}: ${quoted(joined(visit))}`);
  else if (otherwise !== undefined) page.line(`${key}: ${otherwise}`);
}

const SOURCES = 'sources: [{ url: "https://example.org/x", date: 2025-03-02 }]';
const CHECKED = 'checked: { on: 2025-03-02, by: example.org, how: operator }';

const PLACE =
  'towns: [calais]\nkind: hospital\nneeds: [health]\naudience: [everyone]\nprecision: exact\nstatus: limited\nconfidence: low';

/** The facts of a service that nobody attacks. */
const plainService = (sheets: Sheets, id: string) =>
  sheet(sheets, `content/services/${id}.yaml`).line(
    `${PLACE}\naddress: 1 rue de Calais, 62100 Calais\nopening_hours: unknown\n${CHECKED}\n${SOURCES}`,
  );

const plainWords = (sheets: Sheets, id: string) =>
  sheet(sheets, `content/en/services/${id}.md`).line(
    `---\nname: A place\nsummary: A place.\nstatus_reason: It may be full.\n---\nA text.`,
  );

const facts: Kind = {
  doors: ['address', 'comment in the hours', 'by', 'website', 'number', 'url'],
  place: (sheets, visits, id) => {
    const page = sheet(sheets, `content/services/${id}.yaml`).line(PLACE);
    const comment = visits['comment in the hours'];
    if (comment) page.hostile(comment, `opening_hours: ${quoted(`Mo-Fr 09:00-12:00 "${joined(comment)}"`)}`);
    else page.line('opening_hours: unknown');
    field(page, visits, 'address', '1 rue de Calais, 62100 Calais');
    field(page, visits, 'website');
    if (visits.number) page.line('phones:\n  - use: call').hostile(visits.number, `    number: ${quoted(joined(visits.number))}`);
    page.line('checked:\n  on: 2025-03-02\n  how: operator');
    if (visits.by) page.hostile(visits.by, `  by: ${quoted(joined(visits.by))}`);
    else page.line('  by: example.org');
    if (visits.url) page.line('sources:\n  - date: 2025-03-02').hostile(visits.url, `    url: ${quoted(joined(visits.url))}`);
    else page.line(SOURCES);
    plainWords(sheets, id);
  },
};

const frontMatter: Kind = {
  doors: ['name', 'summary', 'bring', 'expect', 'way', 'hours_note', 'status_reason'],
  place: (sheets, visits, id) => {
    plainService(sheets, id);
    const page = sheet(sheets, `content/en/services/${id}.md`).line('---');
    field(page, visits, 'name', 'A place');
    field(page, visits, 'summary', 'A place.');
    for (const key of ['bring', 'expect', 'way', 'hours_note']) field(page, visits, key);
    field(page, visits, 'status_reason', 'It may be full.');
    page.line('---');
  },
};

const body: Kind = {
  doors: Object.keys(BODY),
  place: (sheets, visits, id) => {
    plainService(sheets, id);
    const page = plainWords(sheets, id).line('');
    for (const [door, write] of Object.entries(BODY)) {
      const visit = visits[door];
      if (visit) page.hostile(visit, visit.texts.map(write).join('\n\n')).line('');
    }
  },
};

/** The words of a service in another language; a translation has the parts of its source, so only one paragraph is ours. */
const translation = (lang: string, before: string): Kind => ({
  doors: [`${lang} name`, `${lang} summary`, `${lang} paragraph`],
  place: (sheets, visits, id) => {
    plainService(sheets, id);
    plainWords(sheets, id);
    const page = sheet(sheets, `content/${lang}/services/${id}.md`).line('---');
    for (const key of ['name', 'summary']) {
      const visit = visits[`${lang} ${key}`];
      if (visit) page.hostile(visit, `${key}: ${quoted(`${before} ${joined(visit)}`)}`);
      else page.line(`${key}: ${before}`);
    }
    page.line('---');
    const paragraph = visits[`${lang} paragraph`];
    if (paragraph) page.hostile(paragraph, `${before} ${joined(paragraph)}`);
  },
});

const topic: Kind = {
  doors: ['title', 'summary of a topic', 'text of a topic'],
  place: (sheets, visits, id) => {
    plainTopic(sheets, id);
    const page = sheet(sheets, `content/en/topics/${id}.md`).line('---');
    field(page, visits, 'title', 'A topic');
    const summary = visits['summary of a topic'];
    if (!summary) page.line('summary: What to know.');
    else page.hostile(summary, `summary: ${quoted(joined(summary))}`);
    page.line('---\nA text.\n');
    const text = visits['text of a topic'];
    if (text) page.hostile(text, text.texts.join('\n\n'));
  },
};

const plainTopic = (sheets: Sheets, id: string) =>
  sheet(sheets, `content/topics/${id}.yaml`).line(`order: 10\nicon: sea\nneeds: [health]\n${CHECKED}\n${SOURCES}`);

/** Not in quotes, what is written is YAML too, and may break the whole file. */
const unquoted: Kind = {
  doors: ['title without quotes'],
  place: (sheets, visits, id) => {
    plainTopic(sheets, id);
    const visit = visits['title without quotes'];
    if (visit)
      sheet(sheets, `content/en/topics/${id}.md`).hostile(
        visit,
        `---\ntitle: ${joined(visit)}\nsummary: What to know.\n---\nA text.`,
      );
  },
};

const notice: Kind = {
  doors: ['title of a notice', 'text of a notice'],
  place: (sheets, visits, id) => {
    // Old news is read like any other; of new there may only be a little.
    const until = Number(id.split('-').at(-1)) < 3 ? '2026-12-31' : '2026-11-21';
    sheet(sheets, `content/notices/${id}.yaml`).line(`towns: [calais]\nneeds: []\nfrom: 2026-11-20\nuntil: ${until}\n${SOURCES}`);
    const [title, text] = [visits['title of a notice'], visits['text of a notice']];
    const page = sheet(sheets, `content/en/notices/${id}.md`).line('---');
    if (title) page.hostile(title, `title: ${quoted(joined(title))}`);
    else page.line('title: News');
    page.line('---\nA text.\n');
    if (text) page.hostile(text, text.texts.join('\n\n'));
  },
};

/** A card has the same numbers in both languages, so both say the same. */
const card: Kind = {
  doors: ['sentence'],
  place: (sheets, { sentence }, id) => {
    sheet(sheets, `content/cards/${id}.yaml`).line('order: 10\nicon: interpreter');
    for (const lang of ['en', 'fr']) {
      const page = sheet(sheets, `content/${lang}/cards/${id}.md`).line('---');
      if (sentence) page.hostile(sentence, `sentence: ${quoted(joined(sentence))}`);
      page.line('---');
    }
  },
};

const frenchCard: Kind = {
  doors: ['fr sentence'],
  place: (sheets, visits, id) => {
    sheet(sheets, `content/cards/${id}.yaml`).line('order: 10\nicon: interpreter');
    sheet(sheets, `content/en/cards/${id}.md`).line('---\nsentence: I need help.\n---');
    const visit = visits['fr sentence'];
    if (visit)
      sheet(sheets, `content/fr/cards/${id}.md`)
        .line('---')
        .hostile(visit, `sentence: ${quoted(joined(visit))}`)
        .line('---');
  },
};

const emergency: Kind = {
  doors: ['hours of a number', 'name of a number', 'summary of a number', 'say'],
  place: (sheets, visits, id) => {
    const number = sheet(sheets, `content/emergency/${id}.yaml`).line(
      `number: "115"\nuse: call\norder: 20\nneeds: [sleep]\nfree: true\n${CHECKED}\n${SOURCES}`,
    );
    const hours = visits['hours of a number'];
    if (hours) number.hostile(hours, `opening_hours: ${quoted(joined(hours))}`);
    else number.line('opening_hours: 24/7');
    const words = sheet(sheets, `content/en/emergency/${id}.md`).line('---');
    for (const [key, door, otherwise] of [
      ['name', 'name of a number', 'Help'],
      ['summary', 'summary of a number', 'Call for help.'],
      ['say', 'say', 'I need help.'],
    ] as const) {
      const visit = visits[door];
      if (visit) words.hostile(visit, `${key}: ${quoted(joined(visit))}`);
      else words.line(`${key}: ${otherwise}`);
    }
    words.line('---');
  },
};

/** Lists in one file: a line or two each. */
const lists: Kind = {
  doors: ['name of an organisation', 'synonym', 'french name of a town', 'name of a landmark', 'end of a redirect'],
  place: (sheets, visits, id) => {
    const {
      'name of an organisation': organisation,
      synonym,
      'french name of a town': town,
      'name of a landmark': landmark,
      'end of a redirect': redirect,
    } = visits;
    if (organisation)
      sheet(sheets, 'content/organisations.yaml').hostile(
        organisation,
        `${id}: { name: ${quoted(`${joined(organisation)} ${id}`)} }`,
      );
    if (synonym) sheet(sheets, 'content/en/synonyms.yaml').hostile(synonym, `  - ${quoted(`${joined(synonym)} ${id}`)}`);
    if (town)
      sheet(sheets, 'content/guide.yaml')
        .line(`  - id: ${id}\n    bounds: { south: 50.85, west: 1.72, north: 51.01, east: 2.05 }`)
        .hostile(town, `    french: ${quoted(joined(town))}`);
    if (landmark)
      sheet(sheets, 'content/landmarks.yaml')
        .line(
          `- id: ${id}\n  town: calais\n  kind: station\n  geo: { lat: 50.953466, lon: 1.850885 }\n  ${CHECKED}\n  ${SOURCES}`,
        )
        .hostile(landmark, `  name: ${quoted(joined(landmark))}`);
    if (redirect) sheet(sheets, 'content/redirects.yaml').hostile(redirect, `s/${id}: ${quoted(joined(redirect))}`);
  },
};

/** Interface words in French, each behind words that stood there. */
const words: Kind = { doors: ['interface word'], place: () => undefined };

/** What is written of a language in languages.yaml. */
const language: Kind = { doors: ['weekday', 'month', 'own name', 'french name', 'first day', 'habesha'], place: () => undefined };

const KINDS: Readonly<Record<string, Kind>> = {
  facts,
  frontMatter,
  body,
  french: translation('fr', 'Un lieu'),
  arabic: translation('ar', ARABIC),
  topic,
  unquoted,
  notice,
  card,
  frenchCard,
  emergency,
  lists,
  words,
  language,
};
export const DOORS = Object.values(KINDS).flatMap(({ doors }) => doors);

/** A guide on disk that holds the sheets. */
export interface HostileGuide {
  folders: { content: string; locales: string };
  sheets: Sheets;
  remove: () => void;
}

/** The tiny guide with every visit at its door. */
export function writeGuide(visits: readonly Visit[]): HostileGuide {
  const folder = mkdtempSync(join(tmpdir(), 'guide-hostile-'));
  cpSync(WHOLE, join(folder, 'content'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const sheets: Sheets = new Map();
  for (const path of ['organisations.yaml', 'guide.yaml'])
    sheet(sheets, `content/${path}`).line(townsLast(readFileSync(join(WHOLE, path), 'utf8').trimEnd()));
  sheet(sheets, 'content/en/synonyms.yaml').line('health:\n  - doctor');
  for (const [name, kind] of Object.entries(KINDS)) placeAll(sheets, kind, name, visits);
  writeLocales(sheets, visits);
  for (const [path, { text }] of sheets) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const folders = { content: join(folder, 'content'), locales: join(folder, 'locales') };
  return { folders, sheets, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** So that more towns can be written below. */
function townsLast(yaml: string): string {
  const guide = parse(yaml) as Record<string, unknown>;
  if (!('towns' in guide)) return yaml;
  const { towns, ...rest } = guide;
  return stringify({ ...rest, towns }).trimEnd();
}

/** Each entry takes one visit of every door. */
function placeAll(sheets: Sheets, { doors, place }: Kind, name: string, visits: readonly Visit[]): void {
  const waiting = doors.map((door) => visits.filter((visit) => visit.door === door));
  const entries = Math.max(0, ...waiting.map((list) => list.length));
  for (let index = 0; index < entries; index++)
    place(sheets, Object.fromEntries(doors.map((door, at) => [door, waiting[at]?.[index]])), `${name.toLowerCase()}-${index}`);
}

const read = (path: string) => readFileSync(join(ROOT, 'locales', path), 'utf8');
let locales: { list: Record<string, unknown>[]; files: ReadonlyMap<string, unknown> } | undefined;

function realLocales() {
  locales ??= {
    list: (parse(read('languages.yaml')) as Record<string, unknown>[]).filter(({ lang }) => LANGS.includes(String(lang))),
    files: new Map(LANGS.map((lang) => [lang, JSON.parse(read(`${lang}.json`))])),
  };
  return locales;
}

/** Every town has a word. */
function withTowns(source: unknown, visits: readonly Visit[]): unknown {
  const own = visits.filter(({ door }) => door === 'french name of a town').map((_, index) => [`lists-${index}`, 'A town']);
  const { town } = source as { town: object };
  return { ...(source as object), town: { ...town, ...Object.fromEntries(own) } };
}

function writeLocales(sheets: Sheets, visits: readonly Visit[]): void {
  const { list, files } = realLocales();
  const take = (door: string) => {
    const left = visits.filter((visit) => visit.door === door);
    return () => left.shift();
  };
  const [weekday, month, own, french, firstDay, habesha] = language.doors.map(take);
  const languages = sheet(sheets, 'locales/languages.yaml');
  const written = (key: string, otherwise: unknown, visit: Visit | undefined, before = '') =>
    visit
      ? languages.hostile(visit, `${before}${key}${quoted(joined(visit))}`)
      : languages.line(`${before}${key}${JSON.stringify(otherwise)}`);
  for (const one of list) {
    const { weekdays, months, name, french: inFrench, first_day, habesha: clock, lang, ...rest } = one;
    languages.line(`- lang: ${lang}`).line(stringify(rest).trimEnd().replace(/^/gm, '  '));
    const isHostile = lang === 'fr';
    const next = (from: (() => Visit | undefined) | undefined) => (isHostile ? from?.() : undefined);
    written('name: ', name, next(own), '  ');
    written('french: ', inFrench, next(french), '  ');
    const [first, dawn] = [next(firstDay), next(habesha)];
    if (first || first_day) written('first_day: ', first_day, first, '  ');
    if (dawn || clock) written('habesha: ', clock, dawn, '  ');
    languages.line('  weekdays:');
    for (const day of weekdays as string[]) written('- ', day, next(weekday), '    ');
    languages.line('  months:');
    for (const day of months as string[]) written('- ', day, next(month), '    ');
  }
  const word = take('interface word');
  for (const lang of LANGS) {
    const json = sheet(sheets, `locales/${lang}.json`);
    const next = () => (lang === 'fr' ? word() : undefined);
    const given = lang === 'en' ? withTowns(files.get(lang), visits) : files.get(lang);
    for (const line of JSON.stringify(given, null, 2).split('\n')) {
      const [, key, text, comma = ''] = /^(\s*"[^"]*": )(".*")(,?)$/.exec(line) ?? [];
      const visit = key && !/"(?:\w+_(?:zero|one|two|few|many|other))":/.test(line) ? next() : undefined;
      if (visit && key && text) json.hostile(visit, `${key}${JSON.stringify(`${JSON.parse(text)} ${joined(visit)}`)}${comma}`);
      else json.line(line);
    }
  }
}

/** How many visits one guide has room for at each door; a list in one file is at most 64 kB. */
const ROOM: Readonly<Record<string, number>> = {
  weekday: 7,
  month: 12,
  'own name': 1,
  'french name': 1,
  'first day': 1,
  habesha: 1,
  'interface word': 400,
  'name of a landmark': 120,
  'name of an organisation': 300,
  'french name of a town': 200,
  synonym: 400,
  'end of a redirect': 400,
};
const ROOM_OF_OTHERS = 600;

/** Shares the visits out to as many guides as it takes. */
export function shareOut(visits: readonly Visit[]): Visit[][] {
  const guides: Visit[][] = [];
  const used = new Map<string, number>();
  for (const visit of visits) {
    const before = used.get(visit.door) ?? 0;
    used.set(visit.door, before + 1);
    const index = Math.floor(before / (ROOM[visit.door] ?? ROOM_OF_OTHERS));
    guides[index] = [...(guides[index] ?? []), visit];
  }
  return guides;
}

export interface Settled {
  /** What was refused, with the first error said of it. */
  refused: Map<Visit, Problem>;
  /** What came in. */
  accepted: Visit[];
  /** Errors at no door, which would be faults of ours. */
  others: Problem[];
}

/** Reads the guide again without what was refused until nothing is: one mistake can hide others. */
export async function settle(visits: readonly Visit[]): Promise<Settled> {
  const settled: Settled = { refused: new Map(), accepted: [...visits], others: [] };
  for (;;) {
    const guide = writeGuide(settled.accepted);
    try {
      const { refused, others } = await judge(guide);
      for (const [visit, problem] of refused) settled.refused.set(visit, problem);
      settled.accepted = settled.accepted.filter((visit) => !refused.has(visit));
      if (refused.size === 0) return { ...settled, others };
    } finally {
      guide.remove();
    }
  }
}

/** Errors of a guide by the visit that they are about. */
async function judge({ folders, sheets }: HostileGuide): Promise<Pick<Settled, 'refused' | 'others'>> {
  const { problems } = await readGuide({ ...folders, made: MADE });
  const refused = new Map<Visit, Problem>();
  const others: Problem[] = [];
  for (const problem of problems.filter(({ severity }) => severity === 'error')) {
    const { spans = [] } = sheets.get(problem.file) ?? {};
    const visit = spans.find(({ from, to }) => from <= problem.line && problem.line <= to)?.visit;
    if (visit) refused.set(visit, refused.get(visit) ?? problem);
    else others.push(problem);
  }
  return { refused, others };
}
