/** The streets of the map: one file that a reader saves on purpose. It is read as a whole, so it needs nothing of a server but to send it once. */
import type { Map as Maplibre } from 'maplibre-gl';
import { addStreets, type Box } from './streets.ts';

export interface StreetsOffer {
  /** Holds the button, the sentences and the box. */
  element: HTMLElement;
  /** Of the file, with the base. */
  url: string;
  /** Of the cache that is the file's own. */
  cacheName: string;
  mayKeep: () => boolean;
  /** What a point is, in the reader's words: `station`, `bus-stop` and so on. */
  nameOf: (kind: string) => string;
}

/** Shows the streets that the phone has, or offers to save them. `onShown` learns the box that may be looked at from nearer. */
export async function startStreets(
  offer: StreetsOffer,
  map: Maplibre,
  onShown: (box: Box) => void,
  signal: AbortSignal,
): Promise<void> {
  const { element, url } = offer;
  const button = element.querySelector<HTMLElement>('[data-save-streets]');
  const box = readBox(element);
  const show = (file: Blob) => {
    addStreets(map, file, { box, nameOf: offer.nameOf });
    onShown(box);
    for (const line of document.querySelectorAll<HTMLElement>('[data-no-streets]')) line.hidden = true;
  };
  const kept = await keptStreets(offer);
  if (signal.aborted) return;
  if (kept) show(kept.file);
  say(element, kept ? 'kept' : '');
  if (!button) return;
  // Older streets are shown until somebody fetches the newer ones.
  button.hidden = kept?.isNewest ?? false;
  const save = async () => {
    button.hidden = true;
    say(element, 'loading');
    try {
      const file = await fetchStreets(url, signal);
      show(file);
      say(element, (await keepStreets(offer, file)) ? 'kept' : 'shown');
    } catch {
      if (signal.aborted) return;
      button.hidden = false;
      say(element, 'failed');
    }
  };
  button.addEventListener('click', save, { signal });
}

function say(element: HTMLElement, which: string): void {
  for (const line of element.querySelectorAll<HTMLElement>('[data-say-streets]')) line.hidden = line.dataset.sayStreets !== which;
}

function readBox({ dataset }: HTMLElement): Box {
  const [west = 0, south = 0, east = 0, north = 0] = (dataset.box ?? '').split(' ').map(Number);
  return [west, south, east, north];
}

/** The file of this build, else one of a build before, which is whole as well. */
async function keptStreets({ url, cacheName }: StreetsOffer): Promise<{ file: Blob; isNewest: boolean } | undefined> {
  try {
    if (!(await caches.has(cacheName))) return undefined;
    const cache = await caches.open(cacheName);
    const [newest, older] = [await cache.match(url), (await cache.keys())[0]];
    const answer = newest ?? (older && (await cache.match(older)));
    return answer && { file: await answer.blob(), isNewest: !!newest };
  } catch {
    return undefined;
  }
}

/** Its name says what is in it: what a network changed or cut is refused. */
async function fetchStreets(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { mode: 'same-origin', signal });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  const bytes = await response.arrayBuffer();
  const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
  const hash = digest.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!url.includes(`-${hash.slice(0, 12)}.`)) throw new Error(`${url} is not what it should be`);
  return new Blob([bytes]);
}

/** The older file goes when the newer one is there. Answers whether it is kept. */
async function keepStreets({ url, cacheName, mayKeep }: StreetsOffer, file: Blob): Promise<boolean> {
  if (!mayKeep()) return false;
  try {
    const cache = await caches.open(cacheName);
    await cache.put(url, new Response(file));
    for (const request of await cache.keys()) if (new URL(request.url).pathname !== url) await cache.delete(request);
    return true;
  } catch {
    return false;
  }
}
