/** `npm run map:base`: makes content/map/base.geojson anew from the two packages that its README names. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { baseMapText, COUNTRIES, makeBaseMap } from '../pipeline/base-map/make-base-map.ts';
import { INSTALL, PackageProblem, readCities, readCountries } from '../pipeline/base-map/map-packages.ts';
import { brotliBytes } from '../pipeline/site-weight.ts';

const HELP = `npm run map:base -- [--packages DIR] [--out FILE]

Makes the base map (land, border, places) from OpenStreetMap's coastline and GeoNames.
It needs two packages that the guide itself does without (37 MB to fetch, 600 MB of memory to read):

  ${INSTALL}

  --packages DIR   folder in whose node_modules they are   (this one)
  --out FILE       what is written                         (content/map/base.geojson)`;

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '.' },
    out: { type: 'string', default: 'content/map/base.geojson' },
    help: { type: 'boolean', short: 'h' },
  },
});

async function run() {
  const countries = await readCountries(COUNTRIES, values.packages);
  const map = makeBaseMap(countries, await readCities(values.packages));
  const text = baseMapText(map);
  await writeFile(values.out, text);
  const count = (k: string) => map.features.filter(({ properties }) => properties.k === k).length;
  console.log(
    `${values.out}: ${count('land')} coasts, ${count('border')} borders, ${count('place')} places, ${text.length} characters, ${brotliBytes(text)} bytes on the line.`,
  );
}

if (values.help) console.log(HELP);
else
  await run().catch((problem) => {
    if (!(problem instanceof PackageProblem)) throw problem;
    console.error(problem.message);
    process.exitCode = 1;
  });
