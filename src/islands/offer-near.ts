/** Shows the section "Near me"; what it needs is fetched when somebody opens it. */
export function offerNear(section: HTMLElement): void {
  section.hidden = false;
  const open = async () => (await import('./near.ts')).startNear(section);
  section.querySelector('details')?.addEventListener('toggle', open, { once: true });
}
