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
