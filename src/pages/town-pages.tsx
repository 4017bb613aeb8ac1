/** Choosing a town, and the home of a town. */
import { routes } from '../guide/routes.ts';
import type { Need, Town } from '../guide/types.ts';
import { EmergencyRow } from './emergency-page.tsx';
import { withoutMarks } from './foreign-words.ts';
import { NeedTile, SignsForTiles } from './need-tile.tsx';
import { Notices } from './notices.tsx';
import { inLanguage, usePage } from './page-context.ts';
import { KeptAtHand } from './page-tools.tsx';
import { Pictogram } from './pictogram.tsx';
import { SearchBox } from './search-page.tsx';
import { TownMap } from './static-map.tsx';
import { UNTRANSLATED, Words } from './texts.tsx';
import type { WordKey } from './words.ts';

export const townWord = (town: Town | string) => `town.${typeof town === 'string' ? town : town.id}` as WordKey;
export const needWord = (need: Need | string) => `need.${typeof need === 'string' ? need : need.id}` as WordKey;

export function TownChooser() {
  const { t, guide, link } = usePage();
  return (
    <>
      <SearchBox />
      <h1>{t('town.choose')}</h1>
      <ul class="rows">
        {guide.towns.map((town) => (
          <li>
            <a href={link(routes.town(town.id))}>
              <span class="lead">
                <Pictogram name="place" />
              </span>
              <span>
                <TownName town={town} />
              </span>
              <span class="go">
                <Pictogram name="next" />
              </span>
            </a>
          </li>
        ))}
      </ul>
      <KeptAtHand />
      <EmergencyRow />
    </>
  );
}

/** The town in the reader's language, and in French as it stands on signs. */
function TownName({ town }: { town: Town }) {
  const { t } = usePage();
  const name = t(townWord(town));
  return (
    <>
      {name}
      <small>
        {withoutMarks(name) !== town.french && (
          <>
            <bdi lang="fr" {...UNTRANSLATED}>
              {town.french}
            </bdi>{' '}
          </>
        )}
        {town.id === 'dunkirk' && t('town.dunkirk_means')}
      </small>
    </>
  );
}

export function TownHome({ town }: { town: Town }) {
  const { t, guide } = usePage();
  return (
    <>
      <TownTabs town={town} to={routes.town} />
      <Notices towns={[town.id]} only="urgent" />
      <SearchBox town={town} />
      <KeptAtHand />
      <section>
        <h1>{t('home.title')}</h1>
        <ul class="tiles">
          {guide.needs.map((need) => (
            <NeedTile town={town} need={need} />
          ))}
        </ul>
        <SignsForTiles />
      </section>
      <EmergencyRow />
      <Notices towns={[town.id]} only="calm" />
      <TownMap town={town} />
      <Topics />
    </>
  );
}

/** The same page of each town. */
export function TownTabs({ town, to }: { town: Town; to: (town: string) => string }) {
  const { t, guide, link } = usePage();
  return (
    <nav class="towns" aria-label={t('town.choose')}>
      {guide.towns.map((other) => (
        <a href={link(to(other.id))} {...(other.id === town.id ? { 'aria-current': 'page' } : {})}>
          {t(townWord(other))}
        </a>
      ))}
    </nav>
  );
}

export function Topics() {
  const { t, guide, link, language } = usePage();
  return (
    <section>
      <h2>{t('home.topics')}</h2>
      <ul class="rows">
        <TopicRow href={link(routes.cards())} icon="cards" title={t('cards.title')} />
        <TopicRow href={link(routes.phone())} icon="phone" title={t('phone.title')} />
        {guide.topics.map((topic) => (
          <TopicRow
            href={link(routes.topic(topic.id))}
            icon={topic.icon}
            title={<Words text={inLanguage(topic.words, language.lang).title} />}
          />
        ))}
      </ul>
    </section>
  );
}

export function TopicRow({ href, icon, title }: { href: string; icon: string; title: preact.ComponentChildren }) {
  return (
    <li>
      <a href={href}>
        <span class="lead">
          <Pictogram name={icon} />
        </span>
        <span>{title}</span>
        <span class="go">
          <Pictogram name="next" />
        </span>
      </a>
    </li>
  );
}
