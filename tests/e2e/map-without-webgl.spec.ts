/** In a browser of its own: nothing in it can draw in three dimensions. */
import { expect, test } from '@playwright/test';
import en from '../../locales/en.json' with { type: 'json' };
import { presentShell } from '../../src/cli/find-chromium.ts';
import { DIST, type Site, startSite } from './site.ts';

const browser = presentShell() ?? { args: [] };
test.use({ launchOptions: { ...browser, args: [...browser.args, '--disable-3d-apis'] } });

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

test('without WebGL the map is not offered, and the list has every place', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(site.url('en/map/'));
  await expect(page.getByText(en.bigmap.unable)).toBeVisible();
  await expect(page.locator('[data-open]')).toBeHidden();
  await expect(page.locator('li[data-needs]').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
