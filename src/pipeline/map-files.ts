/** The files of the map that moves: no phone fetches them before somebody opens it. */
import type { BaseMap } from '../guide/types.ts';
import type { MapOffer } from '../pages/render.ts';
import { hashedName } from './hashes.ts';
import { brotliLength } from './make-site.ts';

export interface MapFiles {
  /** Address relative to the base -> content. */
  files: ReadonlyMap<string, string>;
  offer: MapOffer;
}

export interface MapSources {
  script: string;
  worker: string;
  /** Of the libraries in the scripts, which asks to travel with them. */
  licence: string;
}

const LICENCE = 'assets/licence-maplibre-gl.txt';

/** Names the files after their content. Who has street tiles adds them here, as one more file that is asked for by a tap of its own. */
export async function makeMapFiles(map: BaseMap, { script, worker, licence }: MapSources): Promise<MapFiles> {
  const named = { script: licensed(script), worker: licensed(worker), land: JSON.stringify(map) };
  const urls = {
    script: hashedName('assets/atlas-script', 'js', named.script),
    worker: hashedName('assets/atlas-worker', 'js', named.worker),
    land: hashedName('assets/atlas-land', 'json', named.land),
  };
  const transfers = await Promise.all(Object.values(named).map(brotliLength));
  const transfer = transfers.reduce((sum, bytes) => sum + bytes, 0);
  const files = [
    [urls.script, named.script],
    [urls.worker, named.worker],
    [urls.land, named.land],
    [LICENCE, licence],
  ] as const;
  return { files: new Map(files), offer: { ...urls, transfer } };
}

/** The bundler drops the notice that stood there. */
const licensed = (script: string) => `/*! MapLibre GL JS, BSD-3-Clause, see ${LICENCE} */\n${script}`;
