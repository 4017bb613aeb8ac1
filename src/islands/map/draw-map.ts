/** The map itself, and the only code that knows MapLibre. It is built apart from the site's other scripts and fetched when somebody opens the map. */
import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, Map as Maplibre, setWorkerCount, setWorkerUrl } from 'maplibre-gl';
import { isWithin } from '../../guide/distance.ts';
import type { BaseMap, Geo } from '../../guide/types.ts';
import { onColoursChanged } from './colours.ts';
import css from './map.css?inline';
import { type Pins, startPins } from './pins.ts';
import { type StreetsOffer, startStreets } from './save-streets.ts';
import { type Box, forgetStreets, STREETS_NEAREST, streetLayers } from './streets.ts';
import { areasOf, makeStyle, pointOf } from './style.ts';

export interface AtlasPlace extends Geo {
  id: string;
  name: string;
  /** Gives the colour. */
  need: string;
  /** A drawing to copy. */
  sign: Element | null;
  /** Metres around its middle; 0 for an exact place. */
  radius: number;
}

export interface AtlasOptions {
  sheet: HTMLElement;
  /** Address of the worker, trusted by the page's policy. */
  worker: string;
  land: BaseMap;
  /** Read aloud for the drawing. */
  label: string;
  /** The reader's names of towns, by their French ones. */
  names: ReadonlyMap<string, string>;
  places: readonly AtlasPlace[];
  /** Read aloud for a point that stands for several places. */
  nameGroup: (count: number) => string;
  /** Somebody tapped a point: the ids behind it. */
  onTap: (ids: readonly string[]) => void;
  /** The drawing broke: a context lost, a worker that died. The map is to be removed. */
  onFail: () => void;
  streets: StreetsOffer | undefined;
}

export interface Atlas {
  /** Only these are shown from now on. */
  show(places: readonly AtlasPlace[]): void;
  choose(ids: readonly string[], move?: 'move'): void;
  showPosition(position: Geo): void;
  zoomBy(steps: number): void;
  showAll(): void;
  /** Frees the worker, the drawing context and all listeners. */
  remove(): void;
}

export type DrawMap = (options: AtlasOptions) => Promise<Atlas>;

/** Without streets nearer would be a lie: shores are true to 25 metres and nothing else is drawn. So it is outside of their box. */
const NEAREST = 11;
/** Where to look when a filter leaves nothing to show. */
const COAST: Box = [1.66, 50.84, 2.6, 51.12];
/** Milliseconds for the first picture once all files are there. */
const PATIENCE = 30_000;
/** Near enough to see the streets around one place, where there are streets. */
const CLOSE = 14;
/** Kept free around what is shown, so that no point stands below a button. */
const ROOM = 56;

/** Resolves when the first picture is drawn. */
export const drawMap: DrawMap = async (options) => {
  const { sheet, places, onFail } = options;
  addStyle();
  useWorker(options.worker);
  const map = newMap(options);
  try {
    await firstPicture(map);
  } catch (problem) {
    map.remove();
    throw problem;
  }
  const pins = startPins(map, options);
  pins.show(places);
  const stopColours = onColoursChanged(() => paintAnew(map, [...makeStyle(options, []).layers, ...streetLayers(map)]));
  map.on('webglcontextlost', onFail);
  const end = new AbortController();
  const allowNearer = ([west, south, east, north]: Box) => {
    map.setMaxZoom(STREETS_NEAREST);
    map.on('moveend', () => {
      const { lng: lon, lat } = map.getCenter();
      const hasStreets = isWithin({ lon, lat }, { west, south, east, north });
      if (!hasStreets && map.getZoom() > NEAREST) map.easeTo({ zoom: NEAREST, animate: moves() });
    });
  };
  if (options.streets) void startStreets(options.streets, map, allowNearer, end.signal);
  return {
    show: (shown) => {
      pins.show(shown);
      setData(map, 'areas', areasOf(shown));
    },
    choose: (ids, move) => {
      pins.choose(ids);
      if (move) moveTo(map, pins, ids);
    },
    showPosition: (position) => {
      setData(map, 'position', pointOf(position));
      map.easeTo({ center: [position.lon, position.lat], animate: moves() });
    },
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, animate: moves() }),
    showAll: () => showPlaces(map, pins.shown()),
    remove: () => {
      end.abort();
      stopColours();
      pins.remove();
      map.remove();
      forgetStreets();
      sheet.replaceChildren();
    },
  };
};

function newMap({ sheet, land, label, names, places }: AtlasOptions): Maplibre {
  return new Maplibre({
    container: sheet,
    style: makeStyle({ land, names }, places),
    bounds: boundsOf(places),
    fitBoundsOptions: { padding: ROOM, maxZoom: NEAREST },
    minZoom: 7,
    maxZoom: NEAREST,
    maxPitch: 0,
    maxBounds: [0.9, 50.3, 3.4, 51.6],
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    // A cheap phone with a fine screen would draw nine pixels for each that is seen.
    pixelRatio: Math.min(devicePixelRatio, 2),
    canvasContextAttributes: { antialias: false, powerPreference: 'low-power' },
    locale: { 'Map.Title': label },
  });
}

/** Rejects when the worker or the style cannot be had. Without a listener MapLibre would write its errors to the console. */
function firstPicture(map: Maplibre): Promise<void> {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return new Promise((resolve, reject) => {
    // A worker that never answers says nothing at all.
    const late = setTimeout(() => reject(new Error('nothing was drawn')), PATIENCE);
    map.on('error', ({ error }) => reject(error));
    map.once('webglcontextlost', () => reject(new Error('the drawing context was lost')));
    map.once('load', () => {
      clearTimeout(late);
      resolve();
    });
  });
}

/**
 * MapLibre hands the address to `new Worker`, which under the page's policy takes a trusted one only, and asks it two things that a text can answer.
 * So the trusted address learns to answer them.
 */
function useWorker(url: string): void {
  const text = `${url}`;
  if (typeof url !== 'string')
    Object.assign(url, { endsWith: (end: string) => text.endsWith(end), split: (by: RegExp) => text.split(by) });
  setWorkerUrl(url);
  setWorkerCount(1);
}

let styled = false;

/** Into a style that the page has: the policy lets no other in. */
function addStyle(): void {
  const sheet = document.styleSheets[0];
  if (!styled) sheet?.insertRule(`@media all{${css}}`, sheet.cssRules.length);
  styled = true;
}

const setData = (map: Maplibre, source: string, data: FeatureCollection) => map.getSource<GeoJSONSource>(source)?.setData(data);

/** The same drawing in the colours that the page has now. */
function paintAnew(map: Maplibre, layers: readonly { id: string; paint?: object }[]): void {
  for (const { id, paint = {} } of layers)
    for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as never, value as never);
}

const boundsOf = (places: readonly Geo[]): Box => {
  if (!places.length) return COAST;
  const [lons, lats] = [places.map(({ lon }) => lon), places.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

function showPlaces(map: Maplibre, places: readonly AtlasPlace[]): void {
  if (places.length) map.fitBounds(boundsOf(places), { padding: ROOM, maxZoom: NEAREST, animate: moves() });
}

function moveTo(map: Maplibre, pins: Pins, ids: readonly string[]): void {
  const place = pins.shown().find(({ id }) => ids.includes(id));
  const zoom = Math.min(map.getMaxZoom(), CLOSE);
  if (place) map.easeTo({ center: [place.lon, place.lat], zoom, animate: moves() });
}

/** Nothing moves by itself for who does not want it; the phone's own setting MapLibre asks itself. */
const moves = () => !document.documentElement.dataset.motion;
