/** A real browser as a process of our own: its profile is kept on disk, and it can be killed as a phone kills it, without a word. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from '@playwright/test';
import { presentChromium } from '../../src/cli/find-chromium.ts';
import { newFolder, removeFolder } from './room.ts';

export interface RunningBrowser {
  browser: Browser;
  /** e.g. `156.0.8078.79`, or `headless shell 156.0.8078.79` */
  version: string;
  /** SIGKILL to the process and all that it started. */
  kill(): Promise<void>;
}

/** What browsers ask for by themselves would look like requests of the guide to others. */
const SILENT = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-default-browser-check',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-size=360,640',
];

/** The browser as a group of processes that ends, all of it, with the laboratory, also when that is killed: then nobody holds our end of its input. */
const UNTIL_WE_END = 'exec 3<&0 </dev/null; (cat <&3 >/dev/null; kill -9 0) & exec "$@" 3<&-';

/** `trap` is a proxy for all hosts but our own: what reaches it was meant for somebody else. */
export async function startBrowser(profile: string, trap: Trap): Promise<RunningBrowser> {
  const found = presentChromium();
  if (!found) throw new Error('There is no Chromium here. "npm run browser" installs one.');
  const proxy = [`--proxy-server=http://127.0.0.1:${trap.port}`, '--proxy-bypass-list=localhost;127.0.0.1'];
  const executable = found.executablePath ?? chromium.executablePath();
  const args = [...found.args, ...SILENT, ...proxy, `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn('/bin/sh', ['-c', UNTIL_WE_END, 'sh', executable, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const kill = async () => {
    killGroup(pid);
    await gone;
    await browser.close().catch(() => undefined);
  };
  const version = `${/headless.shell/.test(executable) ? 'headless shell ' : ''}${browser.version()}`;
  return { browser, version, kill };
}

/** As in `RunningBrowser`, of a browser that is started for that. */
export async function browserVersion(): Promise<string> {
  const trap = await setTrap();
  const profile = newFolder('profile');
  const { version, kill } = await startBrowser(profile, trap);
  await kill();
  removeFolder(profile);
  trap.end();
  return version;
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) found(address);
    });
    child.once('exit', () => failed(new Error(`The browser did not start:\n${said.slice(-2000)}`)));
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Of Chromium's makers: the browser asks them of its own accord, and no flag ends that for good. */
const BROWSERS_OWN = /^(?:https?:\/\/)?[\w.-]*\.(?:google|googleapis|gvt1|gstatic)\.com(?::|\/|$)/;

export interface Trap {
  port: number;
  /** Addresses asked for since the last look. */
  caught(): string[];
  end(): void;
}

export async function setTrap(): Promise<Trap> {
  const caught: string[] = [];
  const catchOne = (address = '') => {
    if (!BROWSERS_OWN.test(address)) caught.push(address);
  };
  const server = createServer((request, response) => {
    catchOne(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    catchOne(request.url);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    caught: () => caught.splice(0),
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
