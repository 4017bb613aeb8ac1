/** The maps in the built pages: there on every page that speaks of a place, and telling no more than is told in words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { metresBetween } from '../../src/guide/distance.ts';
import { MAP_HEIGHT, MAP_WIDTH, project, type Spot } from '../../src/guide/map-frame.ts';
import { mapLayouts, WHOLE_COAST } from '../../src/guide/map-layout.ts';
import type { Geo } from '../../src/guide/types.ts';
import { type BuiltPage, builtPages } from '../../src/pipeline/built-pages.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST, faultsOn, ROOT } from './built-site.ts';

const { guide } = await readGuide({
  content: join(ROOT, 'content'),
  locales: join(ROOT, 'locales'),
  made: '2026-11-22',
});
if (!guide) throw new Error('The guide cannot be read.');
const layouts = mapLayouts(guide) ?? {};
const towns = guide.towns.map(({ id }) => id);

const pages = builtPages(DIST).filter(({ lang, kind }) => lang && ['s', 's/one', 'need', 'town'].includes(kind));
const idOf = ({ path }: BuiltPage) => path.split('/')[2] ?? '';
const isService = ({ path }: BuiltPage) => path.split('/')[1] === 's';
const mapsOf = ({ html }: BuiltPage) =>
  [...html.matchAll(/<svg viewBox="0 0 320 200" role="img">.*?<\/svg>/gs)].map(([svg]) => svg);
const listsNothing = ({ html }: BuiltPage) => !html.includes('<ul class="cards"');
const word = ({ lang }: BuiltPage, key: string) => guide.words[lang ?? '']?.[key]?.value ?? key;

/** Facts as they stand in the file, not as the guide has them. */
const factsOf = (id: string) =>
  parse(readFileSync(join(ROOT, `content/services/${id}.yaml`), 'utf8')) as {
    towns: string[];
    precision: string;
    geo?: Geo;
    area?: Geo;
  };

it('there are pages to look at', () => expect(pages.length).toBeGreaterThan(guide.languages.length * 80));

describe('every page of a town, a need and a service', () => {
  it('has one map, or says in words that there is no place', () => {
    const faults = faultsOn(pages, (page) => {
      const count = mapsOf(page).length;
      const anywhere = isService(page) && factsOf(idOf(page)).towns.length === 0;
      if (anywhere) return count === 0 && page.html.includes(word(page, 'service.everywhere')) ? [] : ['no sentence'];
      const isEmpty = !isService(page) && listsNothing(page);
      return count === 1 || (count === 0 && isEmpty) ? [] : [`${count} maps`];
    });
    expect(faults).toEqual([]);
  });

  it('says whose data the map is made of, and that it is only an overview', () => {
    const withMap = pages.filter((page) => mapsOf(page).length > 0);
    const faults = faultsOn(withMap, (page) => {
      const caption = /<figcaption>(.*?)<\/figcaption>/s.exec(page.html)?.[1] ?? '';
      const names = /©.*OpenStreetMap.*ODbL.*GeoNames.*CC BY/.test(caption);
      return [...(names ? [] : ['no attribution']), ...(caption.includes(word(page, 'map.overview')) ? [] : ['no overview'])];
    });
    expect(faults).toEqual([]);
  });

  it('names its map, and the town in the reader’s language and in French', () => {
    const faults = faultsOn(pages, (page) =>
      mapsOf(page).flatMap((svg) => {
        const part = /href="[^"]*#([^"]*)"/.exec(svg)?.[1] ?? '';
        const shown = guide.towns.filter(({ id }) => part === WHOLE_COAST || part === id);
        const names = shown.flatMap(({ id, french }) => [word(page, `town.${id}`), french]);
        return [
          ...(/<title>[^<]*\S[^<]*<\/title>/.test(svg) ? [] : ['no title']),
          ...names.filter((name) => !svg.includes(`>${name}</text>`)),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('has the numbers of its map on the list, each once', () => {
    const faults = faultsOn(
      pages.filter((page) => !isService(page)),
      (page) => {
        const drawn = mapsOf(page).flatMap((svg) => numbersIn(svg));
        const listed = [...page.html.matchAll(/ data-map="(\d+)"/g)].map(([, number]) => Number(number));
        const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b).join();
        return sorted(drawn) === sorted(listed) ? [] : [`${drawn} drawn, ${listed} listed`];
      },
    );
    expect(faults).toEqual([]);
  });
});

/** `>1–2</text>` and `>4</text>` -> 1, 2, 4 */
const numbersIn = (svg: string): number[] =>
  [...svg.matchAll(/>(\d+)(?:–(\d+))?<\/text>/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i),
  );

describe('what maps tell of places', () => {
  interface Drawn {
    town: string;
    /** Single places: a pin, or a pill with one number. */
    pins: Spot[];
    /** Pills with more numbers stand between their places. */
    pills: number;
    circles: (Spot & { radius: number })[];
  }

  function readMap(svg: string): Drawn {
    const pins = /<g class="pins[^"]*">(.*?)<\/g>/s.exec(svg)?.[1] ?? '';
    const paths = [...pins.matchAll(/ d="M(\d+) (\d+)([ch])([^" ]*)/g)].map(([, x, y, kind, width]) => ({
      x: Number(x),
      y: Number(y),
      isOne: kind === 'c' || width === '0',
    }));
    return {
      town: /href="[^"]*#([^"]*)"/.exec(svg)?.[1] ?? '',
      pins: paths.filter(({ isOne }) => isOne),
      pills: paths.filter(({ isOne }) => !isOne).length,
      circles: [...pins.matchAll(/<circle cx="(\d+)" cy="(\d+)" r="(\d+)"/g)].map(([, x, y, radius]) => ({
        x: Number(x),
        y: Number(y),
        radius: Number(radius),
      })),
    };
  }

  const allFacts = guide.services.map(({ id }) => factsOf(id));
  const exact = allFacts.flatMap(({ precision, geo }) => (precision === 'exact' && geo ? [geo] : []));
  const areas = allFacts.flatMap(({ precision, area }) => (precision === 'street' && area ? [area] : []));
  const isOneOf = (spot: Spot, town: string, places: readonly Geo[]) => {
    const frame = layouts[town]?.frame;
    return frame !== undefined && places.some((place) => samePlace(project(frame, place), spot));
  };
  const samePlace = (a: Spot, b: Spot) => a.x === b.x && a.y === b.y;

  it('is drawn in whole units within the map, and what stands alone is an exact place', () => {
    const faults = faultsOn(pages, (page) =>
      mapsOf(page)
        .map(readMap)
        .flatMap(({ town, pins, circles }) => [
          ...pins.filter((pin) => !isOneOf(pin, town, exact)).map(({ x, y }) => `a pin at ${x} ${y} of ${town}`),
          ...circles.filter((circle) => !isOneOf(circle, town, areas)).map(({ x, y }) => `a circle at ${x} ${y} of ${town}`),
          ...[...pins, ...circles].filter(({ x, y }) => x > MAP_WIDTH || y > MAP_HEIGHT).map(() => 'a mark outside the map'),
        ]),
    );
    expect(faults).toEqual([]);
  });

  it('is a pin on the page of a service only where it is exact, else a circle of a kilometre or nothing', () => {
    const faults = faultsOn(pages.filter(isService), (page) => {
      const { precision, geo, area } = factsOf(idOf(page));
      const drawn = mapsOf(page).map(readMap);
      const isPinned = drawn.some(({ pins, pills }) => pins.length + pills > 0);
      const circles = drawn.flatMap((map) => map.circles.map(({ radius }) => radius * (layouts[map.town]?.frame.metres ?? 0)));
      return [
        ...(isPinned && !(precision === 'exact' && geo) ? ['a pin'] : []),
        ...(circles.length > 0 && !(precision === 'street' && area) ? ['a circle'] : []),
        ...circles.filter((radius) => radius < 970).map((radius) => `a circle of ${radius} metres`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('is the same in every language', () => {
    const drawn = (page: BuiltPage) => mapsOf(page).map((svg) => /<g class="pins.*/s.exec(svg)?.[0] ?? '');
    const first = guide.languages[0]?.lang ?? '';
    const twin = (page: BuiltPage) => pages.find(({ path }) => path === page.path.replace(/^[^/]+/, first));
    expect(faultsOn(pages, (page) => (drawn(page).join() === drawn(twin(page) ?? page).join() ? [] : ['other marks']))).toEqual(
      [],
    );
  });

  it('an area has two decimals, and lies within its circle wherever its place may be', () => {
    expect(areas.length).toBeGreaterThan(0);
    for (const { lat, lon } of areas) {
      expect([lat, lon].map((degrees) => Number(degrees.toFixed(2)))).toEqual([lat, lon]);
      expect(metresBetween({ lat, lon }, { lat: lat + 0.005, lon: lon + 0.005 })).toBeLessThan(1000);
    }
  });

  it('both towns show some', () => {
    const shown = new Set(pages.flatMap((page) => mapsOf(page).map((svg) => readMap(svg).town)));
    expect([...shown].sort()).toEqual([WHOLE_COAST, ...towns].sort());
  });
});

it('the picture behind the maps holds steps and units, no degrees', () => {
  const [picture = ''] = filesBelow(DIST).filter((file) => /^assets\/coast-.*\.svg$/.test(file));
  const svg = readFileSync(join(DIST, picture), 'utf8').replace(/transform="[^"]*"/g, '');
  expect(svg.match(/\d\.\d{3,}/g)).toBeNull();
});
