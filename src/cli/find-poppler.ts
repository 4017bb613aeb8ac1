/** Finds poppler's programs, which read PDFs for the tests of paper, and installs them where there are none. `npm run poppler` does only that. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { aptInstall, canUseApt } from './apt.ts';

const PROGRAMS = ['pdftoppm', 'pdftotext', 'pdffonts', 'pdfinfo'];

const say = (line: string) => console.log(`poppler: ${line}`);

/** Throws with what to do when there is none and none can be installed. */
export function findPoppler(): void {
  if (missing().length === 0) return;
  if (canUseApt) aptInstall(say, 'poppler-utils');
  const left = missing();
  if (left.length > 0)
    throw new Error(
      `The tests of paper need ${left.join(', ')}. Install poppler (Debian and Ubuntu: apt-get install poppler-utils; macOS: brew install poppler).`,
    );
  say('installed');
}

const missing = () => PROGRAMS.filter((program) => spawnSync(program, ['-v'], { stdio: 'ignore', timeout: 20_000 }).status !== 0);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) findPoppler();
