/** `npm run map:streets`: street tiles for the map from an OpenStreetMap extract. */
import { parseArgs } from 'node:util';
import { showProgress } from '../pipeline/progress.ts';
import { boxToText, CALAIS_TO_BELGIUM, parseBox } from '../pipeline/streets/box.ts';
import { StreetsFault } from '../pipeline/streets/fault.ts';
import { makeStreetMap, type StreetMapOptions } from '../pipeline/streets/make-street-map.ts';

const DEFAULT_BOX = boxToText(CALAIS_TO_BELGIUM);
const ZOOMS = { least: 10, usual: 13, most: 15 };

const HELP = `npm run map:streets -- FILE.osm.pbf [--bbox W,S,E,N] [--maxzoom ${ZOOMS.usual}] [--out FILE.pmtiles]

Makes the street map of the guide from an OpenStreetMap extract: roads, paths, railways, water, green, places, stations,
bus stops, toilets, drinking water, pharmacies.

  --bbox W,S,E,N   west, south, east, north in degrees (${DEFAULT_BOX}, Calais to the Belgian border)
  --maxzoom N      ${ZOOMS.least} to ${ZOOMS.most}; each more makes the file about half as large again (${ZOOMS.usual})
  --out FILE       where it goes (content/map/streets.pmtiles); its source, date and licence go beside it as .json

On an error the old files stay as they are. The data is © OpenStreetMap contributors, ODbL; README.md says where extracts
come from.`;

const OPTIONS = {
  bbox: { type: 'string', default: DEFAULT_BOX },
  maxzoom: { type: 'string', default: String(ZOOMS.usual) },
  out: { type: 'string', default: 'content/map/streets.pmtiles' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function main(given: string[]) {
  const { values, positionals } = parse(given);
  if (values.help) return console.log(HELP);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new StreetsFault(`Give one .osm.pbf file.\n\n${HELP}`);
  makeAndTell({ file, box: parseBox(values.bbox), maxZoom: parseZoom(values.maxzoom), out: parseOut(values.out) });
}

function parse(given: string[]) {
  try {
    return parseArgs({ args: joinNegative(given), allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw error instanceof TypeError ? new StreetsFault(`${error.message}\n\n${HELP}`) : error;
  }
}

/** A box west of Greenwich begins with a minus, which would be taken for another option. */
const joinNegative = (given: string[]) =>
  given
    .join('\0')
    .replace(/(^|\0)--bbox\0-/g, '$1--bbox=-')
    .split('\0')
    .filter(Boolean);

function parseZoom(text: string): number {
  const zoom = Number(text);
  if (/^\d+$/.test(text) && zoom >= ZOOMS.least && zoom <= ZOOMS.most) return zoom;
  throw new StreetsFault(
    `--maxzoom ${text}: write a whole number from ${ZOOMS.least} to ${ZOOMS.most}; ${ZOOMS.usual} is usual.`,
  );
}

function parseOut(file: string): string {
  if (file.endsWith('.pmtiles')) return file;
  throw new StreetsFault(`--out ${file}: the name must end in .pmtiles; its note goes beside it with the ending .json.`);
}

function makeAndTell(options: StreetMapOptions) {
  const start = performance.now();
  const { provenance, tiles, remarks } = makeStreetMap(options, showProgress(process.stderr));
  for (const remark of remarks) console.error(remark);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${options.out}: ${sizeOf(provenance.bytes)}, ${tiles} tiles of ${boxToText(options.box)} up to zoom ${options.maxZoom}${
      provenance.date ? `, OpenStreetMap data of ${provenance.date}` : ''
    }.`,
  );
  console.log(`Took ${seconds} s and at most ${memory} MB of memory. "npm run build" puts it into the guide.`);
}

const sizeOf = (bytes: number) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StreetsFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
