/** The page "On this phone": what is kept, in which languages, and how to remove it. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FromWorker, OfflineState } from '../guide/offline-messages.ts';
import { type PackList, packListUrl } from '../guide/packs.ts';
import type { Direction, Lang } from '../guide/types.ts';
import { canKeep, keepAgain, keepNot, listen, presentWorker, removeEverything, send, startWorker } from './keeping.ts';
import { lacksLetters } from './letters.ts';
import { showState } from './status-line.ts';
import { base } from './trusted-url.ts';
import { sizeInWords, word } from './words.ts';

interface KeepableLanguage {
  lang: Lang;
  name: string;
  dir: Direction;
}

/** What is last known of each language. */
type Known = Record<Lang, FromWorker>;

export async function startPhone(element: HTMLElement): Promise<void> {
  const languages = JSON.parse(element.dataset.languages ?? '[]') as KeepableLanguage[];
  const able = await canKeep();
  element.replaceChildren();
  render(able ? <Phone languages={languages} /> : <p>{word('phone.unsupported')}</p>, element);
}

function Phone({ languages }: { languages: KeepableLanguage[] }) {
  const [known, setKnown] = useState<Known>({});
  const [gone, setGone] = useState(false);
  const learn = (message: FromWorker) => setKnown((before) => ({ ...before, [message.lang]: message }));
  useEffect(() => {
    void askAboutAll(languages);
    return listen(learn);
  }, [languages]);
  const removeAll = async () => {
    await removeEverything();
    setKnown({});
    setGone(true);
    showState({ kind: 'removed' });
  };
  const save = (lang: Lang) => {
    setGone(false);
    void saveLanguage(lang).catch(() => learn(failed(lang)));
  };
  return (
    <>
      <h2>{word('phone.languages')}</h2>
      <ul class="rows">
        {languages.map((language) => (
          <LanguageRow key={language.lang} language={language} known={known[language.lang]} save={save} />
        ))}
      </ul>
      <p>{word('phone.remove_all_lead')}</p>
      <button type="button" class="button" onClick={() => void removeAll()}>
        {word('phone.remove_all')}
      </button>
      <p role="status">{gone && word('phone.removed')}</p>
    </>
  );
}

interface LanguageRowProps {
  language: KeepableLanguage;
  known: FromWorker | undefined;
  save: (lang: Lang) => void;
}

function LanguageRow({ language, known, save }: LanguageRowProps) {
  const { lang, dir, name } = language;
  const kept = known?.type === 'state' && known.kind === 'ready';
  const saving = known?.type === 'progress' || known?.kind === 'saving';
  return (
    <li>
      <div class="keep">
        <bdi lang={lang} dir={dir}>
          {name}
        </bdi>
        <small role="status">{stateInWords(known)}</small>
        {!kept && <Transfer lang={lang} />}
        <button type="button" class="button" disabled={saving} onClick={() => (kept ? void removeLanguage(lang) : save(lang))}>
          {word(kept ? 'phone.remove' : 'phone.save')} <span class="visually-hidden">({name})</span>
        </button>
      </div>
    </li>
  );
}

function stateInWords(known: FromWorker | undefined): string {
  if (known?.type === 'progress') return word('phone.saving', { done: known.done, of: known.of });
  if (known?.kind === 'ready') return word('phone.saved', { size: sizeInWords(known.bytes) });
  if (known?.kind === 'failed') return word('phone.failed');
  return word('phone.not_saved');
}

/** What saving costs, told before the tap. */
function Transfer({ lang }: { lang: Lang }) {
  const [cost, setCost] = useState<Cost>();
  useEffect(() => void readCost(lang).then(setCost), [lang]);
  return cost ? <small>{word('phone.size', { size: sizeInWords(cost.bytes) })}</small> : null;
}

interface Cost {
  /** Over the air. */
  bytes: number;
  /** This phone lacks letters of the language, so its font is fetched and kept too. */
  fonts: boolean;
}

/** Asked of the language's list; undefined without a connection. */
async function readCost(lang: Lang): Promise<Cost | undefined> {
  try {
    const list: Partial<PackList> = await (await fetch(base() + packListUrl(lang))).json();
    const { transfer, letters = '', fonts = [] } = list;
    if (typeof transfer !== 'number') return undefined;
    const lacking = lacksLetters(letters);
    const added = fonts.reduce((sum, { bytes }) => sum + bytes, 0);
    return { bytes: transfer + (lacking ? added : 0), fonts: lacking };
  } catch {
    return undefined;
  }
}

async function askAboutAll(languages: readonly KeepableLanguage[]): Promise<void> {
  const worker = await presentWorker();
  if (worker) for (const { lang } of languages) send(worker, { type: 'status', lang });
}

async function saveLanguage(lang: Lang): Promise<void> {
  keepAgain(lang);
  // Asked for at the tap, when browsers are most ready to grant it: they then do not throw the copy away for room.
  void navigator.storage?.persist?.().catch(() => false);
  const [worker, cost] = await Promise.all([startWorker(), readCost(lang)]);
  send(worker, { type: 'save', lang, fonts: cost?.fonts ?? false });
}

async function removeLanguage(lang: Lang): Promise<void> {
  keepNot(lang);
  const worker = await presentWorker();
  if (worker) send(worker, { type: 'remove', lang });
}

const failed = (lang: Lang): OfflineState => ({ type: 'state', lang, kind: 'failed', files: 0, bytes: 0, made: '' });
