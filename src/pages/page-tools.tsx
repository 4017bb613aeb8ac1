/** What a reader can do with a page, shown by the scripts that can do it. */
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';

/** At the foot of every page: pass it on, keep it at hand. */
export function PageTools() {
  const { t } = usePage();
  return (
    <section class="tools" data-island="tools" hidden>
      <button type="button" class="button" aria-expanded="false">
        <Pictogram name="share" />
        {t('share.button')}
      </button>
      <button type="button" class="button" aria-pressed="false" hidden>
        <Pictogram name="keep" />
        <Pictogram name="open" />
        {t('kept.button')}
      </button>
      <div hidden />
    </section>
  );
}

/** The pages kept on this phone; without any, and without a script, there is no such section. */
export function KeptAtHand({ canForget = false }: { canForget?: boolean }) {
  const { t } = usePage();
  return (
    <section data-island="kept" data-forgotten={canForget ? t('kept.forgotten') : undefined} hidden>
      <h2>{t('kept.title')}</h2>
      <p class="quiet">{t('kept.lead')}</p>
      <ul class="rows" />
      {canForget && (
        <button type="button" class="button">
          {t('kept.forget')}
        </button>
      )}
    </section>
  );
}
