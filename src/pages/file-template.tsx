/**
 * What stands around and between the pages in the guide in one file. Its marks `@@...@@` are filled by guide/compose-file.ts.
 * First of all it says what it is, from when, and where a newer one is: it may be read years later, far from any network.
 */
import { EDITION_SIGNS, signMark } from '../guide/compose-page.ts';
import { freshness } from '../guide/freshness.ts';
import { routes } from '../guide/routes.ts';
import type { Guide, Language, TextState, Town } from '../guide/types.ts';
import { phoneHref } from './calling.tsx';
import { guideDay } from './edition.ts';
import { inLanguage, makePage, renderIn, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { clockWords, dateWords, WordsForScripts } from './shell.tsx';
import { dateInWords, Ordered, OwnWords, UNTRANSLATED } from './texts.tsx';
import { townWord } from './town-pages.tsx';
import { StatesInWords } from './translation-note.tsx';
import { guideWords } from './words.ts';

export interface FileSite {
  base: string;
  /** All CSS, and the one script. */
  css: string;
  script: string;
  /** Content security policy for `<meta>`. */
  policy: string;
}

/** `seen`: states of all texts in the pages, to say once how far the translation can be trusted. */
export function renderFileTemplate(guide: Guide, language: Language, site: FileSite, seen: ReadonlySet<TextState>): string {
  const page = makePage(guide, language, site.base, guideWords(guide));
  const body = renderIn(page, <Body site={site} />);
  for (const state of seen) page.seen.add(state);
  const states = renderIn(page, <StatesInWords />);
  const { lang, dir } = language;
  const html = renderIn(
    page,
    <html lang={lang} dir={dir} data-made={signMark(EDITION_SIGNS.made)}>
      <FileHead site={site} />
      <body dangerouslySetInnerHTML={{ __html: body.replace(STATES, () => states) }} />
    </html>,
  );
  return `<!doctype html>${html}`;
}

/** What is said of all texts waits until all were rendered. */
const STATES = '@@states@@';

function FileHead({ site: { policy, css } }: { site: FileSite }) {
  const { t } = usePage();
  return (
    <head>
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${t('guide.name')} · ${guideDay()}`}</title>
      <meta name="description" content={t('file.title')} />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      {'@@font@@'}
    </head>
  );
}

function Body({ site }: { site: FileSite }) {
  const { t, guide, language } = usePage();
  return (
    <>
      <div class="drawn" aria-hidden="true">
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: it only holds what is shown elsewhere */}
        <svg>{'@@symbols@@'}</svg>
        {'@@coast@@'}
      </div>
      <header>
        <WhatThisIs />
        <FirstNumbers />
      </header>
      <Contents />
      <main>
        {'@@one:emergency/@@'}
        {guide.towns.map((town) => (
          <TownPart town={town} />
        ))}
        <Part id={PLACES} title={t('file.places')} />
        <Part id={TOPICS} title={t('topics.title')} />
        <Part id={routes.cards()} title={t('cards.title')} lead={t('cards.show')} />
        {'@@one:about/@@'}
      </main>
      <nav class="bar" aria-label={t('bar.label')}>
        <a href="#contents">{t('file.contents')}</a>
        <a class="sos" href={`#${routes.emergency()}`}>
          {t('bar.emergency')}
        </a>
      </nav>
      <WordsForScripts
        prefixes={['state.', 'date.', 'hours.french_time']}
        id="words"
        extra={{ ...dateWords(language), ...clockWords(language) }}
        guide={guide}
        language={language}
      />
      <script dangerouslySetInnerHTML={{ __html: site.script }} />
    </>
  );
}

const [PLACES, TOPICS] = [routes.service('').slice(0, -1), routes.topic('').slice(0, -1)];

function WhatThisIs() {
  const page = usePage();
  const { t, guide } = page;
  const isOld = freshness(guide.newestCheck, guide.made).kind !== 'fresh';
  return (
    <div class="head">
      <h1>
        {t('guide.name')}
        <small>{t('file.title')}</small>
      </h1>
      <p class="old" role="alert" hidden>
        {t('file.old')}
      </p>
      <p>
        <b>{t('footer.made', { date: guideDay() })}</b>
      </p>
      <p>{t('file.good_until', { date: signMark(EDITION_SIGNS.fileUntil) })}</p>
      <Newest />
      {isOld && <p>{t('sure.guide_old', { date: dateInWords(page, guide.newestCheck) })}</p>}
      <p>{STATES}</p>
      <p>{t('file.what')}</p>
    </div>
  );
}

/** Without an address in guide.yaml, people are all that is left to ask. */
function Newest() {
  const { t, guide, link } = usePage();
  const address = guide.site + link('');
  if (!guide.site) return <p>{t('file.ask')}</p>;
  return (
    <p>
      {t('file.newest')}{' '}
      <a href={address}>
        <bdi dir="ltr" {...UNTRANSLATED}>
          {address}
        </bdi>
      </a>
    </p>
  );
}

function FirstNumbers() {
  const { guide, language } = usePage();
  return (
    <ul class="urgent">
      {guide.emergency
        .filter(({ first }) => first)
        .map(({ phone, words }) => (
          <li>
            <a href={phoneHref(phone)}>
              <b>
                <Pictogram name="call" />
                <Ordered>{phone.display}</Ordered>
              </b>{' '}
              <OwnWords text={inLanguage(words, language.lang).name} />
            </a>
          </li>
        ))}
    </ul>
  );
}

function Contents() {
  const { t, guide } = usePage();
  return (
    <nav id="contents" aria-label={t('file.contents')}>
      <h2>{t('file.contents')}</h2>
      <ul>
        <Entry id={routes.emergency()} title={t('emergency.title')} />
        {guide.towns.map((town) => (
          <Entry id={routes.town(town.id)} title={t(townWord(town))} rows />
        ))}
        <Entry id={PLACES} title={t('file.places')} />
        <Entry id={TOPICS} title={t('topics.title')} rows />
        <Entry id={routes.cards()} title={t('cards.title')} rows />
        <Entry id={routes.about()} title={t('footer.about')} />
      </ul>
    </nav>
  );
}

/** `rows`: with all that is below it. */
const Entry = ({ id, title, rows = false }: { id: string; title: string; rows?: boolean }) => (
  <li>
    <a href={`#${id}`}>{title}</a>
    {rows && <ul>{`@@rows:${id}@@`}</ul>}
  </li>
);

function TownPart({ town }: { town: Town }) {
  const { t } = usePage();
  const id = routes.town(town.id);
  return (
    <section id={id}>
      <h2>{t(townWord(town))}</h2>
      {`@@town:${id}@@@@all:${id}@@`}
    </section>
  );
}

const Part = ({ id, title, lead }: { id: string; title: string; lead?: string }) => (
  <section id={id}>
    <h2>{title}</h2>
    {lead && <p>{lead}</p>}
    {`@@all:${id}@@`}
  </section>
);
