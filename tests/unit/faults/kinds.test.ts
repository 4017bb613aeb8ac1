/** What the laboratory holds: read as text, because a fault asks for a browser when it is run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../faults/kinds');
const kinds = new Map(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));

it('has a fault in each file, named like it', () => {
  const names = [...kinds].map(([file, text]) => [file, /^ {2}name: '([\w-]+)',$/m.exec(text)?.[1]]);
  expect(names).toEqual([...kinds.keys()].map((file) => [file, file.replace(/\.ts$/, '')]));
});

/** Failures of others that anyone must be able to find here by name; the last is of a build, so it is no fault of a phone. */
const HISTORIC = [
  'grappa-2100',
  'workbox-2697',
  'workbox-3286',
  'worldscript-525',
  'macrotrackr-117',
  'kiwix-1465',
  'angular-39786',
];
it.each(HISTORIC)('repeats %s', (name) => {
  expect([...kinds.values()].some((text) => text.includes(`'${name}'`))).toBe(true);
});

it('leaves grappa-1020 to the tests of the build', () => {
  expect(readFileSync(join(FOLDER, '../../attack/builds.test.ts'), 'utf8')).toContain('grappa-1020');
});
