/** Rows for translators as a gettext file, which Poedit, Weblate and others open, and back. */
import { type GetTextTranslation, po } from 'gettext-parser';
import { type ReadSheet, type SheetRow, unixLines } from './sheet-rows.ts';
import type { TranslationRow } from './translation-rows.ts';

/** A gettext file in which each row stands under its id; what needs another look is marked fuzzy. */
export function writePo(rows: readonly TranslationRow[], lang: string): Uint8Array {
  const translations = Object.fromEntries(rows.map((row) => [row.id, { [row.source]: toEntry(row) }]));
  const headers = { Language: lang, 'Content-Type': 'text/plain; charset=UTF-8', 'MIME-Version': '1.0' };
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
}

function toEntry({ id, source, translation, state, file, context, note }: TranslationRow): GetTextTranslation {
  const comments = {
    extracted: [`state: ${state}`, context, note].filter(Boolean).join('\n'),
    reference: file,
    ...(isFuzzy(state) && { flag: 'fuzzy' }),
  };
  return { msgctxt: id, msgid: source, msgstr: [translation], comments };
}

const isFuzzy = (state: TranslationRow['state']) => state === 'machine' || state === 'outdated';

/** Reads a gettext file. A row that is fuzzy is one about which the translator is not sure. */
export function readPo(bytes: Uint8Array): ReadSheet {
  const text = Buffer.from(bytes).toString('utf8');
  const lines = contextLines(text);
  try {
    const contexts = Object.entries(po.parse(text).translations);
    const rows = contexts.flatMap(([id, entries]) =>
      Object.values(entries).flatMap((entry) => (id ? [toRow(id, entry, lines.get(id))] : [])),
    );
    return { rows, faults: rows.length > 0 ? [] : ['No part of the guide stands in this file. Send the exported file back.'] };
  } catch (error) {
    return { rows: [], faults: [`This is no gettext file: ${(error as Error).message}. Send the exported file back.`] };
  }
}

const toRow = (id: string, { msgid, msgstr, comments }: GetTextTranslation, line: number | undefined): SheetRow => ({
  where: `line ${line ?? '?'}`,
  id,
  source: unixLines(msgid),
  translation: unixLines(msgstr[0] ?? ''),
  mark: /\bfuzzy\b/.test(comments?.flag ?? '') ? 'unsure' : 'sure',
});

/** On which line each id stands; the parser keeps none. Editors may break a long id over several quoted pieces. */
function contextLines(text: string): Map<string, number> {
  const found = new Map<string, number>();
  let line = 1;
  let from = 0;
  for (const { 1: quoted = '', index } of text.matchAll(/^msgctxt((?:\s*"(?:[^"\\]|\\.)*")+)/gm)) {
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    found.set([...quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece).join(''), line);
  }
  return found;
}
