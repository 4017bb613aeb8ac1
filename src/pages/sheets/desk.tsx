/** What stands above a sheet on the screen, in French and English: paper, black and white, the button to print. On paper there is none of it. */
import type { ComponentChildren } from 'preact';
import { PAPERS, PRINT, type Sheet, sheetPath } from '../../guide/sheets.ts';
import { Pictogram } from '../pictogram.tsx';
import { UNTRANSLATED } from '../texts.tsx';
import { needWord, townWord } from '../town-pages.tsx';
import type { WordKey } from '../words.ts';
import { type SheetSurroundings, useSheet } from './sheet-context.ts';
import { type Both, HOW_TO, KINDS, WORDS } from './sheet-words.ts';

/** Both languages of one thing, French first and stronger. */
export const Say = ({ both: { fr, en } }: { both: Both }) => (
  <>
    <span lang="fr" dir="ltr">
      {fr}
    </span>{' '}
    <span lang="en" dir="ltr" class="second">
      {en}
    </span>
  </>
);

export function Desk() {
  const { sheet, base, site } = useSheet();
  return (
    <header class="desk" dir="ltr" lang="fr">
      <a class="back" href={base + PRINT}>
        <Pictogram name="back" />
        <span>
          <Say both={WORDS.back} />
        </span>
      </a>
      <p class="kind">
        <Say both={KINDS[sheet.kind]} />
      </p>
      <Papers />
      <label class="choice">
        <input type="checkbox" id="bw" />
        <span>
          <Say both={WORDS.black} />
        </span>
      </label>
      <button type="button" data-print="" hidden>
        <Pictogram name="print" />
        <span>
          <Say both={WORDS.print} />
        </span>
      </button>
      <p class="no-script">
        <Say both={site ? WORDS.by_menu : WORDS.no_codes} />
      </p>
      <p class="how">
        <Say both={HOW_TO[sheet.kind]} />
      </p>
      <Others />
      <p data-kept="" role="status" hidden>
        <Say both={WORDS.kept} />
      </p>
    </header>
  );
}

/** By style alone, so that it works without a script: see styles/sheets/paper.css. */
function Papers() {
  const { sheet } = useSheet();
  const papers: readonly string[] = PAPERS[sheet.kind];
  if (papers.length < 2) return null;
  return (
    <fieldset>
      <legend>
        <Say both={WORDS.paper} />
      </legend>
      {papers.map((paper, i) => (
        <label class="choice">
          <input type="radio" name="paper" id={paper.toLowerCase()} checked={i === 0} />
          <span>{paper}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same sheet in the other languages. */
function Others() {
  const { sheet, guide, base } = useSheet();
  if (!('lang' in sheet)) return null;
  return (
    <details>
      <summary>
        <Say both={WORDS.languages} />
      </summary>
      <Languages guide={guide} to={(lang) => base + sheetPath({ ...sheet, lang })} now={sheet.lang} />
    </details>
  );
}

interface LanguagesProps {
  guide: SheetSurroundings['guide'];
  /** Address of the sheet in a language. */
  to: (lang: string) => string;
  /** The language of this page. */
  now?: string;
}

export const Languages = ({ guide, to, now }: LanguagesProps) => (
  <ul class="links" {...UNTRANSLATED}>
    {guide.languages.map(({ lang, dir, name }) => (
      <li>
        <a href={to(lang)} lang={lang} dir={dir} {...(lang === now ? { 'aria-current': 'page' } : {})}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);

/** A link to one sheet. */
export function SheetLink({ sheet, base, children }: { sheet: Sheet; base: string; children: ComponentChildren }) {
  return (
    <li>
      <a href={base + sheetPath(sheet)}>{children}</a>
    </li>
  );
}

/** A word of the guide in French and English, as far as the guide has these. */
export function bothWords(guide: SheetSurroundings['guide'], key: WordKey): Both {
  const word = (lang: string) => guide.words[lang]?.[key]?.value ?? '';
  const en = word('en') || word(guide.sourceLang);
  return { fr: word('fr') || en, en };
}

export const townBoth = (guide: SheetSurroundings['guide'], town: string) => bothWords(guide, townWord(town));
export const needBoth = (guide: SheetSurroundings['guide'], need: string) => bothWords(guide, needWord(need));
