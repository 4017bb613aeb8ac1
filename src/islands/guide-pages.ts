/** All pages of a language as the phone keeps them; without a worker, or before it has them, from the network. */
import { type Pack, type PackList, packListUrl } from '../guide/packs.ts';
import type { Lang } from '../guide/types.ts';
import { base } from './trusted-url.ts';

export interface GuidePages {
  pages: Pack;
  /** What stands around each of them, with the pictograms. */
  shell: string;
}

const PATIENCE = 20_000;

/** Rejects when neither the phone nor the network has the language whole. */
export async function readPages(lang: Lang): Promise<GuidePages> {
  const kept = await keptList(lang);
  const read = kept && (await readFiles(kept).catch(() => undefined));
  return read ?? readFiles(JSON.parse(await readText(packListUrl(lang))) as PackList);
}

export async function readFiles({ files }: PackList): Promise<GuidePages> {
  const texts = (kind: string) => Promise.all(files.filter((file) => file.kind === kind).map(({ url }) => readText(url)));
  const [packs, [shell = '']] = await Promise.all([texts('pack'), texts('shell')]);
  return { pages: Object.assign({}, ...packs.map((text) => JSON.parse(text) as Pack)), shell };
}

/** Lists are the network's to answer, so the kept one is asked for where the worker put it. Portal windows may have no caches. */
export async function keptList(lang: Lang): Promise<PackList | undefined> {
  try {
    return (await (await caches.match(base() + packListUrl(lang)))?.json()) as PackList | undefined;
  } catch {
    return undefined;
  }
}

const readText = async (url: string) => (await readFile(url)).text();

/** A kept file is answered by the worker, which has checked it. */
export async function readFile(url: string): Promise<Blob> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(base() + url, { mode: 'same-origin', signal: abort.signal });
    if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
    return await response.blob();
  } finally {
    clearTimeout(timer);
  }
}
