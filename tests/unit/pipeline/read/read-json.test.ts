import { expect, test } from 'vitest';
import { Problems } from '../../../../src/pipeline/problems.ts';
import { readJson } from '../../../../src/pipeline/read/read-json.ts';

const read = (text: string) => {
  const problems = new Problems();
  return {
    json: readJson({ file: 'a.json', path: 'a.json', text }, problems),
    messages: problems.sorted().map(({ message }) => message),
  };
};
const asTool = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test('a file that a tool has written says where its parts stand', () => {
  const { json, messages } = read(asTool({ a: { b: 'one' }, c: 'two' }));
  expect(messages).toEqual([]);
  expect(json?.value).toEqual({ a: { b: 'one' }, c: 'two' });
  expect(json?.at(['c'])).toEqual({ line: 5, column: 8 });
});

test.each([
  ['a key that stands twice', '{\n  "a": "one",\n  "a": "two"\n}\n', 'a second time'],
  ['a key that attacks', asTool(JSON.parse('{ "__proto__": "x" }')), '__proto__'],
  ['a mark of the templates', asTool({ a: '@@main@@' }), '"@@" marks'],
  ['a comma too many', '{\n  "a": "one",\n}\n', 'not JSON'],
])('%s is found however the file is written', (_, text, message) => {
  const { json, messages } = read(text);
  expect(json).toBeUndefined();
  expect(messages.join()).toContain(message);
});

test('millions of open brackets are refused at once', () => {
  const { json, messages } = read('{ "a": '.repeat(1_500_000));
  expect(json).toBeUndefined();
  expect(messages).toEqual(['This is not JSON. Look for a comma too many or too few, or single quotes.']);
});
