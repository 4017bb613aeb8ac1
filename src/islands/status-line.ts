/** The line on every page that says whether the guide opens without a connection. It never says so without having counted. */
import type { OfflineKind, OfflineState } from '../guide/offline-messages.ts';
import { dateInWords, sizeInWords, word } from './words.ts';

type Shown = Pick<OfflineState, 'kind'> & Partial<OfflineState>;

/** Also for tests and measuring: `<html data-offline="ready">`. */
export function showState(state: Shown, sentence = sentenceOf(state)): void {
  document.documentElement.dataset.offline = state.kind;
  for (const line of lines()) line.textContent = sentence;
}

export const shownKind = () => document.documentElement.dataset.offline as OfflineKind | undefined;

function sentenceOf({ kind, bytes = 0, made = '' }: Shown): string {
  return word(`offline.${kind}`, { size: sizeInWords(bytes), date: dateInWords(made) });
}

/** Offers the new version beside the line; the reader decides when the page changes under their eyes. */
export function offerNewer(show: () => void): void {
  for (const line of lines()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = `${word('offline.newer')}: ${word('offline.show')}`;
    button.addEventListener('click', show);
    line.append(' ', button);
  }
}

const lines = () => document.querySelectorAll<HTMLElement>('[data-island="offline"]');
