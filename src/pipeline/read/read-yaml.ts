import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { findHidden } from '../check/hidden-characters.ts';
import { templateMark } from '../check/template-marks.ts';
import { FILE_START, type Position, type Problems } from '../problems.ts';

export type Path = readonly (string | number)[];

/** Plain data together with where each part of it stands in its file. */
export interface Located<T> {
  file: string;
  value: T;
  /**
   * Where the value at a path stands; for a path that is not there, its nearest parent.
   * `'key'` asks for the name before the colon, `'text'` for the first letter within the quotes.
   */
  at: (path: Path, part?: Part) => Position;
}

type Part = 'key' | 'value' | 'text';

/**
 * Reads YAML (and so JSON) into plain data with positions. Refuses all that editors do not need and attackers do:
 * anchors, aliases, tags, merge keys, `__proto__`, hidden characters behind their codes, marks of the guide's own templates.
 */
export function readYaml(text: string, file: string, problems: Problems): Located<unknown> | undefined {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parse(text, lines);
  if (!document) {
    problems.error(file, FILE_START, 'The data is nested too deeply to be read. Write it flatter.');
    return undefined;
  }
  const refused = [...syntaxFaults(document), ...unwanted(document), ...unwantedText(document, text)];
  for (const { offset, message } of refused) problems.error(file, position(offset), message);
  if (refused.length) return undefined;
  const again = forgettable(document, () => parseDocument(text, OPTIONS));
  return { file, value: document.toJS() as unknown, at: (path, part = 'value') => position(findOffset(again(), path, part)) };
}

/** A tree takes a hundred times the memory of its text, and is asked only about mistakes: it may be thrown away and made again. */
function forgettable(document: Document.Parsed, make: () => Document.Parsed): () => Document.Parsed {
  let kept = new WeakRef(document);
  return () => {
    const found = kept.deref() ?? make();
    kept = new WeakRef(found);
    return found;
  };
}

const OPTIONS = { version: '1.2', prettyErrors: false, strict: true } as const;

interface Fault {
  offset: number;
  message: string;
}

/** `undefined` when the nesting is deeper than the reader's stack. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { ...OPTIONS, lineCounter });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Tags are refused below, known or not. */
const syntaxFaults = (document: Document.Parsed): Fault[] =>
  [...document.errors, ...document.warnings]
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map((error) => ({ offset: error.pos[0], message: syntaxMessage(error) }));

/** The mistakes people make most, in words that say what to do. */
function syntaxMessage({ code, message }: YAMLError): string {
  const [first = ''] = message.split('\n');
  const plain: Partial<Record<YAMLError['code'], string>> = {
    BLOCK_AS_IMPLICIT_KEY: 'A text that contains ": " must stand in quotes: key: "like: this".',
    DUPLICATE_KEY: 'This key stands here a second time. Keep one of the two.',
    MISSING_CHAR: `Something is not closed: ${first}. Look for a missing quote, comma or bracket.`,
    MULTIPLE_DOCS: 'A line "---" starts a second document. Take it out.',
    TAB_AS_INDENT: 'A tab stands here. Indent with spaces.',
    BAD_INDENT: 'The indentation is wrong. Lines that belong together start in the same column.',
  };
  if (first.startsWith('Flow ')) return 'A { or [ opened above is never closed. Close it.';
  return plain[code] ?? `This cannot be read as YAML: ${first}. Compare it with a file that works.`;
}

/** Parts of YAML that stand in no guide. */
function unwanted(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  const refuse = (node: unknown, what: string) =>
    faults.push({ offset: isNode(node) ? (node.range?.[0] ?? 0) : 0, message: `${what} Write the value out.` });
  visit(document, {
    Pair(_, { key }) {
      const name = isScalar(key) ? key.value : undefined;
      if (name === '<<') refuse(key, 'The merge key "<<" is not allowed.');
      else if (['__proto__', 'constructor', 'prototype'].includes(String(name))) refuse(key, `The key "${name}" is not allowed.`);
      else if (typeof name === 'object' || name === undefined) refuse(key, 'This key is not a simple word.');
    },
    Node(_, node: Node) {
      if (isAlias(node)) refuse(node, `The alias "*${node.source}" is not allowed.`);
      else if (node.anchor) refuse(node, `The anchor "&${node.anchor}" is not allowed.`);
      else if (node.tag) refuse(node, `The tag on this value is not allowed.`);
    },
  });
  return faults;
}

/** Texts that are not what they look like in the file. */
function unwantedText(document: Document.Parsed, text: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Scalar(_, { value, range }) {
      if (typeof value !== 'string' || !range) return;
      const [offset, end] = range;
      const mark = templateMark(value);
      if (mark) faults.push({ offset, message: mark });
      const written = text.slice(offset, end);
      // What stands there as itself, or by its number, is found in the text of the file; any script may have joiners.
      if (!/\\[^uUx]/.test(written)) return;
      const [coded] = findHidden(value, 'Zyyy').filter(({ index }) => !written.includes(value.charAt(index)));
      if (coded) faults.push({ offset, message: coded.message });
    },
  });
  return faults;
}

/** Follows a path through the tree as far as it goes. */
function findOffset(document: Document.Parsed, path: Path, part: Part): number {
  let node: Step = document.contents;
  let offset = node?.range[0] ?? 0;
  for (const [index, name] of path.entries()) {
    const step = stepInto(node, name);
    if (!step) return offset;
    const wantsKey = part === 'key' && index === path.length - 1;
    offset = (wantsKey ? step.key : step.value)?.range[0] ?? step.key?.range[0] ?? offset;
    node = step.value;
  }
  const isQuoted = part === 'text' && isScalar(node) && String(node.type).startsWith('QUOTE');
  return isQuoted ? offset + 1 : offset;
}

type Step = ParsedNode | null;

/** The part of a map or list that has this name or number. */
function stepInto(node: Step, name: string | number): { key?: Step; value: Step } | undefined {
  if (isMap(node))
    return node.items.find(({ key }: { key: unknown }) => isScalar(key) && String(key.value) === String(name)) as never;
  const item = isSeq(node) ? (node.items[Number(name)] as ParsedNode | undefined) : undefined;
  return item && { value: item };
}
