/** Every place that a map may show, as a list and, with a script, as a map that moves. The map takes its points from the list. */
import { writeGeo } from '../guide/distance.ts';
import { type PlaceOnMap, placesOnMap } from '../guide/map-places.ts';
import { routes } from '../guide/routes.ts';
import type { Guide, Streets, Town } from '../guide/types.ts';
import { Filters } from './filters.tsx';
import { NearMe } from './near-me.tsx';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { ListedCard } from './service-card.tsx';
import { WordsForScripts } from './shell.tsx';
import { dateInWords, Ordered, UNTRANSLATED } from './texts.tsx';
import { TopicRow, townWord } from './town-pages.tsx';

/** The files of the map that moves, by their addresses relative to the base (pipeline/map-files.ts). */
export interface MapOffer {
  script: string;
  worker: string;
  land: string;
  /** Bytes over the air for all of them. */
  transfer: number;
}

export function MapPage({ offer }: { offer: MapOffer | undefined }) {
  const { t, guide } = usePage();
  const places = guide.towns.map((town) => ({ town, places: placesOf(guide, town) }));
  const needs = guide.needs.filter(({ id }) => places.some((one) => one.places.some((place) => place.needs.includes(id))));
  return (
    <>
      <h1>{t('bigmap.title')}</h1>
      <p>{t('bigmap.lead')}</p>
      <section
        data-island="map"
        {...(offer && { 'data-script': offer.script, 'data-worker': offer.worker, 'data-land': offer.land })}
      >
        <Filters needs={needs}>
          <button type="button" class="button chip" aria-pressed="false" data-open-now>
            {t('state.open')}
          </button>
          <p class="quiet" role="status" data-shown />
        </Filters>
        {offer && <Offer transfer={offer.transfer} />}
      </section>
      <NearMe towns={guide.towns} />
      {places.map((one) => (
        <TownList {...one} />
      ))}
    </>
  );
}

/** Places of a town, their name left to their cards. */
const placesOf = (guide: Guide, town: Town) => placesOnMap(guide, town, guide.sourceLang);

const SAYINGS = ['loading', 'failed', 'unable', 'saving', 'kept'] as const;

/** What the script shows of these: the button, or why there is none. */
function Offer({ transfer }: { transfer: number }) {
  const { t, guide, language } = usePage();
  const size = Math.max(1, Math.round(transfer / 1000));
  return (
    <>
      <button type="button" class="button" data-open hidden>
        <Pictogram name="map" />
        {t('bigmap.open', { size })}
      </button>
      <div role="status">
        {SAYINGS.map((key) => (
          <p data-say={key} hidden>
            {t(`bigmap.${key}`)}
          </p>
        ))}
      </div>
      <div class="atlas" hidden>
        <div class="sheet" data-sheet data-label={t('bigmap.label')} />
        <div class="steer">
          <MapButton action="in" label={t('bigmap.in')}>
            +
          </MapButton>
          <MapButton action="out" label={t('bigmap.out')}>
            −
          </MapButton>
        </div>
        <ul class="cards" data-chosen aria-live="polite" />
        <div class="two">
          <button type="button" class="button" data-do="whole">
            {t('bigmap.whole')}
          </button>
          <button type="button" class="button" data-do="close">
            {t('bigmap.close')}
          </button>
          <button type="button" class="button" data-do="position">
            <Pictogram name="place" />
            {t('near.position')}
          </button>
        </div>
        <p class="quiet">
          <span data-no-streets={guide.streets && ''}>{t('map.overview')}</span> {t('map.area')} {t('map.by')}
        </p>
        {guide.streets && <StreetsOffer streets={guide.streets} />}
        <p role="status" data-where />
        <p class="quiet">{t('bigmap.privacy')}</p>
      </div>
      <WordsForScripts
        prefixes={['bigmap.show', 'bigmap.group', 'today.shown']}
        id="words-map"
        guide={guide}
        language={language}
      />
    </>
  );
}

/** A file of megabytes: asked for by a tap of its own, with its size said. Its script is islands/map/save-streets.ts. */
function StreetsOffer({ streets: { url, bytes, date, box } }: { streets: Streets }) {
  const page = usePage();
  const { t } = page;
  const size = Math.max(0.1, Math.round(bytes / 100_000) / 10);
  const corner = (lat: number, lon: number) => `${lat.toFixed(2)}, ${lon.toFixed(2)}`;
  return (
    <div data-streets={url} data-box={[box.west, box.south, box.east, box.north].join(' ')}>
      <button type="button" class="button" data-save-streets hidden>
        <Pictogram name="map" />
        {t('streets.save', { size: `${size}` })}
      </button>
      <div role="status">
        {STREET_SAYINGS.map((key) => (
          <p data-say-streets={key} hidden>
            {t(`streets.${key}`)}
          </p>
        ))}
      </div>
      <p class="quiet">
        {t('streets.by', { date: date ? dateInWords(page, date) : t('sure.undated_date') })}{' '}
        <Ordered>{`${corner(box.south, box.west)} – ${corner(box.north, box.east)}`}</Ordered>
      </p>
      <WordsForScripts prefixes={['streets.point_']} id="words-streets" guide={page.guide} language={page.language} />
    </div>
  );
}

const STREET_SAYINGS = ['loading', 'failed', 'kept', 'shown'] as const;

const MapButton = ({ action, label, children }: { action: string; label: string; children: string }) => (
  <button type="button" class="button" data-do={action} aria-label={label} {...UNTRANSLATED}>
    {children}
  </button>
);

function TownList({ town, places }: { town: Town; places: readonly PlaceOnMap[] }) {
  const { t, guide, link } = usePage();
  const shown = new Set(places.map(({ id }) => id));
  const others = guide.services.filter(({ id, towns }) => towns.includes(town.id) && !shown.has(id));
  return (
    <section>
      <h2 data-french={town.french}>{t(townWord(town))}</h2>
      <ul class="cards">
        {places.map((place) => (
          <PlaceRow place={place} />
        ))}
      </ul>
      {others.length > 0 && <p>{t('bigmap.more', { count: others.length, town: t(townWord(town)) })}</p>}
      <ul class="rows">
        <TopicRow href={link(routes.today(town.id))} icon="clock" title={t('today.title', { town: t(townWord(town)) })} />
      </ul>
    </section>
  );
}

/** An exact place stands with its card, and among streets more exactly; of an area the row says the middle, and how many metres around. */
function PlaceRow({ place: { id, needs, radius, ...geo } }: { place: PlaceOnMap }) {
  const { guide } = usePage();
  const service = guide.services.find((one) => one.id === id);
  if (!service) return null;
  return (
    <li
      class={`need-${needs[0]}`}
      data-needs={needs.join(' ')}
      {...(radius > 0 && { 'data-area': `${writeGeo(geo)},${radius}` })}
      {...(radius === 0 && guide.streets && { 'data-exact': `${geo.lat},${geo.lon}` })}
    >
      <ListedCard service={service} />
    </li>
  );
}
