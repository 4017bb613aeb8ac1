import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

const WHOLE = 'tests/fixtures/guides/_whole';
const FOLDERS = ['--content', `${WHOLE}/content`, '--locales', `${WHOLE}/locales`];
const SITE = ['--site', 'https://guide.example'];
const out = mkdtempSync(join(tmpdir(), 'codes-'));
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(out, { recursive: true }));

const qr = (...given: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/qr.ts', ...FOLDERS, ...given], { encoding: 'utf8' });

test('every address of the guide gets a code of its own; the last line says how many and where', () => {
  const folder = join(out, 'all');
  const { stdout, status } = qr(...SITE, '--out', folder);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(`7 codes as svg in ${folder}`);
  expect(status).toBe(0);
  expect(readdirSync(folder)).toEqual([
    'guide.svg',
    'n-calais-health.svg',
    'n-calais-sleep.svg',
    'n-calais.svg',
    's-hospital.svg',
    's-night-place.svg',
    't-sea.svg',
  ]);
  expect(readFileSync(join(folder, 's-hospital.svg'), 'utf8')).toContain('<title>https://guide.example/s/hospital/</title>');
});

test('codes that open in chosen languages stand in a folder for each', () => {
  const folder = join(out, 'languages');
  qr(...SITE, '--out', folder, '--what', 'guide,topic', '--lang', 'all');
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'ar',
    'ar/guide.svg',
    'ar/t-sea.svg',
    'en',
    'en/guide.svg',
    'en/t-sea.svg',
  ]);
  expect(readFileSync(join(folder, 'ar/t-sea.svg'), 'utf8')).toContain('<title>https://guide.example/ar/t/sea/</title>');
});

test.each([
  [[], 'give it with --site https://guide.example'],
  [[...SITE, '--size', '10'], '--size 10: write millimetres from 25 to 200'],
  [[...SITE, '--colour', 'red'], "Unknown option '--colour'"],
])('a wrong call is explained and makes nothing: %j', (given, message) => {
  const { stdout, stderr, status } = qr('--out', join(out, 'wrong'), ...given);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  expect(status).toBe(1);
});

test('help says what there is', () => {
  const { stdout, status } = qr('--help');
  expect(stdout).toContain('npm run qr -- --site');
  expect(status).toBe(0);
});
