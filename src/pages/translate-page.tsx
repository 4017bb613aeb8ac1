/** /translate/: how far each language is, for translators. No reader is led here, and no phone keeps it. */
import { render } from 'preact-render-to-string';
import {
  countTranslations,
  type FileCounts,
  type LanguageCounts,
  percentOf,
  type StateCounts,
  TRANSLATION_STATES,
  wordsFile,
} from '../guide/translation-counts.ts';
import type { Guide, Language } from '../guide/types.ts';
import { NeutralDocument } from './neutral-pages.tsx';
import type { Site } from './shell.tsx';
import { MEANINGS, WORDS } from './translate-words.ts';

export function renderTranslatePage(guide: Guide, site: Site): string {
  const html = render(
    <NeutralDocument guide={guide} site={site} robots="noindex" title={WORDS.title} description={WORDS.description}>
      <p>{WORDS.lead}</p>
      <Legend />
      <ul class="progress">
        {countTranslations(guide).map((counts) => (
          <Progress guide={guide} counts={counts} />
        ))}
      </ul>
    </NeutralDocument>,
  );
  return `<!doctype html>${html}`;
}

function Legend() {
  return (
    <section>
      <h2>{WORDS.legend}</h2>
      <ul>
        {TRANSLATION_STATES.map((state) => (
          <li>
            <b>{state}</b>: {MEANINGS[state]}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Progress({ guide, counts: { lang, counts, segments, files } }: { guide: Guide; counts: LanguageCounts }) {
  const language = guide.languages.find((one) => one.lang === lang);
  const open = files.filter((file) => file.counts.missing + file.counts.outdated > 0);
  if (!language) return null;
  return (
    <li>
      <h2>
        <bdi lang={lang} dir={language.dir}>
          {language.name}
        </bdi>{' '}
        · {language.english} ({lang})
      </h2>
      <Picture language={language} counts={counts} segments={segments} />
      <Numbers counts={counts} segments={segments} />
      <p>
        {WORDS.interface}: <File guide={guide} path={wordsFile(lang, 'words')} />
        <br />
        {WORDS.longer}: <File guide={guide} path={`content/${lang}`} />
      </p>
      {open.length > 0 ? <OpenFiles guide={guide} lang={lang} files={open} /> : <p>{WORDS.nothingOpen}</p>}
    </li>
  );
}

interface CountsProps {
  counts: StateCounts;
  segments: number;
}

/** Height of the picture; each state has its own height, so that shape tells what colour tells. */
const HEIGHT = 10;

/** A bar as long as the language has texts: the worse the state of a part, the lower it stands. */
function Picture({ language, counts, segments }: CountsProps & { language: Language }) {
  let x = 0;
  const parts = TRANSLATION_STATES.map((state, index) => {
    const width = segments ? (100 * counts[state]) / segments : 0;
    const height = (HEIGHT * (index + 1)) / TRANSLATION_STATES.length;
    const rect = <rect class={`state-${state}`} x={round(x)} y={HEIGHT - height} width={round(width)} height={height} />;
    x += width;
    return width > 0 && rect;
  });
  const spoken = TRANSLATION_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state}`);
  return (
    <svg
      class="states"
      role="img"
      aria-label={WORDS.picture(language.english, spoken.join(', '))}
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {parts}
    </svg>
  );
}

const round = (share: number) => Math.round(share * 100) / 100;

function Numbers({ counts, segments }: CountsProps) {
  return (
    <table>
      <tbody>
        {TRANSLATION_STATES.filter((state) => counts[state] > 0).map((state) => (
          <tr>
            <th scope="row">{state}</th>
            <td>{WORDS.texts(counts[state])}</td>
            <td>{percentOf(counts[state], segments)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenFiles({ guide, lang, files }: { guide: Guide; lang: string; files: readonly FileCounts[] }) {
  return (
    <details>
      <summary>{WORDS.open(files.length)}</summary>
      <p>
        {WORDS.sheet} <code>npm run translations -- export {lang} --format xlsx</code>
      </p>
      <ul>
        {files.map(({ key, counts }) => (
          <li>
            <File guide={guide} path={wordsFile(lang, key)} /> ({WORDS.source}:{' '}
            <File guide={guide} path={wordsFile(guide.sourceLang, key)} />
            ): {openParts(counts)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** @example openParts({ missing: 2, outdated: 1, ... }) -> '2 missing, 1 outdated' */
const openParts = (counts: StateCounts): string =>
  (['missing', 'outdated'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${counts[state]} ${state}`)
    .join(', ');

/** A link where the guide says where its files can be read, else the path alone. */
function File({ guide, path }: { guide: Guide; path: string }) {
  if (!guide.repository) return <code>{path}</code>;
  return (
    <a href={`${guide.repository}/${path}`} rel="noreferrer noopener">
      {path}
    </a>
  );
}
