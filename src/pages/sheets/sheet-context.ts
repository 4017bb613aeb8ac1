/** What every part of a sheet may ask. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Paper, Sheet } from '../../guide/sheets.ts';
import type { Guide, IsoDate, Lang } from '../../guide/types.ts';
import type { Translate } from '../words.ts';

export interface SheetOptions {
  /** Path that the site stands under, with both slashes. */
  base: string;
  /** All CSS of a sheet, with its fonts. */
  css: string;
  /** Address of the site's first page, with the slash at its end; '' leaves the places of codes empty, for a script that knows. */
  site: string;
  paper?: Paper;
  /** Black on white, whatever the kind. */
  bw?: boolean;
  /** The day that stands on the paper. */
  made: IsoDate;
  /** Address of the script that draws codes and pages in the browser. */
  script?: string;
  /** The same script as text, for a page that stands alone. */
  inline?: string;
  /** For the screen: above the sheet stands what to choose and the button to print. */
  desk?: boolean;
  /** Content security policy for `<meta>`. */
  policy?: string;
}

export interface SheetSurroundings extends SheetOptions {
  guide: Guide;
  sheet: Sheet;
  /** Words of any language. */
  words: (lang: Lang) => Translate;
}

const SheetContext = createContext<SheetSurroundings | undefined>(undefined);
export const SheetProvider = SheetContext.Provider;

export function useSheet(): SheetSurroundings {
  const surroundings = useContext(SheetContext);
  if (!surroundings) throw new Error('A part of a sheet was rendered outside a sheet.');
  return surroundings;
}
