/** The whole guide of a language in reading order. The script parts it into pages and fills in their numbers; without it the printer parts it. */
import type { ComponentChild, ComponentChildren } from 'preact';
import { surestFirst } from '../../guide/order.ts';
import { routes } from '../../guide/routes.ts';
import { codePath } from '../../guide/sheets.ts';
import type { EmergencyNumber, Guide, Need, Service, Topic, Town } from '../../guide/types.ts';
import { sentences } from '../card-pages.tsx';
import { Exceptions } from '../hours.tsx';
import { inLanguage, usePage } from '../page-context.ts';
import { Pictogram } from '../pictogram.tsx';
import { LanguagesSpoken, Where } from '../service-page.tsx';
import { Blocks, dateInWords, marks, Ordered, OwnWords, UNTRANSLATED, Words } from '../texts.tsx';
import { needWord, townWord } from '../town-pages.tsx';
import { Address, Code } from './code.tsx';
import { HoursInShort, Phones } from './entry.tsx';
import { useSheet } from './sheet-context.ts';
import { Printed } from './sheet-name.tsx';
import { Stamp } from './stamp.tsx';

/** What a line of the contents leads to: the id of a heading further on. */
interface Chapter {
  id: string;
  title: ComponentChild;
  /** Below a chapter, so it stands further in. */
  part?: boolean;
}

export function Booklet() {
  const { guide } = usePage();
  return (
    <main class="flow booklet" data-flow="booklet">
      <Cover />
      <Contents />
      <Numbers />
      <News />
      {guide.towns.map((town) => (
        <TownChapter town={town} />
      ))}
      <TopicChapters />
      <SentenceChapter />
      <About />
      <LastPage />
    </main>
  );
}

function Cover() {
  const { t, guide, language } = usePage();
  const path = codePath(useSheet().sheet);
  return (
    <section class="cover">
      <p class="sign">
        <Pictogram name="guide" />
      </p>
      <h1>{t('guide.name')}</h1>
      <p class="name">{guide.towns.map((town) => t(townWord(town))).join(' · ')}</p>
      <p>{language.name}</p>
      <Code path={path} />
      <Address path={path} />
      <p>{t('sheet.offline')}</p>
      <Printed />
    </section>
  );
}

/** The towns have the same needs, so a need's id alone would stand twice. */
const needId = (town: Town, need: Need) => `${town.id}-${need.id}`;
const topicId = (topic: Topic) => `t-${topic.id}`;
const serviceId = (service: Service) => `s-${service.id}`;

function Contents() {
  const { t, guide, language } = usePage();
  const chapters: Chapter[] = [
    { id: 'emergency', title: t('emergency.title') },
    ...(newsOf(guide).length > 0 ? [{ id: 'news', title: t('home.notices') }] : []),
    ...guide.towns.flatMap((town) => [
      { id: town.id, title: t(townWord(town)) },
      ...needsOf(guide, town).map((need) => ({ id: needId(town, need), title: t(needWord(need)), part: true })),
    ]),
    { id: 'topics', title: t('home.topics') },
    ...guide.topics.map((topic) => ({
      id: topicId(topic),
      title: <OwnWords text={inLanguage(topic.words, language.lang).title} />,
      part: true,
    })),
    { id: 'cards', title: t('cards.title') },
    { id: 'about', title: <OwnWords text={inLanguage(guide.about, language.lang).title} /> },
  ];
  return (
    <>
      <h2 class="chapter" data-new="">
        {t('sheet.contents')}
      </h2>
      <ol class="contents" data-split="">
        {chapters.map(({ id, title, part }) => (
          <li class={part ? 'part' : undefined}>
            <To id={id}>{title}</To>
            <b data-page-of={id} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** In a PDF one can tap it; on the desk a sheet is a picture of paper, too small for fingers. */
const To = ({ id, children }: { id: string; children: ComponentChildren }) =>
  useSheet().desk ? <span>{children}</span> : <a href={`#${id}`}>{children}</a>;

function Numbers() {
  const { t, guide } = usePage();
  return (
    <>
      <h2 class="chapter" id="emergency" data-new="">
        <Pictogram name="emergency" />
        {t('emergency.title')}
      </h2>
      {guide.emergency.map((number) => (
        <NumberEntry number={number} />
      ))}
    </>
  );
}

function NumberEntry({ number }: { number: EmergencyNumber }) {
  const page = usePage();
  const { t, language } = page;
  const { name, summary, say } = inLanguage(number.words, language.lang);
  const french = language.lang === 'fr' ? undefined : number.sayInFrench;
  const since = number.phone.as_of ?? (number.phone.second_hand ? number.checked.on : undefined);
  return (
    <article class="number">
      <h3>
        <Ordered>{number.phone.display}</Ordered> <Words text={name} />
      </h3>
      <p>
        <Words text={summary} />
      </p>
      {since && since !== 'undated' && <p>{t('emergency.as_of', { date: dateInWords(page, since) })}</p>}
      {say && (
        <p class="say">
          <b>{t('emergency.say')}</b> <Words text={say} />
          {french && (
            <span class="french" {...marks(page, french)} {...UNTRANSLATED}>
              {french.value}
            </span>
          )}
        </p>
      )}
    </article>
  );
}

/** What is news on the guide's own day. */
const newsOf = ({ notices, made }: Guide) => notices.filter(({ from, until }) => from <= made && until >= made);

function News() {
  const page = usePage();
  const { t, guide, language } = page;
  const news = newsOf(guide);
  if (news.length === 0) return null;
  return (
    <>
      <h2 class="chapter" id="news" data-new="">
        <Pictogram name="news" />
        {t('home.notices')}
      </h2>
      {news.map(({ words, until }) => (
        <div data-split="">
          <h3>
            <Words text={inLanguage(words, language.lang).title} />
          </h3>
          <p>
            <b>{t('notices.until', { date: dateInWords(page, until) })}</b>
          </p>
          <Blocks blocks={inLanguage(words, language.lang).body} />
        </div>
      ))}
    </>
  );
}

/** Needs that somebody in the town helps with. */
const needsOf = ({ needs, services }: Guide, town: Town): Need[] =>
  needs.filter((need) => services.some((service) => isOf(service, town, need)));

const isOf = (service: Service, town: Town, need: Need) =>
  service.needs.includes(need.id) && (service.towns.length === 0 || service.towns.includes(town.id));

/** Each service is told once, where it is looked for first: in the first of its towns, under its main need. */
function isToldIn(guide: Guide, service: Service, town: Town, need: Need): boolean {
  const first = service.towns.length === 0 ? guide.towns[0]?.id : guide.towns.find(({ id }) => service.towns.includes(id))?.id;
  return first === town.id && service.needs[0] === need.id;
}

function TownChapter({ town }: { town: Town }) {
  const { t, guide } = usePage();
  return (
    <>
      <h2 class="chapter" id={town.id} data-new="">
        <Pictogram name="place" />
        {t(townWord(town))}
      </h2>
      <TownCode town={town} />
      {needsOf(guide, town).map((need) => (
        <NeedPart town={town} need={need} />
      ))}
    </>
  );
}

function TownCode({ town }: { town: Town }) {
  const path = codePath({ kind: 'poster', rest: routes.town(town.id) });
  return (
    <div class="town-code">
      <Code path={path} />
      <Address path={path} />
    </div>
  );
}

function NeedPart({ town, need }: { town: Town; need: Need }) {
  const { t, guide } = usePage();
  const all = surestFirst(
    guide.services.filter((service) => isOf(service, town, need)),
    guide.made,
  );
  const told = all.filter((service) => isToldIn(guide, service, town, need));
  return (
    <>
      <h3 class="need" id={needId(town, need)}>
        <Pictogram name={need.icon} />
        {t('need.page', { need: t(needWord(need)), town: t(townWord(town)) })}
      </h3>
      {told.map((service) => (
        <Entry service={service} />
      ))}
      <SeeAlso services={all.filter((service) => !told.includes(service))} />
    </>
  );
}

/** Services told on another page. */
function SeeAlso({ services }: { services: readonly Service[] }) {
  const { language } = usePage();
  if (services.length === 0) return null;
  return (
    <ul class="see" data-split="">
      {services.map((service) => (
        <li>
          <To id={serviceId(service)}>
            <Words text={inLanguage(service.words, language.lang).name} />
          </To>
          <b data-page-of={serviceId(service)} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ service }: { service: Service }) {
  const page = usePage();
  const { t, language } = page;
  const words = inLanguage(service.words, language.lang);
  return (
    <article class="entry" id={serviceId(service)}>
      <h4>
        <Words text={words.name} />
      </h4>
      <p>
        <Words text={words.summary} />
      </p>
      {words.status_reason && <Fact icon="ask">{<Words text={words.status_reason} />}</Fact>}
      <Fact icon="clock">
        <HoursInShort service={service} />
        {words.hours_note && (
          <>
            {' '}
            <Words text={words.hours_note} />
          </>
        )}
        {service.hours.kind === 'table' && <Exceptions table={service.hours.table} />}
      </Fact>
      <Fact icon="place">
        <Where service={service} />
        {words.way && (
          <>
            {' '}
            <Words text={words.way} />
          </>
        )}
      </Fact>
      {service.phones.length > 0 && (
        <Fact icon="call">
          <Phones service={service} />
        </Fact>
      )}
      {service.website && (
        <Fact icon="web">
          <bdi dir="ltr" {...UNTRANSLATED}>
            {service.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
          </bdi>
        </Fact>
      )}
      <Fact icon="people">{service.audience.map((who) => t(`audience.${who}`)).join(' · ')}</Fact>
      {service.languages_spoken.length > 0 && (
        <Fact icon="speak">
          <LanguagesSpoken service={service} />
        </Fact>
      )}
      {words.bring && <Fact icon="bag">{<Words text={words.bring} />}</Fact>}
      <Fact icon="ask">{howSure(page, service)}</Fact>
    </article>
  );
}

function Fact({ icon, children }: { icon: string; children: ComponentChildren }) {
  return (
    <div class="line">
      <Pictogram name={icon} />
      <div>{children}</div>
    </div>
  );
}

function howSure(page: ReturnType<typeof usePage>, { checked, confidence }: Service): string {
  const { t } = page;
  const date = checked.on === 'undated' ? t('sure.undated_date') : dateInWords(page, checked.on);
  return `${t(`sure.${confidence}`)} ${t(`sure.${checked.how}`, { date, by: checked.by })}`;
}

function TopicChapters() {
  const { t, guide, language } = usePage();
  return (
    <>
      <h2 class="chapter" id="topics" data-new="">
        <Pictogram name="book" />
        {t('home.topics')}
      </h2>
      <p>{t('topics.advice')}</p>
      {guide.topics.map((topic) => {
        const { title, body } = inLanguage(topic.words, language.lang);
        return (
          <>
            <h3 class="need" id={topicId(topic)}>
              <Pictogram name={topic.icon} />
              <span>
                <Words text={title} />
              </span>
            </h3>
            <Blocks blocks={body} />
          </>
        );
      })}
    </>
  );
}

function SentenceChapter() {
  const page = usePage();
  const { t, guide } = page;
  return (
    <>
      <h2 class="chapter" id="cards" data-new="">
        <Pictogram name="cards" />
        {t('cards.title')}
      </h2>
      {guide.cards.map((card) => {
        const { own, french } = sentences(page, card);
        return (
          <article class="sentence">
            <Pictogram name={card.icon} />
            <div>
              <b {...marks(page, french)} {...UNTRANSLATED}>
                {french.value}
              </b>
              {own.lang !== french.lang && (
                <p>
                  <Words text={own} />
                </p>
              )}
            </div>
          </article>
        );
      })}
    </>
  );
}

function About() {
  const { guide, language } = usePage();
  const { title, body } = inLanguage(guide.about, language.lang);
  return (
    <>
      <h2 class="chapter" id="about" data-new="">
        <Words text={title} />
      </h2>
      <Blocks blocks={body} />
    </>
  );
}

function LastPage() {
  const { t, seen } = usePage();
  const path = codePath(useSheet().sheet);
  return (
    <section class="newest">
      <p>{t('sheet.newest')}</p>
      <Code path={path} />
      <Address path={path} />
      {seen.has('machine') && <p>{t('translation.machine')}</p>}
      <Printed />
      <Stamp />
    </section>
  );
}
