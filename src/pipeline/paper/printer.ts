/** HTML on paper: one browser for a whole run, without any connection. Scripts run only where they stand in the document itself. */
import { type BrowserContext, chromium, type Page } from '@playwright/test';

/** Where the browser is; without a path it is Playwright's own. */
export interface BrowserPlace {
  executablePath?: string;
  args: string[];
}

export interface Printer {
  /**
   * A PDF with tags for screen readers and an outline, on the paper that the document's `@page` names.
   * `ready` is a selector that matches something once the document's own script has done its work.
   */
  pdf(html: string, ready?: string): Promise<Buffer>;
  /** A picture of the document's upper left corner; width and height in pixels. */
  png(html: string, size: { width: number; height: number }): Promise<Buffer>;
  close(): Promise<void>;
}

/** Milliseconds that a document's script may take; a booklet takes a few seconds on an old computer. */
const PATIENCE = 120_000;

export async function startPrinter({ args, executablePath }: BrowserPlace): Promise<Printer> {
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  const context = await browser.newContext({ offline: true, serviceWorkers: 'block' });
  await context.route('**', (route) => route.abort());
  return {
    pdf: (html, ready = 'html') =>
      onPage(context, { html, ready }, (page) => page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })),
    png: (html, size) =>
      onPage(context, { html, ready: 'html' }, async (page) => {
        await page.setViewportSize(size);
        return page.screenshot();
      }),
    close: () => browser.close(),
  };
}

interface Document {
  html: string;
  ready: string;
}

/** A page of its own for each document, closed at once: a long run then needs no more memory than a short one. */
async function onPage(
  context: BrowserContext,
  { html, ready }: Document,
  make: (page: Page) => Promise<Buffer>,
): Promise<Buffer> {
  const page = await context.newPage();
  try {
    const broken = new Promise<never>((_, fail) => page.once('pageerror', fail));
    const whole = page
      .setContent(html, { waitUntil: 'load' })
      .then(() => page.locator(ready).first().waitFor({ state: 'attached', timeout: PATIENCE }))
      .then(() => page.evaluate('document.fonts.ready'));
    await Promise.race([whole, broken]);
    return await make(page);
  } finally {
    await page.close();
  }
}
