/** What a translator needs to know about a segment: where it stands, what must stay, how long it may be. */
import type { Term } from '../check/check-glossary.ts';
import type { SourceFile } from '../read/read-files.ts';
import { isBodyKey, type Segment, type Segments } from './segments.ts';

/** Interface word -> the sentence about it in locales/descriptions.json. */
export type Descriptions = ReadonlyMap<string, string>;

export function readDescriptions(files: readonly SourceFile[]): Descriptions {
  const text = files.find(({ path }) => path === 'descriptions.json')?.text ?? '{}';
  return new Map(flatten(JSON.parse(text), ''));
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, nested]) => flatten(nested, path ? `${path}.${key}` : key));
}

/** The keys above a body, as content/README.md explains them to editors. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name. Official names stay in Latin letters, with a few words of explanation.',
  title: 'Title.',
  summary: 'One short sentence, also shown in lists.',
  bring: 'What to bring.',
  expect: 'What happens there.',
  way: 'How to get there.',
  hours_note: 'What to know about the hours.',
  status_reason: 'Why it is not simply running.',
  say: 'What the reader says to the operator, in the first person.',
  sentence: 'A sentence that the reader shows to somebody, in the first person.',
};

const BLOCKS: Readonly<Record<Segment['tag'], string>> = {
  words: 'Text.',
  h2: 'Heading; keep the ## before it.',
  h3: 'Heading; keep the ### before it.',
  p: 'Paragraph: one piece without empty lines.',
  ul: 'List: as many lines as the source, each with its "- ".',
  ol: 'Numbered list: as many lines as the source, each with its number.',
};

/**
 * What a segment is and where it stands.
 * @example contextOf(paragraph, 'topics/sea', segments, descriptions) -> 'Safety at sea, "In the water": Paragraph …'
 */
export function contextOf(segment: Segment, key: string, segments: Segments | undefined, descriptions: Descriptions): string {
  if (key === 'words') return describe(segment.key, descriptions);
  const subject = segments?.get('title') ?? segments?.get('name') ?? segments?.get('sentence');
  const heading = headingAbove(segment, segments);
  const where = [subject?.text, heading && `"${heading.text}"`].filter(Boolean).join(', ');
  return `${where}: ${isBodyKey(segment.key) ? BLOCKS[segment.tag] : (FIELDS[segment.key] ?? BLOCKS.words)}`;
}

/** A plural form has the description of its word. */
const describe = (word: string, descriptions: Descriptions): string =>
  descriptions.get(word) ?? descriptions.get(word.replace(/_[a-z]+$/, '')) ?? 'Word of the interface.';

function headingAbove({ key }: Segment, segments: Segments | undefined): Segment | undefined {
  const [, section, place] = /^body\.(\d+)\.(\d+)$/.exec(key) ?? [];
  return place && place !== '0' ? segments?.get(`body.${section}.0`) : undefined;
}

/** What is known about words before any text is looked at. */
export interface Help {
  descriptions: Descriptions;
  /** The glossary of the language that is translated into. */
  terms: readonly Term[];
}

/** What must stay as it is, and how long the text may be. */
export function noteOf({ key: word, source, text }: Segment, key: string, { descriptions, terms }: Help): string {
  const placeholders = [...new Set(source.match(/\{\{[^}]*\}\}/g))];
  const limit = key === 'words' ? limitOf(source, describe(word, descriptions)) : undefined;
  const notes = [
    placeholders.length > 0 && `Keep ${placeholders.join(' and ')} as it is.`,
    source.includes('](') && 'Translate what stands in [ ]; keep what stands in ( ).',
    source.includes('**') && 'Keep ** around what is most important.',
    limit && `At most ${limit} letters.`,
    ...terms.filter(({ pattern }) => pattern.test(text)).map(glossaryNote),
  ];
  return notes.filter(Boolean).join(' ');
}

/** @example glossaryNote({ term: 'interpreter', words: ['مترجم'], ... }) -> 'interpreter: "مترجم".' */
function glossaryNote({ term, words, note }: Term): string {
  const chosen = words.map((word) => `"${word}"`).join(' or ');
  return `${term}: ${chosen}${note && ` (${note})`}.`;
}

/** One word on a button of the bar at the bottom of a small phone. */
const SHORT = 12;

/** Where there is little room: as long as the description says, or half as long again as the source. */
function limitOf(source: string, description: string): number | undefined {
  const said = /at most (\d+) letters/i.exec(description)?.[1];
  if (said) return Number(said);
  const half = Math.ceil(source.length * 1.5);
  if (/one (?:short )?word|very short/i.test(description)) return Math.max(SHORT, half);
  return /^button|\bshort\b/i.test(description) ? Math.max(2 * SHORT, half) : undefined;
}
