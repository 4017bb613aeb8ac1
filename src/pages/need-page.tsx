/** One need in one town: who helps, surest first. */
import { isWithin } from '../guide/distance.ts';
import type { Marks } from '../guide/map-marks.ts';
import { surestFirst } from '../guide/order.ts';
import { routes } from '../guide/routes.ts';
import type { Need, Service, Town } from '../guide/types.ts';
import { NearMe } from './near-me.tsx';
import { Notices } from './notices.tsx';
import { inLanguage, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ServiceRow } from './service-card.tsx';
import { MapOfList, townMarks } from './static-map.tsx';
import { Words } from './texts.tsx';
import { needWord, TopicRow, townWord } from './town-pages.tsx';

export function NeedPage({ town, need }: { town: Town; need: Need }) {
  const page = usePage();
  const { t, guide, link, language } = page;
  const services = surestFirst(
    guide.services.filter((service) => service.needs.includes(need.id)),
    guide.made,
  );
  const here = services.filter(({ towns }) => towns.includes(town.id));
  const anywhere = services.filter(({ towns }) => towns.length === 0);
  const marks = townMarks(page, town, here);
  const topics = guide.topics.filter(({ needs }) => needs.includes(need.id));
  return (
    <>
      <a class="back" href={link(routes.town(town.id))}>
        <Pictogram name="back" />
        {t(townWord(town))}
      </a>
      <h1 class={`title need-${need.id}`}>
        <span class="sign">
          <Pictogram name={need.icon} />
        </span>
        {t('need.page', { need: t(needWord(need)), town: t(townWord(town)) })}
      </h1>
      <Notices towns={[town.id]} needs={[need.id]} />
      {here.some(({ geo }) => geo && isWithin(geo, town.bounds)) && <NearMe towns={[town]} />}
      {here.length === 0 ? (
        <p>{t('need.none', { town: t(townWord(town)) })}</p>
      ) : (
        <>
          <ServiceList services={here} need={need} numbers={marks?.numbers} />
          <MapOfList town={town} marks={marks} of={here.length} need={need.id} />
        </>
      )}
      {anywhere.length > 0 && (
        <section>
          <h2>{t('need.elsewhere')}</h2>
          <ServiceList services={anywhere} need={need} />
        </section>
      )}
      {topics.length > 0 && (
        <section>
          <h2>{t('need.also')}</h2>
          <ul class="rows">
            {topics.map((topic) => (
              <TopicRow
                href={link(routes.topic(topic.id))}
                icon={topic.icon}
                title={<Words text={inLanguage(topic.words, language.lang).title} />}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface ServiceListProps {
  services: readonly Service[];
  need: Need;
  /** On the map below the list, by id. */
  numbers?: Marks['numbers'] | undefined;
}

function ServiceList({ services, need, numbers }: ServiceListProps) {
  return (
    <ul class="cards" data-island="soonest">
      {services.map((service) => (
        <ServiceRow service={service} need={need} number={numbers?.get(service.id)} />
      ))}
    </ul>
  );
}
