/** HTML on paper: one browser for a whole run, without scripts and without any connection. */
import { type BrowserContext, chromium, type Page } from '@playwright/test';

/** Where the browser is; without a path it is Playwright's own. */
export interface BrowserPlace {
  executablePath?: string;
  args: string[];
}

export interface Printer {
  /** A PDF with tags for screen readers and an outline, on the paper that the document's `@page` names. */
  pdf(html: string): Promise<Buffer>;
  /** A picture of the document's upper left corner; width and height in pixels. */
  png(html: string, size: { width: number; height: number }): Promise<Buffer>;
  close(): Promise<void>;
}

export async function startPrinter({ args, executablePath }: BrowserPlace): Promise<Printer> {
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false, serviceWorkers: 'block' });
  await context.route('**', (route) => route.abort());
  return {
    pdf: (html) => onPage(context, html, (page) => page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })),
    png: (html, size) =>
      onPage(context, html, async (page) => {
        await page.setViewportSize(size);
        return page.screenshot();
      }),
    close: () => browser.close(),
  };
}

/** A page of its own for each document, closed at once: a long run then needs no more memory than a short one. */
async function onPage(context: BrowserContext, html: string, make: (page: Page) => Promise<Buffer>): Promise<Buffer> {
  const page = await context.newPage();
  try {
    await page.setContent(html, { waitUntil: 'load' });
    await page.evaluate('document.fonts.ready');
    return await make(page);
  } finally {
    await page.close();
  }
}
