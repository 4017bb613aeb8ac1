/** A service as paper tells it: where, when, how to ask, and how sure that is. Nothing on it can be tapped. */

import { weekAt } from '../../guide/schedule.ts';
import type { Service } from '../../guide/types.ts';
import { areHoursOld, WeekInShort } from '../hours.tsx';
import { inLanguage, usePage } from '../page-context.ts';
import { Pictogram } from '../pictogram.tsx';
import { ageInShort, Place } from '../service-card.tsx';
import { dateInWords, Ordered, OwnWords } from '../texts.tsx';

/** In as few lines as can be. */
export function ShortEntry({ service }: { service: Service }) {
  const page = usePage();
  const { name } = inLanguage(service.words, page.language.lang);
  return (
    <article class="entry">
      <h3>
        <OwnWords text={name} />
      </h3>
      <Line icon="clock">
        <HoursInShort service={service} />
      </Line>
      <Line icon="place">{service.precision === 'call-first' ? page.t('service.call_first') : <Place service={service} />}</Line>
      {service.phones.length > 0 && (
        <Line icon="call">
          <Phones service={service} />
        </Line>
      )}
      <Line icon="ask">{ageInShort(page, service)}</Line>
    </article>
  );
}

function Line({ icon, children }: { icon: string; children: preact.ComponentChildren }) {
  return (
    <p class="line">
      <Pictogram name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** Without "now": the paper is read on another day. */
export function HoursInShort({ service }: { service: Service }) {
  const page = usePage();
  const { t, guide } = page;
  const { hours, status } = service;
  const state = status !== 'running' && <b>{t(`status.${status}`)} </b>;
  if (status === 'suspended') return state;
  if (hours.kind === 'always') return <>{[state, t('hours.always')]}</>;
  if (hours.kind !== 'table') return <>{[state, t(hours.kind === 'unknown' ? 'hours.unknown' : 'hours.by_appointment')]}</>;
  return (
    <>
      {state}
      <WeekInShort week={weekAt(hours.table, guide.made)} />
      {areHoursOld(service, guide.made) && <b> ({t('state.ask')})</b>}
    </>
  );
}

/** Each number with the date of its source, where that is told. */
export function Phones({ service: { phones } }: { service: Service }) {
  const page = usePage();
  return (
    <>
      {phones.map(({ display, use, as_of }, i) => (
        <>
          {i > 0 && ' · '}
          {use === 'call' ? '' : `${page.t(`call.${use}`)} `}
          <span class="phone">
            <Ordered>{display}</Ordered>
          </span>
          {as_of && as_of !== 'undated' && ` (${dateInWords(page, as_of)})`}
        </>
      ))}
    </>
  );
}
