import { describe, expect, test } from 'vitest';
import { PACK_FORMAT } from '../../../src/guide/packs.ts';
import { composeKept, keptLanguages } from '../../../src/service-worker/edition.ts';
import {
  carryOver,
  dropOtherFormats,
  languageState,
  removeLanguage,
  saveLanguage,
} from '../../../src/service-worker/language.ts';
import { BAD_ANSWERS, edition, newPhone, type Phone, publish } from './phone.ts';

const v1 = edition('ar', 'v1');
const v2 = edition('ar', 'v22');
const urls = Object.keys(v2.texts);

const state = (phone: Phone) => languageState(phone.site, 'ar');
const home = async (phone: Phone) => (await composeKept(phone.site, 'ar', '')).html;
const titles = { v1: '<title>home</title>v1<main>home v1</main>', v2: '<title>home</title>v22<main>home v22</main>' };

async function phoneWithV1(): Promise<Phone> {
  const phone = newPhone();
  publish(phone, v1);
  await saveLanguage(phone.site, 'ar');
  publish(phone, v2);
  return phone;
}

describe('saving a language', () => {
  test('keeps every file of the list and counts what is really there', async () => {
    const phone = newPhone();
    publish(phone, v1);
    expect(await saveLanguage(phone.site, 'ar')).toBe(false);
    const bytes = v1.list.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(await state(phone)).toEqual({ type: 'state', lang: 'ar', kind: 'ready', files: 4, bytes, made: '2026-11-02' });
    expect(await home(phone)).toBe(titles.v1);
  });

  test('asks the server for the list itself, past what the browser remembers', async () => {
    const phone = newPhone();
    publish(phone, v1);
    await saveLanguage(phone.site, 'ar');
    expect(phone.requests[0]).toEqual({ url: 'packs/ar.json', cache: 'no-cache' });
  });

  test('tells how far it is', async () => {
    const phone = newPhone();
    publish(phone, v1);
    const steps: string[] = [];
    await saveLanguage(phone.site, 'ar', { onProgress: (done, of) => steps.push(`${done}/${of}`) });
    expect(steps).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
  });

  test('asks for at most four files at once', async () => {
    const phone = newPhone();
    const more = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`assets/a${n}-x.js`, `${n}`]));
    publish(phone, edition('ar', 'v1', more));
    let now = 0;
    let most = 0;
    const { fetch } = phone.site;
    phone.site.fetch = async (url, init) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return fetch(url, init);
    };
    await saveLanguage(phone.site, 'ar');
    expect(most).toBe(4);
  });

  test('goes on where it was cut off, without fetching again what is already here', async () => {
    const phone = newPhone();
    publish(phone, v1);
    phone.server.set(urlOf(v1, 3), () => Promise.reject(new TypeError('gone')));
    await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
    expect(await state(phone)).toMatchObject({ kind: 'failed', files: 0 });
    publish(phone, v1);
    phone.requests.length = 0;
    await saveLanguage(phone.site, 'ar');
    expect(phone.requests.map(({ url }) => url)).toEqual(['packs/ar.json', urlOf(v1, 3)]);
    expect(await state(phone)).toMatchObject({ kind: 'ready', files: 4 });
  });

  test('that is called off stores no version', async () => {
    const phone = newPhone();
    publish(phone, v1);
    const stop = new AbortController();
    phone.server.set(urlOf(v1, 1), ({ signal }) => {
      stop.abort();
      return new Promise((_, reject) => signal?.addEventListener('abort', reject));
    });
    await expect(saveLanguage(phone.site, 'ar', { signal: stop.signal })).rejects.toThrow();
    expect(await state(phone)).toMatchObject({ kind: 'failed', files: 0 });
  });
});

const urlOf = ({ list }: typeof v1, n: number) => list.files[n]?.url ?? '';

describe('a bad answer', () => {
  for (const [name, answer] of Object.entries(BAD_ANSWERS)) {
    test(`${name}, instead of any file, leaves the old version whole, and the next try heals it`, async () => {
      for (const url of urls) {
        const phone = await phoneWithV1();
        phone.server.set(url, answer(v2.texts[url] ?? ''));
        await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
        expect(await state(phone)).toMatchObject({ kind: 'ready', files: 4, made: v1.list.made });
        expect(await home(phone)).toBe(titles.v1);
        expect(await rightBytesOnly(phone)).toBe(true);
        publish(phone, v2);
        expect(await saveLanguage(phone.site, 'ar')).toBe(true);
        expect(await home(phone)).toBe(titles.v2);
      }
    });

    test(`${name}, instead of any file of the first version, is never called ready`, async () => {
      for (const url of Object.keys(v1.texts)) {
        const phone = newPhone();
        publish(phone, v1);
        phone.server.set(url, answer(v1.texts[url] ?? ''));
        await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
        expect(await state(phone)).toMatchObject({ kind: 'failed', files: 0, made: '' });
        expect(await rightBytesOnly(phone)).toBe(true);
        publish(phone, v1);
        await saveLanguage(phone.site, 'ar');
        expect(await state(phone)).toMatchObject({ kind: 'ready', files: 4 });
      }
    });

    test(`${name}, instead of the list, changes nothing`, async () => {
      const phone = await phoneWithV1();
      phone.server.set('packs/ar.json', answer(JSON.stringify(v2.list).replace('"format":1', '"format":2')));
      await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
      expect(await home(phone)).toBe(titles.v1);
    });
  }

  async function rightBytesOnly(phone: Phone): Promise<boolean> {
    const texts: Record<string, string> = { ...v1.texts, ...v2.texts };
    const { entries } = await phone.cache('ar');
    return [...entries].every(([url, bytes]) => {
      const name = url.slice(phone.scope.length);
      return name.startsWith('packs/ar.json') || new TextDecoder().decode(bytes) === texts[name];
    });
  }
});

test('an answer without end is left as soon as it is longer than the file', async () => {
  const phone = newPhone();
  publish(phone, v1);
  let sent = 0;
  const endless = () =>
    new ReadableStream({
      pull: async (stream) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        stream.enqueue(new Uint8Array(100));
        sent += 100;
        if (sent > 100_000) stream.close();
      },
    });
  phone.server.set(urlOf(v1, 1), () => new Response(endless()));
  await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow('longer');
  expect(sent).toBeLessThan(5000);
});

describe('an answer remembered wrongly by the browser', () => {
  for (const [name, answer] of Object.entries(BAD_ANSWERS)) {
    if (name.includes('silence') || name.includes('connection') || name.includes('cut')) continue;
    test(`${name}: is asked for once more past it, and healed`, async () => {
      const phone = newPhone();
      publish(phone, v1);
      const url = urlOf(v1, 1);
      const right = v1.texts[url] ?? '';
      phone.server.set(url, (init) => (init.cache === 'reload' ? new Response(right) : answer(right)(init)));
      await saveLanguage(phone.site, 'ar');
      expect(await state(phone)).toMatchObject({ kind: 'ready', files: 4 });
      expect(phone.requests.filter((request) => request.url === url).map(({ cache }) => cache)).toEqual(['default', 'reload']);
    });
  }

  test('a poisoned list is healed the same way', async () => {
    const phone = newPhone();
    publish(phone, v1);
    const right = phone.server.get('packs/ar.json');
    phone.server.set('packs/ar.json', (init) =>
      init.cache === 'reload' && right ? right(init) : new Response('<!doctype html>'),
    );
    await saveLanguage(phone.site, 'ar');
    expect(await state(phone)).toMatchObject({ kind: 'ready' });
  });
});

describe('an update', () => {
  test('moves the pointer last, after every file of the new version is there', async () => {
    const phone = await phoneWithV1();
    const cache = await phone.cache('ar');
    cache.writes.length = 0;
    expect(await saveLanguage(phone.site, 'ar')).toBe(true);
    const names = cache.writes.map((url) => url.slice(phone.scope.length));
    expect(names.slice(0, -2).sort()).toEqual([...urls].sort());
    expect(names.slice(-2)).toEqual(['packs/ar.json?previous', 'packs/ar.json']);
  });

  test('shows the old version until then', async () => {
    const phone = await phoneWithV1();
    const seen: (string | undefined)[] = [];
    for (const url of urls) {
      phone.server.set(url, async () => {
        seen.push(await home(phone));
        return new Response(v2.texts[url]);
      });
    }
    await saveLanguage(phone.site, 'ar');
    expect(seen).toEqual(urls.map(() => titles.v1));
    expect(await home(phone)).toBe(titles.v2);
  });

  test('keeps the files of the version before, and drops older ones', async () => {
    const phone = await phoneWithV1();
    await saveLanguage(phone.site, 'ar');
    const v3 = edition('ar', 'v333');
    publish(phone, v3);
    await saveLanguage(phone.site, 'ar');
    const kept = [...(await phone.cache('ar')).entries.keys()].map((url) => url.slice(phone.scope.length)).sort();
    const lists = ['packs/ar.json', 'packs/ar.json?previous'];
    expect(kept).toEqual([...lists, ...Object.keys(v3.texts), ...urls].sort());
  });

  test('fetches only what changed', async () => {
    const phone = newPhone();
    publish(phone, v1);
    await saveLanguage(phone.site, 'ar');
    const [, , ...same] = Object.entries(v1.texts);
    const next = edition('ar', 'v1', Object.fromEntries(same));
    next.list.files = [...v1.list.files.slice(0, 3), ...v2.list.files.slice(3)];
    publish(phone, { list: next.list, texts: v2.texts });
    phone.requests.length = 0;
    await saveLanguage(phone.site, 'ar');
    expect(phone.requests.map(({ url }) => url)).toEqual(['packs/ar.json', urlOf(v2, 3)]);
  });

  test('that brings the same list is no news', async () => {
    const phone = newPhone();
    publish(phone, v1);
    await saveLanguage(phone.site, 'ar');
    expect(await saveLanguage(phone.site, 'ar')).toBe(false);
  });

  test('without room for it keeps the old version and gives the room back', async () => {
    const phone = await phoneWithV1();
    const cache = await phone.cache('ar');
    const before = [...cache.entries.keys()].sort();
    cache.room = cache.writes.length + 2;
    await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow('no room');
    expect([...cache.entries.keys()].sort()).toEqual(before);
    expect(await home(phone)).toBe(titles.v1);
  });

  test('cut off between its last two writes still opens', async () => {
    const phone = await phoneWithV1();
    const cache = await phone.cache('ar');
    cache.room = cache.writes.length + urls.length + 1;
    await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
    expect(await home(phone)).toBe(titles.v1);
    expect(await state(phone)).toMatchObject({ kind: 'ready' });
  });

  test('in a list of another format is left to a newer worker', async () => {
    const phone = await phoneWithV1();
    phone.server.set('packs/ar.json', () => new Response(JSON.stringify({ ...v2.list, format: PACK_FORMAT + 1 })));
    await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow('not a list');
    expect(await home(phone)).toBe(titles.v1);
  });

  test('whose list leads out of the guide is refused', async () => {
    for (const url of ['https://elsewhere.test/x.js', '../x.js', '/x.js', 'assets/../../x.js', 'sw.js']) {
      const phone = await phoneWithV1();
      const files = v2.list.files.map((file, n) => (n ? file : { ...file, url }));
      phone.server.set('packs/ar.json', () => new Response(JSON.stringify({ ...v2.list, files })));
      await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow('not a list');
      expect(phone.requests.some((request) => request.url.includes('x.js'))).toBe(false);
    }
  });
});

describe('damage', () => {
  test('of any file is counted, never called ready, and repaired with exactly that file', async () => {
    for (const { url, bytes } of v1.list.files) {
      for (const damage of ['lost', 'altered'] as const) {
        const phone = newPhone();
        publish(phone, v1);
        await saveLanguage(phone.site, 'ar');
        const { entries } = await phone.cache('ar');
        if (damage === 'lost') entries.delete(phone.scope + url);
        else entries.set(phone.scope + url, new Uint8Array(bytes));
        expect(await state(phone)).toMatchObject({ kind: 'failed', files: 3 });
        phone.requests.length = 0;
        await saveLanguage(phone.site, 'ar');
        expect(phone.requests.map((request) => request.url)).toEqual(['packs/ar.json', url]);
        expect(await state(phone)).toMatchObject({ kind: 'ready', files: 4 });
      }
    }
  });

  test('of one pack leaves the pages of the others readable', async () => {
    const phone = newPhone();
    publish(phone, v1);
    await saveLanguage(phone.site, 'ar');
    (await phone.cache('ar')).entries.delete(phone.scope + urlOf(v1, 2));
    expect(await home(phone)).toBe(titles.v1);
    expect(await composeKept(phone.site, 'ar', 's/pass/')).toEqual({ sure: false });
  });

  test('of the pack that a list takes its entries from leaves no list with entries missing', async () => {
    const list = 'calais/health/';
    expect(await composeKept((await phoneWithV1()).site, 'ar', list)).toMatchObject({ html: expect.any(String), sure: true });
    const phone = await phoneWithV1();
    (await phone.cache('ar')).entries.delete(phone.scope + urlOf(v1, 2));
    expect(await composeKept(phone.site, 'ar', list)).toEqual({ sure: false });
  });

  test('of the page that stands at an old address is not shown as a sentence above nothing', async () => {
    const moved = { title: '', description: '', bar: '', home: '', main: 'moved, ', instead: 's/pass/' };
    const withOld = edition('ar', 'v1', { 'packs/ar/moved-v1.json': JSON.stringify({ 's/old/': moved }) });
    const keptOn = async (phone: Phone) => {
      publish(phone, withOld);
      await saveLanguage(phone.site, 'ar');
      return phone;
    };
    const whole = await keptOn(newPhone());
    expect((await composeKept(whole.site, 'ar', 's/old/')).html).toContain('<main>moved, PASS v1</main>');
    const damaged = await keptOn(newPhone());
    (await damaged.cache('ar')).entries.delete(damaged.scope + urlOf(withOld, 2));
    expect(await composeKept(damaged.site, 'ar', 's/old/')).toEqual({ sure: false });
  });

  test('of the whole cache, so that the browser itself can no longer read it, is mended by beginning anew', async () => {
    const phone = await phoneWithV1();
    (await phone.cache('ar')).broken = true;
    expect(await state(phone)).toMatchObject({ kind: 'failed' });
    await saveLanguage(phone.site, 'ar');
    expect(await home(phone)).toBe(titles.v2);
  });

  test('of the whole cache takes nothing away as long as there is no connection', async () => {
    const phone = await phoneWithV1();
    const cache = await phone.cache('ar');
    cache.broken = true;
    phone.server.clear();
    await expect(saveLanguage(phone.site, 'ar')).rejects.toThrow();
    expect(await phone.cache('ar')).toBe(cache);
  });

  test('of the new version is bridged by the one before', async () => {
    const phone = await phoneWithV1();
    await saveLanguage(phone.site, 'ar');
    const { entries } = await phone.cache('ar');
    for (const url of urls) entries.set(phone.scope + url, new Uint8Array(3));
    expect(await home(phone)).toBe(titles.v1);
  });

  test('of the pointer is bridged by the one before', async () => {
    const phone = await phoneWithV1();
    await saveLanguage(phone.site, 'ar');
    const { entries } = await phone.cache('ar');
    entries.set(`${phone.scope}packs/ar.json`, new Uint8Array(9));
    expect(await home(phone)).toBe(titles.v1);
    expect(await saveLanguage(phone.site, 'ar')).toBe(true);
    expect(await home(phone)).toBe(titles.v2);
  });
});

describe('removing', () => {
  test('takes all of a language and leaves everything else of the origin alone', async () => {
    const phone = newPhone();
    publish(phone, v1);
    publish(phone, edition('fr', 'v1'));
    await saveLanguage(phone.site, 'ar');
    await saveLanguage(phone.site, 'fr');
    await phone.caches.open('a shop of somebody else');
    await removeLanguage(phone.site, 'ar');
    expect(await state(phone)).toMatchObject({ kind: 'removed', files: 0, bytes: 0 });
    expect(await keptLanguages(phone.site)).toEqual(['fr']);
    expect(await phone.caches.has('a shop of somebody else')).toBe(true);
  });

  test('asking about a language that is not kept does not begin to keep it', async () => {
    const phone = newPhone();
    expect(await state(phone)).toMatchObject({ kind: 'removed' });
    expect(await phone.caches.keys()).toEqual([]);
  });
});

test('a language kept in an older format is kept anew before that copy is dropped', async () => {
  const phone = newPhone();
  publish(phone, v1);
  const old = (await phone.cache('ar')) && [...phone.caches.all.keys()][0]?.replace(`-${PACK_FORMAT}-`, '-0-');
  phone.caches.all.clear();
  await phone.caches.open(old ?? '');
  await carryOver(phone.site);
  expect(await home(phone)).toBe(titles.v1);
  await dropOtherFormats(phone.site);
  expect(await phone.caches.keys()).toEqual([old?.replace('-0-', `-${PACK_FORMAT}-`)]);
});
