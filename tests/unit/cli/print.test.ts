import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const WHOLE = 'tests/fixtures/guides/_whole';
const FOLDERS = ['--content', `${WHOLE}/content`, '--locales', `${WHOLE}/locales`];
const SITE = ['--site', 'https://guide.example'];
const folder = mkdtempSync(join(tmpdir(), 'print-'));
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(folder, { recursive: true }));

const print = (...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/print.ts', ...FOLDERS, ...given], { encoding: 'utf8' });

test.each([
  [SITE, '--kind is missing'],
  [[...SITE, '--kind', 'booklet,poster', '--paper', 'A6'], '--paper A6: choose booklet on A5.'],
  [['--kind', 'poster', '--site', `https://${'very-'.repeat(20)}long.example`], 'addresses are too long for a code, such as'],
  [['--kind', 'poster'], 'give it with --site https://guide.example'],
  [[...SITE, '--kind', 'poster', '--for', 's/nowhere'], '--for s/nowhere: there is no "s/nowhere". Choose from guide, n/calais,'],
  [[...SITE, '--kind', 'poster', '--for', 's/hospital'], 'There is no such sheet: poster with --town all and --for s/hospital.'],
])('a wrong call is explained and makes nothing: %j', (given, message) => {
  const out = join(folder, 'wrong');
  const { stdout, stderr, status } = print('--out', out, ...given);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  expect(status).toBe(1);
  expect(existsSync(out)).toBe(false);
});
