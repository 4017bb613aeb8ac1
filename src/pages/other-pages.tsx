/** Guidance, the guide's promise, and the page for what is not on the phone. */
import { routes } from '../guide/routes.ts';
import type { Topic } from '../guide/types.ts';
import { EmergencyRow } from './emergency-page.tsx';
import { isReviewed, Listen } from './listen.tsx';
import { inLanguage, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ReportMistake } from './report-mistake.tsx';
import { Sources } from './service-page.tsx';
import { Blocks, Words } from './texts.tsx';
import { TopicRow, townWord } from './town-pages.tsx';

export function TopicPage({ topic }: { topic: Topic }) {
  const { t, language } = usePage();
  const { title, summary, body } = inLanguage(topic.words, language.lang);
  return (
    <>
      <h1 class="title">
        <Pictogram name={topic.icon} />
        <span>
          <Words text={title} />
        </span>
      </h1>
      <Listen of={`topics/${topic.id}`} voice={!topic.critical || isReviewed([title, summary, ...body])} />
      <p data-share="">
        <Words text={summary} />
      </p>
      <Blocks blocks={body} />
      <p class="quiet">{t('topics.advice')}</p>
      <Sources sources={topic.sources} />
      <ReportMistake rest={routes.topic(topic.id)} name={title.value} />
    </>
  );
}

export function AboutPage() {
  const { guide, language } = usePage();
  const { title, body } = inLanguage(guide.about, language.lang);
  return (
    <>
      <h1>
        <Words text={title} />
      </h1>
      <Blocks blocks={body} />
    </>
  );
}

export function NotSavedPage() {
  const { t, guide, link } = usePage();
  return (
    <>
      <h1>{t('not_saved.title')}</h1>
      <p>{t('not_saved.lead')}</p>
      <ul class="rows">
        {guide.towns.map((town) => (
          <TopicRow href={link(routes.town(town.id))} icon="place" title={t(townWord(town))} />
        ))}
        <TopicRow href={link(routes.cards())} icon="cards" title={t('cards.title')} />
      </ul>
      <EmergencyRow />
    </>
  );
}
