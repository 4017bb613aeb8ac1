/** A guide small enough to be looked at page by page that holds all hostile strings which a check lets through. */
import { DOORS, type HostileGuide, settle, shareOut, type Visit, writeGuide } from './doors.ts';
import { hostileStrings } from './strings.ts';

/**
 * Every string at every `stride`th door, another one for each string: 1 is all at all of them.
 * @example visitsOf(12).length -> about a twelfth of strings times doors
 */
export const visitsOf = (stride: number): Visit[] =>
  DOORS.flatMap((door, at) =>
    hostileStrings()
      .filter((_, index) => (index + at) % (ONE_PLACE.includes(door) ? stride * SELDOM : stride) === 0)
      .map(({ text }) => ({ door, texts: [text] })),
  );

/** A guide has room for one string at these, so each costs a guide of its own. */
const ONE_PLACE = ['own name', 'french name', 'first day', 'habesha', 'weekday', 'month'];
const SELDOM = 8;

/** So many strings stand in one text. */
const TOGETHER = 24;

/** Writes the guide; whoever asks for it takes it off the disk. */
export async function packGuide(stride: number): Promise<HostileGuide> {
  const visits = visitsOf(stride);
  // One by one these would cost a guide each: as many as there is room for are tried with the others.
  const accepted = visits.filter(({ door }) => ONE_PLACE.includes(door));
  for (const share of shareOut(visits.filter(({ door }) => !ONE_PLACE.includes(door))))
    accepted.push(...(await settle(share)).accepted);
  return writeGuide(await settleTogether(shareOut(inGroups(accepted))[0] ?? []));
}

function inGroups(visits: readonly Visit[]): Visit[] {
  return [...new Set(visits.map(({ door }) => door))].flatMap((door) => {
    const texts = visits.filter((visit) => visit.door === door).flatMap((visit) => visit.texts);
    return inPieces(texts, ONE_PLACE.includes(door) ? 1 : TOGETHER).map((some) => ({ door, texts: some }));
  });
}

const inPieces = <T>(items: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / length) }, (_, at) => items.slice(at * length, (at + 1) * length));

/** Strings that were let in one by one may be refused together: then half of them are tried. */
async function settleTogether(groups: readonly Visit[]): Promise<Visit[]> {
  const { accepted, refused, others } = await settle(groups);
  if (others.length > 0)
    throw new Error(`A guide of what was let in has faults at no door: ${JSON.stringify(others.slice(0, 3))}`);
  const halves = [...refused.keys()].flatMap(({ door, texts }) =>
    texts.length > 1 ? inPieces(texts, Math.ceil(texts.length / 2)).map((some) => ({ door, texts: some })) : [],
  );
  return halves.length > 0 ? settleTogether([...accepted, ...halves]) : accepted;
}
