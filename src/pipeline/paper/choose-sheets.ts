/** Which of all sheets somebody wants to print. */
import { shortPath } from '../../guide/routes.ts';
import { allSheets, type Sheet, type SheetKind } from '../../guide/sheets.ts';
import type { Guide, Lang } from '../../guide/types.ts';

export interface SheetChoice {
  kinds: readonly SheetKind[];
  /** Of sheets in one language. Posters and stickers speak all of them. */
  langs: readonly Lang[];
  /** Ids; undefined takes every town, and what belongs to none. */
  towns?: readonly string[] | undefined;
  /** Short addresses of posters and stickers, '' for the whole guide; undefined takes every one. */
  pages?: readonly string[] | undefined;
}

export const chooseSheets = (guide: Guide, choice: SheetChoice): Sheet[] =>
  allSheets(guide).filter((sheet) => choice.kinds.includes(sheet.kind) && isWanted(guide, sheet, choice));

function isWanted(guide: Guide, sheet: Sheet, { langs, towns, pages }: SheetChoice): boolean {
  if ('rest' in sheet) return isTownOf(guide, sheet.rest, towns) && (pages?.includes(shortPath(sheet.rest) ?? '') ?? true);
  if (!langs.includes(sheet.lang)) return false;
  return !('town' in sheet) || (towns?.includes(sheet.town) ?? true);
}

/** What is everywhere, such as a phone line, belongs to each town; the guide as a whole to none. */
function isTownOf({ services }: Guide, rest: string, towns: readonly string[] | undefined): boolean {
  if (!towns) return true;
  const service = services.find(({ id }) => rest === `s/${id}/`);
  return service
    ? service.towns.length === 0 || service.towns.some((town) => towns.includes(town))
    : towns.includes(rest.split('/')[0] ?? '');
}
