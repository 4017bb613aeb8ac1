import * as v from 'valibot';
import type { Problems } from '../problems.ts';
import { didYouMean } from './nearest.ts';
import type { Located, Path } from './read-yaml.ts';

/** Checks data against a strict schema and reports every difference where it stands. */
export function checkShape<T>(
  schema: v.GenericSchema<unknown, T>,
  source: Located<unknown>,
  problems: Problems,
): Located<T> | undefined {
  const result = v.safeParse(schema, source.value);
  if (result.success) return { ...source, value: result.output };
  for (const issue of result.issues) reportIssue(schema, source, issue, problems);
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

function reportIssue(schema: v.GenericSchema, source: Located<unknown>, issue: Issue, problems: Problems): void {
  const path: Path = (issue.path ?? []).map((item) => item.key as string | number);
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  problems.error(source.file, source.at(path, isUnknown ? 'key' : 'value'), issueToMessage(schema, issue, path));
}

/** What a schema found, in an editor's words. */
function issueToMessage(schema: v.GenericSchema, issue: Issue, path: Path): string {
  const name = String(path.at(-1) ?? '');
  if (issue.kind === 'validation') return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `Unknown key "${name}".${didYouMean(name, topKeys(schema))} Correct it or take it out; content/README.md lists the keys.`;
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `"${name}" is missing. Add it.`;
  if (issue.type === 'picklist' || issue.type === 'literal') return pickMessage(name, issue);
  return `${subject(path)} must be ${wanted(issue)}, not ${received(issue)}.${quotesHint(issue)}`;
}

function pickMessage(name: string, { expected, received }: Issue): string {
  const choices = (expected ?? '')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map(unquote);
  const given = unquote(received);
  return `${JSON.stringify(given)} is not possible for ${JSON.stringify(name)}.${didYouMean(given, choices)} Choose from: ${choices.join(', ')}.`;
}

const subject = (path: Path) => (path.length ? `"${path.join('.')}"` : 'The file');

/** The schema's words for a type, in ours. */
function wanted({ type }: Issue): string {
  const words: Record<string, string> = {
    string: 'text',
    boolean: 'true or false',
    number: 'a number',
    array: 'a list in brackets, like [a, b]',
    strict_object: 'keys with values',
    record: 'keys with values',
    union: 'text',
  };
  return words[type] ?? type;
}

/** What the schema says it was given, as an editor wrote it. */
function received({ received: what }: Issue): string {
  const words: Record<string, string> = {
    Object: 'keys with values',
    Array: 'a list',
    null: 'empty',
    NaN: '.nan',
    Infinity: '.inf',
    '-Infinity': '-.inf',
  };
  return words[what] ?? what;
}

const quotesHint = (issue: Issue) =>
  issue.type === 'string' && ['number', 'boolean'].includes(typeof issue.input) ? ` Put it in quotes: "${received(issue)}".` : '';

const unquote = (text: string) => text.replace(/^"|"$/g, '');

const topKeys = (schema: v.GenericSchema): string[] =>
  'entries' in schema && typeof schema.entries === 'object' && schema.entries ? Object.keys(schema.entries) : [];
