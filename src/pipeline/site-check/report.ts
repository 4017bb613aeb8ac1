/** What was found, short: one paragraph for each thing to switch off, however many files it changed. */
import { compareCodeUnits } from '../problems.ts';
import { CHANGES, type Change, type Finding, REMEDIES } from './remedies.ts';

const MOST_EXAMPLES = 3;

/** @example reportOf(findings) -> '1. /en/about/, /ar/about/ (2 in all) has its e-mail addresses hidden by the host [email]\n   ...' */
export function reportOf(findings: readonly Finding[]): string {
  const groups = CHANGES.map((change) => findings.filter((one) => one.change === change)).filter((group) => group.length > 0);
  return groups.map((group, index) => `${index + 1}. ${paragraph(group)}`).join('\n\n');
}

function paragraph(group: readonly Finding[]): string {
  const [{ change } = { change: 'changed' as Change }] = group;
  const paths = [...new Set(group.map(({ path }) => path))].sort(compareCodeUnits);
  const named = paths.slice(0, MOST_EXAMPLES).join(', ');
  const all = paths.length > MOST_EXAMPLES ? `${named} and ${paths.length - MOST_EXAMPLES} more` : named;
  const seen = [...new Set(group.flatMap((one) => one.seen ?? []))].slice(0, MOST_EXAMPLES).join('; ');
  return `${all}\n   ${REMEDIES[change].what}${seen && ` (${seen})`} [${change}]\n   ${REMEDIES[change].todo}`;
}
