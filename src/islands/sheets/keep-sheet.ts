/** Keeps a sheet that was opened, with its fonts and the page to choose from, so that it can be printed again without a connection. */
import { INTEGRITY_HEADER, printCacheName, SHEET_LIST, type SheetList } from '../../guide/print-cache.ts';
import { PRINT } from '../../guide/sheets.ts';
import { canKeep, startWorker } from '../keeping.ts';
import { mayStore, savesData } from '../remembered.ts';
import { base } from '../trusted-url.ts';

/** Whether the sheet of this page is now kept. Nothing is, where the reader wants nothing stored. */
export async function keepSheet(): Promise<boolean> {
  if (!mayStore() || savesData() || !(await canKeep())) return false;
  const list = await readList();
  await startWorker();
  const cache = await caches.open(printCacheName(base()));
  const before = (await cache.keys()).map(({ url }) => within(url));
  const wanted = new Set([location.pathname.slice(base().length), PRINT, ...shared(list), ...before]);
  for (const url of wanted) if (url in list) await keep(cache, url, list[url] ?? '');
  for (const url of before) if (!(url in list)) await cache.delete(base() + url);
  return true;
}

async function readList(): Promise<SheetList> {
  const response = await fetch(base() + SHEET_LIST, { cache: 'no-cache', mode: 'same-origin' });
  if (!response.ok) throw new Error(`the list of sheets was answered with ${response.status}`);
  return response.json();
}

/** Fonts and scripts, which all sheets need. */
const shared = (list: SheetList) => Object.keys(list).filter((url) => url.startsWith('assets/'));
const within = (url: string) => new URL(url).pathname.slice(base().length);

/** Stored only when its bytes have the right hash; what is there already is not fetched again. */
async function keep(cache: Cache, url: string, integrity: string): Promise<void> {
  const address = base() + url;
  if ((await cache.match(address))?.headers.get(INTEGRITY_HEADER) === integrity) return;
  const response = await fetch(address, { mode: 'same-origin', cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  await cache.put(
    address,
    new Response(await response.blob(), { headers: { 'content-type': type, [INTEGRITY_HEADER]: integrity } }),
  );
}
