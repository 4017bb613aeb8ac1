import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { photocopy } from './photocopy.ts';
import { rasterPages } from './raster.ts';
import { readCodes } from './read-codes.ts';

const WHOLE = 'tests/fixtures/guides/_whole';
const SITE = 'https://guide.example/guide-of-the-coast';
const out = mkdtempSync(join(tmpdir(), 'codes-'));
afterAll(() => rmSync(out, { recursive: true }));

const ADDRESSES = {
  guide: `${SITE}/`,
  'n-calais': `${SITE}/n/calais/`,
  'n-calais-health': `${SITE}/n/calais/health/`,
  'n-calais-sleep': `${SITE}/n/calais/sleep/`,
  's-hospital': `${SITE}/s/hospital/`,
  's-night-place': `${SITE}/s/night-place/`,
  't-sea': `${SITE}/t/sea/`,
};

/** Makes all codes of the small guide; the files by name, without their ending. */
function drawCodes(format: string, ...more: string[]): Map<string, string> {
  const folder = join(out, format);
  const guide = ['--content', `${WHOLE}/content`, '--locales', `${WHOLE}/locales`];
  const call = ['--import', 'tsx', 'src/cli/qr.ts', ...guide, '--site', SITE, '--format', format, '--out', folder, ...more];
  expect(spawnSync(process.execPath, call).status).toBe(0);
  return new Map(readdirSync(folder).map((name) => [name.slice(0, -format.length - 1), join(folder, name)]));
}

/** What the code of each file says. */
async function readAll(files: Map<string, string>, picture: (file: string) => Parameters<typeof readCodes>[0]) {
  const said = await Promise.all([...files].map(async ([name, file]) => [name, (await readCodes(picture(file))).join()]));
  return Object.fromEntries(said);
}

const firstPage = (file: string, dpi: number) => {
  const page = rasterPages(file, dpi).get(1);
  if (!page) throw new Error(`${file} has no page.`);
  return page;
};

describe('codes from the command line', () => {
  it('lead where they should as PNG, whose modules are whole pixels', async () => {
    expect(await readAll(drawCodes('png'), (file) => readFileSync(file))).toEqual(ADDRESSES);
  });

  it('lead there as PDF, at both resolutions and even as the smallest after a photocopy', async () => {
    const files = drawCodes('pdf', '--size', '25');
    expect(await readAll(files, (file) => firstPage(file, 150))).toEqual(ADDRESSES);
    expect(await readAll(files, (file) => firstPage(file, 300))).toEqual(ADDRESSES);
    expect(await readAll(files, (file) => photocopy(firstPage(file, 300)))).toEqual(ADDRESSES);
  });
});
