import { showHours, showWrittenHours } from './hours.ts';

/** On paper nothing can be tapped open, and nothing is "now": what is folded is unfolded, the hours are those of the week. */
export function preparePaper(): void {
  let unfolded: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    showWrittenHours();
    unfolded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const details of unfolded) details.open = true;
  });
  addEventListener('afterprint', () => {
    showHours(new Date());
    for (const details of unfolded) details.open = false;
  });
}
