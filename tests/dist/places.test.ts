import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST, ROOT } from './built-site.ts';

const SERVICES = join(ROOT, 'content/services');

interface PlaceFacts {
  precision: string;
  geo?: { lat: number; lon: number };
}

const facts = readdirSync(SERVICES)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parse(readFileSync(join(SERVICES, name), 'utf8')) as PlaceFacts);
const published = new Set(
  facts.filter(({ precision }) => precision === 'exact').flatMap(({ geo }) => (geo ? [geo.lat, geo.lon] : [])),
);

/** Finer than about 100 m: four decimals or more, between Boulogne and the Belgian border. */
const FINE = /(?<![\d.])(?:5[01]|[1-3])\.\d{4,}(?![\d.])/g;
const TEXT = /\.(html|json|webmanifest|xml|txt|geojson|csv)$/;

const fineNumbers = (text: string) => (text.match(FINE) ?? []).map(Number);

/** The coast is no place of the guide; where it is published, every number is one of the file whose README says where it comes from. */
const coast = new Set(fineNumbers(readFileSync(join(ROOT, 'content/map/base.geojson'), 'utf8')));
const isOfCoast = (file: string, number: number) => /^assets\/atlas-land-\w+\.json$/.test(file) && coast.has(number);

const read = (file: string) => readFileSync(join(DIST, file), 'utf8');
const withoutPictures = (html: string) => html.replace(/<svg[\s>].*?<\/svg>/gs, '');

it('the look-out sees coordinates however they are written', () => {
  expect(fineNumbers('geo:50.93981,1.89115 lat="50.9398" q=51.0123%2C2.3021 [2.30215,51]')).toEqual([
    50.93981, 1.89115, 50.9398, 51.0123, 2.3021, 2.30215,
  ]);
  expect(fineNumbers('50.94, 1.891 10.12345 version 1.2345.6')).toEqual([]);
});

it('nothing published tells a place finer than its kind allows', () => {
  const told = filesBelow(DIST)
    .filter((file) => TEXT.test(file))
    .flatMap((file) => fineNumbers(withoutPictures(read(file))).map((number) => ({ file, number })));
  expect(told.filter(({ file, number }) => !published.has(number) && !isOfCoast(file, number))).toEqual([]);
});

it('scripts and pictures hold no latitude of the coast', () => {
  for (const file of filesBelow(DIST).filter((name) => /\.(js|css|svg)$/.test(name))) {
    expect(read(file).match(/(?<![\d.])5[01]\.\d{4,}(?![\d.])/g), file).toBeNull();
  }
});
