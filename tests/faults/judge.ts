/** What "nothing lost" means, in one place (I1 to I6 of the plan). It only judges; phone.ts goes and looks. */
import type { OfflineKind } from '../../src/guide/offline-messages.ts';

/** What a walk over the phone found with the server stopped. */
export interface Walk {
  /** What the line on the page says; undefined where no page of the guide came at all. */
  said: OfflineKind | undefined;
  /** Pages of the language -> releases that have exactly these bytes; `missing` when the answer said so itself. */
  pages: ReadonlyMap<string, readonly string[] | 'missing'>;
  /** Files of the version that the pages are of -> whether they came with their bytes. */
  files: ReadonlyMap<string, 'right' | 'wrong' | 'missing'>;
  /** Errors that nobody caught. */
  errors: readonly string[];
  /** Requests to other hosts. */
  foreign: readonly string[];
}

export interface Expected {
  /** Everything must be there. Otherwise pages may be missing, if the guide says so. */
  whole: boolean;
  /** Releases that may be shown. */
  versions: readonly string[];
}

/** Each loss in one sentence; none is what we want. */
export function judge(walk: Walk, { whole, versions }: Expected): string[] {
  const losses: string[] = [];
  const missing = keysWith(walk.pages, 'missing');
  const shown = [...walk.pages].filter((one): one is [string, readonly string[]] => one[1] !== 'missing');
  const unknown = shown.filter(([, of]) => of.length === 0).map(([path]) => path);
  if (unknown.length) losses.push(`no release has the bytes shown at ${some(unknown)}`);
  const common = versionsOf(walk);
  if (!unknown.length && shown.length && !common.length) losses.push(`pages of different releases are mixed: ${mixture(shown)}`);
  if (common.length && !common.some((version) => versions.includes(version)))
    losses.push(`shows ${common.join('/')} instead of ${versions.join(' or ')}`);
  if (whole && missing.length) losses.push(`missing: ${some(missing)}`);
  if (whole && walk.said !== 'ready') losses.push(`everything should be kept, but the guide says: ${walk.said ?? 'nothing'}`);
  if (walk.said === 'ready') {
    if (missing.length && !whole) losses.push(`says that all is kept, but these are missing: ${some(missing)}`);
    const lost = keysWith(walk.files, 'missing');
    if (lost.length) losses.push(`says that all is kept, but these files are missing: ${some(lost)}`);
  }
  const wrong = keysWith(walk.files, 'wrong');
  if (wrong.length) losses.push(`wrong bytes in ${some(wrong)}`);
  if (walk.foreign.length) losses.push(`asked another host: ${some(walk.foreign)}`);
  if (walk.errors.length) losses.push(`nobody caught: ${some(walk.errors)}`);
  return losses;
}

/** Releases that all pages shown are of. */
export function versionsOf({ pages }: Pick<Walk, 'pages'>): string[] {
  const shown = [...pages.values()].filter((of): of is readonly string[] => of !== 'missing');
  return (shown[0] ?? []).filter((version) => shown.every((of) => of.includes(version)));
}

const keysWith = <T>(map: ReadonlyMap<string, T>, value: T): string[] =>
  [...map].filter(([, found]) => found === value).map(([key]) => key);

const some = (items: readonly string[]) =>
  items.slice(0, 3).join(', ') + (items.length > 3 ? ` and ${items.length - 3} more` : '');

const mixture = (shown: readonly (readonly [string, readonly string[]])[]) =>
  some([...new Set(shown.map(([path, of]) => `${path} ${of.join('/')}`))]);
