import type {
  Card,
  EmergencyNumber,
  Geo,
  Hours,
  IsoDate,
  Notice,
  Organisation,
  Phone,
  Service,
  ServiceWords,
  Topic,
} from '../guide/types.ts';
import { compileHours, firstDayOf } from './hours/compile-hours.ts';
import type { CardFacts, EmergencyFacts, NoticeFacts, ServiceFacts, TopicFacts } from './read/fact-schemas.ts';
import { readNumber } from './read/phone-numbers.ts';
import { present } from './read/present.ts';
import type { FactFile } from './read/read-content.ts';
import type { Sources } from './read/read-sources.ts';
import { inEachLanguage, readerOf } from './translation/translate.ts';

/** Each kind of entry of the guide, made of its facts and its words. The checks have been passed: nothing here reports. */

export function makeService({ id, value }: FactFile<ServiceFacts>, sources: Sources, made: IsoDate): Service {
  const { opening_hours: hours, phones = [], languages_spoken = [], organisation, ...facts } = value;
  return present({
    id,
    ...facts,
    plus_code: facts.geo && plusCode(facts.geo),
    organisation: organisation === undefined ? undefined : makeOrganisation(organisation, sources),
    hours: makeHours(hours, sources, made),
    phones: phones.map(makePhone),
    languages_spoken,
    words: inEachLanguage(sources.languages.value, (lang) => serviceWords(id, lang, sources)),
  }) as Service;
}

const CODE_DIGITS = '23456789CFGHJMPQRVWX';

/**
 * The last six of the ten digits of a place's Open Location Code, by its specification: the name of a town nearby says the others.
 * @example plusCode({ lat: 50.9534, lon: 1.8508 }) -> 'XV32+98'
 */
export function plusCode({ lat, lon }: Geo): string {
  // In eight thousandths of a degree, about 14 m, counted from the South Pole and the date line.
  let [north, east] = [lat + 90, lon + 180].map((degrees) => Math.floor((Math.round(degrees * 1e6) * 8) / 1000)) as [
    number,
    number,
  ];
  let code = '';
  for (let pair = 0; pair < 3; pair++) {
    code = (CODE_DIGITS[north % 20] ?? '') + (CODE_DIGITS[east % 20] ?? '') + code;
    [north, east] = [Math.floor(north / 20), Math.floor(east / 20)];
  }
  return `${code.slice(0, 4)}+${code.slice(4)}`;
}

export function makeEmergencyNumber({ id, value }: FactFile<EmergencyFacts>, sources: Sources, made: IsoDate): EmergencyNumber {
  const { number, use, as_of, second_hand, order: _, opening_hours: hours, ...facts } = value;
  const wordsIn = (lang: string) => {
    const { needed, text } = readerOf(sources.translations, `emergency/${id}`, lang, true);
    return present({ name: needed('name'), summary: needed('summary'), say: text('say') });
  };
  const { say } = wordsIn('fr');
  return present({
    id,
    ...facts,
    phone: makePhone({ number, use, as_of, second_hand }),
    hours: makeHours(hours, sources, made),
    words: inEachLanguage(sources.languages.value, wordsIn),
    sayInFrench: say?.lang === 'fr' ? say : undefined,
  });
}

export function makeTopic({ id, value }: FactFile<TopicFacts>, { translations, languages }: Sources): Topic {
  const { order: _, ...facts } = value;
  const words = inEachLanguage(languages.value, (lang) => {
    const { needed, body } = readerOf(translations, `topics/${id}`, lang, value.critical);
    return { title: needed('title'), summary: needed('summary'), body: body() };
  });
  return { id, ...facts, words };
}

export function makeCard({ id, value }: FactFile<CardFacts>, { translations, languages }: Sources): Card {
  const words = inEachLanguage(languages.value, (lang) => ({
    sentence: readerOf(translations, `cards/${id}`, lang).needed('sentence'),
  }));
  return { id, icon: value.icon, words };
}

export function makeNotice({ id, value }: FactFile<NoticeFacts>, { translations, languages }: Sources): Notice {
  const words = inEachLanguage(languages.value, (lang) => {
    const { needed, body } = readerOf(translations, `notices/${id}`, lang);
    return { title: needed('title'), body: body() };
  });
  return { id, ...value, words };
}

function serviceWords(id: string, lang: string, { translations }: Sources): ServiceWords {
  const { needed, text, body } = readerOf(translations, `services/${id}`, lang);
  return present({
    name: needed('name'),
    summary: needed('summary'),
    bring: text('bring'),
    expect: text('expect'),
    way: text('way'),
    hours_note: text('hours_note'),
    status_reason: text('status_reason'),
    body: body(),
  });
}

function makeOrganisation(id: string, { organisations }: Sources): Organisation | undefined {
  const found = organisations.value[id];
  return found && present({ id, ...found });
}

function makeHours(text: string, { settings }: Sources, made: IsoDate): Hours {
  const compiled = compileHours(text, firstDayOf(made), settings.value.holidays);
  return 'hours' in compiled ? compiled.hours : { kind: 'unknown' };
}

type PhoneFacts = NonNullable<ServiceFacts['phones']>[number];

function makePhone({ number, ...facts }: PhoneFacts): Phone {
  const read = readNumber(number) ?? { number, display: number };
  return present({ ...read, ...facts });
}
