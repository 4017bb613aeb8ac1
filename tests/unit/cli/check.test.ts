import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const WHOLE = 'tests/fixtures/guides/_whole';
const scratch = mkdtempSync(join(tmpdir(), 'guide-'));
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(scratch, { recursive: true }));

const run = (script: string, ...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${script}.ts`, ...given], {
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795305600' },
  });

function copyOfWhole(name: string): string[] {
  const folder = join(scratch, name);
  cpSync(WHOLE, folder, { recursive: true });
  return ['--content', join(folder, 'content'), '--locales', join(folder, 'locales')];
}

test('a guide without problems is counted and ends well', () => {
  const { stdout, status } = run('check', ...copyOfWhole('whole'));
  expect(stdout).toBe('No problems in 22 files.\n');
  expect(status).toBe(0);
});

test('a broken guide ends with 1, problems first and their count last', () => {
  const folders = copyOfWhole('broken');
  rmSync(join(scratch, 'broken/content/en/about.md'));
  const { stdout, stderr, status } = run('check', ...folders);
  expect(stdout).toMatchInlineSnapshot(`
    "content/en/about.md:1:1 error This file is missing. It says who makes the guide and what it promises.
    1 error in 21 files.
    "
  `);
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

test.each([
  ['check', '--folder', 'x'],
  ['check', '--content', 'nowhere'],
  ['translations', 'translate'],
  ['translations', 'export', 'ar'],
  ['translations', 'export', 'xx', '--format', 'po'],
  ['translations', 'import', 'nowhere.xlsx'],
  ['translations', 'import', 'README.md'],
  ['translations', 'review', 'ar', 'about'],
  ['translations', 'accept', 'all', 'topics/nowhere'],
  ['translations', 'new', 'en'],
  ['translations', 'new', 'not a tag'],
  ['translations', 'stamp', 'ar', '--state', 'good'],
])('a wrong call is explained without a stack trace: %s %s %s', (script, ...given) => {
  const { stdout, stderr, status } = run(script, ...given);
  expect(stdout).not.toBe('');
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});

test('stamping notes each translated segment once', () => {
  const folders = copyOfWhole('stamped');
  const file = join(scratch, 'stamped/locales/ar.lock.json');
  expect(run('translations', 'stamp', 'ar', '--state', 'machine', ...folders).stdout).toContain('28 segments stamped "machine"');
  expect(existsSync(file)).toBe(true);
  const first = readFileSync(file, 'utf8');
  expect(run('translations', 'stamp', 'ar', '--state', 'draft', ...folders).stdout).toContain('0 segments');
  expect(readFileSync(file, 'utf8')).toBe(first);
  expect(run('check', ...folders).stdout).toBe('No problems in 23 files.\n');
});
