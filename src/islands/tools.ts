/** What a reader can do with a page: pass it on, and keep it at hand. */
import { isKeepable, keptPages } from './kept.ts';
import { canRemember } from './remembered.ts';
import { thisRest } from './this-page.ts';

/** Pages that mean nothing on another phone. */
const NOT_SHARED = ['phone/', 'not-saved/'];

export function startTools(tools: HTMLElement): void {
  const rest = thisRest();
  const [share, keep] = tools.querySelectorAll<HTMLElement>('button');
  if (!share || !keep || NOT_SHARED.includes(rest)) return;
  tools.hidden = false;
  share.addEventListener('click', async () => (await import('./share.ts')).toggleShare(share, tools.querySelector('div')));
  if (!isKeepable(rest) || !canRemember()) return;
  const isKept = () => keptPages().some((page) => page.rest === rest);
  const show = () => keep.setAttribute('aria-pressed', String(isKept()));
  keep.hidden = false;
  keep.addEventListener('click', async () => {
    (await import('./share.ts')).keepPage(rest, !isKept());
    show();
  });
  show();
}
