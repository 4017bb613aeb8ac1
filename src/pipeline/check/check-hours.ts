import type { IsoDate } from '../../guide/types.ts';
import { compileHours, firstDayOf } from '../hours/compile-hours.ts';
import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Located } from '../read/read-yaml.ts';

/** Opening hours can be read, look sensible, and say from when they are. */
export function checkHours({ facts, settings }: Sources, made: IsoDate, problems: Problems): void {
  const { holidays } = settings.value;
  const files: Located<{ opening_hours: string; hours_as_of?: string | undefined }>[] = [...facts.services, ...facts.emergency];
  for (const { file, at, value } of files) {
    const compiled = compileHours(value.opening_hours, firstDayOf(made), holidays);
    for (const warning of compiled.warnings) problems.warn(file, at(['opening_hours']), warning);
    if ('problem' in compiled) {
      const { line, column } = at(['opening_hours'], 'text');
      problems.error(file, { line, column: column + (compiled.problem.at ?? 0) }, compiled.problem.message);
    }
  }
  for (const { file, at, value } of facts.services) {
    const isTold = !['24/7', 'unknown', 'by-appointment'].includes(value.opening_hours.trim());
    if (isTold && value.hours_as_of === undefined) {
      problems.error(
        file,
        at(['opening_hours'], 'key'),
        'Hours need the date of their source. Add hours_as_of, like hours_as_of: 2022-05.',
      );
    }
  }
}
