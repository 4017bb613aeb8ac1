/** To hang up: one huge sign, one code, and in every language what is behind it. No word says who it is for. */
import { codePath, sheetName } from '../../guide/sheets.ts';
import type { Guide, Lang, Need } from '../../guide/types.ts';
import { Pictogram } from '../pictogram.tsx';
import { UNTRANSLATED } from '../texts.tsx';
import { needWord, townWord } from '../town-pages.tsx';
import type { Translate } from '../words.ts';
import { Address, Code } from './code.tsx';
import { useSheet } from './sheet-context.ts';
import { Printed } from './sheet-name.tsx';
import { Stamp } from './stamp.tsx';

export function Poster({ rest }: { rest: string }) {
  const { sheet, guide } = useSheet();
  const path = codePath(sheet);
  const need = needOf(guide, rest);
  return (
    <main class={`sheet poster ${need ? `need-${need.id}` : ''}`}>
      <h1 class="sign">
        <Pictogram name={need?.icon ?? 'guide'} />
        <span class="visually-hidden">{sheetName(sheet)}</span>
      </h1>
      <Code path={path} />
      <Address path={path} />
      <ul class="languages" {...UNTRANSLATED}>
        {guide.languages.map(({ lang, dir, name }) => (
          <li lang={lang} dir={dir}>
            <b>{name}</b>
            <Line lang={lang} rest={rest} />
          </li>
        ))}
      </ul>
      <Foot />
    </main>
  );
}

const needOf = ({ needs }: Guide, rest: string): Need | undefined => needs.find(({ id }) => id === rest.split('/')[1]);

/** Needs named on a poster that is not of one need: those that most people come for. */
const FIRST_NEEDS = ['food', 'water', 'health', 'sleep', 'law'];

/** What the code leads to: a need in a town, or what a town or the whole guide has. */
function Line({ lang, rest }: { lang: Lang; rest: string }) {
  const { guide, words } = useSheet();
  const t = words(lang);
  const town = guide.towns.find(({ id }) => id === rest.split('/')[0]);
  const need = needOf(guide, rest);
  const place = town && t(townWord(town));
  if (need) return <span>{[t(needWord(need)), place].join(' · ')}</span>;
  return <span>{[...(place ? [place] : []), ...firstNeeds(guide, t)].join(' · ')}</span>;
}

const firstNeeds = ({ needs }: Guide, t: Translate) =>
  needs.filter(({ id }) => FIRST_NEEDS.includes(id)).map((need) => t(needWord(need)));

const Foot = () => (
  <footer class="foot">
    <Promises />
    <Printed />
    <Stamp />
  </footer>
);

/** It costs nothing and works without a network, said without words. */
const Promises = () => (
  <p class="promises">
    <b dir="ltr">0 €</b>
    <span class="barred">
      <Pictogram name="wifi" />
    </span>
    <Pictogram name="phone" />
    <Pictogram name="open" />
  </p>
);
