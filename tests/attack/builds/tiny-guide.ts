/** Two versions of a tiny guide, and builds of it in processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { filesBelow } from '../../../src/pipeline/site-weight.ts';

export const ROOT = resolve(import.meta.dirname, '../../..');
const FIXTURE = join(ROOT, 'tests/fixtures/guides/_whole/content');
/** French stands on every card beside the reader's language, so no guide is without it. */
const LANGS = ['en', 'fr'];
/** 22 November 2026: everything in a build that depends on the day does so on this one. */
const DAY = '1795305600';

/** As published; each says something else in one topic. */
export const VERSIONS = ['one', 'other'] as const;
export type Version = (typeof VERSIONS)[number];
export const otherThan = (version: Version): Version => (version === 'one' ? 'other' : 'one');

export interface Workshop {
  folder: string;
  /** Folders of what editors and translators wrote. */
  sources: Record<Version, { content: string; locales: string }>;
  /** A finished build of each, and its fingerprint. */
  built: Record<Version, { folder: string; tree: string }>;
}

let made: Promise<Workshop> | undefined;

/** Made once in a process: two builds, seconds each. */
export function openWorkshop(): Promise<Workshop> {
  made ??= makeWorkshop();
  return made;
}

/** Takes all of it off the disk. */
export async function closeWorkshop(): Promise<void> {
  const workshop = await made;
  made = undefined;
  if (workshop) rmSync(workshop.folder, { recursive: true, force: true });
}

async function makeWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-builds-'));
  const sources = { one: writeSources(join(folder, 'one'), 'one'), other: writeSources(join(folder, 'other'), 'other') };
  const buildOne = async (version: Version) => {
    const out = join(folder, 'built', version);
    const { status, said } = await ended(startBuild({ ...sources[version], out }));
    if (status !== 0) throw new Error(`The tiny guide cannot be built:\n${said}`);
    return { folder: out, tree: treeOf(out) };
  };
  const [one, other] = await Promise.all(VERSIONS.map(buildOne));
  if (!one || !other || one.tree === other.tree) throw new Error('The two versions of the tiny guide are the same.');
  return { folder, sources, built: { one, other } };
}

/** A guide in two languages: builds are short, and all their steps are there. */
export function writeSources(folder: string, version: Version): { content: string; locales: string } {
  const [content, locales] = [join(folder, 'content'), join(folder, 'locales')];
  cpSync(FIXTURE, content, { recursive: true });
  const others = readdirSync(content).filter((name) => existsSync(join(ROOT, `locales/${name}.json`)) && !LANGS.includes(name));
  for (const lang of others) rmSync(join(content, lang), { recursive: true });
  const topic = join(content, 'en/topics/sea.md');
  writeFileSync(topic, readFileSync(topic, 'utf8').replace('Say where you are.', `Say where you are. (${version})`));
  mkdirSync(locales);
  const languages = readFileSync(join(ROOT, 'locales/languages.yaml'), 'utf8').split(/^(?=- lang: )/m);
  const kept = languages.filter((text) => LANGS.some((lang) => text.startsWith(`- lang: ${lang}\n`)));
  writeFileSync(join(locales, 'languages.yaml'), kept.join(''));
  for (const lang of LANGS) cpSync(join(ROOT, `locales/${lang}.json`), join(locales, `${lang}.json`));
  return { content, locales };
}

export interface Order {
  content: string;
  locales: string;
  out: string;
  env?: NodeJS.ProcessEnv;
  /** Put before `node`, e.g. `['taskset', '-c', '0']`. */
  through?: readonly string[];
  /** Modules that Node loads first. */
  preload?: readonly string[];
  /** As which user; root may write anywhere. */
  uid?: number | undefined;
}

/** Each leads a group of its own, so that it can be killed with all that it started. */
export function startBuild({ content, locales, out, env = {}, through = [], preload = [], uid }: Order): ChildProcess {
  const imports = ['tsx', ...preload].flatMap((module) => ['--import', module]);
  const args = [...imports, 'src/cli/build.ts', '--content', content, '--locales', locales, '--out', out];
  const [command = '', ...rest] = [...through, process.execPath, ...args];
  const child = spawn(command, rest, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, SOURCE_DATE_EPOCH: DAY, ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) killGroup(child);
});

/** Its exit status, null when it was killed, and all it said. */
export function ended(child: ChildProcess): Promise<{ status: number | null; said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      said += text;
    });
  return new Promise((done) => child.once('close', (status) => done({ status, said })));
}

export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

/** The fingerprint of a folder: names, bytes and who may read them. */
export function treeOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) {
    const path = join(folder, file);
    hash.update(`${file} ${(statSync(path).mode & 0o777).toString(8)} `).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** The version of which `out` is a whole build, or what is there instead. */
export function versionIn(out: string, { built }: Workshop): Version | 'nothing' | 'something else' {
  if (!existsSync(out)) return 'nothing';
  const tree = treeOf(out);
  return VERSIONS.find((version) => built[version].tree === tree) ?? 'something else';
}

/** A folder of its own, in which a version is published; `remove` takes all of it away. */
export function publishedIn(workshop: Workshop, version: Version): { out: string; remove: () => void } {
  const folder = mkdtempSync(join(workshop.folder, 'site-'));
  const out = join(folder, 'dist');
  cpSync(workshop.built[version].folder, out, { recursive: true });
  return { out, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Names of what lies about beside `out`. */
export const beside = (out: string): string[] => readdirSync(dirname(out)).filter((name) => name !== basename(out));

/** In the place of a build that was killed while it replaced `out`: no site, and the old one beside. */
export function leaveAsKilled(out: string): void {
  const place = `${out}.building`;
  mkdirSync(place);
  writeFileSync(join(place, 'owner'), NOBODY);
  renameSync(out, join(place, `old-${NOBODY}`));
}

/** The first process of the machine, as it never was. */
const NOBODY = '1-00000000';

/** What is wrong with a refusal: it ends with 1, in sentences for people. */
export function refusalFaults({ status, said }: { status: number | null; said: string }, sentence: RegExp): string[] {
  return [
    ...(status === 1 ? [] : [`ended with ${status}, not 1: ${said.slice(0, 300)}`]),
    ...(sentence.test(said) ? [] : [`did not say ${sentence}: ${said.slice(0, 300)}`]),
    ...(/^\s+at |node:internal|\.ts:\d/m.test(said) ? [`showed a stack trace: ${said.slice(0, 300)}`] : []),
  ];
}
