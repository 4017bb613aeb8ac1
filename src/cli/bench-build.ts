/** What a build takes of time and memory, at today's content and with ten and a hundred times its places. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { multiplyGuide } from '../pipeline/multiply-guide.ts';
import { filesBelow } from '../pipeline/site-weight.ts';
import type { Figure } from './bench-figures.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MB = 1024 * 1024;
/** At a hundred times the places. */
const GOAL = { seconds: 300, memory: 2048 * MB };

/** MB of objects: left to itself, Node takes more the more the machine has, and collects its garbage late. */
const HEAP = '--max-old-space-size=1600';

/** What a child tells when it ends: of all its threads. */
const TELL_USE = `import { writeFileSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_USE, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 }));
});`;

interface Build {
  seconds: number;
  /** Processor seconds of all threads: what an idle machine with one processor would take. */
  cpu: number;
  /** Bytes, the most there was at once. */
  memory: number;
  pages: number;
  bytes: number;
  files: string[];
}

/** `folder`: where the sites are built; each is removed unless `keep` is its number. */
export function buildGrowth(folder: string, times: readonly number[], keep: number): Figure[] {
  const figures: Figure[] = [];
  let first: Build | undefined;
  for (const factor of times) {
    const built = buildTimes(folder, factor);
    const isMost = factor === 100;
    figures.push(
      { what: `build, places x ${factor}`, value: built.seconds, unit: 's', ...(isMost && { goal: GOAL.seconds }) },
      { what: `processor time, places x ${factor}`, value: built.cpu, unit: 's', note: `${built.pages} pages` },
      { what: `most memory, places x ${factor}`, value: built.memory, unit: 'MB', ...(isMost && { goal: GOAL.memory }) },
      { what: `published, places x ${factor}`, value: built.bytes, unit: 'MB', note: `${built.files.length} files` },
      ...weighFiles(siteOf(folder, factor), built.files, factor),
    );
    if (first) figures.push(...growthBetween(first, built, factor));
    first ??= built;
    if (factor !== keep) rmSync(siteOf(folder, factor), { recursive: true });
  }
  return figures;
}

/** Linear growth is the same figure at ten and at a hundred times. */
function growthBetween(first: Build, built: Build, factor: number): Figure[] {
  const each = (key: 'cpu' | 'memory') => (built[key] - first[key]) / (built.pages - first.pages);
  return [
    { what: `each page more, to x ${factor}: processor time`, value: 1000 * each('cpu'), unit: 'ms' },
    { what: `each page more, to x ${factor}: memory`, value: each('memory'), unit: 'KB' },
  ];
}

export const siteOf = (folder: string, factor: number): string => join(folder, `x${factor}`, 'dist');

function buildTimes(folder: string, factor: number): Build {
  const [own, out] = [join(folder, `x${factor}`), siteOf(folder, factor)];
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  const sources = multiplyGuide({ content: join(ROOT, 'content'), locales: join(ROOT, 'locales') }, factor, own);
  const use = join(own, 'use.json');
  const telling = [HEAP, '--import', 'tsx', '--import', `data:text/javascript,${encodeURIComponent(TELL_USE)}`];
  const call = [...telling, 'src/cli/build.ts', '--out', out, '--content', sources.content, '--locales', sources.locales];
  const start = performance.now();
  execFileSync(process.execPath, call, {
    cwd: ROOT,
    env: { ...process.env, BENCH_USE: use },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const seconds = (performance.now() - start) / 1000;
  const files = filesBelow(out);
  const bytes = files.reduce((sum, file) => sum + statSync(join(out, file)).size, 0);
  const pages = files.filter((file) => file.endsWith('index.html')).length;
  const { cpu, memory } = JSON.parse(readFileSync(use, 'utf8')) as Pick<Build, 'cpu' | 'memory'>;
  for (const part of ['content', 'locales']) rmSync(join(own, part), { recursive: true });
  return { seconds, cpu, memory, pages, bytes, files };
}

function weighFiles(site: string, files: readonly string[], factor: number): Figure[] {
  const size = (file: string) => statSync(join(site, file)).size;
  const packs = files.filter((file) => /^packs\/[^/]+\/.*\.json$/.test(file)).sort((a, b) => size(b) - size(a));
  const [largest = ''] = packs;
  return [
    { what: `sw.js, places x ${factor}`, value: size('sw.js'), unit: 'KB', note: 'not compressed' },
    {
      what: `largest pack, places x ${factor}`,
      value: size(largest),
      unit: 'KB',
      note: `${largest.replace(/-\w+\./, '.')}, not compressed`,
    },
  ];
}
