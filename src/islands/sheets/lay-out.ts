/**
 * Parts a flow of text into sheets of paper: panels of a leaflet, pages of a booklet. Nothing is cut: what has no room in a box
 * goes into the next one. Without this script the printer parts the flow by itself, without page numbers.
 */

/** How a kind of paper is parted. */
interface Form {
  /** Boxes side by side on one sheet. */
  boxes: number;
  /** Pages of a booklet are numbered, but for the cover. */
  numbered: boolean;
}

const FORMS: Readonly<Record<string, Form>> = {
  leaflet: { boxes: 3, numbered: false },
  booklet: { boxes: 1, numbered: true },
};

/** A piece that stays whole, and the elements around it within the flow, outermost first: each box gets its own copies of those. */
interface Piece {
  element: HTMLElement;
  around: Element[];
  /** Among the children of the innermost element around it. */
  index: number;
}

/** Parts that may be divided between their children. */
const DIVISIBLE = '[data-split], .prose, .prose > div, .prose ul, .prose ol';
/** Stays with what follows it. */
const HEADINGS = 'h1, h2, h3, .town-code';

/** Lays out the page's flow, if it has one. */
export function layOut(): void {
  const flow = document.querySelector<HTMLElement>('[data-flow]');
  const form = FORMS[flow?.dataset.flow ?? ''];
  if (!flow || !form) return;
  const pieces = piecesOf([...flow.children], []);
  const most = Number(flow.dataset.panels ?? Number.POSITIVE_INFINITY);
  // Lines keep their height when their numbers come.
  for (const place of flow.querySelectorAll('[data-page-of]')) place.textContent = '00';
  // What the screen shows smaller is measured as big as on paper.
  flow.classList.add('measured');
  let boxes = fill(pieces, flow, form);
  while (boxes.length > most && spare(pieces)) boxes = fill(pieces, flow, form);
  flow.classList.remove('measured');
  if (form.numbered) number(flow);
}

const piecesOf = (elements: readonly Element[], around: readonly Element[]): Piece[] =>
  elements.flatMap((element, index) =>
    element.matches(DIVISIBLE)
      ? piecesOf([...element.children], [...around, element])
      : [{ element: element as HTMLElement, around: [...around], index }],
  );

/** Puts all pieces into boxes on new sheets, in the place of what the flow held. */
function fill(pieces: readonly Piece[], flow: HTMLElement, form: Form): HTMLElement[] {
  flow.replaceChildren();
  flow.classList.add('laid');
  const boxes: HTMLElement[] = [];
  const next = () => {
    const box = newBox(flow, form, boxes.length);
    boxes.push(box);
    return box;
  };
  let box = next();
  let held: Piece[] = [];
  for (const piece of pieces) {
    if (piece.element.matches('[hidden]')) continue;
    if (piece.element.matches('[data-new]') && box.hasChildNodes()) {
      box = next();
      held = [];
    }
    put(piece, box);
    if (isFull(box) && box.querySelector('[data-piece]') !== piece.element) {
      // Headings that the piece belongs to go with it, unless the box holds nothing else.
      const moved = fitsWithout(box, held) ? [...held, piece] : [piece];
      box = next();
      for (const one of moved) put(one, box);
    }
    held = piece.element.matches(HEADINGS) ? [...held, piece] : [];
  }
  return boxes;
}

/** Whether something is left in the box once these and the last piece have gone. */
const fitsWithout = (box: Element, held: readonly Piece[]) => box.querySelectorAll('[data-piece]').length > held.length + 1;

function newBox(flow: HTMLElement, { boxes }: Form, made: number): HTMLElement {
  if (made % boxes === 0) flow.append(make(`sheet ${flow.dataset.flow}-side`));
  const box = make('box');
  flow.lastElementChild?.append(box);
  return box;
}

function make(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}

const isFull = ({ scrollHeight, clientHeight }: HTMLElement) => scrollHeight > clientHeight;

/** Copies of elements, each with what it is a copy of. */
const originals = new WeakMap<Element, Element>();

function put({ element, around, index }: Piece, box: HTMLElement): void {
  let parent: Element = box;
  for (const original of around) {
    const last: Element | null = parent.lastElementChild;
    parent = last && originals.get(last) === original ? last : parent.appendChild(copyOf(original, index));
  }
  element.toggleAttribute('data-piece', true);
  const left = element.parentElement;
  parent.append(element);
  removeEmpty(left);
}

/** An ordered list goes on counting where it was parted. */
function copyOf(original: Element, index: number): Element {
  const copy = original.cloneNode(false) as Element;
  if (copy instanceof HTMLOListElement) copy.start += index;
  originals.set(copy, original);
  return copy;
}

/** A copy that everything has left would leave a gap. */
function removeEmpty(element: Element | null): void {
  let empty = element;
  while (empty?.isConnected && originals.has(empty) && !empty.hasChildNodes()) {
    const parent: Element | null = empty.parentElement;
    empty.remove();
    empty = parent;
  }
}

/** Takes one entry out, the last of the longest list, and counts it below that list. False when no list can spare any. */
function spare(pieces: readonly Piece[]): boolean {
  const lists = new Map<Element | undefined, Piece[]>();
  for (const piece of pieces.filter(({ element }) => element.matches('.entry:not([hidden])'))) {
    const [list] = piece.around;
    lists.set(list, [...(lists.get(list) ?? []), piece]);
  }
  const [longest] = [...lists.values()].sort((a, b) => b.length - a.length);
  const last = longest?.[longest.length - 1];
  if (!last || longest?.length === 1) return false;
  last.element.hidden = true;
  const more = pieces.find(({ element, around }) => around[0] === last.around[0] && element.matches('.more'))?.element;
  const count = more?.querySelector('[data-more]');
  if (!more || !count) return true;
  more.hidden = false;
  count.textContent = String(Number(count.textContent) + 1);
  return true;
}

/** The cover is page 1 and shows no number. */
function number(flow: HTMLElement): void {
  const sheets = [...flow.querySelectorAll<HTMLElement>('.sheet')];
  sheets.slice(1).forEach((sheet, i) => {
    const folio = make('folio');
    folio.textContent = String(i + 2);
    sheet.append(folio);
  });
  for (const place of flow.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const target = document.getElementById(place.dataset.pageOf ?? '');
    const page = sheets.findIndex((sheet) => target && sheet.contains(target));
    place.textContent = page < 0 ? '' : String(page + 1);
  }
}
