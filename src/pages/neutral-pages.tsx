/** Pages of no language: the first choice, the page for wrong addresses, the short addresses, the worker's last resort. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { routes } from '../guide/routes.ts';
import type { Guide, Lang, TextState } from '../guide/types.ts';
import { drawForeign } from './foreign-words.ts';
import { Head } from './head.tsx';
import { Leave } from './leave.tsx';
import { inLanguage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { dataOfNames, type Site } from './shell.tsx';
import { UNTRANSLATED } from './texts.tsx';
import { directionOf, guideWords, type WordKey } from './words.ts';

/** How many emergency numbers stand on a page of no language. */
const NUMBERS = 4;

export interface NeutralPages {
  /** Shell of the first choice and of all short addresses, for composeNeutral. */
  neutral: string;
  notFound: string;
  /** What the worker says when it has nothing else: the numbers, in every language. */
  lastResort: string;
}

export function renderNeutral(guide: Guide, site: Site): NeutralPages {
  return {
    neutral: renderDocument(guide, site, <Choice guide={guide} site={site} />, '@@description@@'),
    notFound: renderDocument(
      guide,
      site,
      <Languages guide={guide} site={site} rest={routes.language()} line="not_found.title" />,
    ),
    lastResort: renderDocument(guide, { ...site, script: '' }, null, 'noindex', ''),
  };
}

/** `robots` and `description` are what search engines are told. */
function renderDocument(
  guide: Guide,
  site: Site,
  content: ComponentChildren,
  robots = 'noindex',
  description = sourceWord(guide, 'guide.description'),
): string {
  const title = sourceWord(guide, 'guide.name');
  const html = render(
    <NeutralDocument guide={guide} site={site} robots={robots} title={title} description={description}>
      {content}
      <Numbers guide={guide} />
    </NeutralDocument>,
  );
  const source = { lang: guide.sourceLang, dir: directionOf(guide, guide.sourceLang) };
  return `<!doctype html>${drawForeign(html, { source, page: guide.sourceLang })}`;
}

const wordOf = (guide: Guide, lang: Lang, key: WordKey) => guideWords(guide)(lang, new Set<TextState>())(key);
const sourceWord = (guide: Guide, key: WordKey) => wordOf(guide, guide.sourceLang, key);

/** Which language: remembered, suggested or searched for by a script; a short address goes on at once to a language that is known. */
function Choice({ guide, site }: { guide: Guide; site: Site }) {
  return (
    <>
      <input type="search" class="find" data-island="find-language" aria-label={sourceWord(guide, 'language.find')} hidden />
      <Languages guide={guide} site={site} rest="@@rest@@" island="choose-language" />
    </>
  );
}

interface LanguagesProps {
  guide: Guide;
  site: Site;
  /** Where each language's link leads. */
  rest: string;
  /** Said below each language's name, in that language. */
  line?: WordKey;
  island?: string;
}

function Languages({ guide, site, rest, line, island }: LanguagesProps) {
  return (
    <ul class="rows" data-island={island} {...UNTRANSLATED}>
      {guide.languages.map(({ lang, dir, name, english, french }) => (
        <li>
          <a href={`${site.base}${lang}/${rest}`} lang={lang} dir={dir} hreflang={lang}>
            <span>
              {name}
              {line && <small>{wordOf(guide, lang, line)}</small>}
              <small lang="en" dir="ltr">
                {english} · <span lang="fr">{french}</span>
              </small>
            </span>
            <span class="go">
              <Pictogram name="next" />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface NeutralDocumentProps {
  guide: Guide;
  site: Site;
  robots: string;
  title: string;
  description: string;
  children: ComponentChildren;
}

/** A page of no language around its own content. */
export function NeutralDocument({ guide, site, robots, title, description, children }: NeutralDocumentProps) {
  return (
    <html lang={guide.sourceLang} dir="ltr" data-base={site.base} {...(site.script && dataOfNames(site))}>
      <Head guide={guide} site={site} title={title} description={description} address={site.base} rest="" robots={robots} />
      <body>
        <main id="main">
          <div class="with-leave">
            <h1 class="title">
              <Pictogram name="guide" />
              {title}
            </h1>
            {site.script && <Leave base={site.base} word={sourceWord(guide, 'leave.button')} />}
          </div>
          {children}
        </main>
      </body>
    </html>
  );
}

/** The numbers that come first, each with its word in every language. */
function Numbers({ guide }: { guide: Guide }) {
  return (
    <ul class="urgent four">
      {guide.emergency.slice(0, NUMBERS).map(({ phone, words }) => (
        <li>
          <a href={`tel:${phone.number}`}>
            <b>
              <Pictogram name="call" />
              <bdi dir="ltr">{phone.display}</bdi>
            </b>
            {guide.languages.map(({ lang }) => {
              const { name } = inLanguage(words, lang);
              return (
                <small lang={name.lang} dir={directionOf(guide, name.lang)}>
                  {name.value}
                </small>
              );
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}
