/** A need on the home of a town: how many entries it has, and by script how it stands now. */
import { routes } from '../guide/routes.ts';
import { compactHours } from '../guide/schedule.ts';
import type { Guide, Need, Service, Town } from '../guide/types.ts';
import { areHoursOld } from './hours.tsx';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { WordsForScripts } from './shell.tsx';
import { needWord } from './town-pages.tsx';

export function NeedTile({ town, need }: { town: Town; need: Need }) {
  const { t, guide, link } = usePage();
  const services = guide.services.filter(({ needs, towns }) => needs.includes(need.id) && towns.includes(town.id));
  return (
    <li>
      <a class={`tile need-${need.id}`} href={link(routes.need(town.id, need.id))}>
        <span class="sign">
          <Pictogram name={need.icon} />
        </span>
        <b>{t(needWord(need))}</b>
        <small data-island="tile" data-live="" data-hours={hoursOfAll(services, guide)}>
          <span>{t('need.places', { count: services.length })}</span>
        </small>
      </a>
    </li>
  );
}

/** Hours of each service that surely runs at known times; `unknown` once for all others. */
function hoursOfAll(services: readonly Service[], { made }: Guide): string {
  const present = services.filter(({ status }) => status !== 'suspended');
  const told = present.map((service) => (isSure(service, made) ? compactHours(service.hours) : 'unknown'));
  return [...told.filter((hours) => hours !== 'unknown'), ...(told.includes('unknown') ? ['unknown'] : [])].join(' ');
}

const isSure = (service: Service, made: string) =>
  service.status === 'running' &&
  (service.hours.kind === 'always' || (service.hours.kind === 'table' && !areHoursOld(service, made)));

/** What the script needs to say it in words and in shape. */
export function SignsForTiles() {
  const { guide, language } = usePage();
  return (
    <>
      <Signs />
      <WordsForScripts prefixes={['tile.']} id="words-tile" guide={guide} language={language} />
    </>
  );
}

/** Drawn once in a page for its islands (islands/signs.ts), in their order. */
export const Signs = () => (
  <span data-signs="" hidden>
    <Pictogram name="open" />
    <Pictogram name="clock" />
    <Pictogram name="ask" />
  </span>
);
