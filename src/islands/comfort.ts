/** How the reader wants the guide shown. Each choice is an attribute of `<html>`, which before-paint.ts sets again on the next page. */
import { mayStore, ownKey } from './remembered.ts';

const shown = document.documentElement.dataset;

/** Buttons `data-choice`, `data-value`; without a value: as the phone has it. */
export function startComfort(section: HTMLElement): void {
  const buttons = [...section.querySelectorAll('button')];
  const showPressed = () => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(isChosen(button)));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      choose(button);
      showPressed();
      keepChoices(buttons);
    });
  }
  showPressed();
  section.hidden = false;
}

const isChosen = ({ dataset: { choice = '', value = '' } }: HTMLElement) => (shown[choice] ?? '') === value;

/** A second tap takes the choice back. */
function choose(button: HTMLElement): void {
  const { choice = '', value = '' } = button.dataset;
  if (value && !isChosen(button)) shown[choice] = value;
  else delete shown[choice];
}

/** Only on this phone, and not on one where nothing may be kept. */
function keepChoices(buttons: readonly HTMLElement[]): void {
  const chosen = buttons.filter(({ dataset }) => dataset.value).filter(isChosen);
  const choices = Object.fromEntries(chosen.map(({ dataset: { choice = '', value } }) => [choice, value]));
  try {
    if (chosen.length && mayStore()) localStorage.setItem(ownKey('comfort'), JSON.stringify(choices));
    else localStorage.removeItem(ownKey('comfort'));
  } catch {
    // Then it holds for this page.
  }
}
