/** What the tests of the map share: a browser that draws without a graphics card, and what it complained of. */
import { expect, type Page } from '@playwright/test';
import { presentShell } from '../../src/cli/find-chromium.ts';

const browser = presentShell() ?? { args: [] };

const launch = (...args: string[]) => ({ ...browser, args: [...browser.args, ...args] });

/** A machine without a graphics card draws by its processor, when it is told to. */
export const DRAWS = { launchOptions: launch('--use-angle=swiftshader', '--enable-unsafe-swiftshader') };

/** Policies, errors, failed loads; the list goes on growing. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      console.error(`policy: ${violatedDirective} ${sample}`),
    ),
  );
  return complaints;
}

export const pageIsReady = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });

/** Opens the map of a page that is there already. */
export async function openMap(page: Page): Promise<void> {
  await page.locator('[data-open]').tap();
  await expect(page.locator('.spot').first()).toBeVisible({ timeout: 60_000 });
}
