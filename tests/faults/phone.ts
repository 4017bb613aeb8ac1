/** A phone in somebody's hand: it is started, it walks over its pages without a connection, it dies, it is started again. */
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import type { OfflineKind } from '../../src/guide/offline-messages.ts';
import { type RunningBrowser, startBrowser, type Trap } from './browser.ts';
import type { Host } from './host.ts';
import { versionsOf, type Walk } from './judge.ts';
import { pagesOf, type Release } from './releases.ts';
import { newFolder, removeFolder } from './room.ts';

/** Milliseconds after which a page that is still saving is looked at as it is: twice the worker's own patience, and some. */
const PATIENCE = 70_000;

export interface World {
  host: Host;
  trap: Trap;
  releases: readonly Release[];
  /** What the phone is doing, for who looks at a trial that got stuck. */
  trail: string[];
}

/** Where a walk goes. */
export interface Look {
  /** `en` unless told. */
  lang?: string | undefined;
  /** Pages beside those of the language. */
  also?: readonly string[];
}

export interface Phone {
  context: BrowserContext;
  page: Page;
  /** A cold start, as after a night: nothing is open, the worker sleeps, then a page is opened and left alone until it has settled. */
  start(path?: string, patience?: number): Promise<OfflineKind | undefined>;
  /** Opens a page in the tab that is there; resolves when it was sent off, whatever comes of it. */
  go(path: string): Promise<void>;
  settle(patience?: number): Promise<OfflineKind | undefined>;
  /** Opens a page in one more tab, which is `page` from then on; the others stay. */
  another(path: string, patience?: number): Promise<OfflineKind | undefined>;
  /** Errors that nobody caught since the last look. */
  errors(): string[];
  /** Stops the server, and looks at every page and file of the language, and at what went wrong. Then the server is there again. */
  walk(look?: Look): Promise<Walk>;
  sleep(): Promise<void>;
  /** SIGKILL; `start` brings it up again with what its profile holds. */
  kill(): Promise<void>;
  /** Only for phones with a profile of their own. */
  profile: string;
  end(): Promise<void>;
}

/**
 * Runs in every page, before its own scripts: counts what the worker has said, which is how a page is known to have settled.
 * It looks for a newer worker at once, as the browser does of its own accord a second after the page is there: no trial waits that long.
 */
const WATCH = `
  window.seenStates = 0;
  if (navigator.serviceWorker) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => { if (data && data.type === 'state') seenStates += 1; });
    const looksForWorker = async () => {
      const found = await navigator.serviceWorker.getRegistration();
      window.hadWorker = !!(found && found.active);
      if (!hadWorker) return;
      window.looking = true;
      await found.update();
    };
    looksForWorker().catch(() => {}).finally(() => { window.looking = false; });
  }
`;

/** A phone in a browser that others share: quick, but it cannot be killed. */
export async function borrowPhone(world: World, { browser }: RunningBrowser, setUp?: SetUp): Promise<Phone> {
  return handle(world, {
    profile: '',
    open: async () => prepared(await browser.newContext({ viewport: { width: 360, height: 640 } }), setUp),
    kill: (context) => context.close().catch(() => undefined),
    end: async () => undefined,
  });
}

/** A phone with a browser and a profile of its own. */
export async function ownPhone(world: World, setUp?: SetUp): Promise<Phone> {
  const profile = newFolder('profile');
  let running: RunningBrowser | undefined;
  return handle(world, {
    profile,
    open: async () => {
      running = await startBrowser(profile, world.trap);
      const context = running.browser.contexts()[0];
      if (!context) throw new Error('The browser has no window.');
      return prepared(context, setUp);
    },
    kill: async () => running?.kill(),
    end: async () => removeFolder(profile),
  });
}

/** What a phone lacks, for faults of that kind. */
export type SetUp = (context: BrowserContext) => Promise<unknown>;

async function prepared(context: BrowserContext, setUp: SetUp | undefined): Promise<BrowserContext> {
  await context.addInitScript(WATCH);
  await setUp?.(context);
  return context;
}

interface Body {
  profile: string;
  open: () => Promise<BrowserContext>;
  kill: (context: BrowserContext) => Promise<void>;
  end: () => Promise<void>;
}

async function handle(world: World, body: Body): Promise<Phone> {
  let context: BrowserContext | undefined;
  let page: Page | undefined;
  const errors: string[] = [];
  const open = async () => {
    context = await body.open();
    context.on('weberror', (error) => errors.push(error.error().message));
    return context;
  };
  const there = async () => context ?? (await open());
  const tab = () => page ?? missing();
  const phone: Phone = {
    profile: body.profile,
    get context() {
      return context ?? missing();
    },
    get page() {
      return tab();
    },
    async start(path = 'en/', patience = PATIENCE) {
      world.trail.push(`start ${path}`);
      const window = await there();
      const before = window.pages();
      page = await window.newPage();
      await Promise.all(before.map((old) => old.close().catch(() => undefined)));
      if (context !== window) throw new Error('The phone died while it was started.');
      await phone.sleep();
      await phone.go(path);
      return phone.settle(patience);
    },
    async another(path, patience = PATIENCE) {
      world.trail.push(`another ${path}`);
      page = await phone.context.newPage();
      await phone.go(path);
      return phone.settle(patience);
    },
    errors: () => errors.splice(0),
    async go(path) {
      world.trail.push(`go ${path}`);
      await tab()
        .goto(world.host.url(path), { waitUntil: 'commit', timeout: PATIENCE })
        .catch(() => undefined);
    },
    settle(patience = PATIENCE) {
      world.trail.push('settle');
      return settled(tab(), patience);
    },
    sleep() {
      world.trail.push('stop workers');
      return stopWorkers(phone.context, tab());
    },
    async walk({ lang = 'en', also = [] } = {}) {
      // A page whose script was answered wrongly may well fail aloud; what is kept may not.
      phone.errors();
      world.trail.push('go offline');
      await world.host.goOffline();
      const said = await phone.start(`${lang}/`);
      world.trail.push('look around');
      const seen = await lookAround(tab(), world, { lang, also });
      await world.host.goOnline();
      return { said, ...seen, errors: phone.errors(), foreign: world.trap.caught() };
    },
    async kill() {
      world.trail.push('kill');
      if (context) await body.kill(context);
      [context, page] = [undefined, undefined];
    },
    async end() {
      await phone.kill();
      await body.end();
    },
  };
  await open();
  page = await phone.context.newPage();
  return phone;
}

/** Milliseconds that workers may take to stop on a busy machine. */
const STOPPED = 5000;

/** Resolves when they really have stopped: one that stops later would take the next page's wishes with it. */
async function stopWorkers(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const running = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions)
      if (runningStatus === 'stopped') running.delete(versionId);
      else running.add(versionId);
  });
  await session.send('ServiceWorker.enable');
  const start = Date.now();
  // With six browsers at once the answer to this did not come, three times in 444 trials.
  await Promise.race([session.send('ServiceWorker.stopAllWorkers').catch(() => undefined), wait(STOPPED)]);
  while (running.size && Date.now() - start < STOPPED) await wait(10);
  await session.detach().catch(() => undefined);
}

const missing = (): never => {
  throw new Error('The phone is not running: start it first.');
};

/** Milliseconds after which a page whose script has not begun never will. */
const NO_SCRIPT = 6000;

/** Waits until the page has been told by the worker all that it asked, and no worker is being installed. */
async function settled(page: Page, patience: number): Promise<OfflineKind | undefined> {
  const start = Date.now();
  let seen: Looked = { kind: undefined, done: false, plain: false };
  while (Date.now() - start < patience && !page.isClosed()) {
    seen = await Promise.race([page.evaluate(LOOK).catch(() => NOTHING_SEEN), unanswered()]);
    if (seen.done || (seen.plain && Date.now() - start > NO_SCRIPT)) break;
    await wait(120);
  }
  return seen.kind;
}

/** A page that is just being left for another may never answer. */
const unanswered = () => wait(NO_SCRIPT, NOTHING_SEEN, { ref: false });

interface Looked {
  kind: OfflineKind | undefined;
  done: boolean;
  /** Nothing that runs has shown itself. */
  plain: boolean;
}

const NOTHING_SEEN: Looked = { kind: undefined, done: false, plain: true };

/** Where a worker was at work before, the page asks twice: what is there, and whether there is something newer. What it says without having asked is its last word. */
const LOOK = `(async () => {
  const kind = document.documentElement.dataset.offline;
  const registration = navigator.serviceWorker && await navigator.serviceWorker.getRegistration().catch(() => undefined);
  const told = seenStates >= (window.hadWorker ? 2 : 1);
  const final = kind === 'off' || ((kind === 'failed' || kind === 'removed') && !seenStates);
  const line = document.querySelector('[data-island=offline]');
  const without = document.readyState === 'complete' && !line;
  return { kind, plain: !kind, done: without || (!!kind && kind !== 'saving' && (told || final) && !window.looking && !(registration && registration.installing)) };
})()` as unknown as () => Promise<Looked>;

interface Fetched {
  status: number;
  body: string;
}

async function lookAround(
  page: Page,
  { host, releases }: World,
  { lang, also }: { lang: string; also: readonly string[] },
): Promise<Pick<Walk, 'pages' | 'files'>> {
  const paths = [...new Set([...releases.flatMap((release) => pagesOf(release, lang)), ...also])];
  const answers = await fetchAll(page, paths.map(host.url), 'text/html');
  const pages = new Map(
    paths.map((path, place) => [path, found(answers[place], (bytes) => withBytes(releases, `${path}index.html`, bytes))]),
  );
  const shown = releases.find(({ name }) => name === versionsOf({ pages })[0]);
  const wanted = shown?.lists[lang]?.files.filter(({ kind }) => kind === 'asset') ?? [];
  const files = await fetchAll(
    page,
    wanted.map(({ url }) => host.url(url)),
    '*/*',
  );
  const judged = wanted.map(({ url }, place) => {
    const right = found(files[place], (bytes) => withBytes(shown ? [shown] : [], url, bytes));
    return [url, right === 'missing' ? right : right.length ? 'right' : 'wrong'] as const;
  });
  return { pages, files: new Map(judged) };
}

/** An answer that itself says that it is not the page (404, 503, none at all) is no lie. */
const found = (answer: Fetched | undefined, of: (bytes: Buffer) => string[]): readonly string[] | 'missing' =>
  answer?.status === 200 ? of(Buffer.from(answer.body, 'base64')) : 'missing';

const withBytes = (releases: readonly Release[], path: string, bytes: Buffer) =>
  releases.filter(({ files }) => files.get(path)?.equals(bytes)).map(({ name }) => name);

/** A real guide has hundreds of pages in a language: more at once would wait for each other longer than they may. */
const AT_ONCE = 40;

/** Asked as a page asks for another one, past what the browser itself remembers. */
async function fetchAll(page: Page, urls: readonly string[], accept: string): Promise<(Fetched | undefined)[]> {
  const answers: (Fetched | undefined)[] = [];
  for (let from = 0; from < urls.length; from += AT_ONCE) {
    const some = urls.slice(from, from + AT_ONCE);
    const ask = `(${ASK})(${JSON.stringify(some)}, ${JSON.stringify(accept)})`;
    const got = (await page.evaluate(ask).catch(() => [])) as (Fetched | undefined)[];
    answers.push(...some.map((_, place) => got[place]));
  }
  return answers;
}

const ASK = `async (urls, accept) => Promise.all(urls.map(async (url) => {
  try {
    const answer = await fetch(url, { headers: { accept }, cache: 'no-store', signal: AbortSignal.timeout(25000) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return { status: answer.status, body: btoa(text) };
  } catch { return { status: 0, body: '' }; }
}))`;
