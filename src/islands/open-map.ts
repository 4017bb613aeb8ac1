/** Brings the map onto the page, keeps it in step with the list, and takes it away again. Only map/ knows how it is drawn. */

import { mapCacheName, streetsCacheName } from '../guide/cache-names.ts';
import { readGeo } from '../guide/distance.ts';
import type { ToWorker } from '../guide/offline-messages.ts';
import type { BaseMap, Geo } from '../guide/types.ts';
import { askForCompass } from './compass.ts';
import { canKeep, presentWorker } from './keeping.ts';
import type { Atlas, AtlasPlace, DrawMap } from './map/draw-map.ts';
import type { StreetsOffer } from './map/save-streets.ts';
import { chosenNeeds, FILTERED, placeRows, say } from './map-list.ts';
import { mayStore } from './remembered.ts';
import { base, trustedUrl } from './trusted-url.ts';
import { word } from './words.ts';

/** On a slow line half a megabyte takes a while; after this nobody waits any more. */
const PATIENCE = 120_000;

/** What of the page the map needs. */
interface Stage {
  section: HTMLElement;
  /** Around the map and its buttons. */
  frame: HTMLElement;
  /** What it is drawn on. */
  sheet: HTMLElement;
  /** The cards of what is chosen. */
  chosen: HTMLElement;
  /** Says how asking for the position went. */
  where: HTMLElement;
}

/** Rejects when it cannot be had; then the page is as before. */
export async function openMap(section: HTMLElement): Promise<void> {
  const stage = findStage(section);
  const urls = addresses(section);
  if (!navigator.onLine && !(await isKept(urls))) throw new Error('there is no connection, and the map is not on the phone');
  const { draw, land } = await fetchAll(urls);
  stage.frame.hidden = false;
  const opened = { end: () => {} };
  const close = (saying = '') => {
    opened.end();
    closeStage(stage, saying);
  };
  try {
    opened.end = await startAtlas(stage, { draw, land, worker: trustedUrl(urls.worker) }, close);
  } catch (problem) {
    closeStage(stage, '');
    throw problem;
  }
  say(section, '');
  void keep(section, urls);
}

function findStage(section: HTMLElement): Stage {
  const [frame, sheet, chosen, where] = ['.atlas', '[data-sheet]', '[data-chosen]', '[data-where]'].map((part) =>
    section.querySelector<HTMLElement>(part),
  );
  if (!frame || !sheet || !chosen || !where) throw new Error('The page of the map is not as the build makes it.');
  return { section, frame, sheet, chosen, where };
}

type Urls = ReturnType<typeof addresses>;

const addresses = ({ dataset: { script, worker, land } }: HTMLElement) => ({
  script: `${base()}${script}`,
  worker: `${base()}${worker}`,
  land: `${base()}${land}`,
});

/** Asked for together: one after the other would be three times the wait. The worker's file is then at hand when the map starts it. */
async function fetchAll({ script, worker, land }: Urls): Promise<{ draw: DrawMap; land: BaseMap }> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const late = new Promise<never>((_, reject) => stop.signal.addEventListener('abort', () => reject(new Error('too slow'))));
  const get = async (url: string) => {
    const response = await fetch(url, { mode: 'same-origin', signal: stop.signal });
    if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
    return response.text();
  };
  try {
    const all = Promise.all([importAgain(script), get(land), get(worker)]);
    const [{ drawMap }, text] = await Promise.race([all, late]);
    return { draw: drawMap, land: JSON.parse(text) };
  } finally {
    clearTimeout(timer);
  }
}

/** Browsers remember that a module could not be had, by its address: the next try needs another one. */
let tries = 0;
async function importAgain(url: string): Promise<{ drawMap: DrawMap }> {
  const address = tries ? `${url}?${tries}` : url;
  try {
    return await import(/* @vite-ignore */ address);
  } catch (problem) {
    tries += 1;
    throw problem;
  }
}

interface Drawing {
  draw: DrawMap;
  land: BaseMap;
  worker: string;
}

/** Undefined in a guide without streets. */
function streetsOffer(section: HTMLElement): StreetsOffer | undefined {
  const element = section.querySelector<HTMLElement>('[data-streets]');
  if (!element) return undefined;
  return {
    element,
    url: `${base()}${element.dataset.streets}`,
    cacheName: streetsCacheName(base()),
    mayKeep: mayStore,
    nameOf: (kind) => word(`streets.point_${kind}`),
  };
}

/** Answers with what takes all of it away. `close` is for the reader's tap, and for a map that breaks. */
async function startAtlas(stage: Stage, { draw, land, worker }: Drawing, close: (saying?: string) => void): Promise<() => void> {
  const { section, frame, sheet, where } = stage;
  const atlas = await draw({
    sheet,
    worker,
    land,
    label: sheet.dataset.label ?? '',
    names: townNames(),
    places: shownPlaces(section),
    nameGroup: (count) => word('bigmap.group', { count }),
    onTap: (ids) => choose(stage, atlas, ids),
    onFail: () => close('failed'),
    streets: streetsOffer(section),
  });
  const end = new AbortController();
  const { signal } = end;
  const start: Record<string, () => void> = {
    in: () => atlas.zoomBy(1),
    out: () => atlas.zoomBy(-1),
    whole: () => atlas.showAll(),
    close: () => close(),
    position: () => void locate(where, atlas),
  };
  frame.addEventListener(
    'click',
    ({ target }) => start[(target instanceof Element && target.closest<HTMLElement>('[data-do]')?.dataset.do) || '']?.(),
    { signal },
  );
  section.addEventListener(FILTERED, () => atlas.show(shownPlaces(section)), { signal });
  addEventListener('pagehide', () => close(), { signal });
  offerRows(stage, atlas);
  return () => {
    end.abort();
    atlas.remove();
  };
}

function closeStage({ section, frame, sheet, chosen, where }: Stage, saying: string): void {
  for (const button of document.querySelectorAll('[data-show]')) button.remove();
  sheet.replaceChildren();
  chosen.replaceChildren();
  where.textContent = '';
  frame.hidden = true;
  say(section, saying);
  const button = section.querySelector<HTMLElement>('[data-open]');
  if (!button) return;
  button.hidden = false;
  button.focus({ preventScroll: true });
}

/** The reader's names of the guide's towns, by their French ones. */
const townNames = () =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('h2[data-french]')].map((h) => [h.dataset.french ?? '', h.textContent ?? '']),
  );

/** The points of the map are those of the list that are shown, no more and no finer. */
function shownPlaces(section: HTMLElement): AtlasPlace[] {
  const wanted = chosenNeeds(section);
  return placeRows().flatMap((row) => {
    const place = row.hidden ? undefined : placeOf(row);
    const needs = row.dataset.needs?.split(' ') ?? [];
    const need = needs.find((one) => wanted.includes(one)) ?? needs[0] ?? '';
    const sign = section.querySelector(`[data-need="${need}"] svg`);
    return place ? [{ ...place, need, sign, id: hrefOf(row), name: row.querySelector('b')?.textContent ?? '' }] : [];
  });
}

/** An area as its middle and the metres around; an exact place has none. */
function placeOf(row: HTMLElement): (Geo & { radius: number }) | undefined {
  const geo = readGeo(row.dataset.area ?? row.dataset.exact ?? row.querySelector<HTMLElement>('.card')?.dataset.geo);
  return geo && { ...geo, radius: Number(row.dataset.area?.split(',')[2] ?? 0) };
}

/** The address of its page names a place. */
const hrefOf = (row: Element) => row.querySelector('a')?.href ?? '';

/** The cards of what was tapped stand below the map; a second tap on the same place opens its page. */
function choose({ chosen }: Stage, atlas: Atlas, ids: readonly string[]): void {
  const [only = ''] = ids;
  if (ids.length === 1 && chosen.childElementCount === 1 && hrefOf(chosen) === only) {
    location.assign(only);
    return;
  }
  const rows = placeRows().filter((row) => ids.includes(hrefOf(row)));
  chosen.replaceChildren(...rows.map(copyOf));
  atlas.choose(ids);
}

function copyOf(row: HTMLElement): HTMLElement {
  const copy = document.createElement('li');
  const card = row.querySelector('.card')?.cloneNode(true);
  copy.className = row.className;
  if (card) copy.append(card);
  return copy;
}

/** From the list to the map. */
function offerRows(stage: Stage, atlas: Atlas): void {
  for (const row of placeRows()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.dataset.show = '';
    button.textContent = word('bigmap.show');
    const name = document.createElement('span');
    name.className = 'visually-hidden';
    name.textContent = ` (${row.querySelector('b')?.textContent})`;
    button.append(name);
    button.addEventListener('click', () => {
      stage.chosen.replaceChildren(copyOf(row));
      atlas.choose([hrefOf(row)], 'move');
      stage.frame.scrollIntoView({ block: 'start' });
    });
    row.append(button);
  }
}

/** As the list near the reader does: asked once, rounded, told to nobody. The list is sorted too. */
async function locate(where: HTMLElement, atlas: Atlas): Promise<void> {
  askForCompass();
  const near = await import('./near.ts');
  where.textContent = word('distance.looking');
  near.locate(
    (position) => {
      const isFar = near.sortPage(position, true);
      where.textContent = isFar ? word('distance.far') : `${word('distance.from_here')} ${word('distance.guess')}`;
      if (!isFar) atlas.showPosition(position);
    },
    (key) => {
      where.textContent = word(key);
    },
  );
}

/** What was opened once opens again without a connection, unless the reader wants nothing kept. Said only when it is there. */
async function keep(section: HTMLElement, urls: Urls): Promise<void> {
  if (!mayStore() || !(await canKeep())) return;
  const worker = await presentWorker();
  if (!worker) return;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    worker.postMessage({ type: 'keep-map' } satisfies ToWorker, [port2]);
  });
  if (await isKept(urls)) say(section, 'kept');
}

async function isKept(urls: Urls): Promise<boolean> {
  try {
    const cacheName = mapCacheName(base());
    const kept = await Promise.all(Object.values(urls).map((url) => caches.match(url, { cacheName })));
    return kept.every(Boolean);
  } catch {
    return false;
  }
}
