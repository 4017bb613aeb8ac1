/** How far the page's words can be trusted as a translation, in the reader's language. */
import { pageUrl } from '../guide/routes.ts';
import { usePage } from './page-context.ts';

const SAID = ['missing', 'outdated', 'machine'] as const;

export function TranslationNote({ rest }: { rest: string }) {
  const { t, seen, guide, base } = usePage();
  const states = SAID.filter((state) => seen.has(state));
  if (states.length === 0) return null;
  const language = guide.languages.find(({ lang }) => lang === guide.sourceLang)?.name ?? guide.sourceLang;
  const source = pageUrl(base, guide.sourceLang, rest);
  return (
    <p class="quiet translation" data-island="originals" data-url={source}>
      {states.map((state) => (
        <>{t(`translation.${state}`, { language })} </>
      ))}
      <span hidden>{t('translation.tap', { language })} </span>
      <a href={source} hreflang={guide.sourceLang}>
        {t('translation.read_source', { language })}
      </a>
    </p>
  );
}
