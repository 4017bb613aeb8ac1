import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CallFault, folderFor, oneOf, openGuide, someOf, writeFileIn } from '../../../src/cli/call.ts';

const folder = mkdtempSync(join(tmpdir(), 'call-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FORMATS = ['svg', 'png', 'pdf'] as const;
const fault = (message: string) => new CallFault(message);

describe('a choice', () => {
  it('is one of those there are', () => {
    expect(oneOf('--format', 'png', FORMATS)).toBe('png');
    expect(() => oneOf('--format', 'gif', FORMATS)).toThrow(fault('--format gif: choose svg, png or pdf.'));
    expect(() => oneOf('--kind', undefined, FORMATS)).toThrow(fault('--kind: choose svg, png or pdf.'));
    expect(() => oneOf('--paper', 'A3', ['A4'])).toThrow(fault('--paper A3: choose A4.'));
  });

  it('may be of several, in the order of the guide, or of all', () => {
    expect(someOf('--lang', 'pdf, svg', FORMATS)).toEqual(['svg', 'pdf']);
    expect(someOf('--lang', 'all', FORMATS)).toEqual(FORMATS);
    expect(() => someOf('--lang', 'svg,gif,', FORMATS)).toThrow(
      fault('--lang svg,gif,: there is no "gif", "". Choose from svg, png, pdf, with commas between them, or all.'),
    );
  });
});

describe('a folder to write to', () => {
  it('is made with all that stands above it', () => {
    const out = folderFor(join(folder, 'a/b'));
    writeFileIn(join(out, 'c/d.txt'), 'e');
    expect(readFileSync(join(folder, 'a/b/c/d.txt'), 'utf8')).toBe('e');
  });

  it.each(['README.md/codes', '/proc/codes'])('is refused where none can be made: %s', (out) => {
    expect(() => folderFor(out)).toThrow(`--out ${out}: this folder cannot be written to`);
  });

  it('that is a file is told with the file that could not be written', () => {
    expect(() => writeFileIn('README.md/guide.svg', '')).toThrow(
      fault('README.md/guide.svg cannot be written (ENOTDIR). Choose another folder with --out, or make room.'),
    );
  });
});

it('a guide with mistakes is not printed', async () => {
  const opened = openGuide({ content: 'nowhere', locales: 'tests/fixtures/guides/_whole/locales' });
  await expect(opened).rejects.toThrow(/nowhere\S* error .*\n.*Nothing was made: mend this first/s);
});
