import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';

/** Said above a page that is shown in the place of one that is no more. */
export function Moved() {
  const { t } = usePage();
  return (
    <p class="note" data-moved>
      <Pictogram name="info" />
      <span>{t('moved.line')}</span>
    </p>
  );
}
