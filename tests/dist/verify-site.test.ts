import { expect, it } from 'vitest';
import { checkSite } from '../../src/pipeline/site-check/check-site.ts';
import { reportOf } from '../../src/pipeline/site-check/report.ts';
import { startSiteServer } from '../../src/pipeline/site-server.ts';
import { DIST } from './built-site.ts';

it('the built site, given out as a good host does, leaves nothing to mend: each file has its kind, its caching and its headers', async () => {
  const site = await startSiteServer({ dist: DIST });
  try {
    const { findings, files } = await checkSite({
      address: `${site.origin}/`,
      dist: DIST,
      patience: 60,
      atOnce: 4,
      onProgress: () => {},
    });
    expect(files).toBeGreaterThan(1000);
    expect(reportOf(findings)).toBe('');
  } finally {
    await site.close();
  }
}, 120_000);
