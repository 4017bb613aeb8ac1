import { latestDay } from '../../guide/freshness.ts';
import type { IsoDate, LooseDate } from '../../guide/types.ts';
import { FILE_START, type Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Located, Path } from '../read/read-yaml.ts';

/** Nothing older is published as a service: what it says is no longer likely to be true. */
const OLDEST_CHECK: IsoDate = '2022-01-01';

/** Nobody can have looked tomorrow, old facts are no services, and a notice ends after it begins. */
export function checkDates({ facts, landmarks }: Sources, made: IsoDate, problems: Problems): void {
  const { services, emergency, topics, notices } = facts;
  for (const located of [...services, ...emergency, ...topics, ...notices]) checkNotInFuture(located, made, problems);
  for (const [index, value] of (landmarks?.value ?? []).entries())
    checkNotInFuture(
      { file: 'content/landmarks.yaml', value, at: (path) => landmarks?.at([index, ...path]) ?? FILE_START },
      made,
      problems,
    );
  for (const { file, at, value } of services) {
    const lastDay = latestDay(value.checked.on);
    if (lastDay !== undefined && lastDay < OLDEST_CHECK) {
      problems.error(
        file,
        at(['checked', 'on']),
        `This was last checked before 2022, so it is not published as a service. Check it again, or remove the file.`,
      );
    }
  }
  for (const { file, at, value } of notices) {
    if (value.until < value.from)
      problems.error(
        file,
        at(['until']),
        `The notice ends (${value.until}) before it begins (${value.from}). Correct one of the two.`,
      );
  }
}

interface Dated {
  checked?: { on: LooseDate };
  sources: { date: LooseDate }[];
  as_of?: LooseDate | undefined;
  hours_as_of?: LooseDate | undefined;
  phones?: { as_of?: LooseDate | undefined }[] | undefined;
}

function checkNotInFuture({ file, at, value }: Located<Dated>, made: IsoDate, problems: Problems): void {
  for (const { path, date } of datesOf(value)) {
    const isFuture = date !== undefined && date !== 'undated' && earliestDay(date) > made;
    if (isFuture)
      problems.error(
        file,
        at(path),
        `${date} is in the future (this guide is made on ${made}). Write the day on which it was really looked at.`,
      );
  }
}

function datesOf({ checked, sources, as_of, hours_as_of, phones = [] }: Dated): { path: Path; date: LooseDate | undefined }[] {
  return [
    { path: ['checked', 'on'], date: checked?.on },
    { path: ['as_of'], date: as_of },
    { path: ['hours_as_of'], date: hours_as_of },
    ...sources.map(({ date }, index) => ({ path: ['sources', index, 'date'], date })),
    ...phones.map((phone, index) => ({ path: ['phones', index, 'as_of'], date: phone.as_of })),
  ];
}

/** @example earliestDay('2022-06') -> '2022-06-01' */
const earliestDay = (date: LooseDate): IsoDate => `${date}-01-01`.slice(0, 10);
