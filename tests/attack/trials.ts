/** One trial: a piece of the real guide with one file broken is read, and what comes of it is judged. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Guide } from '../../src/guide/types.ts';
import { type CheckedGuide, readGuide } from '../../src/pipeline/make-guide.ts';
import type { Problem } from '../../src/pipeline/problems.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';
import { type Random, seeded } from './seeded.ts';
import { cutSlice, type Slice } from './slices.ts';
import type { Trial } from './trial.ts';

/** Milliseconds of a processor that reading may take, whatever stands in the files and whatever else the machine does. */
export const LIMIT = 10_000;
/** So many trials share one slice of the guide. */
export const PER_SLICE = 50;
const MADE = '2026-11-22';
/** No sentence is longer, whatever was written in a file. */
const LONGEST_MESSAGE = 1000;

interface Whole {
  slice: Slice;
  guide: Guide;
  problems: readonly Problem[];
}

const whole = new Map<string, Whole>();

/** Trial `number` of a seed; the same one again gives the same. */
export async function runTrial(seed: string, number: number): Promise<Trial> {
  const base = await sliceOf(seed, Math.floor(number / PER_SLICE));
  const random = seeded(seed, 'trial', number);
  const file = chooseFile(base.slice, random);
  const mutations = chooseMutations(random);
  const path = base.slice.path(file);
  const right = readFileSync(path);
  const wrong = mutations.reduce<Buffer>((bytes, { change }) => change(bytes, random), right);
  writeFileSync(path, wrong);
  try {
    const { judged, milliseconds } = await judge(base, { file, mutations, wrong });
    const what = `${mutations.map(({ name }) => name).join(' and ')} in ${file}`;
    return { number, what, milliseconds, ...judged };
  } finally {
    writeFileSync(path, right);
  }
}

/** Takes the slices off the disk. */
export function tidyUp(): void {
  for (const { slice } of whole.values()) slice.remove();
  whole.clear();
}

async function sliceOf(seed: string, index: number): Promise<Whole> {
  const key = `${seed}/${index}`;
  const known = whole.get(key);
  if (known) return known;
  tidyUp();
  const slice = cutSlice(seeded(seed, 'slice', index));
  const { guide, problems } = await readGuide({ ...slice.folders, made: MADE });
  if (!guide) {
    slice.remove();
    throw new Error(
      `Slice ${key} of the real guide is no guide itself: ${problems.map(({ file, message }) => `${file} ${message}`).join('\n')}`,
    );
  }
  whole.set(key, { slice, guide, problems });
  return { slice, guide, problems };
}

/** A file of some kind: each kind has the same chance, however many files it has. */
function chooseFile({ files }: Slice, random: Random): string {
  const kindOf = (file: string) =>
    file.replace(/[^/]+(?=\.(?:yaml|md|lock\.json|json)$)/, (name) =>
      /^(guide|organisations|landmarks|languages|synonyms|about|addresses|descriptions)$/.test(name) ? name : '*',
    );
  const kind = random.pick([...new Set(files.map(kindOf))]);
  return random.pick(files.filter((file) => kindOf(file) === kind));
}

/** Mostly one; accidents also come in twos. */
function chooseMutations(random: Random): Mutation[] {
  const first = random.pick(MUTATIONS);
  return random.next() < 0.85 ? [first] : [first, random.pick(MUTATIONS)];
}

interface Attempt {
  file: string;
  mutations: readonly Mutation[];
  wrong: Buffer;
}

async function judge(
  base: Whole,
  attempt: Attempt,
): Promise<{ judged: Pick<Trial, 'outcome' | 'faults'>; milliseconds: number }> {
  const start = process.cpuUsage();
  const taken = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let read: CheckedGuide;
  try {
    read = await readGuide({ ...base.slice.folders, made: MADE });
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { judged: { outcome: 'refused', faults: [`threw ${trace}`] }, milliseconds: taken() };
  }
  const milliseconds = taken();
  const faults = [
    ...(milliseconds > LIMIT ? [`took ${Math.round(milliseconds)} ms`] : []),
    ...read.problems.flatMap((problem) => problemFaults(problem, base, attempt)),
    ...guideFaults(read, base, attempt),
    ...(Object.keys(Object.prototype).length || 'polluted' in {} ? ['changed every object of the build'] : []),
  ];
  return { judged: { outcome: read.guide ? 'still a guide' : 'refused', faults }, milliseconds };
}

/** An editor finds the place, and reads a sentence. */
function problemFaults({ file, line, column, message }: Problem, { slice }: Whole, { file: changed, wrong }: Attempt): string[] {
  const faults: string[] = [];
  const complain = (what: string) =>
    faults.push(`${what}: ${file.slice(0, 200)}:${line}:${column} ${JSON.stringify(message.slice(0, 400))}`);
  if (!/^(content|locales)(\/|$)/.test(file)) complain('names no file of the guide');
  if (![line, column].every((number) => Number.isInteger(number) && number >= 1)) complain('names no line and column');
  const text = file === changed ? wrong : slice.files.includes(file) ? readFileSync(slice.path(file)) : undefined;
  if (text && line > text.toString().split(/\r\n?|\n/).length) complain('names a line that the file does not have');
  // A sentence may begin with a name, and files have theirs.
  if (!/^(["“A-Z\d<*+{[~]|(content|locales)\/)/.test(message) || !/[.!?:)”"]$/.test(message)) complain('is no sentence');
  if (message.length > LONGEST_MESSAGE) complain(`is ${message.length} characters long`);
  if (/[\p{Cc}\u2028\u2029]/u.test(message + file)) complain('holds control characters');
  const own = message.replace(/“[^”]*”|"[^"]*"/g, '');
  if (/\bundefined\b|\bNaN\b|\[object|\bTypeError|\bRangeError|\.ts:\d|node_modules/.test(own))
    complain('is written for programmers');
  return faults;
}

/** What was broken may change itself, and nothing else. */
function guideFaults({ guide, problems }: CheckedGuide, base: Whole, { file, mutations }: Attempt): string[] {
  const failed = problems.some(({ severity }) => severity === 'error');
  if (failed === Boolean(guide)) return [failed ? 'gave a guide in spite of errors' : 'gave neither guide nor error'];
  // Two of them may be more than a file may have, as two byte order marks are.
  if (mutations.length === 1 && mutations[0]?.harmless) {
    if (!guide) return [`refused what is harmless: ${problems[0]?.file} ${problems[0]?.message}`];
    return JSON.stringify(guide) === JSON.stringify(base.guide) ? [] : ['means something else'];
  }
  return guide ? strangersChanged(guide, base.guide, file) : [];
}

const LISTS = ['services', 'emergency', 'topics', 'cards', 'notices'] as const;

/** Entries that changed although another one's file was broken. */
function strangersChanged(now: Guide, before: Guide, file: string): string[] {
  const [, collection, id] = /^content\/(?:[a-z]+\/)?([a-z]+)\/([^/]+)\.(?:yaml|md)$/.exec(file) ?? [];
  if (!collection) return [];
  return LISTS.flatMap((list) => {
    const others = (guide: Guide) =>
      guide[list].filter((entry) => list !== collection || entry.id !== id).map((entry) => JSON.stringify(entry));
    return others(now).join() === others(before).join() ? [] : [`changed other ${list}`];
  });
}

process.once('exit', () => {
  for (const { slice } of whole.values()) rmSync(slice.path(''), { recursive: true, force: true });
});
