/** What a phone that keeps the guide fetches after each kind of change: the site is built before and after it and compared. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packListUrl } from '../guide/packs.ts';
import { cutIntoPieces, isSameFile, keysIn, keysUrl, MOST_PIECES, pieceKey, pieceUrl } from '../guide/pieces.ts';
import type { Lang } from '../guide/types.ts';
import { hashOf } from '../pipeline/hashes.ts';
import { fileWeight, keptByWorker, readPackList } from '../pipeline/site-weight.ts';
import type { Figure } from './bench-figures.ts';

interface Change {
  name: string;
  /** Bytes that are aimed at; or what stands in a script that changed, which then is all that may be fetched. */
  aim: number | { scriptWith: string };
  /** Days after the first build. */
  days: number;
  /** Changes the copy of the project that is built. */
  make: (project: string) => void;
}

const KB = 1024;
const ROOT = resolve(import.meta.dirname, '../..');
/** What a build reads. */
const PARTS = ['src', 'public', 'content', 'locales', 'package.json', 'tsconfig.json', 'vite.config.ts'];
const DAY = 86_400;
const FIRST_DAY = Date.UTC(2026, 10, 22, 12) / 1000;

const CHANGES: readonly Change[] = [
  { name: 'nothing but a new day', aim: 3 * KB, days: 1, make: () => {} },
  {
    name: 'a typo in one text',
    aim: 3 * KB,
    days: 0,
    make: (project) => edit(join(project, 'content/en/topics/dublin.md'), /European rules/, 'Europian rules'),
  },
  {
    name: 'a phone number, in all languages',
    aim: 3 * KB,
    days: 0,
    make: (project) => edit(join(project, 'content/services/calais-pass.yaml'), /33 33"/, '33 77"'),
  },
  {
    name: 'a rule of the style',
    aim: 16 * KB,
    days: 0,
    make: (project) => edit(join(project, 'src/styles/parts/rows.css'), /$/, '\n.rows { scroll-margin-block-start: 3px; }\n'),
  },
  {
    name: 'a new version of a package',
    aim: { scriptWith: 'SKIP_WAITING_' },
    days: 0,
    make: (project) => {
      const built = join(project, 'node_modules/workbox-window');
      rmSync(built);
      cpSync(join(ROOT, 'node_modules/workbox-window'), built, { recursive: true });
      for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('prod.es5.mjs'),
      ))
        edit(join(built, file), /SKIP_WAITING/g, 'SKIP_WAITING_', 'anywhere');
    },
  },
];

/** A figure per change and language. */
export function updateCosts(langs: readonly Lang[]): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'updates-'));
  try {
    const before = buildWith(folder, 'before', () => {}, 0);
    return CHANGES.flatMap((change) => {
      const after = buildWith(folder, 'after', change.make, change.days);
      const figures = langs.map((lang) => toFigure(change, lang, { before, after }));
      rmSync(after, { recursive: true });
      return figures;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function buildWith(folder: string, name: string, make: (project: string) => void, days: number): string {
  const [project, out] = [join(folder, 'project'), join(folder, name)];
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  for (const found of readdirSync(join(ROOT, 'node_modules')).filter((one) => one !== '.cache'))
    symlinkSync(join(ROOT, 'node_modules', found), join(project, 'node_modules', found));
  make(project);
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(FIRST_DAY + days * DAY) };
  const call = ['--import', 'tsx', 'src/cli/build.ts', '--out', out];
  execFileSync(process.execPath, call, { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(project, { recursive: true });
  return out;
}

interface Builds {
  before: string;
  after: string;
}

/** What is asked for: the language's list always, the rest where it is not what the phone has. */
function fetched({ before, after }: Builds, lang: Lang): string[] {
  const had = new Set([...shellOf(before), ...readPackList(before, lang).files].map(({ url, integrity }) => url + integrity));
  const wanted = [...shellOf(after), ...readPackList(after, lang).files].filter(
    ({ url, integrity }) => !had.has(url + integrity),
  );
  const worker = sameBytes(before, after, 'sw.js') ? [] : ['sw.js'];
  const old = readPackList(before, lang).files.map(({ url }) => url);
  const asked = wanted.flatMap(({ url }) => {
    const older = old.find((one) => isSameFile(one, url));
    return older && existsSync(join(after, keysUrl(url))) ? inPieces(join(before, older), after, url) : [url];
  });
  return [...new Set([packListUrl(lang), ...worker, ...asked])];
}

/** As the worker does it (service-worker/from-pieces.ts). */
function inPieces(had: string, after: string, url: string): string[] {
  const known = cutIntoPieces(readFileSync(had, 'utf8')).map((piece) => pieceKey(hashOf(piece)));
  const keys = keysIn(readFileSync(join(after, keysUrl(url)), 'utf8'));
  const missing = keys.filter((key) => !known.includes(key));
  const few = missing.length <= keys.length * MOST_PIECES;
  return [keysUrl(url), ...(few ? missing.map((key) => pieceUrl(url, key)) : [url])];
}

/** What the worker keeps for all languages, with its bytes in the place of a hash. */
const shellOf = (dist: string) =>
  keptByWorker(dist).map((url) => ({ url, integrity: readFileSync(join(dist, url)).toString('base64') }));

const sameBytes = (a: string, b: string, file: string) => readFileSync(join(a, file)).equals(readFileSync(join(b, file)));

function toFigure({ name, aim }: Change, lang: Lang, builds: Builds): Figure {
  const files = fetched(builds, lang).map((url) => ({ url, bytes: fileWeight(join(builds.after, url)) }));
  const isAimedAt = ({ url }: { url: string }) =>
    typeof aim === 'object' && url.endsWith('.js') && readFileSync(join(builds.after, url), 'utf8').includes(aim.scriptWith);
  const goal = typeof aim === 'number' ? aim : sum(files.filter(isAimedAt));
  const note = files.map(({ url, bytes }) => `${url.replace(/-[\w-]{8,}\./, '.')} ${(bytes / KB).toFixed(1)}`).join(', ');
  return { what: `${name}: ${lang}`, value: sum(files), unit: 'KB', goal, note };
}

const sum = (files: readonly { bytes: number }[]) => files.reduce((total, { bytes }) => total + bytes, 0);

/** A change that changes nothing would measure nothing. */
function edit(file: string, find: RegExp, replace: string, where: 'here' | 'anywhere' = 'here'): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(find, replace);
  if (changed === text && where === 'here') throw new Error(`${file} has nothing that is to be changed for the measurement.`);
  writeFileSync(file, changed);
}
