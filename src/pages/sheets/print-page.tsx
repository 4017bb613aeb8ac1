/** /print/: choosing what to print, for people without a terminal. No reader is led here, and no phone keeps it unasked. */
import type { ComponentChildren } from 'preact';
import { PRINT, SHEET_KINDS, type Sheet, type SheetKind } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import { makePage, renderIn } from '../page-context.ts';
import { Pictogram } from '../pictogram.tsx';
import { UNTRANSLATED } from '../texts.tsx';
import { guideWords } from '../words.ts';
import { Languages, needBoth, Say, SheetLink, townBoth } from './desk.tsx';
import type { SheetOptions } from './sheet-context.ts';
import { drawPage, languageOf, SheetHead } from './sheet-document.tsx';
import { KINDS, WORDS } from './sheet-words.ts';

const SIGNS: Readonly<Record<SheetKind, string>> = {
  poster: 'scan',
  leaflet: 'book',
  booklet: 'book',
  cards: 'cards',
  stickers: 'cut',
};

export function renderPrintPage(guide: Guide, options: SheetOptions): string {
  const lang = guide.languages.some((one) => one.lang === 'fr') ? 'fr' : guide.sourceLang;
  const page = makePage(guide, languageOf(guide, lang), options.base, guideWords(guide));
  const { title, about } = WORDS;
  return drawPage(
    renderIn(
      page,
      <html lang={lang} dir={page.language.dir} data-base={options.base} data-kind="choose">
        <SheetHead title={title.fr} description={about.fr} options={options} />
        <body>
          <main class="choose" lang="fr" dir="ltr">
            <h1>
              <Pictogram name="print" />
              <span>
                <Say both={title} />
              </span>
            </h1>
            <p>
              <Say both={about} />
            </p>
            {SHEET_KINDS.map((kind) => (
              <Kind kind={kind}>
                <Choices guide={guide} kind={kind} base={options.base} />
              </Kind>
            ))}
            <p>
              <Say both={WORDS.before} />
            </p>
            <p data-kept="" role="status" hidden>
              <Say both={WORDS.kept} />
            </p>
          </main>
        </body>
      </html>,
    ),
  );
}

function Kind({ kind, children }: { kind: SheetKind; children: ComponentChildren }) {
  const { about, ...name } = KINDS[kind];
  return (
    <section id={kind}>
      <h2>
        <Pictogram name={SIGNS[kind]} />
        <span>
          <Say both={name} />
        </span>
      </h2>
      <p>
        <Say both={about} />
      </p>
      {children}
    </section>
  );
}

interface ChoicesProps {
  guide: Guide;
  kind: SheetKind;
  base: string;
}

function Choices({ guide, kind, base }: ChoicesProps) {
  switch (kind) {
    case 'poster':
    case 'stickers':
      return <Codes guide={guide} kind={kind} base={base} />;
    case 'leaflet':
      return (
        <>
          {guide.towns.map((town) => (
            <div class="group">
              <h3>
                <SayName both={townBoth(guide, town.id)} />
              </h3>
              <Languages guide={guide} to={(lang) => `${base}${PRINT}leaflet/${lang}/${town.id}/`} />
            </div>
          ))}
        </>
      );
    case 'booklet':
    case 'cards':
      return <Languages guide={guide} to={(lang) => `${base}${PRINT}${kind}/${lang}/`} />;
  }
}

/** A name that is often the same in both languages is said once. */
const SayName = ({ both }: { both: { fr: string; en: string } }) =>
  both.fr === both.en ? <span>{both.fr}</span> : <Say both={both} />;

/** What a code may lead to: the guide, a town, a need in a town, and for stickers a single service. */
function Codes({ guide, kind, base }: ChoicesProps & { kind: 'poster' | 'stickers' }) {
  const link = (rest: string, name: ComponentChildren) => (
    <SheetLink sheet={{ kind, rest } satisfies Sheet} base={base}>
      {name}
    </SheetLink>
  );
  return (
    <>
      <ul class="links">
        {link('', <Say both={WORDS.whole} />)}
        {guide.towns.map(({ id }) => link(`${id}/`, <SayName both={townBoth(guide, id)} />))}
      </ul>
      {guide.towns.map((town) => (
        <details>
          <summary>
            <Say both={WORDS.need_in} /> <SayName both={townBoth(guide, town.id)} />
          </summary>
          <ul class="links">
            {guide.needs.map((need) =>
              link(
                `${town.id}/${need.id}/`,
                <>
                  <Pictogram name={need.icon} />
                  <span>
                    <SayName both={needBoth(guide, need.id)} />
                  </span>
                </>,
              ),
            )}
          </ul>
        </details>
      ))}
      {kind === 'stickers' && (
        <details>
          <summary>
            <Say both={WORDS.one_place} />
          </summary>
          <ul class="links">{services(guide).map(({ id, name }) => link(`s/${id}/`, <bdi {...UNTRANSLATED}>{name}</bdi>))}</ul>
        </details>
      )}
    </>
  );
}

/** By their French names, which their helpers know. */
function services({ services, sourceLang }: Guide): { id: string; name: string }[] {
  const named = services.map(({ id, words }) => ({ id, name: (words.fr ?? words[sourceLang])?.name.value ?? id }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}
