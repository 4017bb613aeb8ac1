/** One code many times, to cut out: for the door of a place, a van, a table. It has no language. */
import { codePath } from '../../guide/sheets.ts';
import type { Guide } from '../../guide/types.ts';
import { Pictogram } from '../pictogram.tsx';
import { Address, Code } from './code.tsx';
import { useSheet } from './sheet-context.ts';
import { SheetName } from './sheet-name.tsx';

/** Four in a row, five rows: so a code is 28 mm wide or more, whatever its version. */
const STICKERS = 20;

export function Stickers({ rest }: { rest: string }) {
  const { sheet, guide } = useSheet();
  const path = codePath(sheet);
  const icon = iconOf(guide, rest);
  return (
    <main class="sheet stickers">
      <SheetName />
      {Array.from({ length: STICKERS }, () => (
        <div class="sticker">
          <Pictogram name={icon} />
          <Code path={path} />
          <Address path={path} />
        </div>
      ))}
    </main>
  );
}

/** The sign of a need, of the main need of a service, or of the guide. */
function iconOf({ needs, services }: Guide, rest: string): string {
  const [first, second] = rest.split('/');
  const need = first === 's' ? services.find(({ id }) => id === second)?.needs[0] : second;
  return needs.find(({ id }) => id === need)?.icon ?? 'guide';
}
