/** Opening hours as text that stands without any script; the islands add "open now". */
import { freshness } from '../guide/freshness.ts';
import { compactHours, nextExceptions, weekAt } from '../guide/schedule.ts';
import type { Hours, HoursTable, IsoDate, Service, Span, Week } from '../guide/types.ts';
import { type Page, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { dateInWords, Ordered, Spans, spanInWords } from './texts.tsx';

/** Dated exceptions are listed this many days ahead. */
const EXCEPTION_DAYS = 60;

/** Only what keeps people from walking in vain is said: running is no news. */
export function StatusBadge({ service: { status } }: { service: Service }) {
  const { t } = usePage();
  if (status === 'running') return null;
  return (
    <span class={`badge ${status === 'suspended' ? 'is-closed' : 'is-doubt'}`}>
      <Pictogram name={status === 'suspended' ? 'stop' : 'ask'} />
      {t(`status.${status}`)}
    </span>
  );
}

export function HoursBadge({ service }: { service: Service }) {
  const { t, guide } = usePage();
  const { hours, status } = service;
  if (status === 'suspended') return null;
  if (hours.kind === 'table') return <TableBadge hours={hours} unsure={areHoursOld(service, guide.made)} />;
  if (hours.kind === 'always') {
    return (
      <span class="badge is-open">
        <Pictogram name="open" />
        {t('hours.always')}
      </span>
    );
  }
  return (
    <span class="badge is-doubt">
      <Pictogram name="ask" />
      {t(hours.kind === 'unknown' ? 'hours.unknown' : 'hours.by_appointment')}
    </span>
  );
}

/** Hours of an old source, or of one without a date, may send somebody on a walk for nothing. */
export function areHoursOld({ hours_as_of, checked }: Service, today: IsoDate): boolean {
  const { kind } = freshness(hours_as_of ?? checked.on, today);
  return kind === 'old' || kind === 'undated';
}

/** The week in one line; the script puts "Open now, until 18:00" in its place. */
function TableBadge({ hours, unsure }: { hours: Extract<Hours, { kind: 'table' }>; unsure: boolean }) {
  const page = usePage();
  return (
    <span
      class={unsure ? 'badge is-doubt' : 'badge is-closed'}
      data-island="state"
      data-hours={compactHours(hours)}
      {...(unsure ? { 'data-unsure': '' } : {})}
    >
      <Pictogram name={unsure ? 'ask' : 'clock'} />
      <span>
        <WeekInShort week={weekAt(hours.table, page.guide.made)} />
        {page.language.habesha && ` (${page.t('hours.french_time')})`}
      </span>
    </span>
  );
}

/** `Monday – Friday 09:00–12:00`, days with equal hours together, closed days left out. */
export function WeekInShort({ week }: { week: Week }) {
  const page = usePage();
  return (
    <>
      {daysTogether(week).map(({ first, last, spans }, i) => (
        <>
          {i > 0 && ' · '}
          {daysInWords(page, first, last)} <Ordered>{spans.map(spanInWords).join(' ')}</Ordered>
        </>
      ))}
    </>
  );
}

interface DayGroup {
  first: number;
  last: number;
  spans: readonly Span[];
}

function daysTogether(week: Week): DayGroup[] {
  const groups: DayGroup[] = [];
  week.forEach((spans, day) => {
    const before = groups.at(-1);
    if (spans.length === 0) return;
    if (before?.last === day - 1 && String(before.spans) === String(spans)) before.last = day;
    else groups.push({ first: day, last: day, spans });
  });
  return groups;
}

function daysInWords({ language, t }: Page, first: number, last: number): string {
  const [from = '', to = ''] = [language.weekdays[first], language.weekdays[last]];
  return first === last ? from : t('hours.range', { from, to });
}

/** All that is known of the hours: today (filled by the script), the week, days that differ, how old this is. */
export function HoursInFull({ service: { hours, hours_as_of } }: { service: Service }) {
  const page = usePage();
  const { t } = page;
  if (hours.kind === 'always') return <p>{t('hours.always')}</p>;
  if (hours.kind === 'unknown') return <p>{t('hours.unknown')}</p>;
  if (hours.kind === 'by-appointment') return <p>{t('hours.by_appointment')}</p>;
  return (
    <div data-island="week" data-hours={compactHours(hours)}>
      <p class="today-line" hidden>
        <b>{t('service.today')}</b> <span />
      </p>
      <WeekTable week={weekAt(hours.table, page.guide.made)} />
      <Exceptions table={hours.table} />
      <p class="quiet">
        {hours_as_of &&
          (hours_as_of === 'undated'
            ? t('hours.as_of_undated')
            : t('hours.as_of', { date: dateInWords(page, hours_as_of) }))}{' '}
        {t('hours.known_until', { date: dateInWords(page, hours.table.until) })}
      </p>
    </div>
  );
}

function WeekTable({ week }: { week: Week }) {
  const { language } = usePage();
  return (
    <table class="week">
      <tbody>
        {language.weekdays.map((name, day) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <Spans spans={week[day] ?? []} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Exceptions({ table }: { table: HoursTable }) {
  const page = usePage();
  const exceptions = nextExceptions(table, page.guide.made, EXCEPTION_DAYS);
  if (exceptions.length === 0) return null;
  return (
    <>
      <h3>{page.t('hours.exceptions')}</h3>
      <table class="week">
        <tbody>
          {exceptions.map(({ date, spans }) => (
            <tr>
              <th scope="row">{dateInWords(page, date)}</th>
              <td>
                <Spans spans={spans} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
