/** Pages of no language: the first choice, the page for wrong addresses, the short addresses, the worker's last resort. */
import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { routes } from '../guide/routes.ts';
import type { Guide, Lang, TextState } from '../guide/types.ts';
import { Pictogram } from './pictogram.tsx';
import type { Site } from './shell.tsx';
import { guideWords, type WordKey } from './words.ts';

/** How many emergency numbers stand on a page of no language. */
const NUMBERS = 4;

export interface NeutralPages {
  chooser: string;
  notFound: string;
  /** With the mark `@@rest@@` for the page that the short address leads to. */
  short: string;
  /** What the worker says when it has nothing else: the numbers, in every language. */
  lastResort: string;
}

export function renderNeutral(guide: Guide, site: Site): NeutralPages {
  return {
    chooser: renderDocument(guide, site, { line: 'guide.description', rest: routes.language() }),
    notFound: renderDocument(guide, site, { line: 'not_found.title', rest: routes.language(), noindex: true }),
    short: renderDocument(guide, site, { line: 'language.choose', rest: '@@rest@@', noindex: true, goOn: true }),
    lastResort: renderDocument(
      guide,
      { ...site, script: '' },
      { line: 'not_saved.title', rest: routes.language(), noindex: true },
    ),
  };
}

interface Neutral {
  /** Said below each language's name. */
  line: WordKey;
  /** Where each language's link leads. */
  rest: string;
  noindex?: boolean;
  /** A script may go on to the reader's language at once. */
  goOn?: boolean;
}

function renderDocument(guide: Guide, site: Site, { line, rest, noindex = false, goOn = false }: Neutral): string {
  const words = guideWords(guide);
  const t = (lang: Lang, key: WordKey) => words(lang, new Set<TextState>())(key);
  const languages = (
    <ul class="rows" {...(goOn ? { 'data-island': 'go-on' } : {})}>
      {guide.languages.map(({ lang, dir, name }) => (
        <li>
          <a href={`${site.base}${lang}/${rest}`} lang={lang} dir={dir} hreflang={lang}>
            <span>
              {name}
              <small>{t(lang, line)}</small>
            </span>
            <span class="go">
              <Pictogram name="next" />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
  const html = render(
    <NeutralDocument
      guide={guide}
      site={site}
      noindex={noindex}
      title={t(guide.sourceLang, 'guide.name')}
      description={t(guide.sourceLang, 'guide.description')}
    >
      {languages}
      <Numbers guide={guide} />
    </NeutralDocument>,
  );
  return `<!doctype html>${html}`;
}

interface NeutralDocumentProps {
  guide: Guide;
  site: Site;
  noindex: boolean;
  title: string;
  description: string;
  children: ComponentChildren;
}

function NeutralDocument({ guide, site, noindex, title, description, children }: NeutralDocumentProps) {
  return (
    <html lang={guide.sourceLang} dir="ltr" data-base={site.base} data-made={guide.made}>
      <head>
        {site.policy && <meta http-equiv="Content-Security-Policy" content={site.policy} />}
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {noindex ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={`${guide.site}${site.base}`} />}
        {!noindex &&
          guide.languages.map(({ lang }) => <link rel="alternate" hreflang={lang} href={`${guide.site}${site.base}${lang}/`} />)}
        <link rel="icon" href={`${site.base}icons/guide.svg`} type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: site.css }} />
        {site.script && <script type="module" src={site.script} />}
      </head>
      <body>
        <main id="main">
          <h1 class="title">
            <Pictogram name="guide" />
            {title}
          </h1>
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
            {guide.languages.map(({ lang, dir }) => (
              <small lang={words[lang]?.name.lang ?? lang} dir={dir}>
                {words[lang]?.name.value}
              </small>
            ))}
          </a>
        </li>
      ))}
    </ul>
  );
}
