/** Choosing what a list or a map shows, for the script that can choose: first what for, then what the page adds. */
import type { ComponentChildren } from 'preact';
import type { Need } from '../guide/types.ts';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { needWord } from './town-pages.tsx';

export function Filters({ needs, children }: { needs: readonly Need[]; children: ComponentChildren }) {
  const { t } = usePage();
  return (
    <details class="script filters" hidden>
      <summary>{t('today.filter')}</summary>
      <fieldset>
        <legend>{t('home.title')}</legend>
        {needs.map((need) => (
          <button type="button" class={`button chip need-${need.id}`} aria-pressed="false" data-need={need.id}>
            <Pictogram name={need.icon} />
            {t(needWord(need))}
          </button>
        ))}
      </fieldset>
      {children}
    </details>
  );
}
