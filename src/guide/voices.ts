/** Which of a phone's voices can read a language aloud. */
import type { Lang } from './types.ts';

export interface Voice {
  /** BCP 47, on some phones with `_`. */
  lang: string;
  /** Speaks on the phone itself; others send what they read to somebody's server. */
  localService: boolean;
}

/**
 * What voices call some of our languages, best first.
 * Dari has hardly any voice of its own. It is written as Farsi is, so a voice from Iran reads it with another accent,
 * which helps somebody who cannot read. Kurmanji and Sorani have different letters: `ku` alone means Kurmanji.
 */
const CALLED: Readonly<Record<Lang, readonly string[]>> = {
  prs: ['prs', 'fa-af', 'fa'],
  kmr: ['kmr', 'ku-tr', 'ku-latn', 'ku'],
  ckb: ['ckb', 'ku-iq', 'ku-arab'],
};

/**
 * A voice for a language, only among those that send nothing away.
 * @example voiceFor('ar', [{ lang: 'ar_EG', localService: true }]) -> that voice
 */
export function voiceFor<V extends Voice>(lang: Lang, voices: readonly V[]): V | undefined {
  const own = voices.filter(({ localService }) => localService);
  for (const name of CALLED[lang] ?? [lang]) {
    const found = own.find((voice) => speaks(voice.lang.toLowerCase().replace(/_/g, '-'), name));
    if (found) return found;
  }
  return undefined;
}

const speaks = (tag: string, name: string) => tag === name || (name !== 'ku' && tag.startsWith(`${name}-`));
