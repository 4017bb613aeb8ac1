/** The guide without a connection, and everything that may go wrong on the way there. The connection ends by stopping the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { keysUrl } from '../../src/guide/pieces.ts';
import { publishedPieces } from '../../src/pipeline/published-pieces.ts';
import { changePage, type Fault, type PublishedSite, pagesBelow, publishSite } from './published-site.ts';
import { DIST, DIST_UNDER_SUBPATH, SUBPATH } from './site.ts';

const words = JSON.parse(readFileSync(join(import.meta.dirname, '../../locales/en.json'), 'utf8'));

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST, '/');
});
test.afterEach(() => site.remove());

const state = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.dataset.offline), { timeout: 60_000 });

/** Opens a page and waits until its language is kept. */
async function visit(page: Page, path: string) {
  await page.goto(site.url(path));
  await state(page).toBe('ready');
}

/** The bytes that the browser got for an address, and their status; of a page that stays, not of one that leads on. */
async function open(page: Page, path: string) {
  const response = await page.goto(site.url(path), { waitUntil: 'commit' });
  return { status: response?.status(), text: (await response?.body())?.toString() ?? '' };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What the caches of the origin hold: address -> text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const texts: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts[request.url] = (await (await cache.match(request))?.text()) ?? '';
    }
    return texts;
  });

const dropFromCaches = (page: Page, part: string) =>
  page.evaluate(async (part) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.includes(part)) await cache.delete(request);
    }
  }, part);

/** For init scripts: what a page does after many seconds it does so many times sooner. */
const hurry = (times: number) => {
  const { setTimeout } = window;
  Object.assign(window, { setTimeout: (task: () => void, ms = 0) => setTimeout(task, ms > 5000 ? ms / times : ms) });
};

const portal: Fault = (_, request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=31536000, immutable' });
  response.end(request.method === 'HEAD' ? '' : '<!doctype html><title>Free wifi</title><p>Log in');
  return true;
};

/** Every so many pages one is opened as a reader does; the worker is asked for all of them in the way that a page asks for another. */
const OPENED = 12;

/** Asks for every page below a folder; says how many came with the very bytes that were published. */
async function countSame(page: Page, folder: string): Promise<number> {
  const paths = (await pagesBelow(site, folder)).map((rest) => `${folder}/${rest}`);
  const answers = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map(async (url) => {
          const answer = await fetch(url, { headers: { accept: 'text/html' } });
          return { status: answer.status, text: await answer.text() };
        }),
      ),
    paths.map((path) => site.url(path)),
  );
  for (const [place, path] of paths.entries()) {
    const published = await site.read(`${path}index.html`);
    expect(answers[place]?.text === published, path).toBe(true);
    expect(answers[place]?.status, path).toBe(200);
    if (place % OPENED === 0) expect(await open(page, path)).toEqual({ status: 200, text: published });
  }
  return paths.length;
}

for (const { base, dist, walked } of [
  // That every page of every language is composed as published is also a test of what was built (packs.test.ts).
  { base: '/', dist: DIST, walked: ['ar', 'en', 'ti'] },
  // What depends on the base does not depend on the language.
  { base: SUBPATH, dist: DIST_UNDER_SUBPATH, walked: ['ar'] },
]) {
  test.describe(`under ${base}`, () => {
    test.beforeEach(async () => {
      await site.remove();
      site = await publishSite(dist, base);
    });

    for (const lang of walked) {
      test(`after one visit every page in ${lang} opens without a connection, byte for byte as published`, async ({ page }) => {
        test.setTimeout(600_000);
        await visit(page, `${lang}/`);
        await site.goOffline();
        expect(await countSame(page, lang)).toBeGreaterThan(100);
      });
    }

    test('after one visit every address from paper opens, and the first choice', async ({ page }) => {
      test.setTimeout(600_000);
      // Both would go on at once to the page in the reader's language.
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'languages', { get: () => [] });
        Storage.prototype.getItem = () => null;
      });
      await visit(page, 'ar/');
      await site.goOffline();
      const counts = [await countSame(page, 's'), await countSame(page, 't'), await countSame(page, 'n')];
      expect(Math.min(...counts)).toBeGreaterThan(10);
      expect((await open(page, '')).text).toBe(await site.read('index.html'));
    });

    test('the form of an address does not matter', async ({ page }) => {
      await visit(page, 'ar/');
      await site.goOffline();
      const emergency = await site.read('ar/emergency/index.html');
      const queries = ['?fbclid=1', '?gclid=1', '?igshid=1', '?ttclid=1', '?utm_source=x', '?s=qr', '#main', '?a=1#b'];
      for (const form of [
        ...queries.map((query) => `ar/emergency/${query}`),
        'ar/emergency',
        'ar/emergency/index.html',
        'ar//emergency/',
      ]) {
        expect((await open(page, form)).text === emergency, form).toBe(true);
      }
      expect((await open(page, 'ar')).text === (await site.read('ar/index.html'))).toBe(true);
      expect((await open(page, 'ar/index.html')).text === (await site.read('ar/index.html'))).toBe(true);
    });
  });
}

test('the scripts of a page come with it, and nothing fails aloud', async ({ page, context }) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('requestfailed', (request) => /\/assets\//.test(request.url()) && failures.push(request.url()));
  await visit(page, 'en/');
  await site.goOffline();
  // What the browser itself remembers of the scripts must not be what answers.
  await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
  await page.goto(site.url('en/phone/'));
  await expect(page.getByRole('button', { name: words.phone.remove_all })).toBeVisible();
  await state(page).toBe('ready');
  expect(failures).toEqual([]);
});

test('an address that is not kept is answered in the language of the address', async ({ page }) => {
  await visit(page, 'ar/');
  await visit(page, 'fr/');
  await site.goOffline();
  for (const lang of ['ar', 'fr']) {
    const { status, text } = await open(page, `${lang}/calais/no-such-page/`);
    expect(status).toBe(404);
    expect(text === (await site.read(`${lang}/not-saved/index.html`))).toBe(true);
  }
});

test('a language that is not kept is answered in one that is', async ({ page }) => {
  await visit(page, 'ar/');
  await site.goOffline();
  const { status, text } = await open(page, 'fr/emergency/');
  expect(status).toBe(404);
  expect(text === (await site.read('ar/not-saved/index.html'))).toBe(true);
});

test('behind a network that never answers, the reader is told within half a minute', async ({ page }) => {
  await visit(page, 'ar/');
  site.fault = () => true;
  const response = await page.goto(site.url('ar/no-such-page/'), { timeout: 30_000 });
  expect(response?.status()).toBe(404);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar');
});

test('with a connection, a page that is not kept comes from the server', async ({ page }) => {
  await visit(page, 'ar/');
  expect((await open(page, 'fr/emergency/')).text).toBe(await site.read('fr/emergency/index.html'));
  expect((await open(page, 'ar/no-such-page/')).text).toBe(await site.read('404.html'));
});

test('with everything on the phone lost, the emergency numbers still show', async ({ page }) => {
  await visit(page, 'ar/');
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  await site.goOffline();
  for (const path of ['ar/', 'ar/emergency/', '', 's/pass/', 'nowhere']) {
    const { text } = await open(page, path);
    for (const number of ['tel:112', 'tel:115']) expect(text, path).toContain(number);
  }
});

test('a page opens without asking the network anything, also when the worker was asleep', async ({ page, context }) => {
  await visit(page, 'ar/');
  await page.goto('about:blank');
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await site.goOffline();
  await site.goOnline();
  await page.goto(site.url('ar/emergency/'));
  await state(page).toBe('ready');
  expect(site.asked().filter((path) => path.endsWith('/') || path.startsWith('assets/') || path.startsWith('packs/ar/'))).toEqual(
    [],
  );
});

test.describe('damage to the copy', () => {
  for (const kind of ['pack', 'shell', 'asset'] as const) {
    test(`a lost ${kind} is never called kept, and comes back with the connection`, async ({ page }) => {
      await visit(page, 'ar/');
      const { files } = JSON.parse(await site.read('packs/ar.json'));
      const lost = files.find((file: { kind: string }) => file.kind === kind).url;
      await dropFromCaches(page, lost);
      await site.goOffline();
      await page.goto(site.url('ar/emergency/'));
      if (kind !== 'asset') {
        // Either the page is composed of what is left, or the numbers show.
        await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
      }
      expect(await page.evaluate(() => document.documentElement.dataset.offline)).not.toBe('ready');
      await site.goOnline();
      await page.goto(site.url('ar/'));
      await state(page).toBe('ready');
      expect(Object.keys(await kept(page)).some((url) => url.endsWith(lost))).toBe(true);
    });
  }
});

test.describe('a new version', () => {
  test('is offered, and shown when the reader wants it; until then the old one stays', async ({ page }) => {
    await visit(page, 'en/emergency/');
    await changePage(site, 'en', 'emergency/', 'v2');
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(site.url('en/emergency/'));
    await expect(heading(page)).not.toContainText('v2');
    const show = page.getByRole('button', { name: words.offline.newer });
    await expect(show).toBeVisible();
    await expect(heading(page)).not.toContainText('v2');
    await show.click();
    await expect(heading(page)).toContainText('v2');
    await site.goOffline();
    await page.reload();
    await expect(heading(page)).toContainText('v2');
  });

  test('costs one list, and of the pack the one page', async ({ page }) => {
    await visit(page, 'en/emergency/');
    const pack = await changePage(site, 'en', 'emergency/', 'v2');
    const pieces = publishedPieces(pack, await site.read(pack));
    for (const [path, piece] of pieces) await site.write(path, piece);
    await site.goOffline();
    await site.goOnline();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(site.url('en/emergency/'));
    await expect(page.getByRole('button', { name: words.offline.newer })).toBeVisible();
    const asked = site.asked().filter((path) => path !== 'sw.js' && !/^(icons|manifest)/.test(path));
    const [changed] = pieces.filter(([, piece]) => piece.includes('v2</h1>')).map(([path]) => path);
    expect(asked).toEqual(['packs/en.json', keysUrl(pack), changed]);
  });

  const faults: Record<string, Fault> = {
    'a server error': (_path, _request, response) => {
      response.writeHead(500).end('oops');
      return true;
    },
    'a page of the wifi network': portal,
    'a cut connection': (_path, _request, response) => {
      response.writeHead(200, { 'content-length': 5000 });
      response.write('{"');
      setTimeout(() => response.destroy(), 20);
      return true;
    },
    silence: () => true,
  };
  for (const [name, fault] of Object.entries(faults)) {
    test(`that breaks off with ${name} leaves the old one whole, and arrives later`, async ({ page }) => {
      await visit(page, 'en/emergency/');
      const pack = await changePage(site, 'en', 'emergency/', 'v2');
      let broken = 0;
      site.fault = (path, request, response) => {
        if (path !== pack) return false;
        broken += 1;
        return fault(path, request, response);
      };
      await page.evaluate(() => sessionStorage.clear());
      await page.goto(site.url('en/emergency/'));
      await expect.poll(() => broken).toBeGreaterThan(0);
      await state(page).toBe('ready');
      await page.goto(site.url('en/cards/'));
      await page.goto(site.url('en/emergency/'));
      await expect(heading(page)).not.toContainText('v2');
      await site.goOffline();
      await page.reload();
      await expect(heading(page)).not.toContainText('v2');
      await state(page).toBe('ready');
      site.fault = undefined;
      await site.goOnline();
      await page.evaluate(() => sessionStorage.clear());
      await page.reload();
      await expect(page.getByRole('button', { name: words.offline.newer })).toBeVisible({ timeout: 60_000 });
      await page.reload();
      await expect(heading(page)).toContainText('v2');
    });
  }

  test('of the worker takes over by itself when the only tab goes to another page', async ({ browser }) => {
    // With a debugger on it, as here, Chromium now and then starts the old worker once more instead of ending it, and then lets
    // no other in (7 of 42 times; without a debugger 0 of 54): then another phone is looked at.
    await expect(async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await visit(page, 'en/');
      await site.write('sw.js', `${await site.read('sw.js')}\n// newer`);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      const waiting = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.waiting);
      await expect.poll(waiting).toBe(true);
      await page.goto(site.url('en/emergency/'));
      await expect.poll(waiting, { timeout: 5000 }).toBe(false);
      await page.goto(site.url('en/cards/'));
      await state(page).toBe('ready');
      await context.close();
    }).toPass({ timeout: 100_000 });
  });

  test('of the worker gets in past one that came empty, also in a tab that stays open', async ({ context, page }) => {
    await visit(page, 'en/');
    const right = await site.read('sw.js');
    await site.write('sw.js', '');
    await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForTimeout(1000);
    await page.close();
    const tab = await context.newPage();
    await tab.addInitScript(hurry, 20);
    await site.write('sw.js', right);
    await tab.goto(site.url('en/'));
    const script = () =>
      tab.evaluate(async () => {
        const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
        const { port1, port2 } = new MessageChannel();
        const heard = new Promise((resolve) => {
          port1.onmessage = () => resolve('answers');
          setTimeout(() => resolve('says nothing'), 1000);
        });
        active?.postMessage({ type: 'status', lang: 'en' }, [port2]);
        return heard;
      });
    expect(await script()).toBe('says nothing');
    await expect.poll(script, { timeout: 15_000 }).toBe('answers');
    await tab.goto(site.url('en/emergency/'));
    await state(tab).toBe('ready');
    await site.goOffline();
    expect((await open(tab, 'en/cards/')).text).toBe(await site.read('en/cards/index.html'));
  });

  test('of the worker that cannot be installed leaves the old one at work', async ({ page }) => {
    await visit(page, 'en/');
    const integrity = /sha256-[A-Za-z0-9+/]{22}/g;
    await site.write('sw.js', (await site.read('sw.js')).replace(integrity, `sha256-${'A'.repeat(22)}`));
    const updated = page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise<string>((resolve) =>
        registration?.addEventListener('updatefound', () => {
          const worker = registration.installing;
          worker?.addEventListener('statechange', () => resolve(worker.state));
        }),
      );
      await registration?.update();
      return found;
    });
    expect(await updated).toBe('redundant');
    await site.goOffline();
    expect((await open(page, 'en/emergency/')).text).toBe(await site.read('en/emergency/index.html'));
  });
});

test.describe('a captive portal', () => {
  test('that answers everything but the first page stores nothing, and saving works when it is gone', async ({ page }) => {
    site.fault = (path, request, response) => /^(packs|sw\.js)/.test(path) && portal(path, request, response);
    await page.goto(site.url('en/'));
    await state(page).toBe('failed');
    expect(await kept(page)).toEqual({});
    site.fault = undefined;
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await state(page).toBe('ready');
  });

  test('that answers for the packs only, and says that its page may be kept for a year, is got over', async ({ page }) => {
    site.fault = (path, request, response) => path.startsWith('packs/en') && portal(path, request, response);
    await page.goto(site.url('en/'));
    await state(page).toBe('failed');
    expect(Object.values(await kept(page)).some((text) => text.includes('Free wifi'))).toBe(false);
    site.fault = undefined;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await state(page).toBe('ready');
  });
});

test('the way out removes the worker and its copies, and nothing of anybody else', async ({ page }) => {
  await visit(page, 'en/');
  await page.evaluate(async () => (await caches.open('a shop of somebody else')).put('/x', new Response('x')));
  await site.write('sw.js', await site.read('sw-kill.js'));
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(() => page.evaluate(() => caches.keys()).catch(() => undefined), { timeout: 20_000 })
    .toEqual(['a shop of somebody else']);
  await page.waitForTimeout(3000);
  expect(loads).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => caches.keys())).toEqual(['a shop of somebody else']);
  expect((await open(page, 'en/emergency/')).text).toBe(await site.read('en/emergency/index.html'));
});

/** All that the origin holds on the phone. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
const NOTHING = { caches: ['a shop of somebody else'], workers: 0, databases: ['shop'], local: ['shop'], session: ['shop'] };

/** As if another site of the origin kept something, and later parts of the guide as well. */
const keepMore = (page: Page) =>
  page.evaluate(async () => {
    await (await caches.open('a shop of somebody else')).put('/x', new Response('x'));
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem('shop', '1');
      storage.setItem('arrival-guide:/:later', '1');
    }
    for (const name of ['shop', 'arrival-guide:/:later'])
      await new Promise<void>((done) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      });
  });

test.describe('removing', () => {
  test('takes everything, and it stays removed until the reader saves again', async ({ page }) => {
    await visit(page, 'en/');
    await keepMore(page);
    expect((await left(page)).session.length).toBeGreaterThan(2);
    await page.goto(site.url('en/phone/'));
    await page.getByRole('button', { name: words.phone.remove_all }).click();
    await expect(page.getByText(words.phone.removed)).toBeVisible();
    await state(page).toBe('removed');
    expect(await left(page)).toEqual(NOTHING);
    await expect(page.getByRole('heading', { name: words.browser.title })).toBeInViewport();
    for (const path of ['en/', 'en/emergency/', 'fr/']) {
      await page.goto(site.url(path));
      await state(page).toBe('removed');
    }
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForTimeout(1000);
    expect(await left(page)).toEqual(NOTHING);
    await page.goto(site.url('en/phone/'));
    await page.getByRole('button', { name: `${words.phone.save} (English)` }).click();
    await state(page).toBe('ready');
    await site.goOffline();
    expect((await open(page, 'en/emergency/')).text).toBe(await site.read('en/emergency/index.html'));
    await page.waitForLoadState();
    await page.goto(site.url(''));
    await expect(page).toHaveURL(site.url('en/'));
  });

  test('and saving again on the same page works too', async ({ page }) => {
    await visit(page, 'en/phone/');
    await page.getByRole('button', { name: words.phone.remove_all }).click();
    await expect(page.getByText(words.phone.removed)).toBeVisible();
    await page.getByRole('button', { name: `${words.phone.save} (English)` }).click();
    await expect(page.getByRole('button', { name: `${words.phone.remove} (English)` })).toBeVisible();
    await state(page).toBe('ready');
    await site.goOffline();
    expect((await open(page, 'en/emergency/')).text).toBe(await site.read('en/emergency/index.html'));
    await page.waitForLoadState();
    await page.goto(site.url(''));
    await expect(page).toHaveURL(site.url('en/'));
  });

  for (const { button, lasts } of [
    { button: words.shared.visit, lasts: false },
    { button: words.shared.ever, lasts: true },
  ]) {
    test(`"${button}" removes everything, and then nothing at all is stored`, async ({ page, context }) => {
      await visit(page, 'en/');
      await keepMore(page);
      await page.getByRole('link', { name: words.shared.title }).click();
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByText(words.phone.removed)).toBeVisible();
      for (const path of ['', 'fr/', 'en/calais/food/', 'en/cards/']) {
        await page.goto(site.url(path));
        await page.waitForTimeout(500);
      }
      await page.locator('.languages summary').click();
      await page.getByRole('button', { name: 'Français' }).click();
      await expect(page.locator('.beside').first()).toBeVisible();
      expect(await left(page)).toEqual(NOTHING);
      expect((await context.cookies()).map(({ name, value, expires }) => [name, value, expires > 0])).toEqual([
        ['keep', 'no', lasts],
      ]);
      await page.goto(site.url('en/phone/'));
      await page.getByRole('button', { name: `${words.phone.save} (English)` }).click();
      await state(page).toBe('ready');
      expect(await context.cookies()).toEqual([]);
    });
  }

  test('can be done with the keyboard, and says aloud what happened', async ({ page }) => {
    await visit(page, 'en/phone/');
    await page.getByRole('button', { name: words.shared.ever }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: words.phone.removed })).toBeVisible();
    await expect(page.locator('#browser')).toBeFocused();
  });

  test('where the browser keeps nothing, the choices of language go all the same', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined }));
    await page.goto(site.url('en/'));
    await state(page).toBe('off');
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
    await page.goto(site.url('en/phone/#not-mine'));
    await page.getByRole('button', { name: words.shared.visit }).click();
    await expect(page.locator('.told')).not.toBeEmpty();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  test('one language leaves the others, and that one stays removed', async ({ page }) => {
    await visit(page, 'fr/');
    await visit(page, 'en/phone/');
    await page.getByRole('button', { name: `${words.phone.remove} (Français)` }).click();
    await expect(page.getByRole('button', { name: `${words.phone.save} (Français)` })).toBeVisible();
    await page.goto(site.url('fr/'));
    await state(page).toBe('removed');
    await visit(page, 'en/');
  });
});

test.describe('the status', () => {
  test('says that it is off where the browser has no worker', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { get: () => undefined }));
    await page.goto(site.url('en/'));
    await state(page).toBe('off');
    await expect(page.getByText(words.offline.off)).toBeVisible();
  });

  test('says that it is off where looking at the caches is an error', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'caches', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    await page.goto(site.url('en/'));
    await state(page).toBe('off');
  });

  test('does not save for a reader who saves data, until asked', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { get: () => ({ saveData: true }) }));
    await page.goto(site.url('en/'));
    await state(page).toBe('off');
    expect(await kept(page)).toEqual({});
    await page.goto(site.url('en/phone/'));
    await page.getByRole('button', { name: `${words.phone.save} (English)` }).click();
    await expect(page.getByRole('button', { name: `${words.phone.remove} (English)` })).toBeVisible();
    await page.goto(site.url('en/'));
    await state(page).toBe('ready');
  });

  test('is "saving" while it saves, and works where nothing can be remembered of the tab', async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    site.fault = (path, _, response) => {
      if (path !== 'packs/en.json') return false;
      void held.then(async () => response.writeHead(200).end(await site.read(path)));
      return true;
    };
    await page.goto(site.url('en/'));
    await state(page).toBe('saving');
    goOn();
    await state(page).toBe('ready');
    const made = await page.evaluate(() => document.documentElement.dataset.made ?? '');
    await expect(page.locator('[data-island=offline]')).toContainText(made.slice(0, 4));
  });

  test('stays "removed" where the guide was removed while it was being saved', async ({ page }) => {
    await page.addInitScript(hurry, 20);
    site.fault = (path) => path === 'packs/en.json';
    await page.goto(site.url('en/phone/'));
    await state(page).toBe('saving');
    await page.getByRole('button', { name: words.phone.remove_all }).click();
    await state(page).toBe('removed');
    await page.waitForTimeout(3000);
    await state(page).toBe('removed');
  });

  for (const { broken, answer } of [
    { broken: 'came empty', answer: '' },
    { broken: 'never comes', answer: undefined },
  ])
    test(`is not "saving" for ever with a worker that ${broken}`, async ({ page }) => {
      await page.addInitScript(hurry, 20);
      site.fault = (path, _, response) => {
        if (path !== 'sw.js') return false;
        if (answer !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(answer);
        return true;
      };
      await page.goto(site.url('en/'));
      await state(page).toBe('saving');
      await state(page).toBe('failed');
      site.fault = undefined;
    });

  test('that is answered slowly stays "saving" until all is there', async ({ page }) => {
    test.setTimeout(120_000);
    let isHeld = true;
    site.fault = (path, _, response) => {
      if (path !== 'packs/en.json' || !isHeld) return false;
      isHeld = false;
      setTimeout(async () => response.writeHead(200).end(await site.read(path)), 15_000);
      return true;
    };
    const kinds: string[] = [];
    await page.exposeFunction('tellKind', (kind: string) => kinds.push(kind));
    await page.addInitScript(hurry, 10);
    await page.addInitScript(() => {
      const told = window as unknown as { tellKind(kind?: string): void };
      new MutationObserver(() => told.tellKind(document.documentElement.dataset.offline)).observe(document, {
        attributeFilter: ['data-offline'],
        subtree: true,
      });
    });
    await page.goto(site.url('en/'));
    await expect.poll(() => kinds.at(-1), { timeout: 60_000 }).toBe('ready');
    expect(kinds).not.toContain('failed');
  });

  test('notices that the phone threw the copy away, and saves it again', async ({ page }) => {
    await visit(page, 'en/');
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await page.goto(site.url('en/emergency/'));
    await state(page).toBe('ready');
    await site.goOffline();
    expect((await open(page, 'en/cards/')).text).toBe(await site.read('en/cards/index.html'));
  });
});
