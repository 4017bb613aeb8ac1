/** One build: check, make beside, verify, then put in place. A failed or killed build leaves the published folder as it was. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { lookOverBuild } from './look-over-build.ts';
import { madeDate } from './made-date.ts';
import { readGuide } from './make-guide.ts';
import { writeManifest } from './manifest.ts';
import type { Problem } from './problems.ts';
import { buildConfig, type GuideFolders } from './vite-plugin.ts';

export interface BuildOptions extends GuideFolders {
  /** Folder to publish into. */
  out: string;
  /** Path that the site stands under, with both slashes. */
  base: string;
  /** Adds the two languages on which layout is tested. */
  pseudo: boolean;
}

export interface BuildResult {
  problems: Problem[];
  /** Whether `out` now holds this build. */
  published: boolean;
}

/** Throws only for faults of ours or of the machine; an editor's mistakes come back as problems. */
export async function buildSite({ content, locales, out, base, pseudo }: BuildOptions): Promise<BuildResult> {
  const { guide, problems, copied } = await readGuide({ content, locales, made: madeDate(), pseudo });
  if (!guide) return { problems, published: false };
  const target = path.resolve(out);
  await mkdir(path.dirname(target), { recursive: true });
  await tidyUp(target);
  // Libraries and bundlers read it, and a published site must not depend on who builds it.
  process.env.NODE_ENV = 'production';
  const draft = `${target}.building-${process.pid}`;
  try {
    await build(buildConfig(guide, base, draft));
    await copyFiles(copied, draft);
    await lookOverBuild(draft, guide);
    writeManifest(draft);
    await putInPlace(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return { problems, published: true };
}

/** One by one, so that hours of sound need no more memory than one file. */
async function copyFiles(copied: ReadonlyMap<string, string>, draft: string) {
  for (const [url, file] of copied) {
    await mkdir(path.dirname(path.join(draft, url)), { recursive: true });
    await copyFile(file, path.join(draft, url));
  }
}

/** What a killed build left: its draft goes, and a folder that was being replaced comes back. */
async function tidyUp(target: string) {
  const replaced = `${target}.replaced`;
  if (existsSync(replaced)) {
    if (existsSync(target)) await rm(replaced, { recursive: true });
    else await rename(replaced, target);
  }
  const drafts = `${path.basename(target)}.building-`;
  for (const name of await readdir(path.dirname(target))) {
    const maker = Number(name.slice(drafts.length));
    if (name.startsWith(drafts) && !isRunning(maker))
      await rm(path.join(path.dirname(target), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Two renames, so that a reader of the folder meets the old site or the new one. */
async function putInPlace(draft: string, target: string) {
  const replaced = `${target}.replaced`;
  if (existsSync(target)) await rename(target, replaced);
  await rename(draft, target);
  await rm(replaced, { recursive: true, force: true });
}
