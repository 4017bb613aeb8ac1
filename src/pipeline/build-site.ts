/** One build: check, make beside, verify, then put in place. A failed or killed build leaves the published folder as it was. */
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { takePlace } from './building-place.ts';
import { refusalOf } from './disk-refusals.ts';
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

/** Throws only for faults of ours or of the machine (a PlaceFault is one that the person who builds can mend); an editor's mistakes come back as problems. */
export async function buildSite({ content, locales, out, base, pseudo }: BuildOptions): Promise<BuildResult> {
  const place = takePlace(out);
  try {
    const { guide, problems, copied } = await readGuide({ content, locales, made: madeDate(), pseudo });
    if (!guide) return { problems, published: false };
    // Libraries and bundlers read it, and a published site must not depend on who builds it.
    process.env.NODE_ENV = 'production';
    await build(buildConfig(guide, base, place.draft));
    await copyFiles(copied, place.draft);
    writeManifest(place.draft, await lookOverBuild(place.draft, guide));
    await letAllRead(place.draft);
    place.publish();
    return { problems, published: true };
  } catch (error) {
    throw refusalOf(error, out) ?? error;
  } finally {
    place.leave();
  }
}

/** One by one, so that hours of sound need no more memory than one file. */
async function copyFiles(copied: ReadonlyMap<string, string>, draft: string) {
  for (const [url, file] of copied) {
    await mkdir(path.dirname(path.join(draft, url)), { recursive: true });
    await copyFile(file, path.join(draft, url));
  }
}

/** Whoever builds, whatever their umask and that of who checked the project out: all may read what is published. */
async function letAllRead(folder: string) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}
