/** A sheet as a whole page: the same for the browser and for the command line, which makes a PDF of it. */
import type { ComponentChild } from 'preact';
import { composePage, NO_PARTS, withSigns } from '../../guide/compose-page.ts';
import { PAPERS, type Sheet, sheetName } from '../../guide/sheets.ts';
import type { Guide, Lang, Language } from '../../guide/types.ts';
import { makePage, type Page, renderIn } from '../page-context.ts';
import { signsIn } from '../pictogram.tsx';
import { guideWords } from '../words.ts';
import { Booklet } from './booklet.tsx';
import { Cards } from './cards.tsx';
import { Leaflet } from './leaflet.tsx';
import { Poster } from './poster.tsx';
import { type SheetOptions, SheetProvider } from './sheet-context.ts';
import { KINDS } from './sheet-words.ts';
import { Stickers } from './stickers.tsx';

/** The HTML of one sheet. Without `paper` it is the usual one of its kind. */
export function renderSheet(guide: Guide, sheet: Sheet, options: SheetOptions): string {
  const words = guideWords(guide);
  const lang = 'lang' in sheet ? sheet.lang : guide.sourceLang;
  const page = makePage(guide, languageOf(guide, lang), options.base, words);
  const html = renderIn(
    page,
    <SheetProvider value={{ ...options, guide, sheet, words: (other) => words(other, page.seen) }}>
      <html
        lang={lang}
        dir={page.language.dir}
        data-base={options.base}
        data-made={options.made}
        data-paper={options.paper ?? PAPERS[sheet.kind][0]}
        data-kind={sheet.kind}
        {...(options.bw ? { 'data-bw': '' } : {})}
      >
        <SheetHead sheet={sheet} page={page} options={options} />
        <body>{contentOf(sheet)}</body>
      </html>
    </SheetProvider>,
  );
  return `<!doctype html>${composePage(withSigns(html, signsIn([html])), NO_PARTS)}`;
}

function languageOf({ languages }: Guide, lang: Lang): Language {
  const language = languages.find((one) => one.lang === lang);
  if (!language) throw new Error(`The guide has no language "${lang}".`);
  return language;
}

function contentOf(sheet: Sheet): ComponentChild {
  switch (sheet.kind) {
    case 'poster':
      return <Poster rest={sheet.rest} />;
    case 'stickers':
      return <Stickers rest={sheet.rest} />;
    case 'leaflet':
      return <Leaflet town={sheet.town} />;
    case 'booklet':
      return <Booklet />;
    case 'cards':
      return <Cards />;
  }
}

interface SheetHeadProps {
  sheet: Sheet;
  page: Page;
  options: SheetOptions;
}

function SheetHead({ sheet, page, options: { policy, base, css, script, inline } }: SheetHeadProps) {
  return (
    <head>
      {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{`${page.t('guide.name')} · ${sheetName(sheet)}`}</title>
      <meta name="description" content={KINDS[sheet.kind].about.en} />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={`${base}icons/guide.svg`} type="image/svg+xml" />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      {script && <script type="module" src={script} />}
      {inline && <script type="module" dangerouslySetInnerHTML={{ __html: inline }} />}
    </head>
  );
}
