import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { HELP } from '../../../src/cli/translations-help.ts';
import { openWorkshop, type Workshop } from '../pipeline/translation/workshop.ts';

vi.setConfig({ testTimeout: 120_000 });

function translations({ folders }: Workshop, ...given: string[]) {
  const call = [
    '--import',
    'tsx',
    'src/cli/translations.ts',
    ...given,
    '--content',
    folders.content,
    '--locales',
    folders.locales,
  ];
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1795305600' };
  const { stdout, status } = spawnSync(process.execPath, call, { encoding: 'utf8', env });
  return { said: stdout.replaceAll(join(folders.content, '..'), ''), status };
}

test('every command explains itself', () => {
  const workshop = openWorkshop('tiny');
  for (const command of Object.keys(HELP).filter((name) => name !== 'table')) {
    const { said, status } = translations(workshop, command, '--help');
    expect(said).toContain(`npm run translations -- ${command}`);
    expect(status).toBe(0);
  }
});

test('the table says how far each language is and what to do next', () => {
  const workshop = openWorkshop('tiny');
  workshop.remove('content/ar/topics/sea.md');
  expect(translations(workshop).said).toMatchInlineSnapshot(`
    "language   segments  missing  outdated  machine  draft  reviewed  translated
    ar Arabic        28        5         0        0     23         0        82 %

    What to do next
    Missing or outdated in ar: a sheet for a translator, and its way back
      npm run translations -- export ar --format xlsx
      npm run translations -- import FILE
    Where the source was only worded anew
      npm run translations -- accept all ID
    Not read by a second person yet in ar
      npm run translations -- export ar --format xlsx --all
      npm run translations -- review ar ID --by "initials"
    "
  `);
});

test('a guide with a mistake is not counted, but its mistake is named', () => {
  const workshop = openWorkshop('tiny');
  workshop.write('content/ar/topics/sea.md', '---\ntitle: [\n---\n');
  const { said, status } = translations(workshop);
  expect(said).toContain('content/ar/topics/sea.md:2');
  expect(status).toBe(1);
});

test('a text goes out, comes back, and is reviewed', () => {
  const workshop = openWorkshop('tiny');
  const whole = workshop.read('content/ar/topics/sea.md');
  workshop.remove('content/ar/topics/sea.md');
  const sheet = join(workshop.folders.content, '../sea.po');
  expect(translations(workshop, 'export', 'ar', '--format', 'po', '--out', sheet).said).toContain('5 texts are in /sea.po');
  expect(translations(workshop, 'export', 'ar', '--format', 'po', '--out', sheet)).toMatchObject({
    said: expect.stringContaining('is there already'),
    status: 1,
  });
  const blocks = whole
    .replace(/^---\ntitle: (.*)\nsummary: (.*)\n---\n/, '$1\n\n$2\n\n')
    .trim()
    .split('\n\n');
  const filled = blocks.reduce(
    (po, block) => po.replace('msgstr ""\n\n', `msgstr ${JSON.stringify(block)}\n\n`),
    `${workshop.read('sea.po')}\n\n`,
  );
  workshop.write('sea.po', filled.replace(/^msgid ""\nmsgstr .*\n/m, 'msgid ""\nmsgstr ""\n'));
  expect(translations(workshop, 'import', sheet).said).toMatch(/^5 texts changed in 2 files:/);
  expect(workshop.read('content/ar/topics/sea.md')).toBe(whole);
  expect(translations(workshop, 'review', 'ar', 'topics/sea', '--by', 'A.B.').said).toBe('ar: 5 texts marked as reviewed.\n');
  expect(JSON.parse(workshop.read('locales/ar.lock.json'))['topics/sea'].title).toMatchObject({
    state: 'reviewed',
    by: 'A.B.',
    on: '2026-11-22',
  });
});

test('a change of the source that says nothing new is accepted for all languages, and reviews stay', () => {
  const workshop = openWorkshop('tiny');
  translations(workshop, 'review', 'ar', 'topics/sea', '--by', 'A.B.');
  workshop.write('content/en/topics/sea.md', workshop.read('content/en/topics/sea.md').replace('Say where', 'Tell where'));
  expect(translations(workshop, 'review', 'ar', 'topics/sea', '--by', 'C.').said).toContain('1 are outdated and stay so');
  expect(translations(workshop, 'accept', 'all', 'topics/sea#body.0.1').said).toBe('ar: 1 texts accepted.\n');
  expect(JSON.parse(workshop.read('locales/ar.lock.json'))['topics/sea']['body.0.1']).toMatchObject({
    state: 'reviewed',
    by: 'A.B.',
  });
  expect(translations(workshop).said).not.toContain('Missing or outdated');
});

test('a language is started from what CLDR knows, once, and the guide stays whole', () => {
  const workshop = openWorkshop('tiny');
  expect(translations(workshop, 'new', 'bn').said).toContain('npm run translations -- export bn --format xlsx');
  expect(workshop.read('locales/languages.yaml')).toContain('name: বাংলা');
  expect(existsSync(join(workshop.folders.locales, 'bn.json'))).toBe(false);
  expect(translations(workshop).said).toMatch(/^bn Bangla +\d+ /m);
  expect(translations(workshop, 'new', 'bn')).toMatchObject({ said: expect.stringContaining('already'), status: 1 });
});

test('no language is started in a guide that does not pass its checks', () => {
  const workshop = openWorkshop('tiny');
  workshop.remove('content/en/about.md');
  const before = workshop.read('locales/languages.yaml');
  expect(translations(workshop, 'new', 'bn')).toMatchObject({ said: expect.stringContaining('content/en/about.md'), status: 1 });
  expect(workshop.read('locales/languages.yaml')).toBe(before);
});
