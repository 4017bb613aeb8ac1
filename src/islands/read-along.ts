/** Switches for the second language: two buttons in the list of languages, and a tap on any machine-made text. */
import type { Lang } from '../guide/types.ts';
import { remember, remembered } from './remembered.ts';
import { word } from './words.ts';

const beside = () => import('./beside.ts');

/** Buttons `data-lang`, `data-url`; the choice is remembered for the next page. */
export function startReadAlong(element: HTMLElement): void {
  element.hidden = false;
  const buttons = [...element.querySelectorAll<HTMLButtonElement>('button')];
  const status = element.querySelector('[role="status"]');
  const show = async (lang: Lang | undefined) => {
    remember('beside', lang);
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
    const { hideBeside, showBeside } = await beside();
    hideBeside();
    const url = buttons.find((button) => button.dataset.lang === lang)?.dataset.url;
    const failed =
      url &&
      (await showBeside(url)
        .then(() => false)
        .catch(() => true));
    if (status) status.textContent = failed ? word('beside.failed') : '';
  };
  for (const button of buttons) {
    button.addEventListener('click', () =>
      show(button.getAttribute('aria-pressed') === 'true' ? undefined : button.dataset.lang),
    );
  }
  const before = remembered('beside');
  if (buttons.some(({ dataset }) => dataset.lang === before)) void show(before);
}

/** A tap on a text that a machine made opens its source; `data-url` is this page in the source language. */
export function openOriginals(note: HTMLElement): void {
  const url = note.dataset.url ?? '';
  const hint = note.querySelector<HTMLElement>('[hidden]');
  if (hint) hint.hidden = false;
  document.querySelector('main')?.addEventListener('click', async ({ target }) => {
    if (!(target instanceof Element) || target.closest('a, button, summary, input, .beside')) return;
    await (await beside()).showBeside(url, target).catch(() => undefined);
  });
}
