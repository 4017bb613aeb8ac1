import { defineConfig } from '@playwright/test';
import { presentShell } from '../../src/cli/find-chromium.ts';

const browser = presentShell();

export default defineConfig({
  testDir: '.',
  globalSetup: './build-sites.ts',
  outputDir: '../../node_modules/.cache/e2e/results',
  workers: 2,
  // A machine under load may miss a moment; what needed a second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    launchOptions: browser ?? {},
    trace: 'off',
  },
  projects: [
    {
      name: 'phone',
      use: {
        browserName: 'chromium',
        viewport: { width: 360, height: 640 },
        deviceScaleFactor: 2,
        isMobile: true,
        hasTouch: true,
      },
    },
  ],
});
