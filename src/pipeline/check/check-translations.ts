import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import { isBodyKey, MISSING, type Segment, type WordsFile } from '../translation/segments.ts';
import { stateOf, type Translations } from '../translation/translate.ts';
import { placeholderFault } from './placeholders.ts';

/** A translation has the parts of its source and no others, in the same order, with the same placeholders and links. */
export function checkTranslations({ translations }: Sources, problems: Problems): void {
  const { files, sourceLang } = translations;
  const sourceFiles = files[sourceLang] ?? {};
  for (const file of Object.values(files).flatMap((list) => Object.values(list))) {
    const source = sourceFiles[file.key];
    if (file.key === 'words' || !source) continue;
    checkPlaceholders(file, source, problems);
    checkMissing(file, sourceLang, problems);
    if (file.lang === sourceLang) continue;
    checkKeys(file, source, problems);
    if (problems.failedIn(file.file) || problems.failedIn(source.file)) continue;
    checkBlocks(file, source, problems);
    checkLists(file, source, translations, problems);
    checkLinks(file, source, translations, problems);
  }
}

function checkPlaceholders(file: WordsFile, source: WordsFile, problems: Problems): void {
  for (const segment of file.segments.values()) {
    const fault = placeholderFault(segment.text, source.segments.get(segment.key)?.text ?? segment.text);
    if (fault) problems.error(file.file, segment.at, fault);
  }
}

/** The mark for what is missing belongs in translations, and stands alone. */
function checkMissing({ file, lang, segments, missing = [] }: WordsFile, sourceLang: string, problems: Problems): void {
  const todo = `"${MISSING}" stands alone, as a paragraph or behind ##, where a whole part is not translated yet.`;
  const within = [...segments.values()].filter(({ text }) => text.includes(MISSING));
  for (const { at } of within) problems.error(file, at, `${todo} Write the text, or take the mark out.`);
  if (lang !== sourceLang) return;
  for (const { at } of missing) problems.error(file, at, `${todo} This is the source: write the text, or take the line out.`);
}

function checkKeys(file: WordsFile, source: WordsFile, problems: Problems): void {
  for (const { key, at } of file.segments.values()) {
    if (isBodyKey(key) || source.segments.has(key)) continue;
    problems.error(
      file.file,
      at,
      `"${key}" stands in no source: ${source.file} does not have it. Add it there first, or take it out here.`,
    );
  }
}

/** Only the first difference: those after it follow from it. */
function checkBlocks(file: WordsFile, source: WordsFile, problems: Problems): void {
  const { segments, missing = [] } = file;
  const inOrder = [...segments.values(), ...missing].sort((a, b) => a.at.line - b.at.line);
  for (const { key, tag, at } of inOrder) {
    const original = source.segments.get(key);
    const isAlike = original?.tag === tag || (segments.get(key) === undefined && isList(original));
    if (!isBodyKey(key) || isAlike) continue;
    const message = original
      ? `Here stands ${NAMES[tag]}, where ${source.file}:${original.at.line} has ${NAMES[original.tag]}. Write the same parts in the same order.`
      : `${source.file} has no part that this ${NAMES[tag].replace(/^an? /, '')} translates. Take it out, or add it there first.`;
    problems.error(file.file, at, message);
    return;
  }
}

/** What is missing is marked by a paragraph, also where the source has a list. */
const isList = (segment: Segment | undefined) => segment?.tag === 'ul' || segment?.tag === 'ol';

const NAMES: Record<Segment['tag'], string> = {
  words: 'a text',
  h2: 'a heading (##)',
  h3: 'a heading (###)',
  p: 'a paragraph',
  ul: 'a list',
  ol: 'a numbered list',
};

/** A list has as many points as its source, each as deep; an outdated one may still have the old ones. */
function checkLists(file: WordsFile, source: WordsFile, { locks }: Translations, problems: Problems): void {
  for (const segment of file.segments.values()) {
    const original = source.segments.get(segment.key);
    if (original?.tag !== segment.tag) continue;
    if (stateOf(original, locks[file.lang]?.[file.key]?.[segment.key]) === 'outdated') continue;
    const [own, wanted] = [pointsIn(segment), pointsIn(original)];
    if (own.join() === wanted.join()) continue;
    const todo =
      own.length === wanted.length ? 'Indent its points as there' : `It has ${own.length}, the source ${wanted.length}`;
    problems.error(
      file.file,
      segment.at,
      `This list does not have the points of ${source.file}:${original.at.line}. ${todo}: one point for each.`,
    );
  }
}

/** How deep each point of a list stands. */
function pointsIn({ value }: Segment): number[] {
  let depth = 0;
  return [...value.matchAll(/<(\/?)(?:ul|ol)[ >]|<li>/g)].flatMap(([tag, isEnd]) => {
    if (tag === '<li>') return [depth];
    depth += isEnd ? -1 : 1;
    return [];
  });
}

/** An outdated translation may still have the old links. */
function checkLinks(file: WordsFile, source: WordsFile, { locks }: Translations, problems: Problems): void {
  for (const segment of file.segments.values()) {
    const original = source.segments.get(segment.key);
    if (!original || stateOf(original, locks[file.lang]?.[file.key]?.[segment.key]) === 'outdated') continue;
    const own = linksIn(segment);
    const wanted = linksIn(original);
    const missing = wanted.filter((href) => !own.includes(href));
    const strange = own.filter((href) => !wanted.includes(href));
    const leadAway = moreThan(wanted, own).filter((href) => leadsAway(href, wanted));
    if (missing.length)
      problems.warn(file.file, segment.at, `A link of the source is missing here: ${missing.map(asWritten).join(', ')}. Add it.`);
    if (leadAway.length)
      problems.error(
        file.file,
        segment.at,
        `This leads to ${leadAway.join(', ')}, but ${source.file}:${original.at.line} does not. Lead where the source leads.`,
      );
    else if (strange.length)
      problems.warn(
        file.file,
        segment.at,
        `The source has no such link here: ${strange.map(asWritten).join(', ')}. Compare with ${source.file}:${original.at.line}.`,
      );
  }
}

/** What stands in `own` more often than in `wanted`: of two numbers that were linked, one twice is one wrong. */
function moreThan(wanted: readonly string[], own: readonly string[]): string[] {
  const left = [...wanted];
  return own.filter((href) => {
    const index = left.indexOf(href);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** To another number, mailbox, place or site than any link of the source; a page of the same site may be in the translation's language. */
function leadsAway(href: string, wanted: readonly string[]): boolean {
  if (href.startsWith('@rest:')) return false;
  return !href.startsWith('https:') || !wanted.some((other) => hostOf(other) === hostOf(href));
}

const hostOf = (href: string) => /^https:\/\/([^/?#]*)/.exec(href)?.[1];

const linksIn = ({ value }: Segment) => [...value.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);

const asWritten = (href: string) => href.replace(/^@rest:/, '');
