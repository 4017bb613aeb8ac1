/** How far the languages are, as text for the command line. */
import { type LanguageCounts, percentOf, TRANSLATION_STATES } from '../../guide/translation-counts.ts';
import type { Language } from '../../guide/types.ts';

/**
 * A line for each language, and what to do next.
 * @example
 * language        segments  missing  outdated  machine  draft  reviewed  translated
 * ckb Sorani           863       12         3      848      0         0         98 %
 */
export function progressTable(counts: readonly LanguageCounts[], languages: readonly Language[]): string {
  const name = (lang: string) => `${lang} ${languages.find((language) => language.lang === lang)?.english ?? ''}`.trim();
  const rows = counts.map((one) => [
    name(one.lang),
    String(one.segments),
    ...TRANSLATION_STATES.map((state) => String(one.counts[state])),
    `${percentOf(one.segments - one.counts.missing, one.segments)} %`,
  ]);
  const table = [['language', 'segments', ...TRANSLATION_STATES, 'translated'], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0));
  return [...table.map((row) => row.map(pad).join('  ')), '', ...nextSteps(counts)].join('\n');
}

/** The most useful thing to do, worst state first; several languages with the same need share a line. */
function nextSteps(counts: readonly LanguageCounts[]): string[] {
  const needs = (wants: (one: LanguageCounts) => boolean) => counts.filter(wants).map(({ lang }) => lang);
  const open = needs(({ counts }) => counts.missing + counts.outdated > 0);
  const unread = needs(({ counts }) => counts.machine + counts.draft > 0);
  const steps = [
    ...(open.length
      ? [
          `Missing or outdated in ${open.join(', ')}: a sheet for a translator, and its way back`,
          `  npm run translations -- export ${open[0]} --format xlsx`,
          '  npm run translations -- import FILE',
          'Where the source was only worded anew',
          '  npm run translations -- accept all ID',
        ]
      : []),
    ...(unread.length
      ? [
          `Not read by a second person yet in ${unread.join(', ')}`,
          `  npm run translations -- export ${unread[0]} --format xlsx --all`,
          `  npm run translations -- review ${unread[0]} ID --by "initials"`,
        ]
      : []),
  ];
  return steps.length ? ['What to do next', ...steps] : ['Every text in every language is reviewed.'];
}
