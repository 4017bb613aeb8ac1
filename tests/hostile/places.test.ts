/** Exact places planted in every kind of source and of output: none may come through. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Guide } from '../../src/guide/types.ts';
import { keptHashOf } from '../../src/pipeline/hashes.ts';
import { lookOverBuild } from '../../src/pipeline/look-over-build.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { readFixture, wholeFile } from '../unit/pipeline/guide-fixtures.ts';

/** A place that no service of the tiny guide has, and its neighbourhood. */
const [LAT, LON] = ['50.95131', '1.85872'];

const sea = (text: string) => ({ 'content/en/topics/sea.md': `---\ntitle: Sea\nsummary: Danger.\n---\n${text}\n` });
const night = (text: string) => ({
  'content/en/services/night-place.md': wholeFile('content/en/services/night-place.md').replace('A bed for one night.', text),
});
const facts = (path: string, from: string | RegExp, to: string) => ({ [path]: wholeFile(path).replace(from, to) });
const NIGHT = 'content/services/night-place.yaml';
const HOSPITAL = 'content/services/hospital.yaml';

/** name -> files laid over the tiny guide. */
const SOURCES: Readonly<Record<string, Record<string, string>>> = {
  'geo of a sleeping place': facts(NIGHT, 'precision: call-first', `precision: call-first\ngeo: { lat: ${LAT}, lon: ${LON} }`),
  'rounded geo of a sleeping place': facts(NIGHT, 'precision: call-first', 'precision: call-first\ngeo: { lat: 50.9, lon: 1.8 }'),
  'area of a sleeping place': facts(NIGHT, 'precision: call-first', 'precision: call-first\narea: { lat: 50.95, lon: 1.86 }'),
  'precision of a sleeping place': facts(NIGHT, 'precision: call-first', `precision: exact\ngeo: { lat: ${LAT}, lon: ${LON} }`),
  'address of a sleeping place': facts(
    NIGHT,
    'precision: call-first',
    'precision: call-first\naddress: 1 rue de Calais, 62100 Calais',
  ),
  'geo with an unknown key': facts(
    NIGHT,
    'precision: call-first',
    `precision: call-first\nposition: { lat: ${LAT}, lon: ${LON} }`,
  ),
  'comment of facts': facts(NIGHT, /$/, `# ${LAT}, ${LON}\n`),
  'rounded in a comment of facts about a sleeping place': facts(NIGHT, /$/, '# 50.95, 1.86\n'),
  'who checked it': facts(NIGHT, 'by: example.org', `by: "${LAT} ${LON}"`),
  'source of a fact': facts(NIGHT, 'https://example.org/night', `https://www.openstreetmap.org/?mlat=${LAT}&mlon=${LON}`),
  'website on a map': facts(NIGHT, 'status: limited', 'status: limited\nwebsite: https://maps.google.com/?q=x'),
  'address of an exact place': facts(HOSPITAL, '1601 boulevard des Justes', `${LAT} ${LON}`),
  'opening hours': facts(NIGHT, 'opening_hours: unknown', `opening_hours: unknown # ${LAT}`),
  exponent: facts(NIGHT, 'confidence: low', 'confidence: low # 5.095131e1'),
  'area too fine': facts(HOSPITAL, /geo:.*/, 'area: { lat: 50.951, lon: 1.858 }'),
  'front matter': night(`At ${LAT}, ${LON}.`),
  'front matter, about a sleeping place, rounded': night('At 50.9, 1.8.'),
  body: sea(`At ${LAT}, ${LON}.`),
  'body, to 100 m': sea('At 50.951, 1.858.'),
  'body, longitude first': sea('At 1.858, 50.951.'),
  'body, decimal commas': sea('At 50,95131 and 1,85872.'),
  'body, latitude alone': sea(`At ${LAT}.`),
  'body, Arabic digits': sea('At ٥٠٫٩٥١٣١.'),
  'body, Persian digits': sea('At ۵۰.۹۵۱۳۱.'),
  'body, wide digits': sea('At ５０．９５１３１.'),
  'body, in bold': sea('At 50.**95131**.'),
  'body, behind an entity': sea('At 50&#46;95131.'),
  'body, behind a backslash': sea('At 50\\.95131.'),
  'body, degrees and minutes': sea('At 50°57′04″N 1°51′31″E.'),
  'body, degrees and decimal minutes': sea('At 50° 57.0786.'),
  'body, degrees with spaces': sea('At 50 57 04 N.'),
  'body, degrees with letters': sea('At 50d57m04s.'),
  'body, plus code': sea('At 9F25XV25+GF.'),
  'body, short plus code in small letters': sea('At xv25+gf.'),
  'body, three words': sea('At ///filled.count.soap.'),
  'body, three words by name': sea('what3words: filled.count.soap'),
  'body, military grid': sea('At 31U DS 19856 44728.'),
  'body, UTM': sea('At 31U 419856 5644728.'),
  'body, Lambert 93': sea('At 620000, 7095000.'),
  'body, geohash': sea('geohash u10hb7j'),
  'geo link': sea(`[here](geo:${LAT},${LON})`),
  'geo link to 100 m': sea('[here](geo:50.951,1.858)'),
  'link to a map with @': sea(`[here](https://www.google.com/maps/@${LAT},${LON},17z)`),
  'link to a map, coded': sea('[here](https://example.org/?q=50%2E95131%2C1%2E85872)'),
  'short link to a map': sea('[here](https://maps.app.goo.gl/abc)'),
  'link to a node of OpenStreetMap': sea('[here](https://www.openstreetmap.org/node/1)'),
  'short link of OpenStreetMap': sea('[here](https://osm.org/go/0ERk)'),
  'link of Organic Maps': sea('[here](https://omaps.app/0ERk)'),
  'link to Waze': sea('[here](https://waze.com/ul/hu10)'),
  'link to Apple Maps': sea('[here](https://maps.apple.com/?ll=1,2)'),
  'plus code as a link': sea('[here](https://plus.codes/9F25)'),
  notice: { 'content/en/notices/cold.md': `---\ntitle: Cold\n---\nAt ${LAT}, ${LON}.\n` },
  'title of a notice': { 'content/en/notices/cold.md': `---\ntitle: At ${LAT}\n---\nMore beds.\n` },
  'facts of a notice': facts('content/notices/cold.yaml', /$/, `# ${LAT}\n`),
  'what to say': facts('content/en/emergency/115.md', 'I have nowhere', `I am at ${LAT}, ${LON} and have nowhere`),
  translation: {
    'content/ar/topics/sea.md': wholeFile('content/ar/topics/sea.md').replace('قل أين أنت.', `قل أين أنت ${LAT}، ${LON}.`),
  },
  'translation about a sleeping place, rounded': facts(
    'content/ar/services/night-place.md',
    'سرير لليلة واحدة.',
    'سرير 50.9، 1.8',
  ),
  'interface word': facts('locales/en.json', '"Doctor"', `"Doctor ${LAT}"`),
  'interface word, by its code': facts('locales/en.json', '"Doctor"', '"Doctor 50\\u002e95131"'),
  'translated interface word': facts('locales/ar.json', '"كاليه"', `"كاليه ${LAT}"`),
  synonyms: { 'content/en/synonyms.yaml': `health: ["${LAT} ${LON}"]\n` },
  'name of an organisation': { 'content/organisations.yaml': `ch-calais: { name: "Centre ${LAT}" }\n` },
  'french name of a town': facts('content/guide.yaml', 'french: Calais', `french: Calais ${LAT}`),
  'bounds of a tiny town': facts('content/guide.yaml', 'south: 50.85', 'south: 50.95131'),
  'landmark outside the towns': {
    'content/landmarks.yaml': `- { id: x, town: calais, kind: station, name: Gare, geo: { lat: 51.2, lon: 1.858 }, checked: { on: 2022, by: SNCF, how: published }, sources: [{ url: "https://example.org/", date: 2022 }] }\n`,
  },
  'landmark of another kind': {
    'content/landmarks.yaml': `- { id: x, town: calais, kind: camp, name: Camp, geo: { lat: ${LAT}, lon: ${LON} }, checked: { on: 2022, by: x, how: published }, sources: [{ url: "https://example.org/", date: 2022 }] }\n`,
  },
  redirects: { 'content/redirects.yaml': `# ${LAT}\ns/old: s/hospital\n` },
  glossary: { 'locales/glossary.csv': `source,lang,translation,note\nbed,ar,سرير,"${LAT}, ${LON}"\n` },
};

describe('a place planted in a source is refused, with its line', () => {
  test('there are more than forty', () => expect(Object.keys(SOURCES).length).toBeGreaterThan(40));

  test.each(Object.entries(SOURCES))('%s', async (_, files) => {
    const { guide, problems } = await readFixture(undefined, files);
    expect(guide).toBeUndefined();
    const [path = ''] = Object.keys(files);
    expect(problems.filter(({ file, severity, line }) => severity === 'error' && file === path && line > 0)).not.toEqual([]);
  });

  test('a feature on the base map', async () => {
    const features = [
      { type: 'Feature', properties: { k: 'camp' }, geometry: { type: 'Point', coordinates: [1.85872, 50.95131] } },
      {
        type: 'Feature',
        properties: { k: 'place', n: 'Camp', r: 1 },
        geometry: { type: 'Point', coordinates: [1.85872, 50.95131] },
      },
    ];
    for (const feature of features) {
      const { problems } = await readWithMap(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
      expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toContain('content/map/base.geojson error');
    }
  });

  test('what may be told is let through', async () => {
    const allowed = [
      sea('The sea has 15.5 degrees, 0.35 euros a minute, 24.12.2026, version 1.2.3.'),
      sea('[here](geo:50.95,1.86)'),
      sea('The [hospital](geo:50.9398,1.89115).'),
    ];
    for (const files of allowed) {
      const { problems } = await readFixture(undefined, files);
      expect(problems.filter(({ file, severity }) => severity === 'error' && file in files)).toEqual([]);
    }
  });
});

async function readWithMap(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'guide-map-'));
  try {
    cpSync('tests/fixtures/guides/_whole', folder, { recursive: true });
    mkdirSync(join(folder, 'content/map'));
    writeFileSync(join(folder, 'content/map/base.geojson'), text);
    return await readGuide({ content: join(folder, 'content'), locales: join(folder, 'locales'), made: '2026-11-22' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** name -> the file of a build, and what stands in it. */
const OUTPUTS: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'a page': ['en/s/night-place/index.html', `<p>${LAT}, ${LON}</p></html>`],
  'an attribute of a page': ['en/calais/index.html', `<li data-geo="${LAT},${LON}"></li></html>`],
  'a geo link': ['en/calais/sleep/index.html', `<a href="geo:${LAT},${LON}">x</a></html>`],
  'a link to a map': ['en/map/index.html', `<a href="https://x/?mlat=${LAT}&amp;mlon=${LON}">x</a></html>`],
  'a coded link': ['en/t/sea/index.html', `<a href="https://x/?q=${LAT}%2C${LON}">x</a></html>`],
  'data in a page': ['ar/map/index.html', `<script type="application/json">{"lat":${LAT},"lon":${LON}}</script></html>`],
  'a pack': ['packs/en/town-calais-0.json', JSON.stringify({ x: { main: `<p>${LAT};${LON}</p>` } })],
  'the shell of a language': ['packs/en/shell-0.html', `<p>${LAT} ${LON}</p>`],
  'the list of a language': ['packs/x.json', `{"at":[${LON},${LAT}]}`],
  'the guide in one file': ['en/guide.html', `<p>${LAT}/${LON}</p></html>`],
  'a poster': ['print/poster/calais/sleep/index.html', `<p>${LON} E, ${LAT} N</p></html>`],
  'the text of a code on paper': ['print/x/index.html', `<svg data-code="geo:${LAT},${LON}"></svg></html>`],
  news: ['notices/en.html', `<p>${LAT},${LON}</p></html>`],
  'places of the map': ['assets/atlas-places-0.json', `[["x",${LON},${LAT}]]`],
  'the coast of the map': ['assets/atlas-land-0.json', `[[${LON},${LAT}]]`],
  'a picture of a map': ['assets/coast-0.svg', `<text>${LAT} ${LON}</text>`],
  'a script': ['assets/main-0.js', `go(${LAT},${LON})`],
  'a style': ['assets/x-0.css', `/* ${LAT}, ${LON} */`],
  'the manifest of an app': ['manifest-en.webmanifest', `{"description":"${LAT}, ${LON}"}`],
  'a table': ['x.csv', `x,${LAT},${LON}\n`],
  shapes: ['x.geojson', `{"coordinates":[ ${LON}, ${LAT} ]}`],
  'the headers': ['_headers', `X-Place: ${LAT}, ${LON}\n`],
  'robots.txt': ['robots.txt', `# ${LAT}, ${LON}\n`],
};

describe('a place planted in a build keeps it from being published', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'guide-built-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(made, file)), { recursive: true });
      writeFileSync(join(made, file), text);
    };
    for (const file of ['index.html', '404.html']) write(file, '<!doctype html></html>');
    for (const file of ['sw.js', 'sw-kill.js', '_headers']) write(file, '');
    const pack = '{"":{"main":"<p>50.9398, 1.89115 and 50.951, 1.858</p>"}}';
    write('packs/en/0.json', pack);
    write('packs/en.json', JSON.stringify({ lang: 'en', files: [{ url: 'packs/en/0.json', integrity: keptHashOf(pack) }] }));
    return { made, write };
  };
  const guide = { languages: [{ lang: 'en' }], services: [{ geo: { lat: 50.9398, lon: 1.89115 } }] } as unknown as Guide;

  test.each(Object.entries(OUTPUTS))('%s', async (_, [file, text]) => {
    const { made, write } = folder();
    await expect(lookOverBuild(made, guide)).resolves.toBeInstanceOf(Map);
    write(file, text);
    await expect(lookOverBuild(made, guide)).rejects.toThrow(`${file} tells the place`);
    rmSync(made, { recursive: true });
  });
});
