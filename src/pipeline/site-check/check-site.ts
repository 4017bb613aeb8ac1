/** Compares a site on the internet with the folder that was built for it. */
import { asker, eachFew } from './ask.ts';
import { judgeFile } from './judge-file.ts';
import { probe } from './probes.ts';
import { type PublishedFile, publishedFiles } from './published-files.ts';
import type { Finding } from './remedies.ts';

export interface SiteCheck {
  /** Address of the first page, with its slash at the end. */
  address: string;
  dist: string;
  /** Seconds after which a question is given up. */
  patience: number;
  atOnce: number;
  /** Told the part that is done, from 0 to 1. */
  onProgress: (done: number) => void;
}

/** After so many questions without an answer the others would be for nothing. */
const HOPELESS = 8;

/** Asks for every published file and some wrong addresses. The worker and the first page come first: a wrong host shows there. */
export async function checkSite({
  address,
  dist,
  patience,
  atOnce,
  onProgress,
}: SiteCheck): Promise<{ findings: Finding[]; files: number }> {
  const { origin, pathname: base } = new URL(address);
  const ask = asker(patience);
  const files = publishedFiles(dist, base).sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
  const [first, ...others] = files;
  if (!first) throw new Error(`There is nothing in ${dist}.`);
  const findings = await judgeFile(first, origin, ask);
  const isElsewhere = findings.some(({ change }) => change === 'unreachable' || change === 'host' || change === 'https');
  if (isElsewhere) return { findings, files: 1 };
  findings.push(...(await probe({ dist, origin, base, lang: firstLanguage(files), ask })));
  let done = 1;
  await eachFew(others, atOnce, async (file) => {
    if (findings.filter(({ change }) => change === 'unreachable').length < HOPELESS)
      findings.push(...(await judgeFile(file, origin, ask)));
    onProgress(++done / files.length);
  });
  return { findings, files: files.length };
}

const isFirst = ({ file }: PublishedFile) => file === 'index.html';
const firstLanguage = (files: readonly PublishedFile[]) =>
  files.map(({ file }) => /^packs\/([^/]+)\.json$/.exec(file)?.[1]).find(Boolean) ?? '';
