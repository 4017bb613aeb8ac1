/** Vite's whole configuration for this site, and the plugin that turns the guide into pages within Vite's build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type InlineConfig, type Plugin, type Rolldown, runnerImport } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { BaseMap, Guide } from '../guide/types.ts';
import type * as Pages from '../pages/render.ts';
import { guideDevServer } from './dev-server.ts';
import { ALONE_TARGET, SCRIPT_TARGET } from './engines.ts';
import { languageFonts, namesFont } from './fonts/language-fonts.ts';
import { paperFonts } from './fonts/paper-fonts.ts';
import { keptHashOf } from './hashes.ts';
import { type Files, makeSite } from './make-site.ts';
import { type MapFiles, makeMapFiles } from './map-files.ts';

/** Folders that a guide is read from. */
export interface GuideFolders {
  content: string;
  locales: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'src/islands/main.ts');
const LIVE_HOURS = path.join(ROOT, 'src/islands/live-hours.ts');
const STYLES = ['page', 'places', 'neutral', 'last-resort', 'calendar', 'sheets', 'file'].map((name) =>
  path.join(ROOT, `src/styles/${name}.css`),
);
const KILL = path.join(ROOT, 'src/service-worker/kill.ts');
const BEFORE_PAINT = path.join(ROOT, 'src/islands/before-paint.ts');
const SHEET = path.join(ROOT, 'src/islands/sheets/sheet.ts');
const CALENDAR = path.join(ROOT, 'src/islands/calendar.ts');
const FILE_SCRIPT = path.join(ROOT, 'src/islands/file-script.ts');
const PAGES = path.join(ROOT, 'src/pages/render.ts');
const MAP = path.join(ROOT, 'src/islands/map/draw-map.ts');
const MAPLIBRE = path.join(ROOT, 'node_modules/maplibre-gl');
/** Of what is in the scripts of the map and asks to travel with it. */
const LICENCES = ['maplibre-gl/LICENSE.txt', 'fflate/LICENSE'];
const MAP_WORKER = path.join(MAPLIBRE, 'dist/maplibre-gl-worker.mjs');

/** The guide in one file is opened by viewers of files, older than any browser on the same phone. */
const FILE_TARGET = 'es2015';
/** The map draws with WebGL 2 in a worker that is a module; islands/map-list.ts asks for an engine of this age before it offers the map. */
const MAP_TARGET = ['chrome93', 'safari15.4', 'firefox114'];
/** Older targets make Lightning CSS replace logical properties by lists of languages, wrong for ours. */
const CSS_TARGET = 'chrome90';

/** One request for all that comes after the page: on 2G a second one costs more than its bytes. */
const KEEPING = {
  name: 'offline',
  test: /islands\/(offline|keeping|letters|status-line)\.|workbox-window|offline-messages|cache-names/,
};
/** What many scripts share asks for none of them, so that a change of one gives new names only to those that name it. */
const COMMON = {
  name: 'common',
  test: /islands\/(words|remembered|trusted-url|dates|this-page|stay-true)\.|guide\/(paris-clock|routes|packs|freshness)\.|preload-helper/,
};
/** What only pages with opening hours need. */
const HOURS = {
  name: 'live-hours',
  test: /islands\/(live-hours|hours|tiles|signs)\.|guide\/(schedule|habesha|order|need-now)\./,
};

const shared = { root: ROOT, oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const satisfies InlineConfig;

/** Configuration for `vite dev`: the guide is read again at every change. */
export const devConfig = (folders: GuideFolders): InlineConfig => ({
  ...shared,
  appType: 'custom',
  plugins: [guideDevServer(folders)],
});

/** Configuration for one build of one checked guide into `out`. */
export function buildConfig(guide: Guide, base: string, out: string): InlineConfig {
  const site = { lastResort: '' };
  return {
    ...shared,
    configFile: false,
    logLevel: 'warn',
    base,
    publicDir: path.join(ROOT, 'public'),
    build: {
      outDir: out,
      emptyOutDir: true,
      target: SCRIPT_TARGET,
      cssTarget: CSS_TARGET,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: [MAIN, LIVE_HOURS, ...STYLES],
        output: { codeSplitting: { groups: [KEEPING, COMMON, HOURS], includeDependenciesRecursively: false } },
      },
    },
    plugins: [noPreloading, guidePages(guide, base, out, site), serviceWorker(out, site)],
  };
}

/** Vite has every `import()` wait for preloaded styles, of which there are none here: 0.7 kB that every page would fetch for nothing. */
const noPreloading: Plugin = {
  name: 'no-preloading',
  enforce: 'pre',
  load: { filter: { id: /\0vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load();' },
};

/** Replaces the built styles by the pages that carry them inline. */
function guidePages(guide: Guide, base: string, out: string, site: { lastResort: string }): Plugin {
  return {
    name: 'guide-pages',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const { module } = await runnerImport<typeof Pages>(PAGES, { ...shared, configFile: false, logLevel: 'warn' });
        const styles = {
          page: takeStyle(bundle, 'page'),
          places: takeStyle(bundle, 'places'),
          neutral: takeStyle(bundle, 'neutral'),
          lastResort: takeStyle(bundle, 'last-resort'),
          calendar: takeStyle(bundle, 'calendar'),
          file: takeStyle(bundle, 'file'),
        };
        const scripts = scriptsOf(bundle);
        const addressOf = (wanted: string) => {
          const script = scripts.find(({ name }) => name === wanted);
          if (!script) throw new Error(`The bundle has no script named ${wanted}.`);
          return script.fileName;
        };
        const texts = Object.fromEntries(scripts.map(({ fileName, code }) => [fileName, code]));
        const inline = {
          beforePaint: await buildAlone(BEFORE_PAINT),
          calendar: await buildAlone(CALENDAR),
          file: await buildAlone(FILE_SCRIPT, FILE_TARGET),
        };
        // The map is compressed beside this thread, which cuts fonts meanwhile.
        const map = guide.map && mapFiles(guide.map);
        const fonts = await languageFonts(guide);
        const neutral = module.renderNeutral(guide, { base, css: '', script: '', policy: '', beforePaint: '' });
        const names = await namesFont(Object.values(neutral).join(''));
        const paper = {
          style: takeStyle(bundle, 'sheets'),
          script: await buildAlone(SHEET),
          fonts: await paperFonts(guide),
        };
        const start = { script: addressOf('main'), hours: addressOf(HOURS.name) };
        const parts = { pages: module, base, styles, inline, start, scripts: texts, fonts, names, paper };
        const files = filesIn(out);
        const { lastResort } = await makeSite(guide, { ...parts, map: await map }, files);
        site.lastResort = lastResort;
        files.set('sw-kill.js', await buildAlone(KILL));
      },
    },
  };
}

/** Straight into the folder: the bundler would keep every page of a large guide in memory, and then write it a second time. */
function filesIn(folder: string): Files {
  const made = new Set<string>();
  return {
    set: (name, content) => {
      const file = path.join(folder, name);
      const parent = path.dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, content);
    },
  };
}

const mapFiles = async (map: BaseMap): Promise<MapFiles> =>
  makeMapFiles(map, {
    script: await buildModule(MAP),
    worker: await buildModule(MAP_WORKER),
    licence: (await Promise.all(LICENCES.map((file) => readFile(path.join(ROOT, 'node_modules', file), 'utf8')))).join('\n'),
  });

/** Chunks with code of their own, in a fixed order; an entry of CSS alone leaves an empty script behind, which goes. */
function scriptsOf(bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk');
  for (const { isEntry, facadeModuleId, fileName } of chunks)
    if (isEntry && facadeModuleId?.endsWith('.css')) delete bundle[fileName];
  return chunks.filter(({ fileName }) => bundle[fileName]).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

function takeStyle(bundle: Rolldown.OutputBundle, name: string): string {
  const found = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(`${name}.css`));
  if (found?.type !== 'asset') throw new Error(`The bundle has no style named ${name}.`);
  delete bundle[found.fileName];
  return String(found.source).trim();
}

/** A script that stands alone: in a page before its style, or as `sw.js` of a site that must take itself off all phones. */
const buildAlone = async (entry: string, target = ALONE_TARGET) =>
  (await bundle(entry, { target, lib: { entry, formats: ['iife'], name: 'guide' } })).trim();

/** One script and all that it imports, as text. */
async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const result = await build({
    ...shared,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, ...options },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output) || output.output.length > 1) throw new Error(`${entry} was not built into one file.`);
  return output.output[0].code;
}

/** One of the scripts of the map, each a module that stands alone. Built once for all sites of a run: no guide is in it. */
async function buildModule(entry: string): Promise<string> {
  const known = modules.get(entry) ?? bundleModule(entry);
  modules.set(entry, known);
  return known;
}

const modules = new Map<string, Promise<string>>();

const bundleModule = (entry: string) =>
  bundle(entry, {
    target: MAP_TARGET,
    cssTarget: CSS_TARGET,
    modulePreload: false,
    rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
  });

/** vite-plugin-pwa builds `sw.js` and lists the shell of the site in it, with the hash of each file. */
function serviceWorker(out: string, site: { lastResort: string }) {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/service-worker',
    filename: 'sw.ts',
    injectRegister: false,
    manifest: false,
    injectManifest: {
      globPatterns: ['calendar/index.html', 'icons/guide.svg', 'assets/names-*.woff2', 'assets/atlas-*'],
      rollupFormat: 'iife',
      target: SCRIPT_TARGET,
      buildPlugins: {
        vite: [
          {
            name: 'last-resort',
            config: () => ({ define: { __LAST_RESORT__: JSON.stringify(site.lastResort) }, logLevel: 'warn' }),
          },
        ],
      },
      manifestTransforms: [
        async (entries) => ({
          manifest: await Promise.all(
            entries.map(async ({ url, size }) => ({ url, size, revision: null, integrity: await hashIn(out, url) })),
          ),
        }),
      ],
    },
  });
}

const hashIn = async (folder: string, url: string) => keptHashOf(await readFile(path.join(folder, url)));
