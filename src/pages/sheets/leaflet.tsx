/** What one town has, in one language: an A4 with print on both sides, folded twice like a fan. Its first panel is the cover. */
import { type LeafletList, leafletLists } from '../../guide/leaflet-lists.ts';
import { codePath } from '../../guide/sheets.ts';
import { inLanguage, usePage } from '../page-context.ts';
import { Pictogram } from '../pictogram.tsx';
import { OwnWords } from '../texts.tsx';
import { needWord, townWord } from '../town-pages.tsx';
import { Address, Code } from './code.tsx';
import { ShortEntry } from './entry.tsx';
import { NumberList } from './number-list.tsx';
import { useSheet } from './sheet-context.ts';
import { Printed } from './sheet-name.tsx';
import { Stamp } from './stamp.tsx';

const NUMBERS = 6;
/** Both sides of one sheet. */
const PANELS = 6;

/** `data-panels`: more than these are made only when nothing can be spared any more (islands/sheets/lay-out.ts). */
export function Leaflet({ town }: { town: string }) {
  const { guide } = usePage();
  return (
    <main class="flow leaflet" data-flow="leaflet" data-panels={PANELS}>
      <Cover town={town} />
      <EmergencyList />
      {leafletLists(guide, town).map((list) => (
        <NeedList list={list} />
      ))}
      <Newest />
    </main>
  );
}

function Cover({ town }: { town: string }) {
  const { t } = usePage();
  const path = codePath(useSheet().sheet);
  return (
    <section class="cover">
      <p class="sign">
        <Pictogram name="guide" />
      </p>
      <h1>{t(townWord(town))}</h1>
      <p class="name">{t('guide.name')}</p>
      <p>{t('sheet.scan')}</p>
      <Code path={path} />
      <Address path={path} />
      <p>{t('sheet.offline')}</p>
      <Printed />
      <Stamp />
    </section>
  );
}

function EmergencyList() {
  const { t } = usePage();
  return (
    <section class="numbers" data-new="">
      <h2>
        <Pictogram name="emergency" />
        {t('emergency.title')}
      </h2>
      <NumberList most={NUMBERS} />
    </section>
  );
}

/** What can be spared goes first from the longest list; `data-more` then counts it. */
function NeedList({ list: { need, shown, named, more } }: { list: LeafletList }) {
  const { t, language } = usePage();
  const names = named.map(({ words }) => <OwnWords text={inLanguage(words, language.lang).name} />);
  const [before = '', after = ''] = t('sheet.more', { count: '#' }).split('#');
  return (
    <div data-split="">
      <h2>
        <Pictogram name={need.icon} />
        {t(needWord(need))}
      </h2>
      {shown.map((service) => (
        <ShortEntry service={service} />
      ))}
      {names.length > 0 && (
        <p class="named">
          {names.map((name, i) => (
            <>
              {i > 0 && ' · '}
              {name}
            </>
          ))}
        </p>
      )}
      <p class="more" hidden={more === 0}>
        {before}
        <span data-more="">{more}</span>
        {after}
      </p>
    </div>
  );
}

function Newest() {
  const { t, seen } = usePage();
  const path = codePath(useSheet().sheet);
  return (
    <section class="newest">
      <p>
        {t('sheet.newest')} <Address path={path} />
      </p>
      {seen.has('machine') && <p>{t('translation.machine')}</p>}
    </section>
  );
}
