import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { silent } from '../../../../src/pipeline/progress.ts';
import { parseBox } from '../../../../src/pipeline/streets/box.ts';
import { StreetsFault } from '../../../../src/pipeline/streets/fault.ts';
import { makeStreetMap } from '../../../../src/pipeline/streets/make-street-map.ts';
import { noteFileOf } from '../../../../src/pipeline/streets/street-map.ts';
import { OsmDrawing, writeOsm } from '../../../../src/pipeline/streets/write-osm.ts';
import { BOX, drawTown, fileOf, scratchFile } from './town.ts';

const TOWN = writeOsm(drawTown());

/** What a person is told of a file, without the path of this machine. */
function faultOf(file: string, box = BOX, maxZoom = 13): string {
  try {
    makeStreetMap({ file, box, maxZoom, out: scratchFile('streets.pmtiles') }, silent);
    return 'no fault';
  } catch (error) {
    if (!(error instanceof StreetsFault)) throw error;
    return error.message.replaceAll(`${dirname(file)}/`, '');
  }
}

test('a file that is not there', () => {
  expect(faultOf('nowhere.osm.pbf')).toBe(
    'There is no file nowhere.osm.pbf; give the path of an OpenStreetMap extract that ends in .osm.pbf.',
  );
  expect(faultOf('tests')).toBe('tests is a folder; give the path of the .osm.pbf file in it.');
});

test.each([
  ['nothing', '', 'is empty; download it again.'],
  [
    'a web page',
    '<!DOCTYPE html><html>',
    'is a web page, not an extract; open the address in a browser and download the file itself.',
  ],
  [
    'XML',
    '<?xml version="1.0"?><osm>',
    'is OpenStreetMap data as XML; download the extract that ends in .osm.pbf, or turn it into one with "osmium cat".',
  ],
  [
    'gzip',
    gzipSync(TOWN),
    'is packed with gzip; unpack it with "gunzip" if it is an .osm.pbf file, else download the extract that ends in .osm.pbf.',
  ],
  [
    'another file',
    Buffer.from('just some words of somebody'),
    'is no .osm.pbf file; download the extract in the format that ends in .osm.pbf.',
  ],
  ['a few bytes', Buffer.from([0, 0, 0]), 'is cut short after 3 bytes; download it again to its end.'],
])('a file that holds %s', (_, content, told) => {
  expect(faultOf(fileOf(content))).toBe(`town.osm.pbf ${told}`);
});

test('a file cut short anywhere is found before any work, and never becomes a map', () => {
  for (let part = 0.05; part < 1; part += 0.05) {
    const bytes = TOWN.subarray(0, Math.floor(TOWN.length * part));
    expect(faultOf(fileOf(bytes))).toMatch(
      /^town\.osm\.pbf is (?:cut short after \d+ bytes|no \.osm\.pbf file)|nothing to draw|^The file has nothing/,
    );
  }
});

test('a damaged file is told, whatever bytes were changed', () => {
  for (let at = 200; at < TOWN.length; at += 97) {
    const bytes = Buffer.from(TOWN);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    expect(faultOf(fileOf(bytes))).toMatch(/is damaged near byte \d+; download it again\.$|is cut short|is packed with/);
  }
});

test('damage that unpacking does not notice ends in a map or in a sentence as well', () => {
  const whole = writeOsm(drawTown(), { packing: 'none', box: BOX });
  for (let at = 0; at < whole.length; at += 7) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x80;
    expect(faultOf(fileOf(bytes), BOX, 10)).toMatch(/^no fault$|; .*[.]$/);
  }
});

test('other packings and other features are named, with the way out', () => {
  expect(faultOf(fileOf(writeOsm(drawTown(), { packing: 'zstd' })))).toBe(
    'town.osm.pbf is packed with zstd, only zlib is read; "osmium cat town.osm.pbf -o zlib.osm.pbf" packs it anew.',
  );
  expect(faultOf(fileOf(writeOsm(drawTown(), { required: ['OsmSchema-V0.6', 'HistoricalInformation'] })))).toBe(
    'town.osm.pbf asks for HistoricalInformation, which cannot be read here; take an ordinary extract without history.',
  );
});

test('a file that is not sorted', () => {
  const osm = drawTown();
  osm.nodes.reverse();
  expect(faultOf(fileOf(writeOsm(osm)))).toMatch(
    /^The file is not sorted: node \d+ comes after \d+; sort it with "osmium sort" or take an extract that is sorted\.$/,
  );
});

test('a box that the file does not hold, by what the file says and by what it has', () => {
  const elsewhere = { west: 7.4, south: 43.7, east: 7.5, north: 43.8 };
  const told =
    'The box 7.40,43.70,7.50,43.80 lies outside the file, which holds 1.80,50.90,1.90,51.00; give a --bbox within that, or the extract of the right region.';
  expect(faultOf(fileOf(writeOsm(drawTown(), { box: BOX })), elsewhere)).toBe(told);
  expect(faultOf(fileOf(TOWN), elsewhere)).toMatch(
    /^The box 7\.40,43\.70,7\.50,43\.80 lies outside the file, which holds 1\.\d+,50\.\d+,/,
  );
});

test('a box with nothing to draw in it', () => {
  const osm = new OsmDrawing();
  osm.node([1.85, 50.95], { natural: 'tree' });
  expect(faultOf(fileOf(writeOsm(osm)))).toBe(
    'The file has nothing to draw in the box 1.80,50.90,1.90,51.00; give another --bbox or another extract.',
  );
});

test('a box that would never end', () => {
  expect(faultOf(fileOf(TOWN), { west: -5, south: 40, east: 10, north: 52 }, 15)).toMatch(
    /^The box -5\.00,40\.00,10\.00,52\.00 has \d+ tiles up to zoom 15, at most 40000 are made; give a smaller --bbox or --maxzoom\.$/,
  );
});

test.each([
  ['1.70,50.85,2.55', 'write four numbers'],
  ['1.70 50.85 2.55 51.10', 'write four numbers'],
  ['1.70,50.85,2.55,', 'write four numbers'],
  ['2.55,50.85,1.70,51.10', 'west must be less than east'],
  ['50.85,1.70,51.10,2.55,1', 'write four numbers'],
  ['1.70,50.85,200,51.10', 'degrees go from'],
])('--bbox %s is no box', (text, told) => {
  expect(() => parseBox(text)).toThrow(`--bbox ${text}: ${told}`);
});

test('on an error the old files stay, and no half of a new one', () => {
  const out = scratchFile('streets.pmtiles');
  writeFileSync(out, 'old tiles');
  writeFileSync(noteFileOf(out), 'old note');
  const file = fileOf(TOWN.subarray(0, TOWN.length - 1));
  expect(() => makeStreetMap({ file, box: BOX, maxZoom: 13, out }, silent)).toThrow('cut short');
  expect(readFileSync(out, 'utf8')).toBe('old tiles');
  expect(readFileSync(noteFileOf(out), 'utf8')).toBe('old note');
  expect(readdirSync(dirname(out))).toHaveLength(2);
});

test('where nothing can be written, that is what is said', () => {
  const blocked = fileOf('a file', 'blocked');
  expect(() => makeStreetMap({ file: fileOf(TOWN), box: BOX, maxZoom: 13, out: `${blocked}/streets.pmtiles` }, silent)).toThrow(
    /cannot be written \(E\w+\); check the folder and the space left\.$/,
  );
});

const command = (...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/map-streets.ts', ...given], { encoding: 'utf8' });

test('the command makes the map, with time, memory and size at the end', () => {
  const out = scratchFile('streets.pmtiles');
  const { stdout, stderr, status } = command(fileOf(TOWN), '--bbox', '1.8,50.9,1.9,51', '--maxzoom', '12', '--out', out);
  expect(stdout).toMatch(
    /streets\.pmtiles: \d+ kB, \d+ tiles of 1\.80,50\.90,1\.90,51\.00 up to zoom 12\.\nTook [\d.]+ s and at most \d+ MB of memory\./,
  );
  expect(stderr).toMatch(/^Reading places: [\d.]+ s\nReading ways: [\d.]+ s\n/);
  expect(status).toBe(0);
});

test.each([
  [[], 'Give one .osm.pbf file.'],
  [['a.osm.pbf', 'b.osm.pbf'], 'Give one .osm.pbf file.'],
  [['nowhere.osm.pbf'], 'There is no file nowhere.osm.pbf;'],
  [['nowhere.osm.pbf', '--maxzoom', '99'], '--maxzoom 99: write a whole number from 10 to 15'],
  [['nowhere.osm.pbf', '--bbox', '-9,50,-8'], '--bbox -9,50,-8: write four numbers'],
  [['nowhere.osm.pbf', '--out', 'streets.zip'], '--out streets.zip: the name must end in .pmtiles'],
  [['nowhere.osm.pbf', '--zoom', '9'], "Unknown option '--zoom'"],
])('a wrong call is explained without a stack trace: %j', (given, told) => {
  const { stderr, status } = command(...given);
  expect(stderr).toContain(told);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test('the command explains itself', () => {
  const { stdout, status } = command('--help');
  expect(stdout).toContain('npm run map:streets -- FILE.osm.pbf [--bbox W,S,E,N] [--maxzoom 13]');
  expect(status).toBe(0);
  expect(existsSync('streets.pmtiles')).toBe(false);
});
