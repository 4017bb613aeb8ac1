/** The box that finds everything, and the page that it has to itself. */
import { routes } from '../guide/routes.ts';
import type { Town } from '../guide/types.ts';
import { EmergencyRow } from './emergency-page.tsx';
import { usePage } from './page-context.ts';
import { WordsForScripts } from './shell.tsx';
import { needWord, TopicRow, Topics, townWord } from './town-pages.tsx';

/** Shown by the script that can search. It has no name and no form, so nothing of what is typed can go into an address. */
export function SearchBox({ town }: { town?: Town }) {
  const { t, guide, link, language } = usePage();
  return (
    <section class="search" data-island="search" data-town={town?.id ?? ''} hidden>
      <label>
        <span class="visually-hidden">{t('search.label')}</span>
        <input
          type="search"
          class="find"
          placeholder={t('search.label')}
          dir="auto"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
        />
      </label>
      <p role="status" />
      <ul class="rows" />
      <div class="nothing" hidden>
        <ul class="rows">
          {guide.towns.map((one) => (
            <TopicRow href={link(routes.town(one.id))} icon="place" title={t('home.page', { town: t(townWord(one)) })} />
          ))}
          <TopicRow href={link(routes.emergency())} icon="call" title={t('emergency.title')} />
        </ul>
      </div>
      <WordsForScripts prefixes={['search.', ...guide.towns.map(townWord)]} id="words-search" guide={guide} language={language} />
    </section>
  );
}

/** Without a script it leads to everything by lists. */
export function SearchPage() {
  const { t, guide } = usePage();
  return (
    <>
      <h1>{t('search.title')}</h1>
      <SearchBox />
      {guide.towns.map((town) => (
        <NeedRows town={town} />
      ))}
      <EmergencyRow />
      <Topics />
    </>
  );
}

function NeedRows({ town }: { town: Town }) {
  const { t, guide, link } = usePage();
  return (
    <section>
      <h2>{t('home.page', { town: t(townWord(town)) })}</h2>
      <ul class="rows">
        {guide.needs.map((need) => (
          <TopicRow href={link(routes.need(town.id, need.id))} icon={need.icon} title={t(needWord(need))} />
        ))}
      </ul>
    </section>
  );
}
