/** Finds a Firefox for the walk in it, and installs Debian's ESR where there is none. `npm run firefox` does only that. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { aptInstall, canUseApt } from './apt.ts';

const SYSTEM_PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

const say = (line: string) => console.log(`firefox: ${line}`);

/** Where a Firefox is that is already on this machine. */
export const presentFirefox = (): string | undefined => [process.env.FIREFOX ?? '', ...SYSTEM_PLACES].find(versionOf);

/** The place of a Firefox that starts, and the letters of Arabic and Ethiopic. Throws with what to do when there is none and none can be installed. */
export function findFirefox(): string {
  const found = presentFirefox() ?? installFirefox();
  say(`${found}, ${versionOf(found)}`);
  return found;
}

/** @example 'Mozilla Firefox 153.7.0esr'; '' where nothing starts there. */
function versionOf(path: string): string {
  if (path === '' || !existsSync(path)) return '';
  const said = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  return said.status === 0 ? said.stdout.trim() : '';
}

function installFirefox(): string {
  const found = canUseApt && aptInstall(say, 'firefox-esr', 'fonts-noto-core') ? presentFirefox() : undefined;
  if (found === undefined)
    throw new Error('No Firefox found or installed. Install one, or say where it is: FIREFOX=/path/to/firefox');
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) findFirefox();
