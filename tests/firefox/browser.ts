/** A Firefox as people have it, with a new profile, moved by WebDriver BiDi. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presentFirefox } from '../../src/cli/find-firefox.ts';
import { setTrap } from '../faults/browser.ts';
import { callBrowser, type Line } from './bidi.ts';

export interface Firefox {
  /** e.g. `153.7.0` */
  version: string;
  openTab(): Promise<Tab>;
  /** Errors in pages and what their policy forbade, since the last look. */
  complaints(): string[];
  /** Requests to other hosts, of pages and workers alike, since the last look. */
  foreign(): string[];
  end(): Promise<void>;
}

export interface Tab {
  /** Opens an address and waits until it has loaded; rejects where nothing answers. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The address it shows now. */
  url(): Promise<string>;
  /** Touches the middle of the first element that a selector finds, as a finger does. */
  tap(selector: string): Promise<void>;
  /** Taps a link and waits until the page that it leads to has loaded. */
  follow(selector: string): Promise<void>;
  /** What is written in all elements that a selector finds; works without JavaScript too. */
  texts(selector: string): Promise<string[]>;
  /** What a function gives when it runs in the page. */
  run<Args extends readonly unknown[], Result>(act: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  javascript?: boolean;
  /** Height of the window in CSS pixels; a finger reaches only what is in it. */
  height?: number;
}

const WIDTH = 360;

/** Firefox's makers: it asks them of its own accord. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?[\w.-]*\.(?:mozilla\.(?:org|com|net)|firefox\.com|mozaws\.net|cdn\.mozilla\.net)(?::|\/|$)/;

/** The page's own words for what its policy forbade, which Firefox tells nobody else. */
const TELL_FORBIDDEN = `() => document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  console.error('forbidden by the policy: ' + violatedDirective + ' ' + blockedURI))`;

export async function startFirefox({ javascript = true, height = 640 }: FirefoxOptions = {}): Promise<Firefox> {
  const trap = await setTrap();
  const profile = mkdtempSync(join(tmpdir(), 'guide-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences({ ...QUIET, ...throughTrap(trap.port), 'javascript.enabled': javascript }));
  const child = startProcess(profile);
  const line = await callBrowser(await addressOf(child));
  const { capabilities } = await line.send<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} });
  const complaints: string[] = [];
  const foreign: string[] = [];
  await line.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent', 'browsingContext.load'] });
  line.on<LogEntry>('log.entryAdded', ({ level, text }) => void (level === 'error' && complaints.push(text ?? '')));
  line.on<Request>('network.beforeRequestSent', ({ request }) => void (isForeign(request.url) && foreign.push(request.url)));
  if (javascript) await line.send('script.addPreloadScript', { functionDeclaration: TELL_FORBIDDEN });
  return {
    version: capabilities.browserVersion,
    openTab: () => openTab(line, { javascript, height }),
    complaints: () => complaints.splice(0),
    foreign: () => [...foreign.splice(0), ...trap.caught().filter((address) => !BROWSERS_OWN.test(address))],
    async end() {
      const gone = new Promise((ended) => child.once('exit', ended));
      await line.send('browser.close', {}).catch(() => undefined);
      line.close();
      await gone;
      trap.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

interface LogEntry {
  level: string;
  text: string | null;
}

interface Request {
  request: { url: string };
}

const isForeign = (url: string) => /^https?:/.test(url) && new URL(url).hostname !== 'localhost';

/** What reaches a proxy for all hosts but our own was meant for somebody else. */
const throughTrap = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
});

/** No first steps, no questions about old sessions after a day when it was killed. */
const QUIET = {
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'app.update.disabledForTesting': true,
};

/** The file in which a profile is told its preferences. */
const preferences = (values: Readonly<Record<string, string | number | boolean>>) =>
  Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(killGroup));

function startProcess(profile: string): ChildProcess {
  const path = presentFirefox();
  if (path === undefined) throw new Error('There is no Firefox here. "npm run firefox" installs one.');
  const args = ['--headless', '--remote-debugging-port=0', '--no-remote', '--profile', profile];
  // With a home of its own it neither reads nor writes what belongs to whoever runs the tests.
  const env = { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' };
  const child = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`Firefox did not start:\n${said.slice(-2000)}`)));
  });
}

async function openTab(line: Line, { javascript, height }: Required<FirefoxOptions>): Promise<Tab> {
  const { context } = await line.send<{ context: string }>('browsingContext.create', { type: 'tab' });
  await line.send('browsingContext.setViewport', { context, viewport: { width: WIDTH, height }, devicePixelRatio: 2 });
  const locate = async (selector: string) => {
    const locator = { type: 'css', value: selector };
    const serializationOptions = { maxDomDepth: 20 };
    return (await line.send<{ nodes: FoundNode[] }>('browsingContext.locateNodes', { context, locator, serializationOptions }))
      .nodes;
  };
  const loaded = nextLoads(line, context);
  const tab: Tab = {
    open: async (url) => void (await line.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await line.send('browsingContext.reload', { context, wait: 'complete' })),
    async url() {
      const { contexts } = await line.send<{ contexts: { url: string }[] }>('browsingContext.getTree', { root: context });
      return contexts[0]?.url ?? '';
    },
    async tap(selector) {
      const [node] = await locate(selector);
      if (!node) throw new Error(`Nothing to tap: ${selector}`);
      if (javascript)
        await line.send('script.callFunction', { ...INTO_VIEW, target: { context }, this: { sharedId: node.sharedId } });
      await line.send('input.performActions', { context, actions: [fingerOn(node)] });
      await line.send('input.releaseActions', { context });
    },
    async follow(selector) {
      const load = loaded(selector);
      await tab.tap(selector);
      await load;
    },
    texts: async (selector) => (await locate(selector)).map((node) => textOf(node).replace(/\s+/g, ' ').trim()),
    async run(act, ...args) {
      const body = `(async () => JSON.stringify(await (${act})(...${JSON.stringify(args)})))()`;
      const asked = { expression: body, target: { context }, awaitPromise: true };
      const answer = await line.send<Evaluated>('script.evaluate', asked);
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
      return answer.result?.value === undefined ? undefined : JSON.parse(answer.result.value);
    },
    close: async () => void (await line.send('browsingContext.close', { context })),
  };
  return tab;
}

/** Milliseconds after which a tap has led nowhere. */
const PATIENCE = 45_000;

/** Firefox drops taps on a page that it has not drawn yet, so an address that has changed is not enough to go on. */
function nextLoads(line: Line, context: string) {
  const waiting = new Set<() => void>();
  line.on<{ context: string }>('browsingContext.load', (load) => {
    if (load.context === context) for (const done of waiting) done();
  });
  return (selector: string) =>
    new Promise<void>((done, failed) => {
      const late = setTimeout(() => failed(new Error(`A tap on ${selector} has opened no page.`)), PATIENCE);
      const once = () => {
        clearTimeout(late);
        waiting.delete(once);
        done();
      };
      waiting.add(once);
    });
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

interface FoundNode {
  sharedId: string;
  value?: { nodeValue?: string; children?: FoundNode[] };
}

const textOf = ({ value }: FoundNode): string => value?.nodeValue ?? value?.children?.map(textOf).join('') ?? '';

/** A finger reaches only what is on the screen. */
const INTO_VIEW = {
  functionDeclaration: "function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }); }",
  awaitPromise: false,
};

const fingerOn = ({ sharedId }: FoundNode) => ({
  type: 'pointer',
  id: 'finger',
  parameters: { pointerType: 'touch' },
  actions: [
    { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});
