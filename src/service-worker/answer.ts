/** How the worker answers: from the phone first, then from the network, and always with something that can be read. */
import { composeNeutral } from '../guide/compose-page.ts';
import { filesToKeep, NEUTRAL_PREFIX, type PackFile } from '../guide/packs.ts';
import { CALENDAR, readPath, routes } from '../guide/routes.ts';
import type { IsoDate, Lang } from '../guide/types.ts';
import { composeKept, keptLanguages, keptLists } from './edition.ts';
import { basePath, contentType, readKept, type Site, within } from './keep.ts';
import { htmlResponse, lastResort } from './last-resort.ts';
import { isOfMap, readMap } from './map.ts';
import { readPrint } from './print.ts';
import { readShell, type ShellEntry } from './shell.ts';

export interface Answering {
  site: Site;
  entries: readonly ShellEntry[];
  /** Asks for one page as the browser would have. */
  fromNetwork: () => Promise<Response>;
  /** Called when something of a kept language turned out to be damaged. */
  onDamage: (lang: Lang) => void;
}

/** Milliseconds that a page may keep its reader waiting before what is on the phone is shown instead. */
const PAGE_PATIENCE = 20_000;

/** Answers a navigation; what stands after `?` and `#` does not matter. */
export async function answerPage(path: string, answering: Answering): Promise<Response> {
  if (readPath(basePath(answering.site), path, []).kind === 'calendar') return calendarPage(answering);
  const kept = (await fromPhone(path, answering).catch(() => undefined)) ?? {};
  if (kept.page) return kept.page;
  const online = await fromNetwork(answering);
  if (online && online.status < 500) return online;
  return (
    kept.instead ??
    (await printPage(path, answering)) ??
    (await notSaved(path, answering).catch(() => undefined)) ??
    online ??
    lastResort()
  );
}

/** Who left the guide meets nothing of it again, whatever is lost. */
async function calendarPage(answering: Answering): Promise<Response> {
  const page = await readShell(answering.site, answering.entries, `${CALENDAR}index.html`);
  if (page) return htmlResponse(page);
  const online = await fromNetwork(answering);
  return online?.ok ? online : htmlResponse('<!doctype html><title>.</title>');
}

/** A sheet for printing is the network's as long as there is one: it is printed to be new. */
async function printPage(path: string, { site }: Answering): Promise<Response | undefined> {
  const page = await readPrint(site, path.slice(basePath(site).length)).catch(() => undefined);
  return page && htmlResponse(page);
}

/** `instead` is good enough when the network has nothing. */
async function fromPhone(path: string, answering: Answering): Promise<{ page?: Response; instead?: Response } | undefined> {
  const { site, onDamage } = answering;
  const langs = await keptLanguages(site);
  const address = readPath(basePath(site), path, langs);
  if (address.kind === 'chooser') {
    const page = await neutralPage(answering);
    return page && { page };
  }
  if (address.kind === 'page') {
    const { html, sure } = await composeKept(site, address.lang, address.rest);
    if (!sure) onDamage(address.lang);
    return html === undefined ? undefined : { page: htmlResponse(html) };
  }
  if (address.kind === 'short') {
    const page = await neutralPage(answering, address.rest);
    // Without a kept page behind it, it may be an address that moved: then the network knows better.
    const known = await Promise.all(langs.map((lang) => composeKept(site, lang, address.rest)));
    return page && (known.some(({ html }) => html !== undefined) ? { page } : { instead: page });
  }
  return undefined;
}

/** The first choice, or with `rest` a short address: it speaks for all languages, so it is of the newest edition of any. */
async function neutralPage({ site }: Answering, rest?: string): Promise<Response | undefined> {
  const found: { made: IsoDate; file: PackFile; cache: Cache }[] = [];
  for await (const { list, cache } of keptLists(site)) {
    const file = list.files.find(({ url }) => url.startsWith(NEUTRAL_PREFIX));
    if (file) found.push({ made: list.made, file, cache });
  }
  for (const { file, cache } of found.sort((a, b) => b.made.localeCompare(a.made))) {
    const shell = await readKept(site, cache, file);
    if (shell) return htmlResponse(composeNeutral(new TextDecoder().decode(shell), rest));
  }
  return undefined;
}

const fromNetwork = ({ fromNetwork }: Answering) => within(PAGE_PATIENCE, fromNetwork()).catch(() => undefined);

/** "This page is not on the phone", in the language of the address, or else in any that is kept. */
async function notSaved(path: string, { site }: Answering): Promise<Response | undefined> {
  const langs = await keptLanguages(site);
  const address = readPath(basePath(site), path, langs);
  const first = address.kind === 'page' ? [address.lang] : [];
  for (const lang of [...first, ...langs]) {
    const { html } = await composeKept(site, lang, routes.notSaved());
    if (html !== undefined) return htmlResponse(html, 404);
  }
  return undefined;
}

/** A script, style, picture or pack that is kept; undefined when it is not, or is damaged. `url` is relative to the base. */
export async function keptFile(
  url: string,
  { site, entries }: Pick<Answering, 'site' | 'entries'>,
): Promise<Response | undefined> {
  try {
    const entry = entries.find((one) => one.url === url);
    const bytes =
      entry && isOfMap(entry)
        ? await readMap(site, entry)
        : entry
          ? await readShell(site, entries, url)
          : ((await fromLanguages(site, url)) ?? (await readPrint(site, url)));
    return bytes && new Response(bytes, { headers: { 'content-type': contentType(url) } });
  } catch {
    return undefined;
  }
}

async function fromLanguages(site: Site, url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // A page opened before an update may still ask for a script of the version before.
  for await (const { list, cache } of keptLists(site)) {
    // Also its fonts: whether they are kept is seen when they are read.
    const file = filesToKeep(list, true).find((one) => one.url === url);
    const bytes = file && (await readKept(site, cache, file));
    if (bytes) return bytes;
  }
  return undefined;
}
