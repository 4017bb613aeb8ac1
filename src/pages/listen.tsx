/** A text read aloud: by somebody who recorded it, else by the phone's own voice where it has one (islands/listen.ts). */
import type { Text, TextState } from '../guide/types.ts';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';

interface ListenProps {
  /** The text's collection and id, e.g. `topics/sea`. */
  of: string;
  /** Whether a voice may read it: a machine's mistakes in critical words are not to be heard without the source below. */
  voice: boolean;
}

export function Listen({ of, voice }: ListenProps) {
  const { t, guide, language, base } = usePage();
  const recording = guide.recordings[language.lang]?.[of];
  if (recording) {
    const size = Math.max(1, Math.round(recording.bytes / 1000));
    return (
      <a
        class="button listen"
        data-island="listen"
        data-opus={base + recording.opus}
        data-failed={t('listen.failed')}
        href={base + recording.aac}
      >
        <Pictogram name="listen" />
        <span>{t('listen.recording', { size })}</span>
      </a>
    );
  }
  if (!voice) return null;
  return (
    <button type="button" class="button listen" data-island="listen" hidden>
      <Pictogram name="listen" />
      <span>{t('listen.button')}</span>
    </button>
  );
}

const UNREAD: readonly TextState[] = ['machine', 'outdated'];

/** Whether no text of these was left as a machine or an older original made it. */
export const isReviewed = (texts: readonly Text[]) => !texts.some(({ state }) => UNREAD.includes(state));
