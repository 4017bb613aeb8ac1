/** Offers to read a page aloud; what reads it comes with the tap (read-aloud.ts). */

import { voiceFor } from '../guide/voices.ts';
import { pageLanguage } from './remembered.ts';

const readAloud = () => import('./read-aloud.ts');

/** A link to a recording works by itself; a button shows only where a voice was found. */
export async function startListen(element: HTMLElement): Promise<void> {
  if (element instanceof HTMLAnchorElement) element.addEventListener('click', (event) => play(element, event));
  else if (await hasVoice()) offer(element);
}

function play(link: HTMLAnchorElement, event: Event): void {
  event.preventDefault();
  readAloud().then(
    ({ playRecording }) => playRecording(link),
    () => location.assign(link.href),
  );
}

function offer(button: HTMLElement): void {
  button.hidden = false;
  button.addEventListener('click', async () => (await readAloud()).readOrStop(button));
}

const hasVoice = async () => 'speechSynthesis' in window && !!voiceFor(pageLanguage(), await voices());

/** Some browsers find their voices only a while after they are first asked. */
const voices = () =>
  new Promise<SpeechSynthesisVoice[]>((found) => {
    const look = () => found(speechSynthesis.getVoices());
    if (speechSynthesis.getVoices().length) return look();
    speechSynthesis.addEventListener?.('voiceschanged', look, { once: true });
    setTimeout(look, 3000);
  });
