/** The phone and the line of the bench: a cheap one, on a bad 2G or 3G line. */
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

export const LINE = { kbps: 400, rtt: 400 };
/** Times the processor is slowed. */
export const SLOWER_CPU = 6;
export const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** `flags`: told to the browser besides. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { args, executablePath } = await findChromium();
  return chromium.launch({ args: [...args, ...flags], ...(executablePath && { executablePath }) });
}

/** The browser's own throttling: of the line for the page, and of the processor. */
export async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const throughput = (LINE.kbps * 1000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.rtt,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
}
