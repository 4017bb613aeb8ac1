/** Reads a page aloud, after a tap: plays a recording, or lets the phone's own voice speak. */
import { voiceFor } from '../guide/voices.ts';
import { word } from './words.ts';

/** Puts a player in the place of the link; without a connection the link comes back. */
export function playRecording(link: HTMLAnchorElement): void {
  const player = document.createElement('audio');
  player.controls = true;
  player.append(source(link.dataset.opus ?? '', 'audio/ogg; codecs=opus'), source(link.href, 'audio/mp4'));
  player.lastElementChild?.addEventListener('error', () => {
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = link.dataset.failed ?? '';
    player.replaceWith(said);
    link.hidden = false;
  });
  if (link.nextElementSibling?.matches('[role="status"]')) link.nextElementSibling.remove();
  link.after(player);
  link.hidden = true;
  player.play().catch(() => undefined);
}

function source(src: string, type: string): HTMLSourceElement {
  const element = document.createElement('source');
  element.src = src;
  element.type = type;
  return element;
}

/** What is being read, and how to say that it is not any more. */
let reading: (() => void) | undefined;

export const readOrStop = (button: HTMLElement) => (reading ? stop() : read(button));

function read(button: HTMLElement): void {
  const label = button.querySelector('span');
  const before = label?.textContent ?? '';
  if (label) label.textContent = word('listen.stop');
  const mine = () => {
    if (label) label.textContent = before;
  };
  reading = mine;
  addEventListener('pagehide', stop, { once: true });
  const main = document.querySelector('main');
  speak(main ? piecesOf(main) : [], () => reading === mine);
}

function stop(): void {
  reading?.();
  reading = undefined;
  speechSynthesis.cancel();
}

/** One after the other: browsers fall silent in the middle of a long text. */
function speak(pieces: Piece[], goesOn: () => boolean): void {
  const [piece, ...others] = pieces;
  if (!goesOn()) return;
  if (!piece) {
    stop();
    return;
  }
  utterance = new SpeechSynthesisUtterance(piece.text);
  utterance.lang = piece.voice.lang;
  utterance.voice = piece.voice;
  utterance.onend = () => speak(others, goesOn);
  utterance.onerror = () => goesOn() && stop();
  speechSynthesis.speak(utterance);
}

/** Kept here, or a browser may throw it away before it says that it has ended. */
let utterance: SpeechSynthesisUtterance | undefined;

interface Piece {
  text: string;
  voice: SpeechSynthesisVoice;
}

const UNREAD =
  '[hidden], .visually-hidden, .original, .beside, .translation, .badges, .back, .actions, .call, .button, svg, script, audio, details:not([open])';

/** What there is to read, block by block and sentence by sentence. What no voice here speaks is left out. */
function piecesOf(element: Element): Piece[] {
  if (element.matches(UNREAD)) return [];
  const hasOwnText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  if (!hasOwnText) return [...element.children].flatMap(piecesOf);
  const whole = element.cloneNode(true) as Element;
  for (const other of whole.querySelectorAll(UNREAD)) other.remove();
  const text = whole.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const voice = voiceFor(element.closest('[lang]')?.getAttribute('lang') ?? '', speechSynthesis.getVoices());
  return voice ? (text.match(SENTENCE) ?? []).map((sentence) => ({ text: sentence.trim(), voice })) : [];
}

/** To a mark that ends a sentence, or to the end. */
const SENTENCE = /.+?(?:[.!?؟።]+(?= |$)|$)/g;
