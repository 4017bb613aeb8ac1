/** "On this phone": what is kept, how to keep nothing, what the browser keeps, and how the guide is shown. */
import { EDITION_SIGNS, signMark } from '../guide/compose-page.ts';
import { guideFileUrl, NOT_MINE, PASS_ON } from '../guide/routes.ts';
import { Comfort } from './comfort.tsx';
import { guideDay } from './edition.ts';
import { usePage } from './page-context.ts';
import { KeptAtHand } from './page-tools.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import { WordsForScripts } from './shell.tsx';
import { UNTRANSLATED } from './texts.tsx';
import type { WordKey } from './words.ts';

/** Beginnings of the keys that the script of this page needs. */
const WORDS = ['phone.save', 'phone.saving', 'phone.not_saved', 'phone.remove', 'phone.failed', 'phone.size'];

export function PhonePage() {
  const { t, guide, language } = usePage();
  return (
    <>
      <h1>{t('phone.title')}</h1>
      <p>{t('phone.lead')}</p>
      <Comfort />
      <Kept />
      <PassOn />
      <KeptAtHand canForget />
      <NotMine />
      <BrowserKeeps />
      <section>
        <h2>{t('phone.install_title')}</h2>
        <p>{t('phone.install')}</p>
      </section>
      <WordsForScripts prefixes={WORDS} id="words-phone" guide={guide} language={language} />
    </>
  );
}

/** Sizes are known only when all packs are made, so the script asks for them (`costs.json`). */
function Kept() {
  const { t, guide } = usePage();
  return (
    <section data-island="phone">
      <p>{t('phone.no_script')}</p>
      <p data-when="unable" hidden>
        {t('phone.unsupported')}
      </p>
      <h2 data-when="able" hidden>
        {t('phone.languages')}
      </h2>
      <ul class="rows" data-when="able" hidden>
        {guide.languages.map(({ lang, dir, name }) => (
          <li class="keep" data-lang={lang}>
            <div>
              <bdi lang={lang} dir={dir} {...UNTRANSLATED}>
                {name}
              </bdi>
              <small role="status" />
              <small />
            </div>
            <button type="button" class="button">
              <span /> <span class="visually-hidden">({name})</span>
            </button>
          </li>
        ))}
        <li class="keep" data-atlas hidden>
          <div>
            {t('bigmap.title')}
            <small role="status" />
          </div>
          <button type="button" class="button">
            {t('phone.remove')} <span class="visually-hidden">({t('bigmap.title')})</span>
          </button>
        </li>
      </ul>
      <p data-when="able" hidden>
        {t('phone.remove_all_lead')}
      </p>
      <RemoveButton until="ever" word="phone.remove_all" />
    </section>
  );
}

/** A plain link to the file; with a script the phone makes the file itself and hands it to another app (islands/pass-on.ts). */
function PassOn() {
  const { t, language, base } = usePage();
  const { lang } = language;
  return (
    <section id={PASS_ON}>
      <h2>{t('pass.title')}</h2>
      <p>{t('pass.lead')}</p>
      <a class="button" href={base + guideFileUrl(lang)} download>
        <Pictogram name="share" />
        {t('pass.title')}
      </a>
      <p class="quiet">{t('pass.size', { size: signMark(EDITION_SIGNS.fileSize), date: guideDay() })}</p>
      <p>{t('pass.open')}</p>
      <div role="status">
        <p hidden>{t('pass.wait')}</p>
        <p hidden>{t('pass.ready')}</p>
        <p hidden>{t('pass.saved')}</p>
        <p hidden>{t('pass.failed')}</p>
      </div>
      <button type="button" class="button" hidden>
        {t('share.app')}
      </button>
      <button type="button" class="button" hidden>
        {t('pass.save')}
      </button>
    </section>
  );
}

/** `until` says how long nothing is kept afterwards: until the browser is closed, or for ever. */
const RemoveButton = ({ until, word }: { until: 'visit' | 'ever'; word: WordKey }) => (
  <button type="button" class="button" data-remove={until} hidden>
    {usePage().t(word)}
  </button>
);

function NotMine() {
  const { t } = usePage();
  return (
    <section id={NOT_MINE}>
      <h2>{t('shared.title')}</h2>
      <p>{t('shared.lead')}</p>
      <RemoveButton until="visit" word="shared.visit" />
      <RemoveButton until="ever" word="shared.ever" />
      <p class="with-leave">
        <span>{t('shared.leave')}</span>
        <span class="leave">
          <Pictogram name="leave" />
        </span>
      </p>
    </section>
  );
}

/** What no page can remove, and the steps to do it by hand. The script leads here after a removal. */
function BrowserKeeps() {
  const { t } = usePage();
  return (
    <section id="browser" tabIndex={-1}>
      <p role="status" class="told" />
      <h2>{t('browser.title')}</h2>
      <p>{t('browser.lead')}</p>
      <ul class="signed">
        <Signed sign="clock" word="browser.keeps_history" />
        <Signed sign="home" word="browser.keeps_icon" />
        <Signed sign="gear" word="browser.keeps_data" />
      </ul>
      {STEPS.map(({ name, steps }) => (
        <details class="script">
          <summary>
            <bdi lang="en" {...UNTRANSLATED}>
              {name}
            </bdi>
          </summary>
          <ol class="signed">
            {steps.map(([sign, word]) => (
              <Signed sign={sign} word={word} />
            ))}
            <Signed sign="home" word="browser.icon" />
          </ol>
        </details>
      ))}
    </section>
  );
}

const Signed = ({ sign, word }: { sign: PictogramName; word: WordKey }) => (
  <li>
    <Pictogram name={sign} />
    <span>{usePage().t(word)}</span>
  </li>
);

type Step = readonly [sign: PictogramName, word: WordKey];

const HISTORY: Step = ['clock', 'browser.history'];
const ALL_DATA: Step = ['gear', 'browser.all_data'];

/** Names of products are the same in every language. */
const STEPS: readonly { name: string; steps: readonly Step[] }[] = [
  { name: 'Chrome (Android)', steps: [['dots', 'browser.dots'], HISTORY, ['gear', 'browser.site_data']] },
  {
    name: 'Safari (iPhone)',
    steps: [
      ['book', 'browser.book'],
      ['gear', 'browser.website_data'],
    ],
  },
  { name: 'Firefox', steps: [['dots', 'browser.dots'], HISTORY, ALL_DATA] },
  { name: 'Samsung Internet', steps: [['lines', 'browser.lines'], HISTORY, ALL_DATA] },
];
