/** Before the browser tests: builds the site a second time for a subpath, and says so when there is no first build. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DIST, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

export default function buildUnderBase() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no built site yet: npm run build makes it.');
  mkdirSync(dirname(DIST_UNDER_SUBPATH), { recursive: true });
  execFileSync('npm', ['run', '--silent', 'build', '--', '--out', DIST_UNDER_SUBPATH, '--base', SUBPATH], { stdio: 'inherit' });
}
