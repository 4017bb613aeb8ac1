import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const WORKFLOWS = '.github/workflows';
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const workflows = readdirSync(resolve(ROOT, WORKFLOWS)).map((name) => `${WORKFLOWS}/${name}`);
const guides = ['README.md', 'src/README.md', 'content/README.md', 'locales/README.md'];

it.each([...guides, ...workflows])('every command that %s names is there', (file) => {
  const named = [...read(file).matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it.each(Object.entries(scripts))('the command %s has its file', (_, command) => {
  const [, file] = /^tsx (\S+)/.exec(command) ?? [];
  expect(file === undefined || existsSync(resolve(ROOT, file))).toBe(true);
});

it.each(workflows)('%s can be read, and takes no more rights than it needs', (file) => {
  const { permissions, jobs } = parse(read(file)) as { permissions: Record<string, string>; jobs: object };
  expect(Object.keys(jobs).length).toBeGreaterThan(0);
  expect(permissions.contents).toBe('read');
});
