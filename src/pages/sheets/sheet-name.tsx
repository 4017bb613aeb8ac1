import { sheetName } from '../../guide/sheets.ts';
import { useSheet } from './sheet-context.ts';

/** The heading of a sheet whose picture says all, for those who cannot see it. */
export const SheetName = () => <h1 class="visually-hidden">{sheetName(useSheet().sheet)}</h1>;

/** The day on the paper and the paper's own name, by which old paper is known. */
export function Printed() {
  const { sheet, made } = useSheet();
  return (
    <p class="printed" dir="ltr">
      <time dateTime={made}>{made}</time> · {sheetName(sheet)}
    </p>
  );
}
