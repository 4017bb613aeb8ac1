/**
 * Today in a town as one line of time. What is printed names no day, or every new day would be a new page for every phone:
 * each place with its week, and the script makes the reader's day of it.
 */
import { surestFirst } from '../guide/order.ts';
import { routes } from '../guide/routes.ts';
import { DAY_PARTS, type DayPart, PERSONS, type Person, partOnAnyDay } from '../guide/today.ts';
import type { Service, Town } from '../guide/types.ts';
import { EmergencyRow } from './emergency-page.tsx';
import { Filters } from './filters.tsx';
import { areHoursOld } from './hours.tsx';
import { Signs } from './need-tile.tsx';
import { usePage, type WordKey } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ListedCard } from './service-card.tsx';
import { WordsForScripts } from './shell.tsx';
import { TopicRow, TownTabs, townWord } from './town-pages.tsx';

/** More than these stay folded until they are asked for. */
const FEW = 4;

/** Parts whose rows begin with a time. */
const TIMED: readonly DayPart[] = ['now', 'later', 'tomorrow', 'day'];

/** Of `day` before the script names a day: when to come, as on the page of a place. */
const HEADINGS = {
  now: 'state.open',
  later: 'today.later',
  tomorrow: 'today.tomorrow',
  always: 'emergency.day_and_night',
  other: 'today.other',
  ask: 'state.ask',
  day: 'service.when',
} as const satisfies Record<DayPart, WordKey>;

const PERSON_WORDS = {
  anyone: 'audience.everyone',
  woman: 'audience.women',
  children: 'today.children',
  'under-18': 'need.young',
} as const satisfies Record<Person, WordKey>;

export function TodayChooser() {
  const { t, guide, link } = usePage();
  return (
    <>
      <h1>{t('service.today')}</h1>
      <p>{t('town.choose')}</p>
      <ul class="rows">
        {guide.towns.map((town) => (
          <TopicRow href={link(routes.today(town.id))} icon="clock" title={t('today.title', { town: t(townWord(town)) })} />
        ))}
      </ul>
      <EmergencyRow />
    </>
  );
}

export function TodayPage({ town }: { town: Town }) {
  const { t, guide, language } = usePage();
  const nearby = guide.services.filter(({ towns }) => towns.length === 0 || towns.includes(town.id));
  const running = surestFirst(nearby, guide.made).filter(({ status }) => status !== 'suspended');
  const needs = guide.needs.filter(({ id }) => nearby.some((service) => service.needs.includes(id)));
  return (
    <>
      <TownTabs town={town} to={routes.today} />
      <h1>{t('today.title', { town: t(townWord(town)) })}</h1>
      <section data-island="today">
        <p class="quiet" data-live="clock" hidden />
        <p class="note" data-live="wrong" hidden>
          <Pictogram name="ask" />
          <span>{t('state.clock_wrong')}</span>
        </p>
        <Filters needs={needs}>
          <Persons />
          <p class="quiet" role="status" data-live="shown" />
        </Filters>
        {DAY_PARTS.map((part) => (
          <Part part={part} services={running.filter((service) => partOnAnyDay(service) === part)} />
        ))}
        <Signs />
      </section>
      <EmergencyRow />
      <WordsForScripts
        prefixes={['today.clock', 'today.day', 'today.until', 'today.shown']}
        id="words-today"
        guide={guide}
        language={language}
      />
    </>
  );
}

/** For whom: a row of choices below that of the needs. */
function Persons() {
  const { t } = usePage();
  return (
    <fieldset>
      <legend>{t('service.whom')}</legend>
      {PERSONS.map((person) => (
        <button type="button" class="button chip" aria-pressed={person === 'anyone'} data-person={person}>
          {t(PERSON_WORDS[person])}
        </button>
      ))}
    </fieldset>
  );
}

/** Empty parts are there for the script to fill. */
function Part({ part, services }: { part: DayPart; services: readonly Service[] }) {
  const { t } = usePage();
  const head = t(HEADINGS[part]);
  const list = (
    <ul class={TIMED.includes(part) ? 'cards line' : 'cards'}>
      {services.map((service) => (
        <Row service={service} />
      ))}
    </ul>
  );
  return (
    <section data-part={part} id={part} hidden={services.length === 0}>
      {part === 'ask' ? (
        <details class="script" open={services.length <= FEW}>
          <summary>
            <h2>
              {head}{' '}
              <bdi dir="ltr">
                (<span data-live="count">{services.length}</span>)
              </bdi>
            </h2>
          </summary>
          {list}
        </details>
      ) : (
        <>
          <h2>{head}</h2>
          {part === 'now' && <NoneNow />}
          {list}
        </>
      )}
    </section>
  );
}

/** Nothing open is no dead end: some answer day and night. */
function NoneNow() {
  const { t } = usePage();
  return (
    <p data-live="none" hidden>
      {t('today.none_now')}{' '}
      <a class="back" href="#always">
        {t(HEADINGS.always)}
      </a>
    </p>
  );
}

function Row({ service }: { service: Service }) {
  const { guide } = usePage();
  const { hours, status, needs, audience } = service;
  const isTimed = partOnAnyDay(service) === 'day';
  return (
    <li
      class={`need-${needs[0]}`}
      data-for={audience.join(' ')}
      data-needs={needs.join(' ')}
      {...(isTimed ? {} : { 'data-hours': hours.kind === 'always' && status !== 'unknown' ? 'always' : 'unknown' })}
    >
      {isTimed && <When unsure={areHoursOld(service, guide.made)} />}
      <ListedCard service={service} />
    </li>
  );
}

/** The times of the day that a row of the line begins with, for the script to fill. */
const When = ({ unsure }: { unsure: boolean }) => (
  <p class={unsure ? 'when is-unsure' : 'when'} data-live="" hidden>
    <Pictogram name={unsure ? 'ask' : 'clock'} />
    <span />
  </p>
);
