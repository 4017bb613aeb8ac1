/** Sentences to hold out to somebody: French first and huge, the reader's own language below. */
import { routes } from '../guide/routes.ts';
import type { Card, Text } from '../guide/types.ts';
import { Listen } from './listen.tsx';
import { inLanguage, type Page, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { marks, UNTRANSLATED, Words } from './texts.tsx';
import { TopicRow } from './town-pages.tsx';

export function CardList() {
  const page = usePage();
  const { t, guide, link } = page;
  return (
    <>
      <h1>{t('cards.title')}</h1>
      <p>{t('cards.lead')}</p>
      <ul class="rows">
        {guide.cards.map((card) => (
          <TopicRow href={link(routes.card(card.id))} icon={card.icon} title={<Words text={sentences(page, card).own} />} />
        ))}
      </ul>
    </>
  );
}

export function CardPage({ card }: { card: Card }) {
  const page = usePage();
  const { t, link } = page;
  const { own, french } = sentences(page, card);
  return (
    <>
      <a class="back" href={link(routes.cards())}>
        <Pictogram name="back" />
        {t('cards.title')}
      </a>
      <h1 class="visually-hidden">
        <Words text={own} />
      </h1>
      <p>{t('cards.show')}</p>
      <div class="say">
        <p class="big" {...marks(page, french)} {...UNTRANSLATED}>
          {french.value}
        </p>
        {own.lang !== french.lang && (
          <p>
            <Words text={own} />
          </p>
        )}
      </div>
      <Listen of={`cards/${card.id}`} voice />
    </>
  );
}

/** Both sentences, each naming the reader's language in its own words. */
export function sentences({ language }: Page, card: Card): { own: Text; french: Text } {
  const own = inLanguage(card.words, language.lang).sentence;
  return { own: fillIn(own, language.name), french: fillIn(inLanguage(card.words, 'fr').sentence, language.french) };
}

const fillIn = (text: Text, name: string): Text => ({ ...text, value: text.value.replace('{{language}}', name) });
