import { expect, test } from 'vitest';
import { formatProblems, Problems } from '../../../../src/pipeline/problems.ts';
import { readYaml } from '../../../../src/pipeline/read/read-yaml.ts';

const TEXT = 'name: Pass\nphones:\n  - number: "115"\n    use: call\nsources: []\n';

function read(text: string) {
  const problems = new Problems();
  const located = readYaml(text, 'a.yaml', problems);
  return { located, said: formatProblems(problems.sorted()) };
}

test('every value knows its line and column', () => {
  const { located } = read(TEXT);
  expect(located?.at(['phones', 0, 'number'])).toEqual({ line: 3, column: 13 });
  expect(located?.at(['phones', 0, 'number'], 'text')).toEqual({ line: 3, column: 14 });
  expect(located?.at(['phones', 0, 'use'], 'key')).toEqual({ line: 4, column: 5 });
});

test('what is missing is looked for at its nearest parent', () => {
  const { located } = read(TEXT);
  expect(located?.at(['phones', 0, 'as_of'])).toEqual({ line: 3, column: 5 });
  expect(located?.at(['phones', 7, 'number'])).toEqual({ line: 3, column: 3 });
  expect(located?.at(['checked', 'on'])).toEqual({ line: 1, column: 1 });
});

test('dates and 24/7 stay text, yes and no are no booleans', () => {
  expect(read('on: 2022-05\nhours: 24/7\nfree: yes\n').located?.value).toEqual({ on: '2022-05', hours: '24/7', free: 'yes' });
});

test.each([
  ['a: &x [1]', 'a.yaml:1:7 error The anchor "&x" is not allowed. Write the value out.'],
  ['a: !!js/function x', 'a.yaml:1:18 error The tag on this value is not allowed. Write the value out.'],
  ['<<: { a: 1 }', 'a.yaml:1:1 error The merge key "<<" is not allowed. Write the value out.'],
  ['__proto__: { admin: true }', 'a.yaml:1:1 error The key "__proto__" is not allowed. Write the value out.'],
  ['? [a, b]\n: c', 'a.yaml:1:3 error This key is not a simple word. Write the value out.'],
  ['a: 1\n---\nb: 2', 'a.yaml:2:1 error A line "---" starts a second document. Take it out.'],
])('tricks that no editor needs are refused: %j', (text, message) => {
  const { located, said } = read(text);
  expect(said).toBe(message);
  expect(located).toBeUndefined();
});

test('data nested as deep as a file can hold ends in a problem, not in a crash', () => {
  expect(read('['.repeat(60_000)).said).toContain('error');
});

test('no prototype is changed by any key', () => {
  read('constructor: { prototype: { admin: true } }');
  expect('admin' in {}).toBe(false);
});

test.each(['\\L', '\\N', '\\e', '\\0', '\\b'])('a character that only its code shows is refused: %s', (code) => {
  expect(read(`name: "Pa${code}ss"`).said).toMatch(/^a\.yaml:1:7 error The character U\+/);
  expect(read('name: "Pass\\n\\"day\\""').said).toBe('');
});

test('a mark of the templates is refused wherever it stands', () => {
  expect(read('a: { b: [x, "@@main@@"] }').said).toContain('a.yaml:1:13 error "@@"');
});
