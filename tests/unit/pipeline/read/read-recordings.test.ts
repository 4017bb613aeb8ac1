import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { formatProblems, Problems } from '../../../../src/pipeline/problems.ts';
import { readRecordings } from '../../../../src/pipeline/read/read-recordings.ts';

const SOUNDS = join(import.meta.dirname, '../../../fixtures/listen/content');
const IDS = { topics: new Set(['sea']), emergency: new Set(['115']), services: new Set<string>(), cards: new Set<string>() };
const folder = join(mkdtempSync(join(tmpdir(), 'guide-')), 'content');
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(SOUNDS, folder, { recursive: true });

async function read() {
  const problems = new Problems();
  return { ...(await readRecordings(folder, ['ar', 'en'], IDS, problems)), problems: formatProblems(problems.sorted()) };
}

test('a recording is published in both forms, under names that change with its sound', async () => {
  const { of, files, problems } = await read();
  expect(problems).toBe('');
  const sea = of.en?.['topics/sea'];
  expect(sea).toEqual({
    opus: expect.stringMatching(/^audio\/en\/topics-sea-[0-9a-f]{12}\.opus$/),
    aac: expect.stringMatching(/^audio\/en\/topics-sea-[0-9a-f]{12}\.m4a$/),
    bytes: readFileSync(join(SOUNDS, 'en/audio/topics/sea.m4a')).length,
  });
  expect(files.get(sea?.opus ?? '')).toBe(join(folder, 'en/audio/topics/sea.opus'));
  expect(files.size).toBe(4);
});

test('a language without recordings has none', async () => {
  expect((await read()).of.ar).toBeUndefined();
});

test('a recording that would cost the reader too much is refused, once', async () => {
  const sound = readFileSync(join(SOUNDS, 'en/audio/topics/sea.opus'));
  mkdirSync(join(folder, 'ar/audio/topics'), { recursive: true });
  writeFileSync(join(folder, 'ar/audio/topics/sea.opus'), Buffer.concat([sound, Buffer.alloc(1_000_000)]));
  cpSync(join(SOUNDS, 'en/audio/topics/sea.m4a'), join(folder, 'ar/audio/topics/sea.m4a'));
  const { of, problems } = await read();
  expect(problems).toBe(
    'content/ar/audio/topics/sea.opus:1:1 error The file has 1000324 bytes; at most 1000000 are sent. Record it at 16 kbit/s in mono, or shorten it.',
  );
  expect(of.ar).toBeUndefined();
});

test.each(['\u00A9xyz+50.9513+001.8587/', 'com.apple.quicktime.location.ISO6709'])(
  'a recording that says where it was made is refused: %s',
  async (tag) => {
    mkdirSync(join(folder, 'ar/audio/topics'), { recursive: true });
    const sound = readFileSync(join(SOUNDS, 'en/audio/topics/sea.m4a'));
    writeFileSync(join(folder, 'ar/audio/topics/sea.m4a'), Buffer.concat([sound, Buffer.from(tag, 'latin1')]));
    expect((await read()).problems).toContain(
      'content/ar/audio/topics/sea.m4a:1:1 error The file says where it was recorded, as phones write it. Save the sound again without its metadata.',
    );
  },
);
