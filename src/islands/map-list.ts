/** The page of all places: filters its list, and offers the map where it can be drawn. Nothing of the map is fetched before the tap. */
import { savesData } from './remembered.ts';
import { base, trustedUrl } from './trusted-url.ts';
import { word } from './words.ts';

export function start(section: HTMLElement): void {
  startFilters(section);
  const button = section.querySelector<HTMLElement>('[data-open]');
  if (!button) return;
  const hindrance = savesData() ? 'saving' : canDraw() ? '' : 'unable';
  say(section, hindrance);
  button.hidden = hindrance !== '';
  const open = async () => {
    button.hidden = true;
    say(section, 'loading');
    try {
      await (await import('./open-map.ts')).openMap(section);
    } catch {
      button.hidden = false;
      say(section, 'failed');
    }
  };
  button.addEventListener('click', open);
}

/** Shows one of the sentences that the page holds, or none. */
export function say(section: HTMLElement, which: string): void {
  for (const line of section.querySelectorAll<HTMLElement>('[data-say]')) line.hidden = line.dataset.say !== which;
}

/** Rows of the list, as they stand on the page now. */
export const placeRows = () => [...document.querySelectorAll<HTMLElement>('li[data-needs]')];

/** Told to the section whenever other rows are shown. */
export const FILTERED = 'filtered';

const isOn = (chip: Element) => chip.getAttribute('aria-pressed') === 'true';

/** Needs that are chosen; none is all. */
export const chosenNeeds = (section: HTMLElement) =>
  [...section.querySelectorAll<HTMLElement>('[data-need]')].filter(isOn).map(({ dataset }) => dataset.need);

function startFilters(section: HTMLElement): void {
  const filters = section.querySelector<HTMLElement>('.filters');
  const shown = section.querySelector('[data-shown]');
  if (!filters || !shown) return;
  filters.hidden = false;
  filters.addEventListener('click', ({ target }) => {
    const chip = target instanceof Element ? target.closest('.chip') : null;
    if (!chip) return;
    chip.setAttribute('aria-pressed', String(!isOn(chip)));
    const [needs, open] = [chosenNeeds(section), filters.querySelector('[data-open-now]')];
    const rows = placeRows();
    for (const row of rows) {
      const fits = !needs.length || row.dataset.needs?.split(' ').some((need) => needs.includes(need));
      row.hidden = !fits || (!!open && isOn(open) && !row.querySelector('.is-open'));
    }
    shown.textContent = word('today.shown', { shown: rows.filter(({ hidden }) => !hidden).length, all: rows.length });
    section.dispatchEvent(new Event(FILTERED));
  });
}

/** `hasOwn` came to browsers with the last words of the language that the map's files are written in. */
const canDraw = () => 'hasOwn' in Object && hasModuleWorkers() && hasWebGl2();

/** A browser that knows them asks for the type before it looks at the address; then it is stopped. */
function hasModuleWorkers(): boolean {
  let asked = false;
  try {
    const options = {
      get type(): 'module' {
        asked = true;
        throw new Error('that is all we want to know');
      },
    };
    new Worker(trustedUrl(`${base()}sw.js`), options).terminate();
  } catch {
    // What is thrown is ours, or there are no workers at all.
  }
  return asked;
}

function hasWebGl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return !!context;
  } catch {
    return false;
  }
}
