/** Everything the guide knows about one service, and what it does not know. */
import { freshness } from '../guide/freshness.ts';
import { routes } from '../guide/routes.ts';
import type { Service, Source, Text } from '../guide/types.ts';
import { CallButton, PhoneDoubt } from './calling.tsx';
import { HoursBadge, HoursInFull, StatusBadge } from './hours.tsx';
import { Listen } from './listen.tsx';
import { Notices } from './notices.tsx';
import { inLanguage, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ReportMistake } from './report-mistake.tsx';
import { ServiceMap } from './static-map.tsx';
import { Blocks, dateInWords, Ordered, UNTRANSLATED, Words } from './texts.tsx';
import { needWord, townWord } from './town-pages.tsx';

export function ServicePage({ service }: { service: Service }) {
  const { language } = usePage();
  const words = inLanguage(service.words, language.lang);
  return (
    <>
      <Back service={service} />
      <h1>
        <Words text={words.name} />
      </h1>
      <Listen of={`services/${service.id}`} voice />
      <Notices towns={service.towns} needs={service.needs} only="urgent" />
      <div class="badges">
        <StatusBadge service={service} />
        <HoursBadge service={service} />
      </div>
      {words.status_reason && (
        <p>
          <Words text={words.status_reason} />
        </p>
      )}
      <p>
        <Words text={words.summary} />
      </p>
      <HowSure service={service} />
      <Facts service={service} />
      <ServiceMap service={service} />
      {words.body.length > 0 && <Blocks blocks={words.body} />}
      <Actions service={service} />
      <Sources sources={service.sources} />
      <ReportMistake rest={routes.service(service.id)} name={words.name.value} />
    </>
  );
}

/** To the list the reader most likely came from. */
function Back({ service }: { service: Service }) {
  const { t, guide, link } = usePage();
  const town = service.towns[0] ?? guide.towns[0]?.id ?? '';
  const need = service.needs[0] ?? '';
  return (
    <a class="back" href={link(routes.need(town, need))}>
      <Pictogram name="back" />
      {t('need.page', { need: t(needWord(need)), town: t(townWord(town)) })}
    </a>
  );
}

function HowSure({ service: { checked, confidence } }: { service: Service }) {
  const page = usePage();
  const { t } = page;
  const { kind } = freshness(checked.on, page.guide.made);
  const date = checked.on === 'undated' ? t('sure.undated_date') : dateInWords(page, checked.on);
  const confirmed = checked.how === 'visit' || checked.how === 'phone';
  return (
    <section class="note">
      <Pictogram name="ask" />
      <div>
        <h2>{t('sure.title')}</h2>
        <p data-share="">
          {t(`sure.${confidence}`)} {t(`sure.${checked.how}`, { date, by: checked.by })}
        </p>
        {(kind === 'old' || kind === 'undated') && (
          <p data-share="">{kind === 'old' ? t('sure.old', { date }) : t('sure.undated')}</p>
        )}
        {!confirmed && <p>{t('sure.not_visited')}</p>}
      </div>
    </section>
  );
}

function Facts({ service }: { service: Service }) {
  const page = usePage();
  const { t, language } = page;
  const words = inLanguage(service.words, language.lang);
  const need = service.needs[0] ?? '';
  return (
    <dl class={`facts need-${need}`}>
      <Fact icon="clock" label={t('service.when')}>
        <HoursInFull service={service} />
        {words.hours_note && <Sentence text={words.hours_note} />}
      </Fact>
      <Fact icon="place" label={t('service.where')}>
        <div data-share="">
          <Where service={service} />
        </div>
      </Fact>
      {words.way && (
        <Fact icon="lost" label={t('service.way')}>
          <Sentence text={words.way} />
        </Fact>
      )}
      <Fact icon="people" label={t('service.whom')}>
        {service.audience.map((who) => t(`audience.${who}`)).join(' · ')}
      </Fact>
      {words.bring && (
        <Fact icon="bag" label={t('service.bring')}>
          <Sentence text={words.bring} />
        </Fact>
      )}
      {words.expect && (
        <Fact icon="door" label={t('service.expect')}>
          <Sentence text={words.expect} />
        </Fact>
      )}
      <Fact icon="money" label={t('service.cost')}>
        {service.free === undefined ? t('service.not_known') : t(service.free ? 'service.free' : 'service.not_free')}
      </Fact>
      {service.papers_needed !== undefined && (
        <Fact icon="papers" label={t('service.papers')}>
          {t(service.papers_needed ? 'service.papers_yes' : 'service.papers_no')}
        </Fact>
      )}
      <Fact icon="speak" label={t('service.languages')}>
        <LanguagesSpoken service={service} />
      </Fact>
      {service.organisation && (
        <Fact icon="runs" label={t('service.runs')}>
          <bdi lang="fr" {...UNTRANSLATED}>
            {service.organisation.name}
          </bdi>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ icon, label, children }: { icon: string; label: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>
        <Pictogram name={icon} />
        {label}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

const Sentence = ({ text }: { text: Text }) => (
  <p>
    <Words text={text} />
  </p>
);

export function Where({ service }: { service: Service }) {
  const { t } = usePage();
  const { precision, address, towns } = service;
  if (precision === 'call-first') return <>{t('service.call_first')}</>;
  if (address) {
    return (
      <>
        <bdi lang="fr" {...UNTRANSLATED}>
          {address}
        </bdi>
        {precision === 'street' && <p class="quiet">{t('service.street_only')}</p>}
      </>
    );
  }
  if (towns.length === 0) return <>{t('service.everywhere')}</>;
  return <>{t('service.town_only', { town: towns.map((town) => t(townWord(town))).join(' · ') })}</>;
}

/** Own names for the guide's languages; a tag the guide does not have is shown as its tag. */
export function LanguagesSpoken({ service: { languages_spoken } }: { service: Service }) {
  const { t, guide } = usePage();
  if (languages_spoken.length === 0) return <>{t('service.not_known')}</>;
  return (
    <>
      {languages_spoken.map((lang, i) => {
        const language = guide.languages.find((one) => one.lang === lang);
        return (
          <>
            {i > 0 && ' · '}
            <bdi lang={lang} {...UNTRANSLATED}>
              {language?.name ?? lang}
            </bdi>
          </>
        );
      })}
    </>
  );
}

function Actions({ service }: { service: Service }) {
  const { t } = usePage();
  return (
    <div class="actions">
      {service.phones.length === 0 && <p class="quiet">{t('call.none')}</p>}
      {service.phones.map((phone) => (
        <div data-share="">
          <CallButton phone={phone} />
          <PhoneDoubt phone={phone} />
        </div>
      ))}
      <div class="two">
        {service.geo && <MapLinks service={service} />}
        {service.website && (
          <a class="button" href={service.website} rel="noreferrer noopener">
            <Pictogram name="web" />
            {t('service.website')}
          </a>
        )}
      </div>
      <PlusCode service={service} />
    </div>
  );
}

/** For map apps that no link reaches, and to be said on the phone. */
function PlusCode({ service: { plus_code, towns } }: { service: Service }) {
  const { t, guide } = usePage();
  const town = guide.towns.find(({ id }) => id === towns[0]);
  if (!plus_code || !town) return null;
  return (
    <p class="quiet" data-share="">
      {t('way.code')} <Ordered>{`${plus_code} ${town.french}`}</Ordered>
    </p>
  );
}

/** Only exact places have coordinates at all; the compiler sees to that. */
function MapLinks({ service: { geo } }: { service: Service }) {
  const { t } = usePage();
  if (!geo) return null;
  const point = `${geo.lat},${geo.lon}`;
  return (
    <>
      <a class="button" href={`geo:${point}?q=${point}`}>
        <Pictogram name="map" />
        {t('way.phone_map')}
      </a>
      <a class="button" href={`https://www.openstreetmap.org/?mlat=${geo.lat}&mlon=${geo.lon}&zoom=17`} rel="noreferrer noopener">
        <Pictogram name="place" />
        {t('way.web_map')}
      </a>
    </>
  );
}

export function Sources({ sources }: { sources: readonly Source[] }) {
  const page = usePage();
  const { t } = page;
  return (
    <details class="script sources">
      <summary>{t('service.sources')}</summary>
      <ul>
        {sources.map(({ url, date }) => (
          <li class="quiet">
            <a href={url} rel="noreferrer noopener">
              <bdi dir="ltr">{new URL(url).hostname.replace(/^www\./, '')}</bdi>
            </a>{' '}
            ({date === 'undated' ? t('sure.undated_date') : <bdi>{dateInWords(page, date)}</bdi>})
          </li>
        ))}
      </ul>
    </details>
  );
}
