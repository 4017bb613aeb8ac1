/** The map that stands in a page without any script: the coast behind it is one picture for all pages, the marks are the page's own. */
import type { ComponentChildren } from 'preact';
import { signMark } from '../guide/compose-page.ts';
import { isWithin } from '../guide/distance.ts';
import { MAP_HEIGHT, MAP_WIDTH, type Spot } from '../guide/map-frame.ts';
import { type MapLayout, mapLayouts, WHOLE_COAST } from '../guide/map-layout.ts';
import { type Area, MARK_SIZE, type Mark, type Marks, marksOf, widthOf } from '../guide/map-marks.ts';
import { placesOnMap } from '../guide/map-places.ts';
import { routes } from '../guide/routes.ts';
import type { Guide, Language, Service, Town } from '../guide/types.ts';
import { inLanguage, makePage, type Page, renderIn, usePage, type WordKey } from './page-context.ts';
import { ListedCard } from './service-card.tsx';
import { townWord } from './town-pages.tsx';
import { directionOf, guideWords } from './words.ts';

/** Marks for those of some services that may be shown on a town's map; `undefined` when there are none, or no map. */
export function townMarks({ guide, language }: Page, town: Town, services: readonly Service[]): Marks | undefined {
  const layout = mapLayouts(guide)?.[town.id];
  const places = placesOnMap({ services }, town, language.lang);
  return layout && places.length > 0 ? marksOf(places, layout.frame) : undefined;
}

/** The town with all that may be shown in it, and the same as a list. */
export function TownMap({ town }: { town: Town }) {
  const page = usePage();
  const { t, guide } = page;
  const marks = townMarks(page, town, guide.services);
  const listed = guide.services.filter(({ id }) => marks?.numbers.has(id));
  const byNumber = (a: Service, b: Service) => (marks?.numbers.get(a.id) ?? 0) - (marks?.numbers.get(b.id) ?? 0);
  if (!guide.map) return null;
  return (
    <section>
      <h2>{t('map.title', { town: t(townWord(town)) })}</h2>
      <MapOfList town={town} marks={marks} />
      {listed.length > 0 && (
        <details>
          <summary class="button">{t('map.list')}</summary>
          <ul class="cards">
            {listed.sort(byNumber).map((service) => (
              <li class={`need-${service.needs[0]}`} data-map={marks?.numbers.get(service.id)}>
                <ListedCard service={service} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface MapOfListProps {
  town: Town;
  marks: Marks | undefined;
  /** How many places the list has; without it, as many as are shown. */
  of?: number;
  need?: string;
}

/** The marks of a list, numbered as in it. Without any, the coast with the towns. */
export function MapOfList({ town, marks, of, need }: MapOfListProps) {
  const { t } = usePage();
  if (!marks) return <WholeCoast words={t('map.none')} />;
  const some = of !== undefined && marks.numbers.size < of;
  const words = [t('map.numbers'), marks.areas.length > 0 && t('map.area'), some && t('map.some')].filter(Boolean).join(' ');
  return (
    <Picture name={town.id} words={words} need={need}>
      {marks.areas.map((area) => (
        <Circle area={area} />
      ))}
      {marks.areas.map(({ at, number }) => (
        <text class="loose" x={at.x} y={at.y}>
          {number}
        </text>
      ))}
      {marks.marks.map((mark) => (
        <Pill mark={mark} />
      ))}
    </Picture>
  );
}

/** One service: a pin, a circle, or the coast and a sentence. Nothing for what is told from anywhere. */
export function ServiceMap({ service }: { service: Service }) {
  const page = usePage();
  const { t, guide } = page;
  if (service.towns.length === 0) return null;
  const place = service.geo ?? service.area;
  const town = guide.towns.find(({ id, bounds }) => service.towns.includes(id) && place && isWithin(place, bounds));
  const marks = town && townMarks(page, town, [service]);
  if (!marks) return <WholeCoast words={t('map.unmarked')} />;
  return (
    <Picture name={town.id} words={marks.areas.length > 0 ? t('map.area') : ''} need={service.needs[0]}>
      {marks.areas.map((area) => (
        <Circle area={area} />
      ))}
      {marks.marks.map((spot) => (
        <Pin at={spot} />
      ))}
    </Picture>
  );
}

interface PictureProps {
  /** Of the layout. */
  name: string;
  /** What is to be known of the marks. */
  words: string;
  /** Whose colour the marks have. */
  need?: string | undefined;
  children?: ComponentChildren;
}

/** The whole picture is the same on all pages: they hold its sign only. */
function WholeCoast({ words }: { words: string }) {
  const { guide } = usePage();
  const sign = mapSign(guide, WHOLE_COAST);
  if (!sign) return null;
  return (
    <div class="map quiet">
      {words}
      {signMark(sign)}
    </div>
  );
}

function Picture({ name, words, need, children }: PictureProps) {
  const { guide } = usePage();
  return (
    <figure class="map quiet">
      <Drawing>
        {signMark(mapSign(guide, name) ?? '')}
        <g class={need ? `pins need-${need}` : 'pins'}>{children}</g>
      </Drawing>
      <figcaption>
        {words} {signMark(CAPTION)}
      </figcaption>
    </figure>
  );
}

/** Its title comes first in what is drawn, see `Ground`. */
const Drawing = ({ children }: { children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: the title is in the sign
  <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`} role="img">
    {children}
  </svg>
);

/** Name of the sign that stands for what is said below every map. */
const CAPTION = 'mapcaption';

function Caption() {
  const { t, link } = usePage();
  return (
    <>
      {t('map.overview')} {t('map.by')}{' '}
      <a class="back" href={link(routes.map())}>
        {t('bigmap.title')}
      </a>
    </>
  );
}

const Circle = ({ area: { x, y, radius } }: { area: Area }) => <circle cx={x} cy={y} r={radius} />;

/** A drop whose point stands on the place. */
const Pin = ({ at: { x, y } }: { at: Spot }) => <path class="drop" d={`M${x} ${y}${DROP}`} />;
const DROP = 'c-3-7-11-11-11-19a11 11 0 0 1 22 0c0 8-8 12-11 19zm0-15a4 4 0 0 0 0-8a4 4 0 0 0 0 8z';

/** A thick line with round ends, wide enough for its numbers. */
function Pill({ mark: { x, y, from, to } }: { mark: Mark }) {
  const half = (widthOf(to - from + 1) - MARK_SIZE) / 2;
  return (
    <>
      <path d={`M${x - half} ${y}h${half * 2}`} />
      <text x={x} y={y}>
        {from === to ? from : `${from}–${to}`}
      </text>
    </>
  );
}

/** Name of the sign that stands for a map in the pages of a language: letters only, as the names of all signs. */
function mapSign(guide: Guide, name: string): string | undefined {
  const index = Object.keys(mapLayouts(guide) ?? {}).indexOf(name);
  return index < 0 ? undefined : `map${String.fromCharCode(97 + index)}`;
}

/**
 * What is the same on a map in all pages of a language, by the name of its sign; only for maps that these texts show.
 * `coast` is the address of the picture of the coast, relative to the base.
 */
export function mapSigns(
  guide: Guide,
  language: Language,
  site: { base: string; coast: string },
  texts: readonly string[],
): Record<string, string> {
  const page = makePage(guide, language, site.base, guideWords(guide));
  const coast = site.base + site.coast;
  const pictures = Object.entries(mapLayouts(guide) ?? {}).map(([name, layout]) => {
    const ground = <Ground name={name} layout={layout} coast={coast} />;
    const content = name === WHOLE_COAST ? <CoastFigure layout={layout} ground={ground} /> : ground;
    return { sign: mapSign(guide, name) ?? '', content };
  });
  const signs = [...pictures, { sign: CAPTION, content: <Caption /> }];
  const asked = signs.filter(({ sign }) => texts.some((text) => text.includes(signMark(sign))));
  return Object.fromEntries(asked.map(({ sign, content }) => [sign, renderIn(page, content)]));
}

function CoastFigure({ layout, ground }: { layout: MapLayout; ground: ComponentChildren }) {
  const { t, guide } = usePage();
  const east = ({ id }: Town) => layout.towns[id]?.dot.x ?? 0;
  const towns = [...guide.towns].sort((a, b) => east(a) - east(b)).map((town) => t(townWord(town)));
  return (
    <figure>
      <Drawing>{ground}</Drawing>
      <figcaption>
        {t('map.along', { towns: towns.join(' · ') })} <Caption />
      </figcaption>
    </figure>
  );
}

interface GroundProps {
  /** Of the layout: a town's id, or the whole coast's. */
  name: string;
  layout: MapLayout;
  coast: string;
}

function Ground({ name, layout, coast }: GroundProps) {
  const { t, guide } = usePage();
  const towns = guide.towns.filter(({ id }) => layout.towns[id]);
  return (
    <>
      <title>{name === WHOLE_COAST ? t('map.coast') : t('map.title', { town: t(`town.${name}` as WordKey) })}</title>
      <use href={`${coast}#${name}`} />
      {layout.sea && <Word word="map.sea" at={layout.sea} />}
      {towns.map((town) => (
        <TownLabel town={town} at={layout.towns[town.id]?.label ?? { x: 0, y: 0 }} />
      ))}
    </>
  );
}

/** In the reader's language, and in French as on signs where that is another word. */
function TownLabel({ town, at: { x, y } }: { town: Town; at: Spot }) {
  const { guide, language } = usePage();
  const own = inLanguage(guide.words, language.lang)[townWord(town)]?.value;
  const same = own === town.french;
  return (
    <>
      <Word word={townWord(town)} at={{ x, y: same ? y : y - 8 }} town />
      {!same && (
        <text lang="fr" x={x} y={y + 9}>
          {town.french}
        </text>
      )}
    </>
  );
}

/** In a drawing no element can mark a word of another language, so the whole text does. */
function Word({ word, at: { x, y }, town }: { word: WordKey; at: Spot; town?: boolean }) {
  const { guide, language } = usePage();
  const text = inLanguage(guide.words, language.lang)[word];
  const apart = text && text.lang !== language.lang ? { lang: text.lang } : {};
  return (
    <text {...apart} {...(town && { class: 'town' })} direction={directionOf(guide, text?.lang ?? language.lang)} x={x} y={y}>
      {text?.value}
    </text>
  );
}
