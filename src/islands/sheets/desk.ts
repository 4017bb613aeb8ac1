/** What the screen adds to a sheet: the button to print, and whether it is kept. A sheet for the command line has neither. */
import { keepSheet } from './keep-sheet.ts';

export async function startDesk(): Promise<void> {
  const button = document.querySelector<HTMLButtonElement>('[data-print]');
  button?.addEventListener('click', () => print());
  if (button) button.hidden = false;
  const saying = document.querySelector<HTMLElement>('[data-kept]');
  if (saying) saying.hidden = !(await keepSheet().catch(() => false));
}
