/** How long `npm run map:streets` takes and how much memory, on invented extracts with as many objects as real ones. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALAIS_TO_BELGIUM, growBox, type Position } from '../pipeline/streets/box.ts';
import { OsmDrawing, writeOsm } from '../pipeline/streets/write-osm.ts';

interface Extract {
  name: string;
  ways: number;
  /** Seconds and MB that are allowed. */
  budget: { seconds: number; memory: number };
}

const EXTRACTS: readonly Extract[] = [
  { name: 'a small country', ways: 12_000, budget: { seconds: 60, memory: 1536 } },
  { name: '50,000 ways', ways: 50_000, budget: { seconds: 60, memory: 3072 } },
];

/** Prints a line per extract; sets the exit status when one takes too much. */
export function benchStreets(): void {
  const folder = mkdtempSync(join(tmpdir(), 'streets-'));
  try {
    for (const extract of EXTRACTS) measure(extract, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In a process of its own, whose memory is then its own as well. */
function measure({ name, ways, budget }: Extract, folder: string): void {
  const [file, out] = [join(folder, `${ways}.osm.pbf`), join(folder, `${ways}.pmtiles`)];
  writeFileSync(file, drawRegion(ways));
  const call = ['--import', 'tsx', join(import.meta.dirname, 'map-streets.ts'), file, '--out', out];
  const { stdout, stderr, status } = spawnSync(process.execPath, call, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [seconds = 0, memory = 0] = (/([\d.]+) s and at most (\d+) MB/.exec(stdout) ?? []).slice(1).map(Number);
  const isKept = seconds <= budget.seconds && memory <= budget.memory;
  console.log(
    `${name}: ${megabytes(file)} of .osm.pbf -> ${megabytes(out)} of .pmtiles in ${seconds} s (at most ${budget.seconds}) with ${memory} MB of memory (at most ${budget.memory})  ${isKept ? 'pass' : 'MISS'}`,
  );
  if (!isKept) process.exitCode = 1;
}

const megabytes = (file: string) => `${(statSync(file).size / 1e6).toFixed(1)} MB`;

/** Degrees from one node of a way to the next, about 30 metres. */
const STEP = 0.0003;
const COAST = 51;

type Random = () => number;

/** Winding ways of all kinds in towns, with as many nodes and names as OpenStreetMap has on average, and a winding coast. */
function drawRegion(ways: number): Uint8Array {
  const random = randomNumbers();
  const osm = new OsmDrawing();
  const { west, south, east, north } = CALAIS_TO_BELGIUM;
  osm.way(
    Array.from(
      { length: 5000 },
      (_, index): Position => [east + 0.1 - (index / 5000) * (east - west + 0.2), COAST + random() * STEP],
    ),
    { natural: 'coastline' },
  );
  const towns = Array.from({ length: 60 }, (): Position => [west + random() * (east - west), south + random() * (COAST - south)]);
  while (osm.ways.length < ways) drawWay(osm, near(towns[osm.ways.length % towns.length] as Position, random), random);
  return writeOsm(osm, { box: growBox({ west, south, east, north }, 0.05), timestamp: Date.UTC(2026, 10, 20) / 1000 });
}

/** Most of a town lies in its middle. */
const near = ([lon, lat]: Position, random: Random): Position => [
  lon + (random() + random() - 1) * 0.08,
  lat + (random() + random() - 1) * 0.05,
];

interface WayKind {
  share: number;
  nodes: number;
  tags: Readonly<Record<string, string>>;
  area?: boolean;
}

/** Of a hundred ways; the last are houses, which the map does not draw. */
const KINDS: readonly [WayKind, ...WayKind[]] = [
  { share: 1, nodes: 40, tags: { highway: 'primary', ref: 'D' } },
  { share: 4, nodes: 25, tags: { highway: 'tertiary', name: 'Route' } },
  { share: 16, nodes: 12, tags: { highway: 'residential', name: 'Rue' } },
  { share: 12, nodes: 8, tags: { highway: 'service' } },
  { share: 10, nodes: 15, tags: { highway: 'footway' } },
  { share: 6, nodes: 25, tags: { highway: 'track' } },
  { share: 5, nodes: 30, tags: { waterway: 'ditch' } },
  { share: 4, nodes: 30, tags: { landuse: 'forest' }, area: true },
  { share: 6, nodes: 20, tags: { landuse: 'grass' }, area: true },
  { share: 4, nodes: 30, tags: { landuse: 'residential' }, area: true },
  { share: 3, nodes: 15, tags: { natural: 'water' }, area: true },
  { share: 29, nodes: 5, tags: { building: 'yes' }, area: true },
];

function drawWay(osm: OsmDrawing, start: Position, random: Random): void {
  const kind = kindAt(random() * 100);
  const tags = Object.fromEntries(Object.entries(kind.tags).map(([key, value]) => [key, named(key, value, random)]));
  if (kind.area) osm.ring(circle(start, kind.nodes, random), tags);
  else osm.way(walk(start, kind.nodes, random), tags);
}

/** The kind that a part of the hundred falls to. */
function kindAt(part: number) {
  let before = 0;
  for (const kind of KINDS) {
    before += kind.share;
    if (part < before) return kind;
  }
  return KINDS[0];
}

const named = (key: string, value: string, random: Random) =>
  key === 'name' || key === 'ref' ? `${value} ${Math.floor(random() * 9000)}` : value;

function walk([lon, lat]: Position, nodes: number, random: Random): Position[] {
  let direction = random() * 2 * Math.PI;
  let place: Position = [lon, lat];
  return Array.from({ length: nodes }, () => {
    direction += random() - 0.5;
    place = [place[0] + Math.cos(direction) * STEP, place[1] + Math.sin(direction) * STEP];
    return place;
  });
}

const circle = ([lon, lat]: Position, nodes: number, random: Random): Position[] =>
  Array.from({ length: nodes }, (_, index) => {
    const angle = (index / nodes) * 2 * Math.PI;
    const radius = (nodes * STEP * (0.7 + random() * 0.6)) / 6;
    return [lon + Math.cos(angle) * radius, lat + Math.sin(angle) * radius];
  });

/** The same numbers from 0 to 1 at every run (Park and Miller's generator). */
function randomNumbers(): Random {
  let number = 1;
  return () => {
    number = (number * 48_271) % 2_147_483_647;
    return number / 2_147_483_647;
  };
}
