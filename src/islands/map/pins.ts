/** The points on the map: real buttons, so that fingers, keys and screen readers reach them. Those that would overlap become one with a number. */
import type { Map as Maplibre } from 'maplibre-gl';
import type { AtlasOptions, AtlasPlace } from './draw-map.ts';
import { groupNear } from './group-near.ts';

export interface Pins {
  show(places: readonly AtlasPlace[]): void;
  shown(): readonly AtlasPlace[];
  choose(ids: readonly string[]): void;
  remove(): void;
}

/** Pixels from middle to middle: a finger's width, as any button here. */
const APART = 48;

interface Pin {
  places: readonly AtlasPlace[];
  button: HTMLButtonElement;
}

export function startPins(map: Maplibre, { sheet, nameGroup, onTap }: Pick<AtlasOptions, 'sheet' | 'nameGroup' | 'onTap'>): Pins {
  const layer = document.createElement('div');
  layer.className = 'spots';
  sheet.append(layer);
  let places: readonly AtlasPlace[] = [];
  let pins: readonly Pin[] = [];
  let chosen: readonly string[] = [];

  const place = () => {
    for (const { places, button } of pins) {
      const { x, y } = middleOnScreen(map, places);
      button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    }
  };
  const mark = () => {
    for (const { places, button } of pins)
      button.setAttribute('aria-pressed', String(places.some(({ id }) => chosen.includes(id))));
  };
  const group = () => {
    const onScreen = places.map((place) => ({ place, ...map.project([place.lon, place.lat]) }));
    const groups = groupNear(onScreen, APART).map((some) => some.map(({ place }) => place));
    pins = groups.map((some) => pins.find((pin) => isSame(pin.places, some)) ?? { places: some, button: makeButton(some) });
    const focused = document.activeElement;
    layer.replaceChildren(...pins.map(({ button }) => button));
    if (focused instanceof HTMLElement && layer.contains(focused)) focused.focus({ preventScroll: true });
    mark();
    place();
  };
  const makeButton = (some: readonly AtlasPlace[]) => {
    const button = some.length > 1 ? groupButton(some.length, nameGroup) : placeButton(some[0] as AtlasPlace);
    button.addEventListener('click', () => {
      if (some.length > 1) spread(map, some);
      onTap(some.map(({ id }) => id));
    });
    return button;
  };

  map.on('move', place);
  map.on('zoomend', group);
  map.on('resize', group);
  return {
    show: (shown) => {
      places = shown;
      pins = [];
      group();
    },
    shown: () => places,
    choose: (ids) => {
      chosen = ids;
      mark();
    },
    remove: () => layer.remove(),
  };
}

const isSame = (a: readonly AtlasPlace[], b: readonly AtlasPlace[]) => a.length === b.length && a.every((one, i) => one === b[i]);

function middleOnScreen(map: Maplibre, places: readonly AtlasPlace[]): { x: number; y: number } {
  const points = places.map(({ lon, lat }) => map.project([lon, lat]));
  const mean = (axis: 'x' | 'y') => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { x: mean('x'), y: mean('y') };
}

/** As near as it takes to tell them apart, or as the map goes. */
function spread(map: Maplibre, places: readonly AtlasPlace[]): void {
  const bounds = map.getBounds();
  const [lons, lats] = [places.map(({ lon }) => lon), places.map(({ lat }) => lat)];
  bounds.setSouthWest([Math.min(...lons), Math.min(...lats)]);
  bounds.setNorthEast([Math.max(...lons), Math.max(...lats)]);
  map.fitBounds(bounds, { padding: APART, animate: !document.documentElement.dataset.motion });
}

/** An area gets its sign without a pin: nothing points at its middle. */
function placeButton({ name, need, sign, radius }: AtlasPlace): HTMLButtonElement {
  const button = newButton(name, `spot need-${need}${radius > 0 ? ' is-area' : ''}`);
  const drawn = sign?.cloneNode(true);
  if (drawn) button.append(drawn);
  return button;
}

function groupButton(count: number, nameGroup: (count: number) => string): HTMLButtonElement {
  const button = newButton(nameGroup(count), 'spot is-group');
  const number = document.createElement('span');
  number.textContent = String(count);
  button.append(number);
  return button;
}

function newButton(label: string, className: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = className;
  button.setAttribute('aria-label', label);
  const plate = document.createElement('span');
  plate.className = 'plate';
  button.append(plate);
  return button;
}
