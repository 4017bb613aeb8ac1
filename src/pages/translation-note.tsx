/** How far the page's words can be trusted as a translation, in the reader's language. */
import { pageUrl } from '../guide/routes.ts';
import type { Guide } from '../guide/types.ts';
import { usePage } from './page-context.ts';

const SAID = ['missing', 'outdated', 'machine'] as const;

export function TranslationNote({ rest }: { rest: string }) {
  const { t, seen, guide, base } = usePage();
  if (!SAID.some((state) => seen.has(state))) return null;
  const language = sourceName(guide);
  const source = pageUrl(base, guide.sourceLang, rest);
  return (
    <p class="quiet translation" data-island="originals" data-url={source}>
      <StatesInWords />
      <span hidden>{t('translation.tap', { language })} </span>
      <a href={source} hreflang={guide.sourceLang}>
        {t('translation.read_source', { language })}
      </a>
    </p>
  );
}

/** A sentence for each state that a reader should know of. */
export function StatesInWords() {
  const { t, seen, guide } = usePage();
  const language = sourceName(guide);
  return (
    <>
      {SAID.filter((state) => seen.has(state)).map((state) => (
        <>{t(`translation.${state}`, { language })} </>
      ))}
    </>
  );
}

const sourceName = ({ languages, sourceLang }: Guide) => languages.find(({ lang }) => lang === sourceLang)?.name ?? sourceLang;
