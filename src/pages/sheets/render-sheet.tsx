/** A sheet as a whole page: the same for the browser and for the command line, which makes a PDF of it. */
import type { ComponentChild } from 'preact';
import { render } from 'preact-render-to-string';
import { composePage, NO_PARTS, withSigns } from '../../guide/compose-page.ts';
import { PAPERS, type Sheet, sheetName } from '../../guide/sheets.ts';
import type { Guide, Lang, TextState } from '../../guide/types.ts';
import { drawForeign } from '../foreign-words.ts';
import { signsIn } from '../pictogram.tsx';
import { directionOf, guideWords } from '../words.ts';
import { Poster } from './poster.tsx';
import { type SheetOptions, SheetProvider } from './sheet-context.ts';
import { KINDS } from './sheet-words.ts';

/** The HTML of one sheet. Without `paper` it is the usual one of its kind. */
export function renderSheet(guide: Guide, sheet: Sheet, options: SheetOptions): string {
  const engine = guideWords(guide);
  const words = (lang: Lang) => engine(lang, new Set<TextState>());
  const lang = 'lang' in sheet ? sheet.lang : guide.sourceLang;
  const html = render(
    <SheetProvider value={{ ...options, guide, sheet, words }}>
      <html
        lang={lang}
        dir={directionOf(guide, lang)}
        data-base={options.base}
        data-made={options.made}
        data-paper={options.paper ?? PAPERS[sheet.kind][0]}
        data-kind={sheet.kind}
        {...(options.bw ? { 'data-bw': '' } : {})}
      >
        <SheetHead guide={guide} sheet={sheet} lang={lang} options={options} />
        <body>{contentOf(sheet)}</body>
      </html>
    </SheetProvider>,
  );
  const source = { lang: guide.sourceLang, dir: directionOf(guide, guide.sourceLang) };
  const marked = drawForeign(html, { source, page: lang });
  return `<!doctype html>${composePage(withSigns(marked, signsIn([marked])), NO_PARTS)}`;
}

function contentOf(sheet: Sheet): ComponentChild {
  if (sheet.kind === 'poster') return <Poster rest={sheet.rest} />;
  return <Poster rest="" />;
}

interface SheetHeadProps {
  guide: Guide;
  sheet: Sheet;
  lang: Lang;
  options: SheetOptions;
}

function SheetHead({ guide, sheet, lang, options: { policy, base, css, script } }: SheetHeadProps) {
  const name = guide.words[lang]?.['guide.name']?.value ?? '';
  return (
    <head>
      {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{`${name} · ${sheetName(sheet)}`}</title>
      <meta name="description" content={KINDS[sheet.kind].about.en} />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={`${base}icons/guide.svg`} type="image/svg+xml" />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      {script && <script type="module" src={script} />}
    </head>
  );
}
