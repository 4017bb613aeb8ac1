/** What a sheet that came back would change, row by row. Nothing is written here. */
import type { Sources } from '../read/read-sources.ts';
import type { LockEntry, LockState } from './locks.ts';
import { hashSource, type Segment } from './segments.ts';
import type { SheetRow } from './sheet-rows.ts';
import { stateOf } from './translate.ts';
import { expectedSegments, readRowId, type SegmentPlace } from './translation-rows.ts';

/** One segment that gets other words, or the same words with another state. */
export interface Change extends SegmentPlace {
  row: SheetRow;
  value: string;
  entry: LockEntry;
}

export interface Changes {
  changes: Change[];
  /** What forbids the import, each with its row. */
  faults: string[];
  /** How many changed rows were translated from a source that has changed since. */
  older: number;
}

/** Compares the rows with the guide. Empty cells and rows that nobody changed say nothing. */
export function readChanges(sources: Sources, rows: readonly SheetRow[], state: LockState): Changes {
  const result: Changes = { changes: [], faults: [], older: 0 };
  const seen = new Map<string, SheetRow>();
  const find = segmentFinder(sources);
  for (const row of rows) {
    const twin = seen.get(row.id);
    seen.set(row.id, row);
    if (twin && twin.translation !== row.translation)
      result.faults.push(`${row.where}: ${twin.where} translates the same part otherwise. Take one of the two out.`);
    const found = twin ? undefined : find(row);
    if (typeof found === 'string') result.faults.push(`${row.where}: ${found}`);
    else if (found) readRow(sources, { row, ...found }, state, result);
  }
  return result;
}

interface Found {
  row: SheetRow;
  place: SegmentPlace;
  /** What it translates, as the guide has it now. */
  source: Segment;
}

/** Finds the segment that a row translates, or says why there is none. */
function segmentFinder({ translations, languages }: Sources): (row: SheetRow) => Omit<Found, 'row'> | string {
  const known = new Map<string, ReadonlyMap<string, Segment>>();
  const segmentsOf = (place: SegmentPlace) => {
    const file = `${place.lang}/${place.key}`;
    const found =
      known.get(file) ?? new Map(expectedSegments(translations, place).map(({ segment, source }) => [segment, source]));
    known.set(file, found);
    return found;
  };
  return ({ id }) => {
    const place = readRowId(id);
    if (!place) return `"${id}" is no id of this guide. Copy it back from the exported file.`;
    const isTarget = place.lang !== translations.sourceLang && languages.value.some(({ lang }) => lang === place.lang);
    if (!isTarget) return `"${place.lang}" is no language to translate into. Add it to locales/languages.yaml first.`;
    const source = segmentsOf(place).get(place.segment);
    return source ? { place, source } : `The guide has no part "${place.key}#${place.segment}" any more. Take this row out.`;
  };
}

function readRow({ translations }: Sources, { row, place, source }: Found, state: LockState, result: Changes): void {
  const { lang, key, segment } = place;
  const before = translations.files[lang]?.[key]?.segments.get(segment)?.source;
  const entry = translations.locks[lang]?.[key]?.[segment];
  const value = row.translation.normalize('NFC').trim();
  const isSame = row.translation === before || value === before;
  const isConfirmed = row.mark === 'sure' && ['machine', 'outdated'].includes(stateOf(source, entry));
  if (!value || (isSame && !isConfirmed)) return;
  if (hashSource(row.source) !== hashSource(source.source)) result.older++;
  result.changes.push({ ...place, row, value: isSame ? before : value, entry: newEntry(row, entry, state) });
}

/**
 * Made from the source that stood in the sheet: when the guide's is newer, the text is outdated from the start.
 * Words about which the translator is not sure stay as doubtful as those before.
 */
function newEntry({ source, mark }: SheetRow, before: LockEntry | undefined, state: LockState): LockEntry {
  const from = hashSource(source);
  if (mark !== 'unsure') return { from, state };
  return { from: before?.from ?? from, state: before && before.state !== 'machine' ? 'draft' : 'machine' };
}
