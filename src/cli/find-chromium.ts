/** Finds a Chromium for tests and measuring, and installs one where there is none. `npm run browser` does only that. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { aptInstall, canUseApt, isRoot, runs } from './apt.ts';

export interface FoundChromium {
  /** Missing: Playwright's own. */
  executablePath?: string;
  args: string[];
}

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
/** The same engine in the same edition, without windows and menus: a page in it takes a third of the work. Playwright's own is of this kind. */
const SHELL = '/usr/bin/chromium-headless-shell';
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const say = (line: string) => console.log(`browser: ${line}`);

/** Chromium's sandbox refuses to start as root, as in most containers. */
const launchArgs = () => (isRoot ? ['--no-sandbox', ...QUIET] : QUIET);

/** What is already on this machine, without installing anything. */
export function presentChromium(): FoundChromium | undefined {
  const executablePath = [process.env.CHROMIUM ?? '', ...SYSTEM_PLACES].find(starts);
  if (executablePath) return { executablePath, args: launchArgs() };
  return existsSync(chromium.executablePath()) ? { args: launchArgs() } : undefined;
}

/** For looking at many pages in little time, also with a profile of its own; what is about windows and tabs takes `presentChromium`. */
export function presentShell(): FoundChromium | undefined {
  if (process.env.CHROMIUM || !starts(SHELL)) return presentChromium();
  return { executablePath: SHELL, args: launchArgs() };
}

/** As `findChromium`, for tests of pages and the fault laboratory. A machine that has a whole Chromium already makes do with it. */
export async function findShell(): Promise<FoundChromium> {
  const isWanted = !process.env.CHROMIUM && canUseApt && !starts(SHELL);
  if (isWanted) aptInstall(say, 'chromium-headless-shell');
  const found = presentShell() ?? installChromium();
  say(found.executablePath ?? `Playwright's own, ${chromium.executablePath()}`);
  provideFonts();
  return found;
}

/** A Chromium that starts, and the letters of Arabic and Ethiopic to draw pages with. Says each step in one line. */
export async function findChromium(): Promise<FoundChromium> {
  const found = presentChromium() ?? installChromium();
  say(found.executablePath ?? `Playwright's own, ${chromium.executablePath()}`);
  provideFonts();
  return found;
}

/** Some systems have a `chromium-browser` that only asks to install another package: it must say its version. */
function starts(path: string): boolean {
  return path !== '' && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function installChromium(): FoundChromium {
  const found = (canUseApt && installFromDebian()) || installFromPlaywright();
  if (!found) throw new Error('No Chromium found or installed. Install one, or say where it is: CHROMIUM=/path/to/chromium');
  return found;
}

function installFromDebian() {
  return aptInstall(say, 'chromium', 'fonts-noto-core') ? presentChromium() : undefined;
}

function installFromPlaywright() {
  const args = ['playwright', 'install', ...(canUseApt ? ['--with-deps'] : []), 'chromium'];
  return runs(say, 'npx', args) ? presentChromium() : undefined;
}

/** Without these letters screenshots show boxes and measured line breaks are wrong. */
function provideFonts() {
  const missing = ['ar', 'am'].filter((lang) => !hasFont(lang));
  if (!missing.length) return;
  if (canUseApt && aptInstall(say, 'fonts-noto-core')) return;
  say(
    `no font here has the letters of: ${missing.join(', ')}. Pictures of these pages will show boxes (Debian: fonts-noto-core).`,
  );
}

function hasFont(lang: string): boolean {
  try {
    return execFileSync('fc-list', [`:lang=${lang}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() !== '';
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await findChromium();
