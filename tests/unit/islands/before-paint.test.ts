import { afterEach, expect, test, vi } from 'vitest';

const BACK = 2;

/** A tab at the moment when the head of a page runs; `reached` is how, as `performance.navigation.type` has it. */
async function openPage(tab: { name: string; store?: Map<string, string> }, reached = 0) {
  const handlers = new Map<string, (event: object) => void>();
  const root = { dataset: { base: '/a/' }, style: { visibility: '' } };
  const [replace, fetch] = [vi.fn(), vi.fn(() => Promise.resolve())];
  const assign = vi.fn();
  const window = {
    get name() {
      return tab.name;
    },
    set name(name: string) {
      tab.name = name;
    },
  };
  vi.stubGlobal('document', { documentElement: root, cookie: '' });
  vi.stubGlobal('window', window);
  vi.stubGlobal('location', { replace, assign });
  vi.stubGlobal('fetch', fetch);
  const scripts = ['https://guide.test/a/assets/main-1.js', 'https://guide.test/a/assets/offline-1.js'];
  const entries = [...scripts, 'https://guide.test/a/packs/ar.json'].map((name) => ({ name }));
  vi.stubGlobal('performance', { navigation: { type: reached }, getEntriesByType: () => entries });
  vi.stubGlobal('addEventListener', (type: string, handler: (event: object) => void) => handlers.set(type, handler));
  const { store } = tab;
  const storage = store && {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  vi.stubGlobal('sessionStorage', storage);
  vi.resetModules();
  await import('../../../src/islands/before-paint.ts');
  const tap = (onLeave: boolean) => {
    const preventDefault = vi.fn();
    handlers.get('click')?.({ target: { closest: () => (onLeave ? {} : null) }, preventDefault });
    return preventDefault;
  };
  const fail = (event: { message?: string; tag?: string }) =>
    handlers.get('error')?.({ ...event, target: event.tag ? { localName: event.tag } : window });
  return { root, replace, assign, tap, fail, fetch, scripts, comeBack: () => handlers.get('pageshow')?.({}) };
}

afterEach(() => vi.unstubAllGlobals());

test.each([['with storage', new Map<string, string>()] as const, ['where nothing may be stored', undefined] as const])(
  'one tap leaves to the calendar in the place of the page, and going back shows nothing of the guide: %s',
  async (_, store) => {
    const tab = { name: '', ...(store && { store }) };
    const page = await openPage(tab);
    page.tap(true);
    expect(page.root.style.visibility).toBe('hidden');
    expect(page.replace.mock.calls).toEqual([['/a/calendar/']]);
    expect(page.assign).not.toHaveBeenCalled();

    page.comeBack();
    expect(page.replace).toHaveBeenCalledTimes(2);
    const earlier = await openPage(tab, BACK);
    expect(earlier.root.style.visibility).toBe('hidden');
    expect(earlier.replace.mock.calls).toEqual([['/a/calendar/']]);
  },
);

test('who comes to the guide anew after leaving it finds it', async () => {
  const tab = { name: '', store: new Map<string, string>() };
  (await openPage(tab)).tap(true);
  const anew = await openPage(tab);
  expect(anew.replace).not.toHaveBeenCalled();
  expect(anew.root.style.visibility).toBe('');
});

test('any other tap leaves nothing', async () => {
  const page = await openPage({ name: '', store: new Map() });
  expect(page.tap(false)).not.toHaveBeenCalled();
  expect(page.replace).not.toHaveBeenCalled();
});

test.each([
  ['did not load', { tag: 'script' }],
  ['cannot be read', { message: 'Uncaught SyntaxError: Unexpected end of input' }],
  ['was asked for by another and did not come', {}],
])('when a script %s, all are asked for past what the browser remembers', async (_, event) => {
  const page = await openPage({ name: '' });
  page.fail(event);
  expect(page.fetch.mock.calls).toEqual(page.scripts.map((script) => [script, { cache: 'reload' }]));
});

test.each([
  ['a picture that did not load', { tag: 'img' }],
  ['a fault in a script that runs', { message: 'Uncaught TypeError: x is not a function' }],
])('%s asks for nothing', async (_, event) => {
  const page = await openPage({ name: '' });
  page.fail(event);
  expect(page.fetch).not.toHaveBeenCalled();
});
