/** The head of every page, of a language or of none. */
import type { Guide, Lang } from '../guide/types.ts';
import type { Site } from './shell.tsx';

interface HeadProps {
  guide: Guide;
  site: Site;
  title: string;
  description: string;
  /** The page's own address within the site, with its slashes. */
  address: string;
  /** What stands after the language in the addresses of its translations. */
  rest: string;
  /** Of a page that can be installed in its language. */
  lang?: Lang;
  /** What search engines are told. */
  robots?: string;
  /** Stands after all else. */
  more?: string;
}

export function Head({ guide, site, title, description, address, rest, lang, robots, more }: HeadProps) {
  const { base } = site;
  return (
    <head>
      {site.policy && <meta http-equiv="Content-Security-Policy" content={site.policy} />}
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      {lang && <meta name="theme-color" content="#0a4a5c" />}
      <title>{title}</title>
      {description && <meta name="description" content={description} />}
      {robots && <meta name="robots" content={robots} />}
      {robots !== 'noindex' && <Addresses guide={guide} base={base} address={address} rest={rest} />}
      <link rel="icon" href={`${base}icons/guide.svg`} type="image/svg+xml" />
      {lang && <link rel="manifest" href={`${base}manifest-${lang}.webmanifest`} />}
      {site.beforePaint && <script dangerouslySetInnerHTML={{ __html: site.beforePaint }} />}
      <style dangerouslySetInnerHTML={{ __html: site.css }} />
      {site.script && <script type="module" src={site.script} />}
      {more}
    </head>
  );
}

/** For search engines only; one page of them travels within the worker. */
const Addresses = ({ guide, base, address, rest }: Pick<HeadProps, 'guide' | 'address' | 'rest'> & { base: string }) => (
  <>
    <link rel="canonical" href={`${guide.site}${address}`} />
    {guide.languages.map(({ lang }) => (
      <link rel="alternate" hreflang={lang} href={`${guide.site}${base}${lang}/${rest}`} />
    ))}
  </>
);
