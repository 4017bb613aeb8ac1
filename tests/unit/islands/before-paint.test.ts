import { afterEach, expect, test, vi } from 'vitest';

const BACK = 2;

/** A tab at the moment when the head of a page runs; `reached` is how, as `performance.navigation.type` has it. */
async function openPage(tab: { name: string; store?: Map<string, string> }, reached = 0) {
  const handlers = new Map<string, (event: object) => void>();
  const root = { dataset: { base: '/a/' }, style: { visibility: '' } };
  const replace = vi.fn();
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
  vi.stubGlobal('performance', { navigation: { type: reached } });
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
  return { root, replace, assign, tap, comeBack: () => handlers.get('pageshow')?.({}) };
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
