/** `npm run qr`: QR codes of the guide's addresses, one file each. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CODE_KINDS, type CodeTarget, codeTargets } from '../guide/code-targets.ts';
import { shortPath } from '../guide/routes.ts';
import { type LabelledCode, labelledCode, labelPage } from '../pipeline/paper/labelled-code.ts';
import { type Printer, startPrinter } from '../pipeline/paper/printer.ts';
import { showProgress } from '../pipeline/progress.ts';
import { siteAddress } from '../pipeline/site-address.ts';
import { CallFault, folderFor, oneOf, openGuide, parseCall, runCommand, someOf, writeFileIn } from './call.ts';
import { findChromium } from './find-chromium.ts';

const FORMATS = ['svg', 'png', 'pdf'] as const;
type Format = (typeof FORMATS)[number];
/** Width of the black part in millimetres: below the least, copies of copies are not read any more. */
const SIZE = { least: 25, usual: 30, most: 200 };
/** Pixels per inch that a PNG has at least when it is printed at its size. */
const DENSITY = 600;
const MM_PER_INCH = 25.4;

const HELP = `npm run qr -- --site https://guide.example [--what all] [--lang ar,fr] [--format svg] [--out codes]

Draws the QR codes of the guide, each into a file of its own with its address in letters below it.

  --site ADDRESS   where the guide stands on the internet (site in content/guide.yaml)
  --what WHAT      all, or some of ${CODE_KINDS.join(', ')} (all)
  --lang LANGS     codes that open in these languages, with commas between them, or all;
                   without it they open in the language of whoever reads them, as codes on paper should
  --format F       ${FORMATS.join(', ')} (svg)
  --size MM        width of the code without the white around it, ${SIZE.least} to ${SIZE.most} (${SIZE.usual})
  --out DIR        where they go (codes); files of the same name are replaced
  --content DIR, --locales DIR   another guide

Keep the white around a code, print it black on white, and put no picture, fold or staple on it.`;

const OPTIONS = {
  site: { type: 'string' },
  what: { type: 'string', default: 'all' },
  lang: { type: 'string' },
  format: { type: 'string', default: 'svg' },
  size: { type: 'string', default: String(SIZE.usual) },
  out: { type: 'string', default: 'codes' },
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** A file to make. */
interface Code {
  /** Relative to the folder, without its ending. */
  name: string;
  address: string;
}

async function qr() {
  const given = parseCall(HELP, () => parseArgs({ options: OPTIONS }).values);
  if (given.help) return console.log(HELP);
  const what = someOf('--what', given.what, CODE_KINDS);
  const format = oneOf('--format', given.format, FORMATS);
  const size = parseSize(given.size);
  const guide = await openGuide(given);
  const langs =
    given.lang === undefined
      ? undefined
      : someOf(
          '--lang',
          given.lang,
          guide.languages.map(({ lang }) => lang),
        );
  const site = siteAddress(guide, given.site);
  const targets = codeTargets(guide).filter(({ kind }) => what.includes(kind));
  const out = folderFor(given.out);
  const codes = listCodes(targets, site, langs);
  await drawAll(codes, { format, size, out });
  console.log(`${codes.length} codes as ${format} in ${out}`);
}

function parseSize(text: string): number {
  const size = Number(text);
  if (size >= SIZE.least && size <= SIZE.most) return size;
  throw new CallFault(
    `--size ${text}: write millimetres from ${SIZE.least} to ${SIZE.most}; ${SIZE.usual} is usual for a handout.`,
  );
}

/** Files of a language stand in a folder of their own. */
const listCodes = (targets: readonly CodeTarget[], site: string, langs: readonly string[] | undefined): Code[] =>
  langs
    ? langs.flatMap((lang) => targets.map(({ rest }) => ({ name: `${lang}/${nameOf(rest)}`, address: `${site}${lang}/${rest}` })))
    : targets.map(({ rest }) => ({ name: nameOf(shortPath(rest) ?? rest), address: site + (shortPath(rest) ?? rest) }));

/** @example nameOf('n/calais/food/') -> 'n-calais-food'; nameOf('') -> 'guide' */
const nameOf = (path: string) => path.replace(/\/$/, '').replaceAll('/', '-') || 'guide';

async function drawAll(codes: readonly Code[], { format, size, out }: { format: Format; size: number; out: string }) {
  // Only SVG is drawn without a browser.
  const printer = format === 'svg' ? undefined : await startPrinter(await findChromium());
  const progress = showProgress(process.stderr);
  const onDone = progress.step('Drawing codes');
  try {
    for (const [i, { name, address }] of codes.entries()) {
      const picture = labelledCode(address, size);
      writeFileIn(
        join(out, `${name}.${format}`),
        printer ? await onPaper(picture, { format, printer, address }) : `${picture.svg}\n`,
      );
      onDone((i + 1) / codes.length);
    }
  } finally {
    progress.end();
    await printer?.close();
  }
}

/** In a PNG every module is as many whole pixels wide. */
function onPaper(picture: LabelledCode, { format, printer, address }: { format: Format; printer: Printer; address: string }) {
  const { width, height, module } = picture;
  if (format === 'pdf') return printer.pdf(labelPage(picture, address, `${module}mm`));
  const pixels = Math.ceil((module / MM_PER_INCH) * DENSITY);
  return printer.png(labelPage(picture, address, `${pixels}px`), { width: width * pixels, height: Math.ceil(height * pixels) });
}

await runCommand(qr);
