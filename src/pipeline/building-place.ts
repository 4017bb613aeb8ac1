/**
 * Where a site is made, and how it takes the place of the one before. For `dist` that is the folder `dist.building`, which is the
 * lock as well: it belongs to the process named in its file `owner`, for as long as that runs. In it stands the new site while it
 * is made and, between two renames, the old one. What a killed build left there is taken away by the next one, which first of all puts
 * back an old site where there is no other. All of it without waiting (`Sync`), so that no signal is heard in the middle.
 */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { codeOf, inWords, PlaceFault } from './disk-refusals.ts';
import { makeFolder } from './make-folder.ts';
import { isRunning, processName } from './running.ts';

export interface BuildingPlace {
  /** Folder to make the site in; nobody else writes there. */
  draft: string;
  /** Puts the draft in the place of the published folder. */
  publish: () => void;
  /** Takes away all that is not published; nothing the second time. */
  leave: () => void;
}

const OWNER = 'owner';

/** Throws a PlaceFault when another build is at work, or when the folder could not be replaced in the end. */
export function takePlace(out: string): BuildingPlace {
  return inWords(out, () => {
    const target = followLink(path.resolve(out));
    makeFolder(path.dirname(target));
    const owner = processName();
    const place = lockPlace(target, owner, out);
    const leave = () => {
      process.off('exit', leave);
      leavePlace(place, { target, owner });
    };
    process.once('exit', leave);
    try {
      mustBeReplaceable(target, out);
    } catch (error) {
      leave();
      throw error;
    }
    const draft = path.join(place, `new-${owner}`);
    const publish = () => {
      if (ownerOf(place) !== owner) throw new PlaceFault('Another build has taken the place of this one. Build again.');
      replace(target, draft, path.join(place, `old-${owner}`));
    };
    return { draft, publish: () => inWords(out, publish), leave };
  });
}

/** For who only reads `out`: after a build that was killed between its two renames the old site comes back. */
export function putBack(out: string): void {
  try {
    const target = followLink(path.resolve(out));
    const place = placeOf(target);
    const owner = ownerOf(place);
    if (owner && !isRunning(owner)) returnOld(path.join(place, `old-${owner}`), target);
  } catch {
    // Who may only read must wait for the next build.
  }
}

const placeOf = (target: string) => `${target}.building`;

/** Empty where there is no such folder. */
function ownerOf(place: string): string {
  let owner = '';
  ifThere(() => {
    owner = readFileSync(path.join(place, OWNER), 'utf8');
  });
  return owner;
}

/** A link stays one, and what it leads to is replaced, also when there is nothing just now. */
function followLink(target: string): string {
  if (existsSync(target)) return realpathSync(target);
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? path.resolve(path.dirname(target), readlinkSync(target)) : target;
}

function mustBeReplaceable(target: string, out: string) {
  if (!existsSync(target)) return;
  const entries = readdirSync(target, { recursive: true, withFileTypes: true });
  if (entries.length && !existsSync(path.join(target, 'sw.js')))
    throw new PlaceFault(
      `${out} holds what is no published guide, and it would be lost. Give a new or an empty folder with --out.`,
    );
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const folder of [target, ...folders]) accessSync(folder, constants.W_OK);
}

/** The folder is made aside, its owner in it, and renamed: onto a folder that is not empty that fails, so of many builds one wins. */
function lockPlace(target: string, owner: string, out: string): string {
  const place = placeOf(target);
  const aside = `${place}-${owner}`;
  tidyUp(target);
  try {
    mkdirSync(aside);
    writeFileSync(path.join(aside, OWNER), owner);
    while (!becomes(aside, place)) makeWay(target, { owner, out });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return place;
}

/** False where somebody else's folder stands there. */
function becomes(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return false;
    // How Windows says it.
    if (codeOf(error) === 'EPERM' && existsSync(to)) return false;
    throw error;
  }
}

/** Takes away the place of a build that was killed. */
function makeWay(target: string, { owner, out }: { owner: string; out: string }) {
  const place = placeOf(target);
  const before = ownerOf(place);
  if (isRunning(before)) throw atWork(before, out);
  returnOld(path.join(place, `old-${before}`), target);
  const left = `${place}-${owner}-left`;
  if (!ifThere(() => renameSync(place, left))) return;
  const taken = ownerOf(left);
  if (taken === before) return discard(left, target);
  // Between the look and the rename it had become another build's, which gets it back.
  becomes(left, place);
  throw atWork(taken, out);
}

const atWork = (owner: string, out: string) =>
  new PlaceFault(
    `Another build (process ${Number.parseInt(owner, 10)}) is making ${out} just now. Wait until it has ended, then build again.`,
  );

/** What killed builds left under names of their own. */
function tidyUp(target: string) {
  const prefix = `${path.basename(placeOf(target))}-`;
  for (const name of readdirSync(path.dirname(target)).filter((one) => one.startsWith(prefix))) {
    const [owner = ''] = /^\d+-[0-9a-f]{8}/.exec(name.slice(prefix.length)) ?? [];
    if (!isRunning(owner)) discard(path.join(path.dirname(target), name), target);
  }
}

/** There is no site for the moment between two renames, a few millionths of a second. */
function replace(target: string, draft: string, old: string) {
  const wasThere = ifThere(() => renameSync(target, old));
  try {
    renameSync(draft, target);
  } catch (error) {
    if (wasThere) renameSync(old, target);
    throw error;
  }
}

/** Whoever comes next may have the place from the rename on. */
function leavePlace(place: string, { target, owner }: { target: string; owner: string }) {
  const done = `${place}-${owner}-done`;
  try {
    if (ownerOf(place) !== owner) return;
    renameSync(place, done);
    discard(done, target);
  } catch {
    // What is published stays published; the next build takes away what is left.
  }
}

/** A site that was to be replaced is not thrown away as long as there is no other. */
function discard(folder: string, target: string) {
  ifThere(() => {
    for (const name of readdirSync(folder)) if (name.startsWith('old-')) returnOld(path.join(folder, name), target);
  });
  // Other threads of a build that was broken off may still be writing there.
  ifThere(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

function returnOld(old: string, target: string) {
  if (!existsSync(target)) ifThere(() => renameSync(old, target));
}

/** Whether it was there to be done. */
function ifThere(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
