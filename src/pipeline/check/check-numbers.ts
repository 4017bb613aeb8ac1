import type { Problems } from '../problems.ts';
import { readNumber } from '../read/phone-numbers.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Located, Path } from '../read/read-yaml.ts';

/** Every phone number is one that can be dialled from France. */
export function checkNumbers({ facts, settings }: Sources, problems: Problems): void {
  for (const service of facts.services) {
    for (const [index, { number }] of (service.value.phones ?? []).entries())
      checkNumber(service, ['phones', index, 'number'], number, problems);
  }
  for (const entry of facts.emergency) checkNumber(entry, ['number'], entry.value.number, problems);
  checkNumber(settings, ['editors', 'phone'], settings.value.editors?.phone, problems);
}

function checkNumber({ file, at }: Located<unknown>, path: Path, number: string | undefined, problems: Problems): void {
  if (number === undefined || readNumber(number)) return;
  problems.error(
    file,
    at(path),
    `"${number}" is no phone number. Write it like "+33 3 21 46 33 33", or a short number like "115".`,
  );
}
