/** Before the browser tests: builds the site once more for a subpath and with pseudo-languages, and a tiny guide about hours, with two recordings. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DIST, DIST_HOURS, DIST_PSEUDO, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures');

export default function buildSites() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no built site yet: npm run build makes it.');
  mkdirSync(dirname(DIST_UNDER_SUBPATH), { recursive: true });
  build(['--out', DIST_UNDER_SUBPATH, '--base', SUBPATH]);
  build(['--out', DIST_PSEUDO, '--pseudo']);
  buildHours();
}

function buildHours() {
  const content = mkdtempSync(join(tmpdir(), 'guide-hours-'));
  try {
    cpSync(join(FIXTURES, 'guides/_whole/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'hours/content'), content, { recursive: true });
    cpSync(join(FIXTURES, 'listen/content'), content, { recursive: true });
    build(['--content', content, '--out', DIST_HOURS], { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 22, 12) / 1000) });
  } finally {
    rmSync(content, { recursive: true });
  }
}

function build(options: readonly string[], env: Record<string, string> = {}) {
  execFileSync('npm', ['run', '--silent', 'build', '--', ...options], { stdio: 'inherit', env: { ...process.env, ...env } });
}
