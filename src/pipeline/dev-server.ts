/** Shows the guide while it is being written: any change to content, words or code is on the screen at once. */
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import {
  composeNeutral,
  composePage,
  inEdition,
  NO_PARTS,
  type PageParts,
  PLACES_SIGN,
  withSigns,
} from '../guide/compose-page.ts';
import { readPath, shortPath } from '../guide/routes.ts';
import { allSheets, PRINT, sheetPath } from '../guide/sheets.ts';
import type { Guide } from '../guide/types.ts';
import type * as Pages from '../pages/render.ts';
import { coastPicture } from './base-map/coast-picture.ts';
import { madeDate } from './made-date.ts';
import { readGuide } from './make-guide.ts';
import { formatProblem, type Problem } from './problems.ts';
import type { GuideFolders } from './vite-plugin.ts';

export function guideDevServer(folders: GuideFolders): Plugin {
  return {
    name: 'guide-dev-server',
    apply: 'serve',
    configureServer(server) {
      const watched = [path.resolve(folders.content), path.resolve(folders.locales)];
      server.watcher.add(watched);
      server.watcher.on('all', (_, file) => {
        if (watched.some((folder) => file.startsWith(folder)) || /src\/(pages|guide|styles)\//.test(file))
          server.hot.send({ type: 'full-reload' });
      });
      return () => {
        server.middlewares.use(async (request, response, next) => {
          const url = (request.originalUrl ?? '/').split('?')[0] ?? '/';
          if (url === server.config.base + COAST) {
            response.setHeader('content-type', 'image/svg+xml');
            response.end(await renderCoast(folders));
            return;
          }
          const html = await renderAddress(server, folders, url).catch((error: unknown) => void next(error));
          if (html === undefined) return;
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(await server.transformIndexHtml(url, html));
        });
      };
    },
  };
}

/** The picture behind the maps, relative to the base. */
const COAST = 'coast.svg';

async function renderCoast(folders: GuideFolders): Promise<string> {
  const { guide } = await readGuide({ ...folders, made: madeDate() });
  return (guide && coastPicture(guide)) ?? '';
}

async function renderAddress(server: ViteDevServer, folders: GuideFolders, url: string): Promise<string> {
  const { guide, problems } = await readGuide({ ...folders, made: madeDate() });
  if (!guide) return problemPage(problems);
  const pages = (await server.ssrLoadModule('/src/pages/render.ts')) as typeof Pages;
  const { base } = server.config;
  const styled = async (name: string) => {
    const { default: css } = (await server.ssrLoadModule(`/src/styles/${name}.css?inline`)) as { default: string };
    return {
      base,
      css,
      script: `${base}src/islands/${SCRIPTS[name] ?? 'main'}.ts`,
      beforePaint: '',
      policy: '',
    };
  };
  return renderPath(
    guide,
    pages,
    {
      page: await styled('page'),
      places: await styled('places'),
      neutral: await styled('neutral'),
      sheets: await styled('sheets'),
    },
    url,
  );
}

/** What starts the islands where the style is another than that of every page. */
const SCRIPTS: Readonly<Record<string, string>> = { places: 'live-hours', sheets: 'sheets/sheet' };

/** The site as pages of a language and as those of none see it. */
type Sites = Record<'page' | 'places' | 'neutral' | 'sheets', Pages.Site>;

function renderPath(
  guide: Guide,
  pages: typeof Pages,
  { page: site, places, neutral: plain, sheets }: Sites,
  url: string,
): string {
  const langs = guide.languages.map(({ lang }) => lang);
  const address = readPath(site.base, url, langs);
  const neutral = pages.renderNeutral(guide, plain);
  const shellOf = (html: string, all: readonly PageParts[] = [], maps: Record<string, string> = {}) =>
    withSigns(html, { ...pages.signsIn([html, ...all.flatMap(({ main, card = '' }) => [main, card])]), ...maps });
  const cardsOf = (all: readonly PageParts[]) => Object.fromEntries(all.map((one) => [one.rest, one]));
  const draw = (html: string, page: PageParts) => composePage(shellOf(html), page);
  if (address.kind === 'calendar') return pages.renderCalendar(plain);
  if (address.kind === 'chooser') return composeNeutral(shellOf(neutral.neutral));
  if (address.kind === 'short' && shortPath(address.rest)) return composeNeutral(shellOf(neutral.neutral), address.rest);
  if (url.replace(/\/?$/, '/') === `${site.base}translate/`)
    return draw(pages.renderTranslatePage(guide, { ...plain, script: '' }), NO_PARTS);
  const printed = printedPage(guide, pages, sheets, url);
  if (printed) return printed;
  const language = address.kind === 'page' ? guide.languages.find(({ lang }) => lang === address.lang) : undefined;
  if (address.kind !== 'page' || !language) return draw(neutral.notFound, NO_PARTS);
  const all = Object.values(pages.renderPages(guide, language, site.base).sections).flat();
  const page = all.find(({ rest }) => rest === address.rest);
  if (!page) return draw(neutral.notFound, NO_PARTS);
  const maps = pages.mapSigns(
    guide,
    language,
    { base: site.base, coast: COAST },
    all.filter(({ rest }) => [page.rest, page.instead].includes(rest)).map(({ main }) => main),
  );
  const own = { ...maps, [PLACES_SIGN]: pages.renderPlacesHead(guide, language, places) };
  const shell = shellOf(pages.renderShell(guide, language, site), all, own);
  return composePage(inEdition(shell, pages.daySigns(guide, language, site.base)), page, cardsOf(all));
}

/** The page to choose what to print from, or one sheet. */
function printedPage(guide: Guide, pages: typeof Pages, { base, css, script }: Pages.Site, url: string): string | undefined {
  const path = url.slice(base.length).replace(/\/?$/, '/');
  const options = { base, css, script, site: guide.site && guide.site + base, made: guide.made, desk: true };
  if (path === PRINT) return pages.renderPrintPage(guide, options);
  const sheet = allSheets(guide).find((one) => sheetPath(one) === path);
  return sheet && pages.renderSheet(guide, sheet, options);
}

/** For the editor, in the browser where they are looking. */
const problemPage = (problems: readonly Problem[]) =>
  `<!doctype html><meta charset="utf-8"><title>npm run check</title><pre>${problems.map(formatProblem).join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
