/** What is the same on every page of one language. The marks `@@...@@` are filled by composePage. */
import { EDITION_SIGNS, signMark } from '../guide/compose-page.ts';
import { earliestDay, freshness } from '../guide/freshness.ts';
import { routes } from '../guide/routes.ts';
import type { Guide, IsoDate, Language } from '../guide/types.ts';
import { guideDay } from './edition.ts';
import { Head } from './head.tsx';
import { Leave } from './leave.tsx';
import { makePage, type Page, renderIn, usePage } from './page-context.ts';
import { PageTools } from './page-tools.tsx';
import { Pictogram } from './pictogram.tsx';
import { dateInWords, UNTRANSLATED } from './texts.tsx';
import { guideWords, wordForScripts } from './words.ts';

export interface Site {
  /** Path that the site stands under, with both slashes. */
  base: string;
  /** CSS of every page. */
  css: string;
  /** Address of the script that starts the islands. */
  script: string;
  /** Script that stands in the page itself and runs before anything is drawn, '' in development. */
  beforePaint: string;
  /** Content security policy for `<meta>`, '' in development. */
  policy: string;
  /** Address of a font with the language's letters, for phones that lack some of them. */
  font?: string;
  /** Some letters of languages whose names stand on every page, and a font with those, for phones that lack them all. */
  names?: { letters: string; font: string } | undefined;
}

/** Style and script that only pages with places or opening hours have. */
export type PlacesSite = Pick<Site, 'base' | 'css' | 'script'>;

export function renderShell(guide: Guide, language: Language, site: Site): string {
  const page = makePage(guide, language, site.base, guideWords(guide));
  const html = renderIn(
    page,
    <html
      lang={language.lang}
      dir={language.dir}
      data-lang={language.lang}
      data-base={site.base}
      data-made={signMark(EDITION_SIGNS.made)}
      data-source-checked={earliestDay(guide.newestCheck)}
      {...(site.font && { 'data-letters': language.letters, 'data-font': site.font })}
      {...dataOfNames(site)}
    >
      <ShellHead site={site} />
      <Body />
    </html>,
  );
  return `<!doctype html>${barMarks(html)}`;
}

export const dataOfNames = ({ names }: Site) => names && { 'data-names': names.letters, 'data-names-font': names.font };

/** What stands in the head of pages with places or opening hours, after what every page has there (guide/compose-page.ts). */
export function renderPlacesHead(guide: Guide, language: Language, { base, css, script }: PlacesSite): string {
  return renderIn(
    makePage(guide, language, base, guideWords(guide)),
    <>
      <style dangerouslySetInnerHTML={{ __html: css }} />
      <script type="module" src={script} />
      <HoursWords />
    </>,
  );
}

/** Whether all that stands around the pages of a language is in that language. */
export function isShellWhole(guide: Guide, language: Language, base: string): boolean {
  const page = makePage(guide, language, base, guideWords(guide));
  renderIn(
    page,
    <>
      <Body />
      <HoursWords />
    </>,
  );
  return !page.seen.has('missing');
}

/** Attributes cannot be left out by a mark inside their value, so the mark takes the place of the whole attribute. */
const barMarks = (html: string) => html.replace(/ data-bar="([a-z]+)"/g, '@@bar:$1@@');

/** Title, description and address are the page's own. */
function ShellHead({ site }: { site: Site }) {
  const { guide, language, link } = usePage();
  const own = { title: '@@title@@', description: '@@description@@', rest: '@@rest@@', more: '@@head@@' };
  return <Head guide={guide} site={site} address={`${link('')}${own.rest}`} lang={language.lang} {...own} />;
}

function Body() {
  return (
    <body>
      <SkipLink />
      <Top />
      <main id="main" dangerouslySetInnerHTML={{ __html: '@@main@@' }} />
      <Foot />
      <Bar />
      <IslandWords />
    </body>
  );
}

const SkipLink = () => (
  <a class="skip" href="#main">
    {usePage().t('guide.skip')}
  </a>
);

function Top() {
  const { t, link, base, guide, language } = usePage();
  return (
    <header class="top">
      <a class="mark" href={link('')}>
        <Pictogram name="guide" />
        {t('guide.name')}
      </a>
      <details class="languages">
        <summary>
          <Pictogram name="interpreter" />
          <span>
            <span class="visually-hidden">{t('language.change')}: </span>
            {language.name}
          </span>
        </summary>
        <ul class="rows" {...UNTRANSLATED}>
          {guide.languages.map(({ lang, dir, name }) => (
            <li>
              <a
                href={`${base}${lang}/@@rest@@`}
                lang={lang}
                dir={dir}
                hreflang={lang}
                {...(lang === language.lang ? { 'aria-current': 'true' } : {})}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <ReadAlong />
      </details>
      <Leave base={base} word={t('leave.button')} />
    </header>
  );
}

/** Helpers read along in English or French; shown by the script that can do it. */
function ReadAlong() {
  const { t, guide, base, language } = usePage();
  const others = guide.languages.filter(({ lang }) => [guide.sourceLang, 'fr'].includes(lang) && lang !== language.lang);
  return (
    <div class="read-along" data-island="read-along" hidden>
      <p>{t('beside.title')}</p>
      {others.map(({ lang, name }) => (
        <button type="button" class="button" aria-pressed="false" data-lang={lang} data-url={`${base}${lang}/@@rest@@`}>
          {t('beside.show', { language: name })}
        </button>
      ))}
      <p role="status" />
    </div>
  );
}

function Foot() {
  const page = usePage();
  const { t, link, guide } = page;
  return (
    <footer class="foot">
      <PageTools />
      <GuideAge page={page} made={guide.made} />
      <p class="kept" data-island="offline" role="status" />
      <p>
        <a href={link(routes.phone())}>{t('phone.title')}</a> · <a href={link(routes.about())}>{t('footer.about')}</a>
      </p>
      <p>
        <a href={link(routes.notMine())}>{t('shared.title')}</a>
      </p>
      <p>{t('footer.made', { date: guideDay() })}</p>
      <p class="printed" dir="ltr" {...UNTRANSLATED}>
        {guide.site}
        {link('')}@@rest@@
      </p>
    </footer>
  );
}

/** Said on every page when nothing in the guide was checked for 30 days; the phone shows it when that day comes. */
function GuideAge({ page, made }: { page: Page; made: IsoDate }) {
  const { guide, t } = page;
  const hidden = freshness(guide.newestCheck, made).kind === 'fresh';
  return (
    <p class="guide-age" hidden={hidden}>
      {t('sure.guide_old', { date: dateInWords(page, guide.newestCheck) })}
    </p>
  );
}

const BAR = [
  { name: 'home', word: 'bar.home', icon: 'home' },
  { name: 'today', word: 'service.today', icon: 'clock' },
  { name: 'search', word: 'bar.search', icon: 'search' },
  { name: 'map', word: 'bar.map', icon: 'map' },
  { name: 'emergency', word: 'bar.emergency', icon: 'emergency' },
] as const;

function Bar() {
  const { t, link } = usePage();
  const address = {
    home: `${link('')}@@home@@`,
    today: `${link('')}@@today@@`,
    search: link(routes.search()),
    map: link(routes.map()),
    emergency: link(routes.emergency()),
  };
  return (
    <nav class="bar" aria-label={t('bar.label')}>
      <ul>
        {BAR.map(({ name, word, icon }) => (
          <li>
            <a href={address[name]} data-bar={name} {...(name === 'emergency' ? { class: 'sos' } : {})}>
              <Pictogram name={icon} />
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beginnings of the keys that scripts on any page may need. */
const ISLAND_WORDS = ['offline.', 'share.', 'date.', 'beside.failed', 'listen.stop'];
/** And those that say what opening hours mean now. */
const HOURS_WORDS = ['state.', 'hours.closed_day', 'hours.french_time'];

/** The words for islands, as data: no script, so the policy lets it stand. */
function IslandWords() {
  const { guide, language } = usePage();
  return <WordsForScripts prefixes={ISLAND_WORDS} id="words" extra={dateWords(language)} guide={guide} language={language} />;
}

function HoursWords() {
  const { guide, language } = usePage();
  return (
    <WordsForScripts prefixes={HOURS_WORDS} id="words-hours" extra={clockWords(language)} guide={guide} language={language} />
  );
}

/** What scripts need to say dates in a language. */
export const dateWords = ({ months, first_day }: Language) => ({ months, ...(first_day && { first_day }) });
/** And days and times. */
export const clockWords = ({ weekdays, habesha }: Language) => ({ weekdays, ...(habesha && { habesha }) });

interface WordsForScriptsProps {
  prefixes: readonly string[];
  id: string;
  extra?: Record<string, string | readonly string[]>;
  guide: Guide;
  language: Language;
}

export function WordsForScripts({ prefixes, id, extra, guide, language }: WordsForScriptsProps) {
  const { seen } = usePage();
  const words = Object.entries(guide.words[language.lang] ?? {}).filter(([key]) =>
    prefixes.some((prefix) => key.startsWith(prefix)),
  );
  for (const [, { state }] of words) seen.add(state);
  const ready = words.map(([key, text]) => [key, wordForScripts(guide, language, text)]);
  const json = JSON.stringify({ ...Object.fromEntries(ready), ...extra });
  return <script type="application/json" id={id} dangerouslySetInnerHTML={{ __html: json.replaceAll('<', '\\u003c') }} />;
}
