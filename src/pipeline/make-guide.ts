import { compareLoose } from '../guide/freshness.ts';
import { compareNews } from '../guide/notices.ts';
import type { Guide, IsoDate, LooseDate, Text } from '../guide/types.ts';
import { movedPages } from './addresses/addresses-of.ts';
import { checkNoticesWeight } from './check/check-notices.ts';
import { checkSources } from './check/check-sources.ts';
import { checkText } from './check/check-text.ts';
import { makeCard, makeEmergencyNumber, makeNotice, makeService, makeTopic } from './make-entries.ts';
import { compareCodeUnits, type Problem, Problems } from './problems.ts';
import { readNumber } from './read/phone-numbers.ts';
import { present } from './read/present.ts';
import { type Folders, readSources, type Sources } from './read/read-sources.ts';
import { fixSpaces } from './translation/fixed-spaces.ts';
import { expectedWords } from './translation/plural-forms.ts';
import { withPseudoLanguages } from './translation/pseudo.ts';
import { inEachLanguage, readerOf } from './translation/translate.ts';

export interface GuideRequest extends Folders {
  /** The day this guide is made. */
  made: IsoDate;
  /** Adds the two languages on which layout is tested. */
  pseudo?: boolean;
}

export interface CheckedGuide {
  /** `undefined` when any problem is an error. */
  guide: Guide | undefined;
  problems: Problem[];
  /** Recordings and street map: address relative to the base -> file on this machine. */
  copied: ReadonlyMap<string, string>;
  /** How many files were looked at. */
  files: number;
}

/** Reads content and locales, checks everything, and makes the guide of it. */
export async function readGuide({ content, locales, made, pseudo = false }: GuideRequest): Promise<CheckedGuide> {
  const problems = new Problems();
  const { files, sources } = await readSources({ content, locales }, problems);
  checkText(files, sources, problems);
  if (sources) checkSources(sources, made, problems);
  const guide = sources && !problems.failed ? makeGuide(pseudo ? withPseudoLanguages(sources) : sources, made) : undefined;
  if (guide && !pseudo) checkNoticesWeight(guide, problems);
  return {
    guide: problems.failed ? undefined : guide,
    problems: problems.sorted(),
    copied: new Map([
      ...(sources?.recordings.files ?? []),
      ...(sources?.streets ? ([[sources.streets.streets.url, sources.streets.file]] as const) : []),
    ]),
    files: files.length,
  };
}

/** Puts the guide together from sources without errors. */
function makeGuide(sources: Sources, made: IsoDate): Guide {
  const { settings, facts } = sources;
  const { site, repository, editors, towns, needs, source_language: sourceLang } = settings.value;
  const services = [...facts.services].sort(byId).map((file) => makeService(file, sources, made));
  const emergency = [...facts.emergency].sort(byOrder).map((file) => makeEmergencyNumber(file, sources, made));
  const topics = [...facts.topics].sort(byOrder).map((file) => makeTopic(file, sources));
  const guide: Guide = {
    site,
    ...(repository && { repository }),
    ...(editors && { editors: present({ ...editors, phone: editors.phone && readNumber(editors.phone)?.number }) }),
    sourceLang,
    languages: sources.languages.value.map(({ space_before, space_after, ...language }) => present(language)),
    towns,
    needs,
    landmarks: (sources.landmarks?.value ?? []).map(({ id, town, kind, name, geo }) => ({ id, town, kind, name, geo })),
    ...(sources.map && { map: sources.map }),
    ...(sources.map && sources.streets && { streets: sources.streets.streets }),
    services,
    emergency,
    topics,
    cards: [...facts.cards].sort(byOrder).map((file) => makeCard(file, sources)),
    notices: facts.notices.map((file) => makeNotice(file, sources)).sort(compareNews),
    about: makeAbout(sources),
    synonyms: inEachLanguage(sources.languages.value, (lang) => sources.synonyms[lang]?.value ?? {}),
    recordings: sources.recordings.of,
    moved: movedPages(sources),
    words: makeWords(sources),
    made,
    newestCheck: newest([...services, ...emergency, ...topics].map(({ checked }) => checked.on)),
  };
  return fixSpaces(guide, sources.languages.value);
}

function makeAbout({ translations, languages }: Sources): Guide['about'] {
  return inEachLanguage(languages.value, (lang) => {
    const reader = readerOf(translations, 'about', lang);
    return { title: reader.needed('title'), body: reader.body() };
  });
}

function makeWords({ translations, languages }: Sources): Guide['words'] {
  const { sourceLang, files } = translations;
  const sourceKeys = [...(files[sourceLang]?.words?.segments.keys() ?? [])];
  return inEachLanguage(languages.value, (lang) => {
    const { text } = readerOf(translations, 'words', lang);
    const words = expectedWords(sourceKeys, sourceLang, lang).map(({ key, sourceKey }) => [key, text(sourceKey, key)] as const);
    return Object.fromEntries(words.filter((word): word is [string, Text] => word[1] !== undefined));
  });
}

const newest = (dates: readonly LooseDate[]): LooseDate => [...dates].sort(compareLoose).at(-1) ?? 'undated';

interface HasId {
  id: string;
}

const byId = (a: HasId, b: HasId) => compareCodeUnits(a.id, b.id);

const byOrder = (a: HasId & { value: { order: number } }, b: HasId & { value: { order: number } }) =>
  a.value.order - b.value.order || byId(a, b);
