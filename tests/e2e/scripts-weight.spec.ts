/** What a page asks of a slow line before its reader has tapped anything. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtPages, onePagePerKind } from '../../src/pipeline/built-pages.ts';
import { fileWeight } from '../../src/pipeline/site-weight.ts';
import { DIST, type Site, startSite } from './site.ts';

const LIMIT = 12 * 1024;

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ dist: DIST });
});
test.afterAll(() => site.close());

for (const { path, kind } of onePagePerKind(builtPages(DIST).filter(({ lang }) => lang === 'ar'))) {
  test(`/${path} (${kind}) needs at most 12 kB of scripts before the first tap`, async ({ page }) => {
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script' && !request.serviceWorker()) asked.add(new URL(request.url()).pathname);
    });
    await page.goto(site.url(path));
    await expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 60_000 });
    const bytes = [...asked].filter((url) => url !== '/sw.js').map((url) => fileWeight(join(DIST, url)));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(LIMIT);
  });
}
