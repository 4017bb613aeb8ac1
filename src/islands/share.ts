/** Passes a page on by the phone's own share sheet, or copies its address. Shown only where one of the two works. */
import { word } from './words.ts';

export function startShare(button: HTMLElement): void {
  const copies = Boolean(navigator.clipboard?.writeText);
  if (!navigator.share && !copies) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const url = location.href.split('#')[0] ?? location.href;
    if (navigator.share) return void navigator.share({ title: document.title, text: shareText(), url }).catch(() => {});
    await navigator.clipboard.writeText(`${shareText()}\n${url}`);
    const label = button.querySelector('span');
    if (label) label.textContent = word('share.copied');
  });
}

/** Useful without opening the link: what it is and where. */
function shareText(): string {
  const [name, where] = ['h1', '.facts bdi[lang="fr"]'].map((selector) => document.querySelector(selector)?.textContent?.trim());
  return [name, where].filter(Boolean).join('\n');
}
