/** The table of contents of one language: every page with its title, description and content, by pack. */
import { type ComponentChild, h } from 'preact';
import { descriptionOf, NO_PARTS, type PageParts, PLACES_HEAD } from '../guide/compose-page.ts';
import { routes } from '../guide/routes.ts';
import type { Guide, Lang, Language, Service, TextState, Town } from '../guide/types.ts';
import { CardList, CardPage, sentences } from './card-pages.tsx';
import { EmergencyPage } from './emergency-page.tsx';
import { findWords } from './find-words.ts';
import { escapeHtml, withoutMarks } from './foreign-words.ts';
import { type MapOffer, MapPage } from './map-page.tsx';
import { Moved } from './moved.tsx';
import { NeedPage } from './need-page.tsx';
import { AboutPage, NotSavedPage, TopicPage } from './other-pages.tsx';
import { inLanguage, makePage, type Page, renderIn } from './page-context.ts';
import { PhonePage } from './phone-page.tsx';
import { SearchPage } from './search-page.tsx';
import { ServiceCard } from './service-card.tsx';
import { ServicePage } from './service-page.tsx';
import { isShellWhole } from './shell.tsx';
import { TodayChooser, TodayPage } from './today-page.tsx';
import { needWord, TownChooser, TownHome, townWord } from './town-pages.tsx';
import { TranslationNote } from './translation-note.tsx';
import { guideWords } from './words.ts';

/** A page before it is rendered: plain words, not yet HTML. */
interface PagePlan {
  rest: string;
  title: string;
  description: string;
  bar?: string;
  home?: string;
  /** Other words to find it by. */
  find?: string;
  content: ComponentChild;
  /** Whether it shows places or their hours. */
  showsPlaces?: true;
  /** Its entry in lists of other pages. */
  card?: ComponentChild;
}

/** Pages by the name of the pack they are kept in. */
export type Sections = Record<string, PageParts[]>;

export interface RenderedPages {
  sections: Sections;
  /** States of all texts in them. */
  seen: ReadonlySet<TextState>;
}

/** `map`: what the map that moves costs, where there is one. */
export function renderPages(guide: Guide, language: Language, base: string, map?: MapOffer): RenderedPages {
  const words = guideWords(guide);
  const plan = planPages(makePage(guide, language, base, words), map);
  const whole = isShellWhole(guide, language, base);
  const seen = new Set<TextState>();
  const renderPlan = (one: PagePlan) => {
    const page = makePage(guide, language, base, words);
    const parts = toParts(one, page, whole);
    for (const state of page.seen) seen.add(state);
    return parts;
  };
  const { basics = [], ...others } = Object.fromEntries(
    Object.entries(plan).map(([section, pages]) => [section, pages.map(renderPlan)]),
  );
  const moved = movedPages(makePage(guide, language, base, words));
  return { sections: { ...others, basics: [...basics, ...moved] }, seen };
}

/** What stands at the addresses of pages that are no more: a sentence, and then the page that is nearest. */
function movedPages(page: Page): PageParts[] {
  const main = renderIn(page, h(Moved, {}));
  return Object.entries(page.guide.moved).map(([rest, instead]) => ({ ...NO_PARTS, rest, instead, main }));
}

function planPages(page: Page, map: MapOffer | undefined): Record<string, PagePlan[]> {
  const { guide } = page;
  return {
    places: [
      townChooser(page),
      searchPage(page),
      todayChooser(page),
      mapPage(page, map),
      ...guide.towns.flatMap((town) => [townHome(page, town.id), todayPage(page, town.id), ...needPages(page, town.id)]),
    ],
    // One pack for both towns: their words are the same, and 3 of 25 kB are saved.
    services: guide.services.map((service) => servicePage(page, service)),
    topics: guide.topics.map((topic) => topicPage(page, topic.id)),
    basics: [
      emergencyPage(page),
      cardList(page),
      ...guide.cards.map((card) => cardPage(page, card.id)),
      phonePage(page),
      aboutPage(page),
      notSavedPage(page),
    ],
  };
}

/** `whole`: nothing of what stands around every page is missing in the page's language. */
function toParts(
  { rest, title, description, bar = '', home = '', find, content, showsPlaces, card }: PagePlan,
  page: Page,
  whole: boolean,
): PageParts {
  const body = renderIn(page, content);
  if (!whole) page.seen.add('missing');
  const note = renderIn(page, h(TranslationNote, { rest }));
  const fullTitle = page.t('guide.page_title', { page: title });
  const main = body + note;
  const described = escapeHtml(description);
  return {
    rest,
    title: escapeHtml(fullTitle),
    description: descriptionOf({ description: '', main }) === described ? '' : described,
    bar,
    home,
    ...(showsPlaces && { head: PLACES_HEAD }),
    main,
    ...(card && { card: renderIn(page, card) }),
    ...(find && { find: withoutMarks(find) }),
  };
}

function find<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id);
  if (!found) throw new Error(`Nothing in the guide has the id "${id}".`);
  return found;
}

const townChooser = ({ t }: Page): PagePlan => ({
  rest: routes.language(),
  title: t('town.choose'),
  description: t('guide.description'),
  bar: 'home',
  content: h(TownChooser, {}),
});

function townHome(page: Page, id: string): PagePlan {
  const { t, guide } = page;
  const town = find(guide.towns, id);
  const needs = guide.needs.map((need) => t(needWord(need))).join(' · ');
  return {
    rest: routes.town(id),
    title: t('home.page', { town: t(townWord(town)) }),
    description: t('town.home_description', { town: t(townWord(town)), needs }),
    bar: 'home',
    home: routes.town(id),
    find: townNames(page, town),
    showsPlaces: true,
    content: h(TownHome, { town }),
  };
}

/** As it is called here, on signs, and by helpers, with the places that belong to it. */
function townNames({ t, guide }: Page, town: Town): string {
  const source = guide.words[guide.sourceLang]?.[townWord(town)]?.value;
  const names = [t(townWord(town)), town.french, source, town.id === 'dunkirk' && t('town.dunkirk_means')];
  return [...new Set(names)].filter(Boolean).join(' ');
}

const todayChooser = ({ t }: Page): PagePlan => ({
  rest: routes.todayAnywhere(),
  title: `${t('service.today')} · ${t('town.choose')}`,
  description: t('guide.description'),
  bar: 'today',
  content: h(TodayChooser, {}),
});

function todayPage({ t, guide }: Page, id: string): PagePlan {
  const town = find(guide.towns, id);
  const values = { town: t(townWord(town)) };
  return {
    rest: routes.today(id),
    title: t('today.title', values),
    description: t('today.description', values),
    bar: 'today',
    home: routes.town(id),
    showsPlaces: true,
    content: h(TodayPage, { town }),
  };
}

function needPages(page: Page, townId: string): PagePlan[] {
  const { t, guide } = page;
  const town = find(guide.towns, townId);
  return guide.needs.map((need) => {
    const values = { need: t(needWord(need)), town: t(townWord(town)) };
    const name = (lang: Lang) => `${guide.words[lang]?.[needWord(need)]?.value} ${townNames(page, town)}`;
    return {
      rest: routes.need(town.id, need.id),
      title: t('need.page', values),
      description: t('need.description', values),
      home: routes.town(town.id),
      find: findWords(page, { id: need.id, name, shown: t('need.page', values) }),
      showsPlaces: true,
      content: h(NeedPage, { town, need }),
    };
  });
}

function servicePage(page: Page, service: Service): PagePlan {
  const { id } = service;
  const { name, summary } = inLanguage(service.words, page.language.lang);
  return {
    rest: routes.service(id),
    title: name.value,
    description: summary.value,
    home: service.towns[0] ? routes.town(service.towns[0]) : '',
    find: findWords(page, {
      id,
      name: (lang) => inLanguage(service.words, lang).name.value,
      shown: `${name.value} ${summary.value}`,
    }),
    showsPlaces: true,
    content: h(ServicePage, { service }),
    card: h(ServiceCard, { service }),
  };
}

function topicPage(page: Page, id: string): PagePlan {
  const { guide, language } = page;
  const topic = find(guide.topics, id);
  const { title, summary } = inLanguage(topic.words, language.lang);
  return {
    rest: routes.topic(id),
    title: title.value,
    description: summary.value,
    find: findWords(page, {
      id,
      name: (lang) => inLanguage(topic.words, lang).title.value,
      shown: `${title.value} ${summary.value}`,
    }),
    content: h(TopicPage, { topic }),
  };
}

const emergencyPage = (page: Page): PagePlan => ({
  rest: routes.emergency(),
  title: page.t('emergency.title'),
  description: page.t('emergency.description'),
  bar: 'emergency',
  find: numberNames(page),
  content: h(EmergencyPage, {}),
});

/** One line for each number, which begins with its id. */
function numberNames(page: Page): string {
  const lines = page.guide.emergency.map(({ id, words }) => {
    const own = inLanguage(words, page.language.lang);
    const name = (lang: Lang) => inLanguage(words, lang).name.value;
    return `${id} ${findWords(page, { id, name, shown: `${own.name.value} ${own.summary.value}` })}`;
  });
  return lines.join('\n');
}

const cardList = ({ t }: Page): PagePlan => ({
  rest: routes.cards(),
  title: t('cards.title'),
  description: t('cards.description'),
  content: h(CardList, {}),
});

function cardPage(page: Page, id: string): PagePlan {
  const card = find(page.guide.cards, id);
  return {
    rest: routes.card(id),
    title: sentences(page, card).own.value,
    description: page.t('cards.description'),
    find: findWords(page, { id, name: () => '', shown: '' }),
    content: h(CardPage, { card }),
  };
}

const searchPage = ({ t }: Page): PagePlan => ({
  rest: routes.search(),
  title: t('search.title'),
  description: t('search.description'),
  bar: 'search',
  content: h(SearchPage, {}),
});

const mapPage = ({ t }: Page, offer: MapOffer | undefined): PagePlan => ({
  rest: routes.map(),
  title: t('bigmap.title'),
  description: t('bigmap.lead'),
  bar: 'map',
  showsPlaces: true,
  content: h(MapPage, { offer }),
});

const phonePage = ({ t }: Page): PagePlan => ({
  rest: routes.phone(),
  title: t('phone.title'),
  description: t('phone.description'),
  content: h(PhonePage, {}),
});

function aboutPage({ guide, language, t }: Page): PagePlan {
  const { title } = inLanguage(guide.about, language.lang);
  return { rest: routes.about(), title: title.value, description: t('guide.description'), content: h(AboutPage, {}) };
}

const notSavedPage = ({ t }: Page): PagePlan => ({
  rest: routes.notSaved(),
  title: t('not_saved.title'),
  description: t('not_saved.description'),
  content: h(NotSavedPage, {}),
});
