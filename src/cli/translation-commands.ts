/** What each command of `npm run translations` does, and what it says. */
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { countTranslations } from '../guide/translation-counts.ts';
import { madeDate } from '../pipeline/made-date.ts';
import { readGuide } from '../pipeline/make-guide.ts';
import { formatProblems, Problems } from '../pipeline/problems.ts';
import { type Folders, readSources, type Sources } from '../pipeline/read/read-sources.ts';
import { type ImportResult, importSheet } from '../pipeline/translation/import-sheet.ts';
import { type LockState, writeLock } from '../pipeline/translation/locks.ts';
import { acceptSource, hasPart, type MarkedLock, markReviewed, readPart } from '../pipeline/translation/mark-lock.ts';
import { readPo, writePo } from '../pipeline/translation/po-sheet.ts';
import { progressTable } from '../pipeline/translation/progress-table.ts';
import { type Stamp, stampLock } from '../pipeline/translation/stamp-lock.ts';
import { startLanguage } from '../pipeline/translation/start-language.ts';
import { translationRows } from '../pipeline/translation/translation-rows.ts';
import { readXlsx, writeXlsx } from '../pipeline/translation/xlsx-sheet.ts';

export interface Answer {
  text: string;
  failed?: boolean;
}

const refuse = (text: string): Answer => ({ text, failed: true });

export async function showTable(folders: Folders): Promise<Answer> {
  const { guide, problems } = await readGuide({ ...folders, made: madeDate() });
  if (guide) return { text: progressTable(countTranslations(guide), guide.languages) };
  const errors = problems.filter(({ severity }) => severity === 'error');
  return refuse(`${formatProblems(errors)}\nMend these first: what cannot be read cannot be counted.`);
}

/** Only from files without mistakes: otherwise what cannot be read would be lost. */
async function withSources(folders: Folders, use: (sources: Sources) => Promise<Answer>): Promise<Answer> {
  const problems = new Problems();
  const { sources } = await readSources(folders, problems);
  if (sources && !problems.failed) return use(sources);
  return refuse(`${formatProblems(problems.sorted())}\nMend these first; nothing was written.`);
}

/** The languages that a command is about: one, or with `all` each that is translated into. */
function langsOf({ languages, translations }: Sources, wanted: string): string[] | Answer {
  const langs = languages.value.map(({ lang }) => lang).filter((lang) => lang !== translations.sourceLang);
  if (wanted === 'all') return langs;
  return langs.includes(wanted)
    ? [wanted]
    : refuse(`"${wanted}" is no language to translate into. Choose from: ${langs.join(', ')}.`);
}

interface Export {
  lang: string;
  format: 'xlsx' | 'po';
  all: boolean;
  out: string;
}

export const exportSheet = (folders: Folders, { lang, format, all, out }: Export): Promise<Answer> =>
  withSources(folders, async (sources) => {
    const langs = langsOf(sources, lang);
    if (!Array.isArray(langs)) return langs;
    const rows = langs
      .flatMap((one) => translationRows(sources, one))
      .filter(({ state }) => all || state === 'missing' || state === 'outdated');
    if (rows.length === 0) return { text: `Nothing is missing or outdated in ${lang}. --all writes every text.` };
    const bytes = format === 'xlsx' ? writeXlsx(rows) : writePo(rows, lang);
    const isNew = await writeNew(out, bytes);
    return isNew
      ? { text: `${rows.length} texts are in ${out}. Put them back with: npm run translations -- import ${out}` }
      : refuse(`${out} is there already, perhaps with somebody's work in it. Give another name with --out.`);
  });

/** False where a file stands already. */
async function writeNew(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

export async function putBack(folders: Folders, { file, state }: { file: string; state: LockState }): Promise<Answer> {
  const read = { '.xlsx': readXlsx, '.po': readPo }[extname(file)];
  if (!read) return refuse(`${file} is neither .xlsx nor .po. Save it again as one of these.`);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return refuse(`${file} cannot be read. Look at its name.`);
  return withSources(folders, async (sources) =>
    tellImport(await importSheet(sources, { sheet: read(bytes), folders, state, made: madeDate() })),
  );
}

function tellImport({ faults, warnings, changed, older, files }: ImportResult): Answer {
  if (faults.length > 0) return refuse(`${faults.join('\n')}\nNothing was written. Mend these rows and import again.`);
  if (changed === 0) return { text: 'Nothing in this file differs from the guide.' };
  const lines = [
    ...warnings.map((warning) => `warning ${warning}`),
    `${changed} texts changed in ${files.length} files:`,
    ...files.map((file) => `  ${file}`),
    older > 0 && `${older} of them were made from an older source and are outdated.`,
  ];
  return { text: lines.filter(Boolean).join('\n') };
}

export const accept = (folders: Folders, lang: string, id: string): Promise<Answer> =>
  withSources(folders, (sources) => markIn(folders, sources, { lang, id, word: 'accepted' }, acceptSource));

export const review = (folders: Folders, { lang, id, by }: { lang: string; id: string; by: string }): Promise<Answer> =>
  withSources(folders, (sources) =>
    markIn(folders, sources, { lang, id, word: 'marked as reviewed' }, (translations, one, part) =>
      markReviewed(translations, { lang: one, part, by, on: madeDate() }),
    ),
  );

interface Marking {
  lang: string;
  id: string;
  /** What happened, in the answer. */
  word: string;
}

async function markIn(
  folders: Folders,
  sources: Sources,
  { lang, id, word }: Marking,
  mark: typeof acceptSource,
): Promise<Answer> {
  const langs = langsOf(sources, lang);
  if (!Array.isArray(langs)) return langs;
  const part = readPart(id);
  if (!langs.some((one) => hasPart(sources.translations, one, part)))
    return refuse(`The guide has no "${id}". An id looks like topics/dublin, topics/dublin#body.1.2, about or words#bar.home.`);
  const lines: string[] = [];
  for (const one of langs) {
    const marked = mark(sources.translations, one, part);
    if (marked.marked > 0) await writeFile(join(folders.locales, `${one}.lock.json`), writeLock(marked.lock));
    if (marked.marked + marked.outdated > 0) lines.push(tellMarked(one, word, marked));
  }
  return { text: lines.join('\n') || `No translation of "${id}" could be ${word}: there is none, or none that needs it.` };
}

const tellMarked = (lang: string, word: string, { marked, outdated }: MarkedLock): string =>
  `${lang}: ${marked} texts ${word}.${outdated > 0 ? ` ${outdated} are outdated and stay so: redo or accept them.` : ''}`;

export async function start(folders: Folders, lang: string): Promise<Answer> {
  const fault = await startLanguage(lang, folders, madeDate());
  if (fault) return refuse(fault);
  const next = [
    `${lang} is in ${join(folders.locales, 'languages.yaml')}. Look at its own name, and at its place in the list. Next:`,
    `  npm run translations -- export ${lang} --format xlsx`,
    '  npm run translations -- import FILE',
    `The import makes ${join(folders.locales, `${lang}.json`)} and ${join(folders.content, lang)}/.`,
  ];
  return { text: next.join('\n') };
}

export const stamp = (folders: Folders, wanted: Stamp): Promise<Answer> =>
  withSources(folders, async (sources) => {
    const langs = langsOf(sources, wanted.lang);
    if (!Array.isArray(langs)) return langs;
    let text = '';
    for (const lang of langs) {
      const { lock, stamped } = stampLock(sources.translations, { ...wanted, lang });
      const file = join(folders.locales, `${lang}.lock.json`);
      await writeFile(file, writeLock(lock));
      text += `${stamped} segments stamped "${wanted.state}" in ${file}.\n`;
    }
    return { text: text.trimEnd() };
  });
