import { StreetsFault } from './fault.ts';

const TAKE_PBF = 'download the extract that ends in .osm.pbf';

/** Files that people have instead, told by their first bytes, and what to do with each. */
const OTHER_KINDS: readonly { starts: readonly string[]; what: string; todo: string }[] = [
  {
    starts: ['<?xml', '<osm'],
    what: 'OpenStreetMap data as XML',
    todo: `${TAKE_PBF}, or turn it into one with "osmium cat"`,
  },
  { starts: ['<'], what: 'a web page, not an extract', todo: 'open the address in a browser and download the file itself' },
  { starts: ['\x1f\x8b'], what: 'packed with gzip', todo: `unpack it with "gunzip" if it is an .osm.pbf file, else ${TAKE_PBF}` },
  { starts: ['BZh'], what: 'packed with bzip2', todo: TAKE_PBF },
  { starts: ['PK\x03\x04'], what: 'a zip file', todo: `unpack it, or ${TAKE_PBF}` },
  { starts: ['\xff\xe0'], what: 'in the o5m format', todo: TAKE_PBF },
  { starts: ['PMTiles'], what: 'finished tiles already', todo: 'give the .osm.pbf extract from which they were made' },
];

/** Throws StreetsFault when the first bytes of a file are known to be those of another kind. */
export function refuseOtherKinds(start: Uint8Array, path: string): void {
  const text = Buffer.from(start).toString('latin1').replace(/^ï»¿/, '').trimStart();
  const kind = OTHER_KINDS.find(({ starts }) => starts.some((begin) => text.startsWith(begin)));
  if (kind) throw new StreetsFault(`${path} is ${kind.what}; ${kind.todo}.`);
}
