/** As big as a bank card: on one side numbers to call and the code of the guide, on the other three sentences to show. */
import { codePath } from '../../guide/sheets.ts';
import type { Card } from '../../guide/types.ts';
import { sentences } from '../card-pages.tsx';
import { usePage } from '../page-context.ts';
import { Pictogram } from '../pictogram.tsx';
import { marks, OwnWords, UNTRANSLATED } from '../texts.tsx';
import { Address, Code } from './code.tsx';
import { NumberList } from './number-list.tsx';
import { useSheet } from './sheet-context.ts';
import { SheetName } from './sheet-name.tsx';

/** On one A4, in two columns. */
const CARDS = 10;
const NUMBERS = 4;
/** What one has to say when there is no time to look for it. */
const SENTENCES = ['danger', 'doctor', 'interpreter'];

/** Both sides of the sheet have the same cards everywhere, so they meet whichever edge the printer turns it over. */
export function Cards() {
  const { guide } = usePage();
  const shown = SENTENCES.flatMap((id) => guide.cards.find((card) => card.id === id) ?? []);
  const side = (content: () => preact.ComponentChild) => Array.from({ length: CARDS }, () => <div class="card">{content()}</div>);
  return (
    <main>
      <div class="sheet cards">
        <SheetName />
        {side(() => (
          <Numbers />
        ))}
      </div>
      <div class="sheet cards">
        {side(() => (
          <Sentences cards={shown} />
        ))}
      </div>
    </main>
  );
}

function Numbers() {
  const { t } = usePage();
  const path = codePath(useSheet().sheet);
  return (
    <>
      <div class="numbers">
        <h2>{t('emergency.title')}</h2>
        <NumberList most={NUMBERS} />
      </div>
      <div class="scan">
        <Code path={path} />
        <Address path={path} />
      </div>
    </>
  );
}

function Sentences({ cards }: { cards: readonly Card[] }) {
  const page = usePage();
  return (
    <ul class="sentences">
      {cards.map((card) => {
        const { own, french } = sentences(page, card);
        return (
          <li>
            <Pictogram name={card.icon} />
            <div>
              <b {...marks(page, french)} {...UNTRANSLATED}>
                {french.value}
              </b>
              {own.lang !== french.lang && (
                <p>
                  <OwnWords text={own} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
