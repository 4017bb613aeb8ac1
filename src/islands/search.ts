/** Finds pages while the reader types. What is typed stays in the box: not in an address, not on the phone, gone with the page. */
import { signsOf } from '../guide/compose-page.ts';
import { type Findable, findables } from '../guide/findables.ts';
import { pageUrl } from '../guide/routes.ts';
import { makeIndex, search } from '../guide/search.ts';
import { keptList, readFile, readFiles, readPages } from './guide-pages.ts';
import { pageLanguage } from './remembered.ts';
import { base } from './trusted-url.ts';
import { word } from './words.ts';

/** Passing the guide on (islands/pass-on.ts) reads all pages too, and takes how from here: a chunk of its own would cost every search a request. */
export { keptList, readFile, readFiles, signsOf };

/** A screen or two; who finds nothing there types another word. */
const SHOWN = 12;
/** What fits much worse than the best is noise. */
const LEAST_SHARE = 0.25;
/** The town of the page counts a little more. */
const OWN_TOWN = 1.2;

type Answer = (query: string) => HTMLLIElement[];

export function startSearch(box: HTMLElement): void {
  const input = box.querySelector('input');
  const [status, list, nothing] = ['[role="status"]', '.rows', '.nothing'].map((part) => box.querySelector<HTMLElement>(part));
  if (!input || !status || !list || !nothing) return;
  let answer: Answer | undefined;
  let failed = false;

  const show = (rows: HTMLElement[], message: string, isLost = false) => {
    list.replaceChildren(...rows);
    status.textContent = message;
    nothing.hidden = !isLost;
  };
  const update = () => {
    const query = input.value.trim();
    if (!query) return show([], '');
    if (!answer) return show([], word('search.wait'));
    const rows = answer(query);
    show(rows, rows.length ? word('search.found', { count: rows.length }) : word('search.nothing'), !rows.length);
  };
  const clear = () => {
    input.value = '';
    update();
  };
  const prepare = async () => {
    try {
      answer = await makeAnswer(box.dataset.town ?? '');
      update();
    } catch {
      failed = true;
      show([], word('search.failed'), true);
    }
  };

  input.addEventListener('input', () => {
    update();
    if (failed) void prepare();
    failed = false;
  });
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
    if (key === 'Enter') (list.querySelector('a') ?? { focus: () => input.blur() }).focus();
  });
  addEventListener('pagehide', clear);
  update();
  void prepare();
}

async function makeAnswer(town: string): Promise<Answer> {
  const lang = pageLanguage();
  const { pages, shell } = await readPages(lang);
  performance.mark('search-read');
  const texts = findables(pages);
  const index = makeIndex(texts);
  performance.mark('search-ready');
  const signs = signsOf(shell);
  return (query) => {
    const found = search(index, query).flatMap(({ text, score }) => {
      const one = texts[text];
      return one ? [{ one, score: town && one.town === town ? score * OWN_TOWN : score }] : [];
    });
    const best = found.sort((a, b) => b.score - a.score).slice(0, SHOWN);
    return best.filter(({ score }) => score >= (best[0]?.score ?? 0) * LEAST_SHARE).map(({ one }) => toRow(one, lang, signs));
  };
}

function toRow(found: Findable, lang: string, signs: Readonly<Record<string, string>>): HTMLLIElement {
  const [row, link, lead, texts] = [make('li'), make('a'), make('span'), make('span')];
  link.href = pageUrl(base(), lang, found.rest);
  lead.className = found.need ? `lead need-${found.need}` : 'lead';
  lead.append(...draw(signs[found.sign] ?? ''));
  const [name, digits] = [make('b'), make('bdi', found.digits)];
  digits.dir = 'ltr';
  name.append(...(found.digits ? [digits, ' '] : []), make('span', found.name, found.own));
  texts.append(name, ...linesOf(found));
  link.append(lead, texts);
  row.append(link);
  return row;
}

/** What it is, and where. */
function linesOf({ kind, summary = '', summaryOwn, town }: Findable): HTMLElement[] {
  const what = kind === 'card' ? make('small', word('search.card')) : make('small', summary, summaryOwn);
  const where = make('small', kind === 'service' || kind === 'page' ? word(`town.${town}`) : '');
  return [what, where].filter(({ textContent }) => textContent);
}

/** `own`: language and direction, where they are not those of the page. */
function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  own: Findable['own'] = undefined,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return Object.assign(element, own);
}

const SVG = 'http://www.w3.org/2000/svg';

/** Draws a pictogram of the shell: one path in one view box. */
function draw(sign: string): SVGElement[] {
  const [, viewBox, d] = /viewBox="([^"]*)".*<path d="([^"]*)"/.exec(sign) ?? [];
  if (!viewBox || !d) return [];
  const [svg, path] = [document.createElementNS(SVG, 'svg'), document.createElementNS(SVG, 'path')] as const;
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', d);
  svg.append(path);
  return [svg];
}
