/** A service in a list: its name, whether it is open, what it is, where, and how old the information is. */
import { cardMark } from '../guide/compose-page.ts';
import { writeGeo } from '../guide/distance.ts';
import { freshness } from '../guide/freshness.ts';
import { doubt, minutesUntilOpen, stateWithoutClock } from '../guide/order.ts';
import { routes } from '../guide/routes.ts';
import type { Need, Service } from '../guide/types.ts';
import { HoursBadge, StatusBadge } from './hours.tsx';
import { inLanguage, type Page, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { dateInWords, UNTRANSLATED, Words } from './texts.tsx';
import { townWord } from './town-pages.tsx';

/** A row of a list: the place of the service's card, which composePage puts there. `number` is the one on the map beside the list. */
export function ServiceRow({ service, need, number }: { service: Service; need: Pick<Need, 'id'>; number?: number | undefined }) {
  const { guide } = usePage();
  return (
    <li
      class={`need-${need.id}`}
      data-doubt={doubt(service, guide.made)}
      data-wait={minutesUntilOpen(stateWithoutClock(service.hours))}
      data-map={number}
    >
      <ListedCard service={service} />
    </li>
  );
}

/** The place of a service's card; what the card says counts as said here. */
export function ListedCard({ service }: { service: Service }) {
  const { language, seen } = usePage();
  const { name, summary } = inLanguage(service.words, language.lang);
  seen.add(name.state).add(summary.state);
  return <>{cardMark(routes.service(service.id))}</>;
}

/** The same in every list, in the colour of the row around it. */
export function ServiceCard({ service }: { service: Service }) {
  const page = usePage();
  const { name, summary } = inLanguage(service.words, page.language.lang);
  return (
    <a class="card" href={page.link(routes.service(service.id))} {...distanceMarks(page, service)}>
      <b>
        <Words text={name} />
      </b>
      <span class="badges">
        <StatusBadge service={service} />
        <HoursBadge service={service} />
      </span>
      <span>
        <Words text={summary} />
      </span>
      <span class="where">
        <Pictogram name="place" />
        <span>
          <Place service={service} />
        </span>
      </span>
      <span class="where">
        <Pictogram name="ask" />
        {ageInShort(page, service)}
      </span>
    </a>
  );
}

/** For the list near the reader: a rounded place where there is an exact one, else the towns in words. */
function distanceMarks({ t }: Page, { geo, towns }: Service): Record<string, string> {
  if (geo) return { 'data-geo': writeGeo(geo) };
  return towns.length > 0 ? { 'data-in': towns.map((town) => t(townWord(town))).join(' · ') } : {};
}

/** One line: the street when it may be told, else the town. */
export function Place({ service }: { service: Service }) {
  const { t } = usePage();
  if (service.address)
    return (
      <bdi lang="fr" {...UNTRANSLATED}>
        {service.address}
      </bdi>
    );
  if (service.towns.length === 0) return <>{t('service.everywhere')}</>;
  return <>{service.towns.map((town) => t(townWord(town))).join(' · ')}</>;
}

export function ageInShort(page: Page, { checked }: Service): string {
  const { kind } = freshness(checked.on, page.guide.made);
  if (kind === 'undated') return page.t('sure.undated_short');
  const date = dateInWords(page, checked.on);
  return kind === 'old' ? page.t('sure.since_short', { date }) : page.t('sure.of_short', { date });
}
