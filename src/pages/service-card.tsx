/** A service in a list: its name, whether it is open, what it is, where, and how old the information is. */
import { freshness } from '../guide/freshness.ts';
import { doubt, minutesUntilOpen, stateWithoutClock } from '../guide/order.ts';
import { routes } from '../guide/routes.ts';
import type { Need, Service } from '../guide/types.ts';
import { HoursBadge, StatusBadge } from './hours.tsx';
import { inLanguage, type Page, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { dateInWords, Words } from './texts.tsx';
import { townWord } from './town-pages.tsx';

export function ServiceCard({ service, need }: { service: Service; need: Need }) {
  const page = usePage();
  const { name, summary } = inLanguage(service.words, page.language.lang);
  return (
    <li data-doubt={doubt(service, page.guide.made)} data-wait={minutesUntilOpen(stateWithoutClock(service.hours))}>
      <a class={`card need-${need.id}`} href={page.link(routes.service(service.id))}>
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
    </li>
  );
}

/** One line: the street when it may be told, else the town. */
function Place({ service }: { service: Service }) {
  const { t } = usePage();
  if (service.address) return <bdi lang="fr">{service.address}</bdi>;
  if (service.towns.length === 0) return <>{t('service.everywhere')}</>;
  return <>{service.towns.map((town) => t(townWord(town))).join(' · ')}</>;
}

function ageInShort(page: Page, { checked }: Service): string {
  const { kind } = freshness(checked.on, page.guide.made);
  if (kind === 'undated') return page.t('sure.undated_short');
  const date = dateInWords(page, checked.on);
  return kind === 'old' ? page.t('sure.since_short', { date }) : page.t('sure.of_short', { date });
}
