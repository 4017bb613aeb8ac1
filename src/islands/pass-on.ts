/** Hands the whole guide to another phone as one file: by the phone's own sharing where it takes files, else by saving it. */
import { composeFile } from '../guide/compose-file.ts';
import { fontPrefix, templatePrefix } from '../guide/packs.ts';
import { guideFileName, guideFileUrl, PASS_ON, pageUrl } from '../guide/routes.ts';
import type { Lang } from '../guide/types.ts';
import { made } from './dates.ts';
import { pageLanguage } from './remembered.ts';
import { base } from './trusted-url.ts';

/** In the order in which the page has them (pages/phone-page.tsx). */
type Said = 'wait' | 'ready' | 'saved' | 'failed';
const SAID: readonly Said[] = ['wait', 'ready', 'saved', 'failed'];

export async function passOn(): Promise<void> {
  const section = document.querySelector<HTMLElement>(`#${PASS_ON}`);
  const [share, save] = section?.querySelectorAll('button') ?? [];
  if (!section || !share || !save || section.ariaBusy === 'true') return;
  section.ariaBusy = 'true';
  say(section, 'wait');
  const file = await makeFile().catch(() => undefined);
  section.ariaBusy = 'false';
  say(section, file ? 'ready' : 'failed');
  if (!file) return;
  const canShare = navigator.canShare?.({ files: [file] }) === true;
  share.hidden = !canShare;
  save.hidden = false;
  share.onclick = () => void hand(file);
  save.onclick = () => {
    saveAs(file);
    say(section, 'saved');
  };
  if (canShare) await hand(file);
}

function say(section: HTMLElement, said: Said): void {
  section.querySelectorAll<HTMLElement>('[role="status"] > p').forEach((sentence, i) => {
    sentence.hidden = SAID[i] !== said;
  });
}

/** Refused when the file took longer than a tap counts, or called off by the reader: both buttons stay. */
const hand = (file: File) => navigator.share({ files: [file] }).catch(() => undefined);

function saveAs(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** How all pages are read comes with the search, so that a search needs one request. */
type Search = typeof import('./search.ts');

/** The very file that was published: put together of what the phone keeps, or fetched where it keeps nothing. */
async function makeFile(): Promise<File> {
  const lang = pageLanguage();
  const search = await import('./search.ts');
  const html = await fromPhone(lang, search).catch(() => search.readFile(guideFileUrl(lang)));
  return new File([html], guideFileName(lang, made()), { type: 'text/html' });
}

async function fromPhone(lang: Lang, { keptList, readFiles, readFile, signsOf }: Search): Promise<string> {
  const list = await keptList(lang);
  if (!list) throw new Error(`${lang} is not kept here`);
  const { files, fonts = [] } = list;
  const read = (beginning: string) => readFile([...files, ...fonts].find(({ url }) => url.startsWith(beginning))?.url ?? '');
  const [{ pages, shell }, template, coast, font] = await Promise.all([
    readFiles(list),
    read(templatePrefix(lang)),
    read('assets/coast-').catch(() => new Blob()),
    // Phones that have all letters do not keep the font; without a connection their file goes without.
    fonts.length ? read(fontPrefix(lang)).then(inBase64, () => '') : '',
  ]);
  return composeFile({
    template: await template.text(),
    pages,
    signs: { ...signsOf(shell), ...list.signs },
    coast: await coast.text(),
    font,
    prefix: pageUrl(base(), lang, ''),
  });
}

async function inBase64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  const done = new Promise((resolve) => reader.addEventListener('load', resolve));
  reader.readAsDataURL(blob);
  await done;
  return String(reader.result).replace(/^.*base64,/, '');
}
