import { siteNamesIn } from '../markdown/site-names.ts';
import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import { upToDatePairs } from '../translation/segment-pairs.ts';

/** A translation names no site and no mailbox that its source does not name or lead to. */
export function checkSitesKept({ translations }: Sources, problems: Problems): void {
  for (const { file, segment, source, original } of upToDatePairs(translations)) {
    const named = siteNamesIn(segment.text);
    if (named.length === 0 || problems.failedIn(file.file)) continue;
    const known = siteNamesIn(`${original.text} ${original.value}`);
    const strange = named.filter((name) => !known.some((other) => other === name || other.endsWith(`.${name}`)));
    if (strange.length)
      problems.error(
        file.file,
        segment.at,
        `This text names ${strange.join(', ')}, but ${source.file}:${original.at.line} does not. Write the names of the source.`,
      );
  }
}
