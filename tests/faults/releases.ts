/**
 * Published versions of a tiny guide, made once and kept: v1, v2 ... differ as those of a living guide do.
 * Every second one has another script and another worker; every third other words in every page; each other news in a topic.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PackList } from '../../src/guide/packs.ts';
import { newFolder, removeFolder } from './room.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const CACHE = join(ROOT, 'node_modules/.cache/faults');
const GUIDE = 'tests/fixtures/guides/_whole/content';
/** French stands on every card beside the reader's language, so no guide is without it. */
const LANGS = ['ar', 'en', 'fr'];
/** Everything in the build that could depend on the day does so on this one: 22 November 2026. */
const DAY = '1795305600';
/** The lines that do not begin a language of languages.yaml stand above the first one. */
const LANGUAGE = /^(?=- lang: )/m;

/** What can be attacked: the tiny guide, the same below a path, and the real one with all its pages and languages. */
export const GUIDES = {
  tiny: { base: '/', isReal: false },
  below: { base: '/a/b/', isReal: false },
  real: { base: '/', isReal: true },
} as const;
export type GuideName = keyof typeof GUIDES;

export interface Release {
  /** `v1`, `v2` ... */
  name: string;
  folder: string;
  /** Path -> the bytes published there. */
  files: ReadonlyMap<string, Buffer>;
  lists: Readonly<Record<string, PackList>>;
}

/** Makes what is not there yet; under a minute for the first two on an idle machine, at once the next time. */
export async function makeReleases(guide: GuideName, count: number, say: (line: string) => void): Promise<Release[]> {
  const shelf = join(CACHE, 'releases', `${guide}-${fingerprint(guide)}`);
  mkdirSync(shelf, { recursive: true });
  const releases: Release[] = [];
  for (let number = 1; number <= count; number++) {
    const folder = join(shelf, `v${number}`);
    if (!existsSync(folder)) {
      say(`making release ${number} of ${count} of the ${guide} guide`);
      await (GUIDES[guide].isReal ? publish(ROOT, folder, '/') : buildTiny(number, folder, GUIDES[guide].base));
    }
    releases.push(readRelease(`v${number}`, folder));
  }
  return releases;
}

/** Of all that a build is made of; another version of the code must not be judged by the pages of this one. */
export function fingerprint(guide: GuideName): string {
  const { base, isReal } = GUIDES[guide];
  const hash = createHash('sha256').update(base);
  const words = isReal
    ? ['content', 'locales']
    : [GUIDE, ...LANGS.map((lang) => `locales/${lang}.json`), 'locales/languages.yaml'];
  for (const part of ['src', 'public', 'package-lock.json', 'tests/faults/releases.ts', ...words])
    for (const file of filesBelow(join(ROOT, part)))
      if (!/\/src\/(cli\/|.*\.md$)/.test(file)) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

const filesBelow = (path: string): string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();

/** `number` decides what is different in it. */
async function buildTiny(number: number, folder: string, base: string): Promise<void> {
  const workshop = newFolder('workshop');
  setUp(workshop);
  changeFor(workshop, number);
  await publish(workshop, folder, base);
  removeFolder(workshop);
}

async function publish(project: string, folder: string, base: string): Promise<void> {
  const args = ['--import', 'tsx', 'src/cli/build.ts', '--out', folder, '--base', base];
  const env = { ...process.env, SOURCE_DATE_EPOCH: DAY };
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'ignore', 'pipe'], env });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const status = await new Promise((ended) => child.once('exit', ended));
  if (status !== 0) throw new Error(`${folder} could not be built:\n${said.slice(0, 3000)}`);
}

/** A copy of the project with the tiny guide in it, in three languages. */
function setUp(workshop: string): void {
  rmSync(workshop, { recursive: true, force: true });
  for (const part of ['src', 'public', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(workshop, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(workshop, 'node_modules'));
  cpSync(join(ROOT, GUIDE), join(workshop, 'content'), { recursive: true });
  mkdirSync(join(workshop, 'locales'));
  const [, ...languages] = readFileSync(join(ROOT, 'locales/languages.yaml'), 'utf8').split(LANGUAGE);
  const kept = languages.filter((text) => LANGS.some((lang) => text.startsWith(`- lang: ${lang}\n`)));
  writeFileSync(join(workshop, 'locales/languages.yaml'), kept.join(''));
  for (const lang of LANGS) cpSync(join(ROOT, `locales/${lang}.json`), join(workshop, `locales/${lang}.json`));
}

function changeFor(workshop: string, number: number): void {
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(workshop, file), edit(readFileSync(join(workshop, file), 'utf8')));
  // By a letter: a number in a text must stand in its translations too.
  const letter = String.fromCharCode(64 + number);
  change('content/en/topics/sea.md', (text) => text.replace('Say where you are.', `Say where you are. (${letter})`));
  const half = Math.floor(number / 2);
  change('src/islands/main.ts', (text) => `${text}\ndocument.documentElement.dataset.script = '${half}';\n`);
  change('src/service-worker/sw.ts', (text) => `${text}\nObject.assign(self, { release: '${half}' });\n`);
  for (const lang of LANGS)
    change(`locales/${lang}.json`, (text) =>
      text.replace(/("newer": "[^"]*)/, (words) => words + '.'.repeat(Math.floor(number / 3))),
    );
}

function readRelease(name: string, folder: string): Release {
  const paths = filesBelow(folder).map((file) => file.slice(folder.length + 1));
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
  const lists = paths.flatMap((path) => {
    const [, lang] = /^packs\/([^/]+)\.json$/.exec(path) ?? [];
    return lang ? [[lang, JSON.parse(String(files.get(path))) as PackList]] : [];
  });
  return { name, folder, files, lists: Object.fromEntries(lists) };
}

/** Paths of the pages of a language, as asked: `en/`, `en/calais/` ... */
export const pagesOf = (release: Release, lang: string): string[] => pagesBelow(release, `${lang}/`);

/** Of no language: the addresses from paper. What leads on to another page is told by the published page itself. */
export const shortPagesOf = (release: Release): string[] => ['s/', 'n/', 't/'].flatMap((folder) => pagesBelow(release, folder));

const pagesBelow = ({ files }: Release, folder: string): string[] =>
  [...files.keys()]
    .filter((path) => path.startsWith(folder) && path.endsWith('/index.html'))
    .map((path) => path.slice(0, -'index.html'.length));
