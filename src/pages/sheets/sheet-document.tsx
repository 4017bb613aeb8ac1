/** What is around every sheet, and around the page to choose from. */
import { composePage, NO_PARTS, withSigns } from '../../guide/compose-page.ts';
import type { Guide, Lang, Language } from '../../guide/types.ts';
import { signsIn } from '../pictogram.tsx';
import type { SheetOptions } from './sheet-context.ts';

export function languageOf({ languages }: Guide, lang: Lang): Language {
  const language = languages.find((one) => one.lang === lang);
  if (!language) throw new Error(`The guide has no language "${lang}".`);
  return language;
}

/** A whole page with its pictograms. */
export const drawPage = (html: string): string => `<!doctype html>${composePage(withSigns(html, signsIn([html])), NO_PARTS)}`;

interface SheetHeadProps {
  title: string;
  description: string;
  options: SheetOptions;
}

export function SheetHead({ title, description, options: { policy, base, css, script, inline } }: SheetHeadProps) {
  return (
    <head>
      {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="robots" content="noindex" />
      <link rel="icon" href={`${base}icons/guide.svg`} type="image/svg+xml" />
      <style dangerouslySetInnerHTML={{ __html: css }} />
      {script && <script type="module" src={script} />}
      {inline && <script type="module" dangerouslySetInnerHTML={{ __html: inline }} />}
    </head>
  );
}
