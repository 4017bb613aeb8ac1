import { afterEach, describe, expect, test, vi } from 'vitest';
import { integrity, newPhone } from './phone.ts';

interface Event {
  waitUntil: (work: Promise<unknown>) => void;
  [more: string]: unknown;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const ICON = { url: 'icons/guide.svg', text: '<svg>icon</svg>' };

/** The worker as a browser would start it, with `tabs` open pages of the guide. */
async function startWorker({ tabs = 1 } = {}) {
  const phone = newPhone();
  const handlers = new Map<string, (event: Event) => void>();
  const skipWaiting = vi.fn(async () => {});
  const askedToActivate = vi.fn();
  vi.stubGlobal('self', {
    __WB_MANIFEST: [{ url: ICON.url, integrity: integrity(ICON.text) }],
    addEventListener: (type: string, handler: (event: Event) => void) => handlers.set(type, handler),
    skipWaiting,
    caches: phone.caches,
    fetch: async (request: string | { url: string }, init: RequestInit = {}) =>
      phone.site.fetch(typeof request === 'string' ? request : request.url, init),
    clients: { matchAll: async () => Array.from({ length: tabs }, () => ({ postMessage: () => {} })), claim: async () => {} },
    registration: { scope: phone.scope, waiting: { postMessage: askedToActivate }, installing: null },
  });
  await import('../../../src/service-worker/sw.ts');
  const send = async (type: string, more: object = {}) => {
    const works: Promise<unknown>[] = [];
    handlers.get(type)?.({ ...more, waitUntil: (work) => works.push(work) });
    await Promise.all(works);
  };
  return { phone, send, skipWaiting, askedToActivate };
}

/** The reader goes on to another page. */
const openPage = (phone: { scope: string }) => ({
  request: { method: 'GET', mode: 'navigate', url: `${phone.scope}`, headers: new Headers() },
  respondWith: (answer: Promise<Response>) => void answer.catch(() => undefined),
});

describe('a new worker', () => {
  test('is installed when all its files are there, and then waits: it never takes over a page that is being read', async () => {
    const { phone, send, skipWaiting } = await startWorker();
    phone.server.set(ICON.url, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return new Response(ICON.text);
    });
    await send('install');
    expect([...phone.caches.all.values()].flatMap(({ writes }) => writes)).toEqual([phone.scope + ICON.url]);
    expect(skipWaiting).not.toHaveBeenCalled();
  });

  test('is not installed when one of its files cannot be had', async () => {
    const { send } = await startWorker();
    await expect(send('install')).rejects.toThrow();
  });

  test('takes over when a page says so, and at nothing else that a page says', async () => {
    const { send, skipWaiting } = await startWorker();
    for (const data of [{ type: 'status', lang: 'ar' }, { type: 'other' }, 'activate'])
      await send('message', { data, ports: [] });
    expect(skipWaiting).not.toHaveBeenCalled();
    await send('message', { data: { type: 'activate' }, ports: [] });
    expect(skipWaiting).toHaveBeenCalledOnce();
  });
});

describe('a worker that waits', () => {
  test.each([
    [1, 1],
    [2, 0],
  ])('with %i open tab on its way to another page is let in %i times', async (tabs, times) => {
    const { phone, send, askedToActivate } = await startWorker({ tabs });
    await send('fetch', openPage(phone));
    expect(askedToActivate).toHaveBeenCalledTimes(times);
  });
});
