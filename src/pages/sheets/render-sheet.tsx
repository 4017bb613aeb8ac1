/** A sheet as a whole page: the same for the browser and for the command line, which makes a PDF of it. */
import type { ComponentChild } from 'preact';
import { PAPERS, type Sheet, sheetName } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import { makePage, renderIn } from '../page-context.ts';
import { guideWords } from '../words.ts';
import { Booklet } from './booklet.tsx';
import { Cards } from './cards.tsx';
import { Desk } from './desk.tsx';
import { Leaflet } from './leaflet.tsx';
import { Poster } from './poster.tsx';
import { type SheetOptions, SheetProvider } from './sheet-context.ts';
import { drawPage, languageOf, SheetHead } from './sheet-document.tsx';
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
        <SheetHead
          title={`${page.t('guide.name')} · ${sheetName(sheet)}`}
          description={page.t('guide.description')}
          options={options}
        />
        <body>
          {options.desk && <Desk />}
          {contentOf(sheet)}
        </body>
      </html>
    </SheetProvider>,
  );
  return drawPage(html);
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
