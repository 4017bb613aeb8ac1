/** Sorts the lists of a page by distance. The position is rounded at once, held in a variable while it sorts, and told to nobody. */
import {
  bearingTo,
  directionTo,
  distanceInSteps,
  FAR,
  isFarFrom,
  metresBetween,
  readGeo,
  roundPosition,
  walkingMinutes,
} from '../guide/distance.ts';
import type { Geo } from '../guide/types.ts';
import { askForCompass, followCompass, makeArrow } from './compass.ts';
import { word } from './words.ts';

/** A phone that has not found itself by then is answered with the landmarks. */
const PATIENCE = 20_000;
/** A position of the last minutes is near enough, and spares the battery. */
const FRESH = 300_000;

export function startNear(section: HTMLElement): void {
  const [asking, answer] = section.querySelectorAll<HTMLElement>('[role="status"]');
  const details = section.querySelector('details');
  if (!asking || !answer || !details) return;
  const show = (from: Geo | undefined, words: string, isHere = false) => {
    const isFar = sortPage(from, isHere);
    asking.textContent = '';
    answer.textContent = isFar ? word('distance.far') : words;
    details.open = false;
  };
  const start: Record<string, (button: HTMLElement) => void> = {
    position: () => {
      asking.textContent = word('distance.looking');
      askForCompass();
      locate(
        (position) => show(position, `${word('distance.from_here')} ${word('distance.guess')}`, true),
        (key) => {
          asking.textContent = word(key);
        },
      );
    },
    geo: (button) => {
      const place = button.querySelector('bdi')?.textContent ?? '';
      show(readGeo(button.dataset.geo), `${word('distance.from_place', { place })} ${word('distance.guess')}`);
    },
  };
  section.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    for (const [kind, run] of Object.entries(start)) if (button && kind in button.dataset) run(button);
  });
  section.querySelector('.starts')?.removeAttribute('hidden');
}

/** Asks the browser once. Without a secure connection browsers do not answer at all. */
export function locate(found: (position: Geo) => void, failed: (key: string) => void): void {
  if (!('geolocation' in navigator)) failed('distance.failed');
  navigator.geolocation?.getCurrentPosition(
    ({ coords: { latitude, longitude } }) => found(roundPosition({ lat: latitude, lon: longitude })),
    ({ code }) => failed(code === 1 ? 'distance.refused' : 'distance.failed'),
    { timeout: PATIENCE, maximumAge: FRESH },
  );
}

/**
 * Sorts all lists of the page, or puts them back, and offers the way back. Answers whether all is far.
 * `isHere`: the reader stands there, so that a compass can show the way.
 */
export function sortPage(from: Geo | undefined, isHere: boolean): boolean {
  followCompass(isHere);
  const usual = document.querySelector<HTMLElement>('[data-usual]');
  if (usual) {
    usual.hidden = !from;
    usual.onclick = () => {
      sortPage(undefined, false);
      for (const line of document.querySelectorAll('.near [role="status"], [data-where]')) line.textContent = '';
    };
  }
  return from ? sortBy(from) : putBack();
}

/** Each list as it stood before. */
const before = new Map<Element, Element[]>();

const linesShown = () => document.querySelectorAll('.distance');

/** Nearest first within each list; what has no exact place keeps its order behind these, before what is far. Answers whether all is far. */
function sortBy(from: Geo): boolean {
  putBack();
  const landmarks = document.querySelectorAll<HTMLElement>('.near [data-geo]');
  const places = [...landmarks].flatMap(({ dataset }) => readGeo(dataset.geo) ?? []);
  for (const list of document.querySelectorAll('ul.cards')) {
    before.set(list, [...list.children]);
    const items = [...list.children].map((item) => {
      const card = item.querySelector<HTMLElement>('.card');
      const place = readGeo(card?.dataset.geo);
      if (place) places.push(place);
      if (card) addLine(card, from, place);
      return { item, metres: place ? metresBetween(from, place) : FAR };
    });
    items.sort((a, b) => a.metres - b.metres);
    list.append(...items.map(({ item }) => item));
  }
  return isFarFrom(from, places);
}

function putBack(): boolean {
  for (const line of linesShown()) line.remove();
  for (const [list, items] of before) list.append(...items);
  before.clear();
  return false;
}

function addLine(card: HTMLElement, from: Geo, place: Geo | undefined) {
  const line = document.createElement('span');
  line.className = 'distance';
  if (place) line.append(...partsOf(from, place));
  else if (card.dataset.in) line.textContent = word('distance.in_town', { town: card.dataset.in });
  else return;
  card.querySelector('b')?.after(line);
}

/** `About 20 min on foot · 800 m · north-east`, each part with an order of its own, and an arrow for a phone with a compass. */
function partsOf(from: Geo, place: Geo): (Node | string)[] {
  const metres = metresBetween(from, place);
  const minutes = walkingMinutes(metres);
  const direction = directionTo(from, place);
  const { unit, value } = distanceInSteps(metres);
  const parts = [
    minutes === undefined ? '' : word('distance.walk', { minutes }),
    word(`distance.${unit}`, { value }),
    direction ? word(`distance.${direction}`) : '',
  ].filter(Boolean);
  const bearing = bearingTo(from, place);
  return [
    ...parts.flatMap((text, i) => [i ? ' · ' : '', isolated(text)]),
    ...(bearing === undefined ? [] : [makeArrow(bearing)]),
  ];
}

function isolated(text: string): HTMLElement {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}
