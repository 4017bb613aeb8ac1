/** Today in a town as one line of time. Printed for the day the guide was made; the script shows the reader's day. */
import { surestFirst } from '../guide/order.ts';
import { routes } from '../guide/routes.ts';
import { weekdayOf } from '../guide/schedule.ts';
import { DAY_PARTS, type DayPart, dayAt, PERSONS, type Person, type Turn } from '../guide/today.ts';
import type { IsoDate, Service, Span, Town } from '../guide/types.ts';
import { EmergencyRow } from './emergency-page.tsx';
import { Filters } from './filters.tsx';
import { areHoursOld } from './hours.tsx';
import { Signs } from './need-tile.tsx';
import { type Page, usePage, type WordKey } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ListedCard } from './service-card.tsx';
import { WordsForScripts } from './shell.tsx';
import { dateInWords, Ordered, spanInWords } from './texts.tsx';
import { TopicRow, TownTabs, townWord } from './town-pages.tsx';

/** More than these stay folded until they are asked for. */
const FEW = 4;

/** Parts whose rows begin with a time. */
const TIMED: readonly DayPart[] = ['now', 'later', 'tomorrow', 'day'];

const HEADINGS = {
  now: 'state.open',
  later: 'today.later',
  tomorrow: 'today.tomorrow',
  always: 'emergency.day_and_night',
  other: 'today.other',
  ask: 'state.ask',
} as const satisfies Record<Exclude<DayPart, 'day'>, WordKey>;

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
  const { parts } = dayAt(surestFirst(nearby, guide.made), guide.made);
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
          <Part part={part} turns={parts[part]} />
        ))}
        <Signs />
      </section>
      <EmergencyRow />
      <WordsForScripts
        prefixes={['today.clock', 'today.until', 'today.shown']}
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
function Part({ part, turns }: { part: DayPart; turns: readonly Turn<Service>[] }) {
  const page = usePage();
  const { t, guide } = page;
  const head = part === 'day' ? t('today.day', dayInWords(page, guide.made)) : t(HEADINGS[part]);
  const list = (
    <ul class={TIMED.includes(part) ? 'cards line' : 'cards'}>
      {turns.map((turn) => (
        <Row turn={turn} />
      ))}
    </ul>
  );
  return (
    <section data-part={part} id={part} hidden={turns.length === 0}>
      {part === 'ask' ? (
        <details class="script" open={turns.length <= FEW}>
          <summary>
            <h2>
              {head}{' '}
              <bdi dir="ltr">
                (<span data-live="count">{turns.length}</span>)
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

function dayInWords(page: Page, date: IsoDate): { weekday: string; date: string } {
  return { weekday: page.language.weekdays[weekdayOf(date)] ?? '', date: dateInWords(page, date) };
}

function Row({ turn: { entry: service, spans } }: { turn: Turn<Service> }) {
  const { guide } = usePage();
  const { hours, status, needs, audience } = service;
  const isTimed = hours.kind === 'table' && status !== 'unknown';
  return (
    <li
      class={`need-${needs[0]}`}
      data-for={audience.join(' ')}
      data-needs={needs.join(' ')}
      {...(isTimed ? {} : { 'data-hours': hours.kind === 'always' && status !== 'unknown' ? 'always' : 'unknown' })}
    >
      {isTimed && <When spans={spans} unsure={areHoursOld(service, guide.made)} />}
      <ListedCard service={service} />
    </li>
  );
}

/** Stands in a sentence for the times, each of which is kept together. */
const HERE = '\0';

/** The times that a row of the line begins with. */
function When({ spans, unsure }: { spans: readonly Span[]; unsure: boolean }) {
  const { t } = usePage();
  const [before, after] = (unsure ? t('state.unsure', { state: HERE }) : HERE).split(HERE);
  return (
    <p class={unsure ? 'when is-unsure' : 'when'} data-live="" hidden={spans.length === 0}>
      <Pictogram name={unsure ? 'ask' : 'clock'} />
      <span>
        {before}
        {spans.map((span, i) => (
          <>
            {i > 0 && ' · '}
            <Ordered>{spanInWords(span)}</Ordered>
          </>
        ))}
        {after}
      </span>
    </p>
  );
}
