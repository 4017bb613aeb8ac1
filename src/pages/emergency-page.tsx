/** Numbers for danger: one tap to call, what to say, and the same in French. */
import { routes } from '../guide/routes.ts';
import type { EmergencyNumber } from '../guide/types.ts';
import { CallButton, phoneHref } from './calling.tsx';
import { Listen } from './listen.tsx';
import { inLanguage, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { Sources } from './service-page.tsx';
import { dateInWords, Ordered, OwnWords, UNTRANSLATED, Words } from './texts.tsx';
import { TopicRow } from './town-pages.tsx';

/** The three numbers that every first screen shows. */
export function EmergencyRow() {
  const { t, guide, link, language } = usePage();
  return (
    <section>
      <h2 class="danger">{t('emergency.title')}</h2>
      <ul class="urgent">
        {guide.emergency
          .filter(({ first }) => first)
          .map(({ phone, words }) => (
            <li>
              <a href={phoneHref(phone)}>
                <b>
                  <Pictogram name="call" />
                  <Ordered>{phone.display}</Ordered>
                </b>
                <small>
                  <OwnWords text={inLanguage(words, language.lang).name} />
                </small>
              </a>
            </li>
          ))}
      </ul>
      <a class="back" href={link(routes.emergency())}>
        {t('emergency.all')}
      </a>
    </section>
  );
}

export function EmergencyPage() {
  const { t, guide, link } = usePage();
  return (
    <>
      <h1 class="danger">{t('emergency.title')}</h1>
      <p>{t('emergency.lead')}</p>
      {guide.emergency.map((number) => (
        <NumberSection number={number} />
      ))}
      <ul class="rows">
        <TopicRow href={link(routes.cards())} icon="cards" title={t('cards.title')} />
      </ul>
    </>
  );
}

function NumberSection({ number }: { number: EmergencyNumber }) {
  const page = usePage();
  const { t, language } = page;
  const { name, summary } = inLanguage(number.words, language.lang);
  const since = number.phone.as_of ?? (number.phone.second_hand ? number.checked.on : undefined);
  return (
    <section class="number" id={`n-${number.id}`}>
      <h2>
        <Ordered>{number.phone.display}</Ordered> <Words text={name} />
      </h2>
      <Listen of={`emergency/${number.id}`} voice={false} />
      <p>
        <Words text={summary} />
      </p>
      <CallButton phone={number.phone} urgent />
      <p class="quiet">
        {[number.free && t('emergency.free'), number.hours.kind === 'always' && t('emergency.day_and_night')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {since && since !== 'undated' && <p class="quiet">{t('emergency.as_of', { date: dateInWords(page, since) })}</p>}
      <WhatToSay number={number} />
      <Sources sources={number.sources} />
    </section>
  );
}

function WhatToSay({ number }: { number: EmergencyNumber }) {
  const { t, language } = usePage();
  const { say } = inLanguage(number.words, language.lang);
  if (!say) return null;
  const french = language.lang === 'fr' ? undefined : number.sayInFrench;
  return (
    <details class="script">
      <summary>{t('emergency.say')}</summary>
      <div class="say">
        <p>
          <Words text={say} />
        </p>
        {french && (
          <>
            <p class="quiet">{t('emergency.say_french')}</p>
            <p lang="fr" dir="ltr" {...UNTRANSLATED}>
              {french.value}
            </p>
          </>
        )}
      </div>
    </details>
  );
}
