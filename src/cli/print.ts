/** `npm run print`: posters, leaflets, booklets, stickers and cards as PDF. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codePicture } from '../guide/code-picture.ts';
import { codeTargets } from '../guide/code-targets.ts';
import { shortPath } from '../guide/routes.ts';
import { LAID_OUT, PAPERS, type Paper, SHEET_KINDS, type Sheet, type SheetKind, sheetName } from '../guide/sheets.ts';
import type { Guide } from '../guide/types.ts';
import { chooseSheets } from '../pipeline/paper/choose-sheets.ts';
import { foldBooklet } from '../pipeline/paper/fold.ts';
import { type Printer, startPrinter } from '../pipeline/paper/printer.ts';
import { showProgress } from '../pipeline/progress.ts';
import { siteAddress } from '../pipeline/site-address.ts';
import { CallFault, folderFor, openGuide, parseCall, runCommand, someOf, writeFileIn } from './call.ts';
import { findChromium } from './find-chromium.ts';

const KIND_PAPERS = SHEET_KINDS.map((kind) => `${kind} ${PAPERS[kind].join('/')}`).join(', ');

const HELP = `npm run print -- --kind poster,leaflet --lang ar,fr [--town calais] [--paper A5] [--bw] [--out print]

Makes PDFs to print, one file for each sheet.

  --kind KINDS     all, or some of ${SHEET_KINDS.join(', ')}, with commas between them
  --lang LANGS     languages of leaflets, booklets and cards (all); posters and stickers speak all of them at once
  --town TOWNS     only what belongs to these towns (all)
  --for PAGES      posters and stickers of these pages only, named by their short addresses: n/calais/food,s/calais-pass;
                   guide is the whole guide
  --paper PAPER    the usual paper is the first: ${KIND_PAPERS}
  --bw             black on white only
  --site ADDRESS   where the guide stands on the internet (site in content/guide.yaml)
  --out DIR        where they go (print); files of the same name are replaced
  --content DIR, --locales DIR   another guide

The day that stands on the paper is that of the guide. Print without "fit to page", so that codes keep their size.
Of a booklet there are two files: booklet-ar.pdf is for screens, page after page; booklet-ar-fold.pdf is for the printer,
two pages side by side on A4. Print it on both sides, turned over the short edge, put the sheets into each other and fold.`;

const OPTIONS = {
  kind: { type: 'string' },
  lang: { type: 'string', default: 'all' },
  town: { type: 'string' },
  for: { type: 'string' },
  paper: { type: 'string' },
  bw: { type: 'boolean', default: false },
  site: { type: 'string' },
  out: { type: 'string', default: 'print' },
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const parse = () => parseArgs({ options: OPTIONS }).values;
type Given = ReturnType<typeof parse>;

async function print() {
  const given = parseCall(HELP, parse);
  if (given.help) return console.log(HELP);
  const kinds = parseKinds(given.kind);
  const paper = parsePaper(given.paper, kinds);
  const guide = await openGuide(given);
  const sheets = chosen(guide, kinds, given);
  const site = siteAddress(guide, given.site);
  refuseLongAddresses(guide, site);
  const out = folderFor(given.out);
  const files = await printAll(guide, sheets, { site, out, bw: given.bw, ...(paper && { paper }) });
  if (kinds.includes('booklet')) console.log(FOLDING);
  console.log(`${files} files in ${out}`);
}

const FOLDING =
  'Booklets: those that end in -fold.pdf are to be printed on both sides, turned over the short edge, and folded; the others are for screens.';

function parseKinds(kind: string | undefined): readonly SheetKind[] {
  if (kind === undefined) throw new CallFault(`--kind is missing: what is to be printed?\n\n${HELP}`);
  return someOf('--kind', kind, SHEET_KINDS);
}

/** A paper that every chosen kind has; undefined for the usual one of each. */
function parsePaper(paper: string | undefined, kinds: readonly SheetKind[]): Paper | undefined {
  if (paper === undefined) return undefined;
  const papersOf = (kind: SheetKind): readonly Paper[] => PAPERS[kind];
  const found = papersOf('poster').find((known) => known === paper.toUpperCase());
  const without = kinds.filter((kind) => !found || !papersOf(kind).includes(found));
  if (without.length === 0) return found;
  const possible = without.map((kind) => `${kind} on ${papersOf(kind).join(' or ')}`).join(', ');
  throw new CallFault(`--paper ${paper}: choose ${possible}.`);
}

function chosen(guide: Guide, kinds: readonly SheetKind[], given: Given): Sheet[] {
  const pages = codeTargets(guide).map(({ rest }) => shortPath(rest)?.replace(/\/$/, '') ?? 'guide');
  const sheets = chooseSheets(guide, {
    kinds,
    langs: someOf(
      '--lang',
      given.lang,
      guide.languages.map(({ lang }) => lang),
    ),
    towns:
      given.town === undefined
        ? undefined
        : someOf(
            '--town',
            given.town,
            guide.towns.map(({ id }) => id),
          ),
    pages:
      given.for === undefined
        ? undefined
        : someOf('--for', withoutSlashes(given.for), pages).map((page) => (page === 'guide' ? '' : `${page}/`)),
  });
  if (sheets.length > 0) return sheets;
  throw new CallFault(
    `There is no such sheet: ${kinds.join(', ')} with --town ${given.town ?? 'all'} and --for ${given.for ?? 'all'}. Leave one of them out.`,
  );
}

/** People copy addresses as they stand in the browser: `/s/calais-pass/`. */
const withoutSlashes = (pages: string) => pages.replace(/(^|,)\s*\//g, '$1').replace(/\/\s*(,|$)/g, '$1');

/** Codes on sheets hold 106 letters, so that they stay coarse enough for bad cameras. */
function refuseLongAddresses(guide: Guide, site: string) {
  const addresses = codeTargets(guide).map(({ rest }) => site + (shortPath(rest) ?? ''));
  const long = addresses.filter((address) => !codePicture([...new TextEncoder().encode(address)]));
  if (long.length === 0) return;
  throw new CallFault(
    `${long.length} addresses are too long for a code, such as ${long[0]}. Give the site a shorter one with --site.`,
  );
}

interface PrintOptions {
  site: string;
  out: string;
  bw: boolean;
  paper?: Paper;
}

/** One after the other in one browser; answers with the number of files. */
async function printAll(guide: Guide, sheets: readonly Sheet[], { site, out, bw, paper }: PrintOptions): Promise<number> {
  // Only here, since it loads all of Vite, which a wrong call need not wait for.
  const { openSheets } = await import('../pipeline/sheets/open-sheets.ts');
  const render = await openSheets(guide, site);
  const printer = await startPrinter(await findChromium());
  const progress = showProgress(process.stderr);
  const onDone = progress.step('Printing');
  let files = 0;
  try {
    for (const [i, sheet] of sheets.entries()) {
      const html = render(sheet, { made: guide.made, bw, ...(paper && { paper }) });
      for (const [ending, pdf] of await pdfsOf(guide, sheet, { html, printer })) {
        writeFileIn(
          join(out, `${sheetName(sheet)}${paper ? `-${paper.toLowerCase()}` : ''}${bw ? '-bw' : ''}${ending}.pdf`),
          pdf,
        );
        files++;
      }
      onDone((i + 1) / sheets.length);
    }
  } finally {
    progress.end();
    await printer.close();
  }
  return files;
}

/** The files of a sheet by what their names end in. */
async function pdfsOf(
  guide: Guide,
  sheet: Sheet,
  { html, printer }: { html: string; printer: Printer },
): Promise<Map<string, Uint8Array>> {
  const pdf = await printer.pdf(html, LAID_OUT);
  if (sheet.kind !== 'booklet') return new Map([['', pdf]]);
  const language = guide.languages.find(({ lang }) => lang === sheet.lang);
  if (!language) throw new Error(`The guide has no language ${sheet.lang}.`);
  return new Map([
    ['', pdf],
    ['-fold', await foldBooklet(pdf, language)],
  ]);
}

await runCommand(print);
