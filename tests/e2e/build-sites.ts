/** Before the browser tests: builds the site once more for a subpath and with pseudo-languages and streets, a tiny guide about hours, with two recordings, editors and addresses that moved, and one full of hostile strings. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { silent } from '../../src/pipeline/progress.ts';
import { makeStreetMap } from '../../src/pipeline/streets/make-street-map.ts';
import { writeOsm } from '../../src/pipeline/streets/write-osm.ts';
import { packGuide } from '../hostile/pack.ts';
import { BOX, drawTown, MAX_ZOOM } from '../unit/pipeline/streets/draw-town.ts';
import { DIST, DIST_HOSTILE, DIST_HOURS, DIST_PSEUDO, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

/** The day on which the tiny guides are made. */
const TINY_MADE = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22, 12) / 1000) };
const FIXTURES = resolve(import.meta.dirname, '../fixtures');

export default async function buildSites() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no built site yet: npm run build makes it.');
  mkdirSync(dirname(DIST_UNDER_SUBPATH), { recursive: true });
  await Promise.all([build(['--out', DIST_UNDER_SUBPATH, '--base', SUBPATH]), buildPseudo(), buildHours(), buildHostile()]);
}

/** The street map of an invented town lies where Calais is. */
async function buildPseudo() {
  const content = mkdtempSync(join(tmpdir(), 'guide-streets-'));
  try {
    cpSync(resolve(FIXTURES, '../../content'), content, { recursive: true });
    const file = join(content, 'town.osm.pbf');
    writeFileSync(file, writeOsm(drawTown(), { timestamp: Date.UTC(2026, 10, 20) / 1000 }));
    makeStreetMap({ file, box: BOX, maxZoom: MAX_ZOOM, out: join(content, 'map/streets.pmtiles') }, silent);
    rmSync(file);
    await build(['--content', content, '--out', DIST_PSEUDO, '--pseudo']);
  } finally {
    rmSync(content, { recursive: true });
  }
}

async function buildHours() {
  const content = mkdtempSync(join(tmpdir(), 'guide-hours-'));
  try {
    cpSync(join(FIXTURES, 'guides/_whole/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'hours/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'listen/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'report/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'moved/content'), content, { recursive: true });
    await build(['--content', content, '--out', DIST_HOURS], TINY_MADE);
  } finally {
    rmSync(content, { recursive: true });
  }
}

/** Each string at one door or two; at all of them with `EVERY_STRING=1`. */
async function buildHostile() {
  const { folders, remove } = await packGuide(process.env.EVERY_STRING ? 1 : 36);
  try {
    const { content, locales } = folders;
    await build(['--content', content, '--locales', locales, '--out', DIST_HOSTILE], TINY_MADE);
  } finally {
    remove();
  }
}

async function build(options: readonly string[], env: Record<string, string> = {}) {
  const command = ['run', '--silent', 'build', '--', ...options];
  console.log((await promisify(execFile)('npm', command, { env: { ...process.env, ...env } })).stdout.trim());
}
