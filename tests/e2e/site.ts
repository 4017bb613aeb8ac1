/** The built site, served for a browser test. */
import { join, resolve } from 'node:path';
import { type Site, type SiteOptions, startSiteServer } from '../../src/pipeline/site-server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Built for `/` by `npm run build`. */
export const DIST = join(ROOT, 'dist');
/** Built for `SUBPATH` before the first browser test. */
export const DIST_UNDER_SUBPATH = join(ROOT, 'node_modules/.cache/e2e/a-b');
/** A tiny guide made on 22 November 2026, with hours, news, recordings and moved addresses that no editor of the real one will change. */
export const DIST_HOURS = join(ROOT, 'node_modules/.cache/e2e/hours');
/** The real guide with the two languages on which layout is tested. */
export const DIST_PSEUDO = join(ROOT, 'node_modules/.cache/e2e/pseudo');
/** A tiny guide in three languages that holds every hostile string which the check lets through (tests/hostile). */
export const DIST_HOSTILE = join(ROOT, 'node_modules/.cache/e2e/hostile');
export const SUBPATH = '/a/b/';

/** Serves a built folder on a free port until `close()`. */
export const startSite = (options: SiteOptions): Promise<Site> => startSiteServer(options);
export type { Site };
