import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Problems } from '../../../../src/pipeline/problems.ts';
import { readFolder } from '../../../../src/pipeline/read/read-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guide-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['ar.json', 128 * 1024],
  ['guide.yaml', 64 * 1024],
])('%s is read as far as people write, and refused a byte later', async (name, largest) => {
  const read = async (bytes: number) => {
    const problems = new Problems();
    writeFileSync(join(folder, name), 'a'.repeat(bytes));
    const files = await readFolder(folder, problems);
    return [files.length, problems.sorted().map(({ message }) => message)];
  };
  expect(await read(largest)).toEqual([1, []]);
  expect(await read(largest + 1)).toEqual([
    0,
    [`The file has ${largest + 1} bytes; at most ${largest} are read. Shorten or split it.`],
  ]);
});

test('what tools record of a large guide is read at any size', async () => {
  const problems = new Problems();
  writeFileSync(join(folder, 'ar.lock.json'), ' '.repeat(1_000_000));
  expect(await readFolder(folder, problems)).toHaveLength(1);
  expect(problems.sorted()).toEqual([]);
});
